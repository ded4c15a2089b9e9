using Thads.Office.Docket;
using Thads.Office.Reports;

namespace Thads.Office.Figures.Checks;

/// <summary>K01 to K10: what must hold within each row. Rows that count in a file are looked at in đồng; of a cell a file does not have nothing is asked.</summary>
internal static class RowChecks
{
    private static readonly (string Code, string Left, string[] Right)[] Identities =
    [
        ("K01", "total", ["carried", "new"]),
        ("K02", "due", ["total", "-delegated", "-withdrawn", "-pulled_up", "-returned"]),
        ("K03", "due", ["enforceable", "not_enforceable", "postponed", "suspended"]),
        ("K04", "enforceable", ["settled", "in_progress", "postponed_by_agreement", "paused"]),
        ("K05", "settled", ["completed", "terminated", "reduced"]),
        ("K06", "carried_over", ["due", "-settled"]),
        ("K07", "carried_over_enforceable", ["enforceable", "-settled"]),
        ("K08", "carried_over", ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended"]),
    ];

    /// <summary>Under 08/2015 what is postponed or suspended is a part of what can be enforced.</summary>
    private static readonly Dictionary<string, string[]> Until2019 = new(StringComparer.Ordinal)
    {
        ["K03"] = ["enforceable", "not_enforceable"],
        ["K04"] = ["settled", "in_progress", "postponed_by_agreement", "paused", "postponed", "suspended"],
    };

    /// <summary>A handover in the year of docketing, or a move to the separate book, may leave them below zero.</summary>
    private static readonly string[] MayBeNegative = ["carried", "new", "delegated_in"];

    public static IEnumerable<CheckResult> Run(IReadOnlyList<ClosedForm> forms, string regime)
    {
        var is2015 = regime == "08-2015";
        foreach (var (code, left, usual) in Identities)
        {
            var right = is2015 ? Until2019.GetValueOrDefault(code, usual) : usual;
            var result = CheckResult.Of(code, isHard: true, forms.SelectMany(form => form.Layers().SelectMany(layer => Broken(layer, left, right))));
            yield return is2015 && Until2019.ContainsKey(code) ? result with { Rule = new Refusal($"check.{code}-2015") } : result;
        }

        yield return CheckResult.Of("K09", isHard: true, forms.SelectMany(form => form.Exact()).SelectMany(Rate));
        yield return CheckResult.Of("K10", isHard: true, forms.SelectMany(form => form.Layers()).SelectMany(layer => Negative(layer).Concat(OutOfOrder(layer))));
        yield return CheckResult.Of("K10b", isHard: false, forms.SelectMany(form => form.Exact()).SelectMany(layer =>
            MayBeNegative.Where(cell => layer[cell] < 0).Select(cell => layer.Fails(cell, 0))));
    }

    /// <summary>The layers of a form that must add up: what is printed, and what it was rounded from.</summary>
    public static IEnumerable<CheckedRow> Layers(this ClosedForm form) => form.Measure switch
    {
        Measure.Matters => form.Exact(),
        Measure.Money => form.Rows.Where(row => !row.IsReported && row.ReportedBelow == 0).Select(row => new CheckedRow(form, row, row.Printed, IsPrinted: true)).Concat(form.Exact()),
    };

    public static IEnumerable<CheckedRow> Exact(this ClosedForm form) => form.Rows.Select(row => new CheckedRow(form, row, row.Exact, IsPrinted: false));

    private static IEnumerable<FailingCell> Broken(CheckedRow row, string left, string[] right)
    {
        var sum = row.Sum(right);
        if (row[left] is { } value && sum is { } expected && value != expected)
        {
            yield return row.Fails(left, expected, right);
        }
    }

    private static IEnumerable<FailingCell> Rate(CheckedRow row)
    {
        if (row["settled"] is { } settled && row["enforceable"] is { } enforceable && Law.Money.Rate((long)settled, (long)enforceable) is var expected && row["rate"] != expected)
        {
            yield return row.Fails("rate", expected);
        }
    }

    private static IEnumerable<FailingCell> Negative(CheckedRow row) =>
        row.Form.Columns.Where(column => !MayBeNegative.Contains(column.Cell) && row[column.Cell] < 0).Select(column => row.Fails(column.Cell, 0));

    /// <summary>c9 ≤ c8 ≤ c7 ≤ c2.</summary>
    private static IEnumerable<FailingCell> OutOfOrder(CheckedRow row)
    {
        string[] rising = ["settled", "enforceable", "due", "total"];
        return rising.Zip(rising.Skip(1)).Where(pair => row[pair.First] > row[pair.Second]).Select(pair => row.Fails(pair.First, row[pair.Second]));
    }
}

/// <summary>A row of a form with the values that are looked at.</summary>
internal sealed record CheckedRow(ClosedForm Form, ClosedRow Row, IReadOnlyList<decimal?> Values, bool IsPrinted)
{
    /// <summary>Null where the form has no such cell, or nothing stands in it.</summary>
    public decimal? this[string cell] => Form.ColumnOf(cell) is >= 0 and var i ? Values[i] : null;

    /// <summary>Null as soon as one of the cells is empty.</summary>
    public decimal? Sum(IEnumerable<string> cells) => cells.Aggregate((decimal?)0m, (sum, cell) => cell[0] == '-' ? sum - this[cell[1..]] : sum + this[cell]);

    public FailingCell Fails(string cell, decimal? expected, IReadOnlyList<string>? parts = null) => new(
        Form.Form, Row.Row, cell, this[cell], expected, IsPrinted, [.. (parts ?? []).Select(part => new CheckedPart(part.TrimStart('-'), part[0] == '-', this[part.TrimStart('-')]))])
    {
        Label = Row.Label,
        LabelEn = Row.LabelEn,
    };
}
