using System.Text.Json;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>Where a field comes from: a column, or the same for every row.</summary>
/// <param name="Column">From 0; -1 = none.</param>
/// <param name="Header">What the column was named when it was mapped.</param>
/// <param name="Fixed">The value of every row, as exchange files write it; null = a column.</param>
public sealed record FieldSource(int Column, string Header = "", string? Fixed = null)
{
    public static FieldSource Always(string value) => new(-1, "", value);
}

/// <summary>The order in which a sheet writes its days. Two digits of a year stand for 2000 to 2049.</summary>
public enum DateOrder
{
    /// <summary>23/11/2026, 23.11.26, 23-11-2026.</summary>
    DayFirst = 1,

    /// <summary>11/23/2026.</summary>
    MonthFirst = 2,
}

/// <summary>The unit a sheet's amounts are written in.</summary>
public enum AmountUnit
{
    Dong = 1,
    Thousand = 1_000,
    Million = 1_000_000,
}

/// <summary>What sets thousands apart in amounts written as text; the other of the two then begins the decimals.</summary>
public enum ThousandsMark
{
    Dot = 1,
    Comma = 2,
}

/// <summary>Since when the books know what the sheet says, where no column says so.</summary>
public enum KnownHabit
{
    /// <summary>Since the day it happened: they are the office's own decisions, and it knew of them then.</summary>
    Happened = 1,

    /// <summary>Since the day of the import: at an earlier cut-off the books knew nothing.</summary>
    Import = 2,
}

/// <summary>From when the officer of the sheet holds a matter that is older than the officer's service in the unit.</summary>
public enum OfficerHabit
{
    /// <summary>From the decision; where the officer did not serve then, the row is listed.</summary>
    Decision = 1,

    /// <summary>From the first day of the service; before it the matter is the unit's and no officer's.</summary>
    Service = 2,
}

/// <summary>How the columns of one sheet are read: made once by a person, remembered by the names of the columns.</summary>
public sealed record SheetMapping
{
    public const string Format = "thads-sheet-mapping-1";

    /// <summary>Code of the unit whose matters the rows are.</summary>
    public required string Unit { get; init; }

    /// <summary>Null = the first sheet with rows.</summary>
    public string? Sheet { get; init; }

    public int HeaderRow { get; init; } = 1;

    public int HeaderRows { get; init; } = 1;

    public DateOrder Dates { get; init; } = DateOrder.DayFirst;

    /// <summary>Whether a bare number such as 44105 in a column of days is a day as spreadsheets count them.</summary>
    public bool SerialDays { get; init; }

    public AmountUnit Amounts { get; init; } = AmountUnit.Dong;

    public ThousandsMark Thousands { get; init; } = ThousandsMark.Dot;

    public KnownHabit Known { get; init; } = KnownHabit.Happened;

    public OfficerHabit OfficerFrom { get; init; } = OfficerHabit.Decision;

    public IReadOnlyDictionary<SheetField, FieldSource> Fields { get; init; } = new Dictionary<SheetField, FieldSource>();

    /// <summary>Per field: a word of the sheet → the word or code it stands for. Compared without marks and capitals.</summary>
    public IReadOnlyDictionary<SheetField, IReadOnlyDictionary<string, string>> Words { get; init; } = new Dictionary<SheetField, IReadOnlyDictionary<string, string>>();

    /// <summary>What the field's word stands for; null = nobody said.</summary>
    public string? Meaning(SheetField field, string word)
    {
        if (!Words.TryGetValue(field, out var words))
        {
            return null;
        }

        var key = SheetHeader.Key(word);
        return words.GetValueOrDefault(word) ?? words.FirstOrDefault(w => SheetHeader.Key(w.Key) == key).Value;
    }

    /// <summary>The same mapping for a sheet whose columns may stand elsewhere: each is looked for by its name.</summary>
    /// <exception cref="RefusedException">`sheet.mapping-column`: a column of the mapping is not in the sheet.</exception>
    public SheetMapping For(SheetHeader header)
    {
        var fields = Fields.ToDictionary(f => f.Key, f =>
        {
            if (f.Value.Fixed is not null)
            {
                return f.Value;
            }

            var there = f.Value.Column >= 0 && f.Value.Column < header.Names.Count && SheetHeader.Key(header.Names[f.Value.Column]) == SheetHeader.Key(f.Value.Header);
            var column = there ? f.Value.Column : header.ColumnOf(f.Value.Header);
            return column >= 0 ? f.Value with { Column = column, Header = header.Names[column] }
                : throw new RefusedException(new Refusal("sheet.mapping-column", f.Value.Header, f.Key));
        });
        return this with { HeaderRow = header.FirstRow, HeaderRows = header.Rows, Fields = fields };
    }

    /// <summary>The mapping as a file: `docs/formats/sheet-mapping-v1.md`.</summary>
    public string ToJson() => MappingJson.Write(this);

    /// <exception cref="RefusedException">`sheet.mapping-bad`: it is no mapping of this format.</exception>
    public static SheetMapping FromJson(string json)
    {
        try
        {
            return MappingJson.Read(json);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RefusedException(new Refusal("sheet.mapping-bad", bad.Message));
        }
    }
}
