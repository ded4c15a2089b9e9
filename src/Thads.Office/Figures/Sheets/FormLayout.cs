namespace Thads.Office.Figures.Sheets;

/// <summary>
/// Our own layout of a form, used until the office puts in its blank: rebuilt from what the law and published reports say,
/// never compared with the printed circular, and marked so on the sheet.
/// </summary>
internal sealed class FormLayout
{
    private const double HeaderSize = 9;
    private const double LabelWidth = 38;

    private static readonly CellLook Plain = new();
    private static readonly CellLook Centred = new(Align: "center");
    private static readonly CellLook CentredBold = new(Bold: true, Align: "center");
    private static readonly CellLook CentredItalic = new(Italic: true, Align: "center");
    private static readonly CellLook Title = new(Size: 14, Bold: true, Align: "center");
    private static readonly CellLook MadeUp = new(Size: 14, Bold: true, Red: true, Align: "center");
    private static readonly CellLook Right = new(Indent: 1);
    private static readonly CellLook Mark = new(Italic: true, Red: true, Indent: 1);
    private static readonly CellLook Measured = new(Italic: true, Align: "right");
    private static readonly CellLook Head = new(Size: HeaderSize, Bold: true, Bordered: true, Align: "center");
    private static readonly CellLook ColumnNumber = new(Size: HeaderSize, Italic: true, Bordered: true, Align: "center");
    private static readonly CellLook Note = new(Size: 10, Italic: true);

    private readonly FormReport _report;
    private readonly FormSheetHead _head;
    private readonly IReadOnlyList<PaperColumn> _columns;
    private readonly SheetDraft _sheet;
    private int _row = 1;

    private FormLayout(FormReport report, FormSheetHead head)
    {
        _report = report;
        _head = head;
        _columns = FormHeader.Columns(report);
        IReadOnlyList<double> widths = [LabelWidth, .. _columns.Select(column => PaperMeasure.Width(column, report))];
        _sheet = new($"Biểu {report.Form}") { Widths = widths, IsLarge = PaperMeasure.NeedsLargePaper(widths.Sum()) };
    }

    private int Last => _sheet.Widths.Count;

    public static MemoryStream Draw(FormReport report, FormSheetHead head)
    {
        var layout = new FormLayout(report, head);
        layout.DrawHead();
        layout.DrawTableHead();
        layout.DrawRows();
        layout.DrawLinesBelow();
        layout.DrawSignatures();
        layout._sheet.Footer = layout.Footer();
        return layout._sheet.ToWorkbook();
    }

    /// <summary>Left: who issues which form under which circular; middle: the title and the period; right: from whom to whom.</summary>
    private void DrawHead()
    {
        if (_head.MadeUpMark is { } mark)
        {
            Line(mark, MadeUp);
        }

        var circular = FormWording.Circular(_report.Regime);
        DrawHeadLine(
            (_head.UnitName.ToUpper(Words.Format), CentredBold),
            (FormWording.Title(_report.Form), Title),
            ($"Đơn vị báo cáo: {_head.UnitName}", Right));
        DrawHeadLine(
            ($"Biểu số: {FormWording.Number(_report.Form)}", CentredBold),
            (FormWording.Months(_report), CentredBold),
            ($"Đơn vị nhận báo cáo: {_head.RecipientName}", Right));
        DrawHeadLine(
            ($"Ban hành theo Thông tư số {circular.Number}", Centred), (FormWording.Days(_report), CentredItalic), (FormWording.ReconstructedMark, Mark));
        DrawHeadLine(
            ($"ngày {FormWording.Day(circular.IssuedOn)}", Centred),
            (_head.OfficerName is { } officer ? $"Chấp hành viên: {officer}" : "", CentredBold),
            ($"Đơn vị tính: {FormWording.Measured(_report.Measure)}", Measured));
    }

    private void DrawHeadLine((string Text, CellLook Look) left, (string Text, CellLook Look) middle, (string Text, CellLook Look) right)
    {
        var leftEnd = PaperMeasure.Block(_sheet.Widths);
        var rightStart = Last + 1 - PaperMeasure.Block(_sheet.Widths.Reverse());
        Area(_row, 1, leftEnd, left.Text, left.Look);
        Area(_row, leftEnd + 1, rightStart - 1, middle.Text, middle.Look);
        Area(_row, rightStart, Last, right.Text, right.Look);
        _row++;
    }

    /// <summary>Two lines of titles, with a group's title over its columns, and the line of column numbers.</summary>
    private void DrawTableHead()
    {
        var (upper, lower, numbers) = (_row, _row + 1, _row + 2);
        _sheet.Put(upper, 1, lower, 1, FormWording.LabelTitle(_report.Form), Head);
        _sheet.Put(numbers, 1, "A", ColumnNumber);
        for (var i = 0; i < _columns.Count; i++)
        {
            var (column, at) = (_columns[i], i + 2);
            _sheet.Put(numbers, at, column.Column.Number, ColumnNumber);
            if (column.Group is null)
            {
                _sheet.Put(upper, at, lower, at, column.Title, Head);
                continue;
            }

            _sheet.Put(lower, at, column.Title, Head);
            _sheet.SetHeight(lower, PaperMeasure.Height(column.Title, _sheet.Widths[at - 1], HeaderSize));
            if (i == 0 || _columns[i - 1].Group != column.Group)
            {
                var size = _columns.Skip(i).TakeWhile(other => other.Group == column.Group).Count();
                _sheet.Put(upper, at, upper, at + size - 1, column.Group, Head);
                _sheet.SetHeight(upper, PaperMeasure.Height(column.Group, _sheet.Widths.Skip(at - 1).Take(size).Sum(), HeaderSize));
            }
        }

        var tallest = _columns.Where(column => column.Group is null)
            .Select(column => PaperMeasure.Height(column.Title, PaperMeasure.Width(column, _report), HeaderSize));
        _sheet.SetHeight(lower, tallest.DefaultIfEmpty().Max() - PaperMeasure.LineHeight(HeaderSize));
        _sheet.SetHeight(upper, PaperMeasure.LineHeight(HeaderSize));
        _sheet.SetHeight(numbers, PaperMeasure.LineHeight(HeaderSize));
        _sheet.Repeated = (upper, numbers);
        _row = numbers + 1;
    }

    private void DrawRows()
    {
        var part = "";
        foreach (var row in _report.Rows)
        {
            var rowPart = row.Row.Split('.')[0];
            if (rowPart != part && !FormWording.IsByUnit(_report.Form) && FormWording.PartTitle(rowPart) is { } title && row.Row != rowPart)
            {
                DrawRow(title, 0, isBold: true, _ => null);
            }

            part = rowPart;
            DrawRow(Label(row), row.Depth, IsTotal(row), column => row.Cells[column.Index]);
        }
    }

    private void DrawRow(string label, int depth, bool isBold, Func<PaperColumn, decimal?> figure)
    {
        _sheet.Put(_row, 1, label, new(Bold: isBold, Bordered: true, Indent: Math.Min(depth, 8)));
        for (var i = 0; i < _columns.Count; i++)
        {
            var format = _columns[i].Column.IsRate ? CellLook.Percent : CellLook.Whole;
            _sheet.Put(_row, i + 2, figure(_columns[i]), new(Bold: isBold, Bordered: true, Format: format, Align: "right"));
        }

        _sheet.SetHeight(_row, PaperMeasure.Height(label, LabelWidth - 1.5 * depth, Plain.Size));
        _row++;
    }

    /// <summary>The total of the form and, on forms 04 and 05, of every unit.</summary>
    private static bool IsTotal(FormRow row) => row.Row == "I" || row.Row.StartsWith("unit:", StringComparison.Ordinal);

    /// <summary>"II.1" is headed 1, "III.1.2" 1.2: the part stands on the line above.</summary>
    private string Label(FormRow row)
    {
        if (FormWording.IsByUnit(_report.Form))
        {
            return row.Label;
        }

        var dot = row.Row.IndexOf('.', StringComparison.Ordinal);
        return $"{row.Row[(dot + 1)..]}. {row.Label}";
    }

    private void DrawLinesBelow()
    {
        foreach (var note in _head.Notes)
        {
            Line($"Ghi chú: {note}", Note);
        }

        if (_head.Stamp is { } stamp)
        {
            Line(stamp.Line, Note);
        }

        Line($"{FormWording.CutOff(_report)} {FormWording.Printed(_head)}", Note);
        Line("", Plain);
    }

    private void DrawSignatures()
    {
        var middle = PaperMeasure.Half(_sheet.Widths);
        Signature("", Plain, _head.Stamp?.SentOn is { } sent ? $"ngày {sent.Day:00} tháng {(sent.Month < 3 ? $"{sent.Month:00}" : $"{sent.Month}")} năm {sent.Year}" : "………………, ngày …… tháng …… năm ………", CentredItalic);
        Signature("Người lập biểu", CentredBold, _head.Stamp?.SignerRole ?? "Thủ trưởng đơn vị", CentredBold);
        Signature("(Ký, ghi rõ họ tên)", CentredItalic, "(Ký, ghi rõ họ tên, đóng dấu)", CentredItalic);
        _sheet.Put(_row, 1, "", Plain);
        _sheet.SetHeight(_row, 70);
        if (_head.Stamp is { } stamp)
        {
            _row++;
            Signature(stamp.Maker, CentredBold, stamp.Signer ?? "", CentredBold);
        }

        void Signature(string left, CellLook leftLook, string right, CellLook rightLook)
        {
            Area(_row, 1, middle, left, leftLook);
            Area(_row, middle + 1, Last, right, rightLook);
            _row++;
        }
    }

    /// <summary>Every page says whose it is, how far to trust it, and which it is; a spreadsheet takes 255 letters at most.</summary>
    private string Footer()
    {
        var form = $"Biểu {FormWording.Number(_report.Form)}, {FormWording.Months(_report)}{(_head.Stamp is { } stamp ? $", {Short(stamp.Number ?? stamp.Version)} #{stamp.Hash[..8]}" : "")}";
        return $"&L&8 {Short(_head.UnitName)} – {FormWording.ReconstructedMark}&C&8 {Short(_head.MadeUpMark ?? "")}&R&8 {form}. Trang &P/&N";

        static string Short(string text) => (text.Length > 60 ? text[..60] : text).Replace("&", "&&", StringComparison.Ordinal);
    }

    private void Line(string text, CellLook look) => Area(_row++, 1, Last, text, look);

    private void Area(int row, int first, int last, string text, CellLook look)
    {
        _sheet.Put(row, first, row, last, text, look);
        _sheet.SetHeight(row, PaperMeasure.Height(text, _sheet.Widths.Skip(first - 1).Take(last - first + 1).Sum(), look.Size));
    }
}
