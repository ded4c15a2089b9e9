using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>The cells of one row by field, turned into values; what cannot be is noted with its place, and the reading goes on.</summary>
internal sealed class SheetCells(SheetMapping mapping, SheetHeader header, List<SheetRefusal> refused)
{
    private SheetRow _row = new(0, []);
    private readonly HashSet<SheetField> _bad = [];

    public int Row => _row.Number;

    /// <summary>Something in this row was refused.</summary>
    public bool IsRefused => _bad.Count > 0;

    /// <summary>Something in this cell was refused.</summary>
    public bool IsBad(SheetField field) => _bad.Contains(field);

    public void Stand(SheetRow row)
    {
        _row = row;
        _bad.Clear();
    }

    public bool Has(SheetField field) => mapping.Fields.ContainsKey(field);

    /// <summary>Whether the value is the same for all rows, said by the person and not by the sheet.</summary>
    public bool IsFixed(SheetField field) => mapping.Fields.TryGetValue(field, out var source) && source.Fixed is not null;

    public string? Text(SheetField field)
    {
        if (Fixed(field) is { } always)
        {
            return always;
        }

        var cell = Cell(field);
        return cell.Kind == CellKind.Bad ? RefuseNone<string>(field, new Refusal("sheet.cell-error"))
            : cell.Text is "" or "-" or "–" ? null
            : cell.Text;
    }

    /// <summary>The number in a cell that says a number and its day.</summary>
    public string? Number(SheetField number, SheetField day)
    {
        var text = Text(number);
        if (text is null || !Has(day) || mapping.Fields[number].Column != mapping.Fields[day].Column)
        {
            return text;
        }

        var end = text.LastIndexOf("ngày", StringComparison.OrdinalIgnoreCase);
        end = end < 0 ? text.LastIndexOfAny([',', ';']) : end;
        return end <= 0 ? text : text[..end].TrimEnd(' ', ',', ';');
    }

    public DateOnly? Day(SheetField field)
    {
        var cell = Fixed(field) is { } always ? new SheetCell(always, CellKind.Text) : Cell(field);
        if (cell.Kind == CellKind.Bad)
        {
            return RefuseNone<DateOnly?>(field, new Refusal("sheet.cell-error"));
        }

        var why = cell.Text is "-" or "–" ? Nothing(out var day) : DayCell.Read(cell, mapping, out day);
        return why is null ? day : RefuseNone<DateOnly?>(field, why);

        static Refusal? Nothing(out DateOnly? day)
        {
            day = null;
            return null;
        }
    }

    public long? Amount(SheetField field)
    {
        if (Fixed(field) is { } always)
        {
            return long.TryParse(always, out var same) ? same : RefuseNone<long?>(field, new Refusal("sheet.amount", always));
        }

        var cell = Cell(field);
        if (cell.Kind == CellKind.Bad)
        {
            return RefuseNone<long?>(field, new Refusal("sheet.cell-error"));
        }

        return AmountCell.Read(cell, mapping, out var amount) is { } why ? RefuseNone<long?>(field, why) : amount;
    }

    /// <summary>What the cell's word stands for, by the dictionary of the mapping; null for an empty cell or a word that says nothing.</summary>
    public string? Word(SheetField field)
    {
        if (Fixed(field) is { } always)
        {
            return always;
        }

        var text = Text(field);
        if (text is null)
        {
            return null;
        }

        return mapping.Meaning(field, text) is { Length: > 0 } meaning
            ? meaning == ValueWords.Nothing ? null : meaning
            : RefuseNone<string>(field, new Refusal("sheet.word-unknown", text, field));
    }

    public bool Flag(SheetField field) => Word(field) == ValueWords.Yes;

    public T? RefuseNone<T>(SheetField field, Refusal why)
    {
        Refuse(field, why);
        return default;
    }

    /// <summary>Notes why; of several reasons for one cell the first.</summary>
    public void Refuse(SheetField field, Refusal why)
    {
        if (!_bad.Add(field))
        {
            return;
        }

        var column = mapping.Fields.TryGetValue(field, out var source) ? source.Column : -1;
        refused.Add(new SheetRefusal(
            Row, column < 0 ? "" : SheetText.Letter(column), column < 0 || column >= header.Names.Count ? "" : header.Names[column], column < 0 ? "" : _row[column].Text, why));
    }

    private string? Fixed(SheetField field) => mapping.Fields.GetValueOrDefault(field)?.Fixed;

    private SheetCell Cell(SheetField field) => mapping.Fields.TryGetValue(field, out var source) ? _row[source.Column] : new SheetCell("", CellKind.Text);
}
