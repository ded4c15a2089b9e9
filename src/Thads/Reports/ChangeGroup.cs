using Thads.Office.Figures;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>Cells that the same matters changed: one reason will do for all of them.</summary>
/// <param name="Matters">Of one matter its moves, whatever cell they count in.</param>
public sealed record ChangeGroup(IReadOnlyList<ChangedBy> Matters, IReadOnlyList<CellChange> Cells)
{
    /// <summary>More groups than this are no help: then all cells stand together.</summary>
    private const int Most = 12;

    public static IReadOnlyList<ChangeGroup> Of(IReadOnlyList<CellChange> cells)
    {
        var groups = cells.GroupBy(cell => string.Join('\n', cell.Matters.Select(m => m.Code).Append(cell.Rest != 0 ? "*" : ""))).Select(group => Of([.. group], group.SelectMany(c => c.Matters))).ToList();
        return groups.Count > Most ? [Of(cells, cells.SelectMany(c => c.Matters))] : [.. groups.OrderByDescending(group => group.Cells.Count)];
    }

    private static ChangeGroup Of(IReadOnlyList<CellChange> cells, IEnumerable<ChangedBy> matters) => new(
        [.. matters.GroupBy(m => (m.Matter, m.Code)).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => new ChangedBy(
            g.Key.Matter, g.Key.Code, 0, [.. g.SelectMany(m => m.Moves).Select(move => move with { Counted = 0 }).Distinct().OrderBy(move => move.On).ThenBy(move => move.Step).ThenBy(move => move.Line)]))],
        cells);

    /// <summary>A value to the đồng, or a rate.</summary>
    public static string Written(CellChange change, decimal? value) => value is null ? "–" : WriteForm.Number(value, change.Column.IsRate);

    /// <summary>+1, −1, +0,02.</summary>
    public static string Difference(CellChange change) =>
        change.Difference < 0 ? "−" + WriteForm.Number(-change.Difference, change.Column.IsRate) : "+" + WriteForm.Number(change.Difference, change.Column.IsRate);
}
