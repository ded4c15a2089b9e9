using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>A cell of a form, by its names.</summary>
public sealed record CellName(string Form, string Row, string Cell)
{
    public override string ToString() => $"{Form}/{Row}/{Cell}";

    /// <summary>From "01/I/settled"; null where it is none.</summary>
    public static CellName? Parse(string text) => text.Split('/') is [var form, var row, var cell] ? new CellName(form, row, cell) : null;
}

/// <summary>A matter whose later moves changed a cell.</summary>
/// <param name="Counted">What they add to the cell: việc, or đồng. 0 for a rate, which is no sum.</param>
public sealed record ChangedBy(Guid Matter, string Code, long Counted, IReadOnlyList<ExplainedMove> Moves);

/// <summary>A cell that says something else than in the version before.</summary>
/// <param name="Old">Null where the row or the value was not there.</param>
/// <param name="Matters">Whose moves between the two cut-offs changed it; of a rate, those of its two parts.</param>
public sealed record CellChange(CellName Name, string Label, string LabelEn, FormColumn Column, decimal? Old, decimal? New, IReadOnlyList<ChangedBy> Matters)
{
    /// <summary>Old + difference = new, where nothing counts as 0. Of a rate in points.</summary>
    public decimal Difference => (New ?? 0) - (Old ?? 0);

    /// <summary>What no move explains: the tree of units changed, or a unit's file came. 0 for a rate.</summary>
    public decimal Rest => Column.IsRate ? 0 : Difference - Matters.Sum(m => m.Counted);
}

/// <summary>Two versions of one address, the earlier first.</summary>
public sealed record VersionChanges(ReportVersion Before, ReportVersion After, IReadOnlyList<CellChange> Cells);

/// <summary>What changed from one version to a later one, to the đồng, and the moves that did it.</summary>
public static class CompareVersions
{
    /// <summary>The changed cells alone.</summary>
    public static IEnumerable<(ClosedForm Form, ClosedRow Row, FormColumn Column, decimal? Old, decimal? New)> Cells(IReadOnlyList<ClosedForm> before, IReadOnlyList<ClosedForm> after)
    {
        foreach (var form in after)
        {
            var old = before.FirstOrDefault(f => f.Form == form.Form);
            var rows = form.Rows.Concat((old?.Rows ?? []).Where(row => form.RowOf(row.Row) is null));
            foreach (var row in rows)
            {
                foreach (var column in form.Columns)
                {
                    var (was, now) = (old?[row.Row, column.Cell], form[row.Row, column.Cell]);
                    if (was != now && ((was ?? 0) != (now ?? 0) || (old?.RowOf(row.Row) is not null && form.RowOf(row.Row) is not null)))
                    {
                        yield return (form, row, column, was, now);
                    }
                }
            }
        }
    }

    /// <param name="before">The earlier version, of the same address.</param>
    public static async Task<VersionChanges> RunAsync(ReportVersion before, ReportVersion after, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var changed = new List<CellChange>();
        foreach (var form in Cells(before.Forms, after.Forms).GroupBy(c => c.Form))
        {
            var scope = await FormScope.ResolveAsync(
                new FormQuery(form.Key.Form, after.Unit, after.Year, after.Months, after.Officer, after.KnownOn, after.Regime, LastAct: after.LastAct) { TreeAct = after.TreeAct }, work, ct);
            var moves = work.Person.May.HasFlag(Permissions.ReadMatters)
                ? await MovesBetween.ReadAsync(scope, new DocketCutOff(before.LastAct, before.KnownOn), await work.ConnectAsync(ct), ct) : [];
            changed.AddRange(form.Select(c => new CellChange(
                new CellName(form.Key.Form, c.Row.Row, c.Column.Cell), c.Row.Label, c.Row.LabelEn, c.Column, c.Old, c.New, Responsible(scope, c.Row.Row, c.Column, moves))));
        }

        return new VersionChanges(before, after, changed);
    }

    private static List<ChangedBy> Responsible(FormScope scope, string row, FormColumn column, IReadOnlyList<LaterMove> moves)
    {
        if (moves.Count == 0 || WhyNotCounted(scope, row, out var inRow))
        {
            return [];
        }

        var formula = scope.Set.Formulas[scope.Set.ColumnOf(column.Cell)];
        if (formula.Rate is { } rate)
        {
            var parts = new[] { rate.Part, rate.Whole }.SelectMany(cell => By(scope.Set.Formulas[scope.Set.ColumnOf(cell)]));
            return [.. parts.GroupBy(m => m.Matter).Select(g => g.First() with { Counted = 0, Moves = [.. g.SelectMany(m => m.Moves).DistinctBy(m => m with { Counted = 0 }).Select(m => m with { Counted = 0 })] })
                .OrderBy(m => m.Code, StringComparer.Ordinal)];
        }

        return By(formula);

        List<ChangedBy> By(Formula counted) =>
        [
            .. moves.Select(m => (Move: m, Counted: m.CountedIn(scope, counted, inRow!))).Where(m => m.Counted != 0).GroupBy(m => (m.Move.Matter, m.Move.Code))
                .Select(g => new ChangedBy(g.Key.Matter, g.Key.Code, g.Sum(m => m.Counted), [.. g.Select(m => Explained(m.Move, m.Counted)).OrderBy(m => m.On).ThenBy(m => m.Step)]))
                .OrderBy(m => m.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>A row of a unit that the later tree does not know any more counts no moves.</summary>
    private static bool WhyNotCounted(FormScope scope, string row, out Func<DocketChange, bool>? inRow)
    {
        try
        {
            inRow = ExplainCell.Counts(scope, row);
            return false;
        }
        catch (RefusedException)
        {
            inRow = null;
            return true;
        }
    }

    private static ExplainedMove Explained(LaterMove move, long counted) => new(
        move.Line, move.Posted.Move.Step, move.Posted.Move.On, move.Posted.KnownOn, move.Posted.Move.From, move.Posted.Move.To, move.Posted.TakenBack, move.Posted.Act, counted);
}
