namespace Thads.Office.Exchange.Workbooks;

/// <summary>How a column of an exchange file is best shown in a spreadsheet. Reading does not ask: there the cell says what it is.</summary>
internal enum ColumnKind
{
    /// <summary>Codes, names, notes: never turned into a number.</summary>
    Text = 1,

    /// <summary>A day, as a real date.</summary>
    Day = 2,

    /// <summary>Đồng, shown with thousands set apart.</summary>
    Amount = 3,

    /// <summary>Years, counts, 0/1, percent.</summary>
    Number = 4,
}

/// <summary>The exchange files as sheets of a workbook (exchange-v1, section 1).</summary>
internal static class ExchangeSheets
{
    public static IEnumerable<string> Names => ExchangeFormat.All.Select(file => file.Name);

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "line", "state_revenue", "credit_institution", "corruption", "by_delegation", "year", "value",
        "months", "total", "carried", "new", "delegated", "withdrawn", "pulled_up", "returned", "due", "enforceable", "not_enforceable",
        "postponed_suspended", "settled", "rate", "target", "margin", "previous_rate", "rate_change", "previous_settled",
        "settled_change", "carried_over", "carried_over_enforceable", "precision", "officers", "separate",
    };

    /// <summary>The file a sheet stands for, however its name is capitalised; null if it stands for none.</summary>
    public static string? FileOf(string sheet) => Names.FirstOrDefault(name => name.Equals(sheet.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>A sheet, like a column, that starts so is the office's own and is passed over.</summary>
    public static bool IsOwn(string sheet) => sheet.StartsWith(ExchangeFormat.ExtraPrefix, StringComparison.OrdinalIgnoreCase);

    public static ColumnKind KindOf(string column) => column switch
    {
        "on" or "valid_from" or "valid_to" => ColumnKind.Day,
        "amount" => ColumnKind.Amount,
        _ when column.StartsWith(ExchangeFormat.ExtraPrefix, StringComparison.Ordinal) => ColumnKind.Text,
        _ when column.EndsWith("_on", StringComparison.Ordinal) => ColumnKind.Day,
        _ when Numbers.Contains(column) => ColumnKind.Number,
        _ => ColumnKind.Text,
    };
}
