namespace Thads.Office.Figures;

/// <summary>A check of a form and the rows that fail it.</summary>
/// <param name="Code">"K01" and so on (statistics, section 4.2).</param>
/// <param name="Left">The cell that must equal the sum of <paramref name="Right"/>; null where the check is told in words.</param>
public sealed record FormCheck(string Code, string? Left, IReadOnlyList<string> Right, IReadOnlyList<string> FailingRows)
{
    public bool Holds => FailingRows.Count == 0;
}

/// <summary>Whether a form adds up as it is printed. A form that does not is marked, never hidden.</summary>
public static class CheckForm
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

    private static readonly string[] Parts = ["II", "III"];

    /// <summary>Under 08/2015 what is postponed or suspended is a part of what can be enforced.</summary>
    private static readonly Dictionary<string, string[]> Until2019 = new(StringComparer.Ordinal)
    {
        ["K03"] = ["enforceable", "not_enforceable"],
        ["K04"] = ["settled", "in_progress", "postponed_by_agreement", "paused", "postponed", "suspended"],
    };

    /// <summary>All checks of the form, those that hold too.</summary>
    public static IReadOnlyList<FormCheck> Run(FormReport printed)
    {
        var set = FormSet.Named(printed.Regime);
        decimal Cell(FormRow row, string cell) => row.Cells[set.ColumnOf(cell.TrimStart('-'))] ?? 0;
        var checks = Identities.Select(identity =>
        {
            var right = printed.Regime == "08-2015" ? Until2019.GetValueOrDefault(identity.Code, identity.Right) : identity.Right;
            var failing = printed.Rows.Where(row => Cell(row, identity.Left) != right.Sum(cell => cell[0] == '-' ? -Cell(row, cell) : Cell(row, cell)));
            return new FormCheck(identity.Code, identity.Left, right, [.. failing.Select(row => row.Row)]);
        }).ToList();
        checks.Add(new FormCheck("K10", null, [], [.. printed.Rows.Where(row =>
            Cell(row, "settled") < 0 || Cell(row, "enforceable") < Cell(row, "settled") || Cell(row, "due") < Cell(row, "enforceable") || Cell(row, "total") < Cell(row, "due"))
            .Select(row => row.Row)]));
        if (!FormKind.Named(printed.Form).ByUnit)
        {
            checks.Add(new FormCheck("K11", null, [], [.. PartsThatDiffer(printed)]));
        }

        return checks;
    }

    /// <summary>Parts II and III whose rows do not add up to row I in every column.</summary>
    private static IEnumerable<string> PartsThatDiffer(FormReport printed) =>
        from part in Parts
        let rows = printed.Rows.Where(row => row.Depth == 1 && row.Row.StartsWith(part + ".", StringComparison.Ordinal)).ToList()
        where printed.Columns.Select((column, i) => (column, i)).Any(c => !c.column.IsRate && rows.Sum(row => row.Cells[c.i]) != printed.Rows[0].Cells[c.i])
        select part;
}
