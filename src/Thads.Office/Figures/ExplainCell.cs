using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>A move behind a cell.</summary>
/// <param name="Line">Code of the line; null when the matter itself moved.</param>
/// <param name="Step">Number of the step; 0 = the docketing.</param>
/// <param name="Counted">What it adds to the cell: việc, or đồng.</param>
public sealed record ExplainedMove(string? Line, int Step, DateOnly On, DateOnly KnownOn, DocketState From, DocketState To, bool TakenBack, long Act, long Counted);

/// <summary>A matter behind a cell, with the moves that put it there.</summary>
public sealed record ExplainedMatter(Guid Id, string Code, long Counted, IReadOnlyList<ExplainedMove> Moves);

/// <summary>What a cell is made of. The parts add up to the value.</summary>
public sealed record CellExplanation(FormQuery Query, string Row, string Cell, string Regime, string FormulaText, long LastAct, long Value, IReadOnlyList<ExplainedMatter> Matters);

/// <summary>Opens a figure: the matters and moves behind a cell.</summary>
public static class ExplainCell
{
    /// <exception cref="RefusedException">`cell.unknown`, `cell.rate`, `row.unknown`, and those of <see cref="FormScope.ResolveAsync"/>.</exception>
    public static async Task<CellExplanation> RunAsync(FormQuery query, string row, string cell, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var scope = await FormScope.ResolveAsync(query, work, ct);
        var formula = scope.Set.Formulas[scope.Set.ColumnOf(cell)];
        RefusedException.ThrowIf(formula.Rate is null ? null : new Refusal("cell.rate"));
        var counts = Counts(scope, row);
        var matters = await KeptReadings.OfAsync(
            scope, $"cell {scope.Kind.Number} {scope.Set.Regime} {scope.Unit} {row} {OwnUnits(scope, row)} {cell}", work, connection => MattersAsync(scope, formula, counts, connection, ct), found => found.Sum(m => m.Moves.Count + 1), ct);
        return new CellExplanation(query, row, cell, scope.Set.Regime, formula.Text, scope.CutOff.Act, matters.Sum(m => m.Counted), matters);
    }

    /// <summary>What the row of a unit counts: a report is opened by the tree of its own time, in which the same unit may have held other units.</summary>
    private static string OwnUnits(FormScope scope, string row) =>
        row.StartsWith("unit:", StringComparison.Ordinal) && scope.Tree.UnitOf(row["unit:".Length..]) is { } unit ? Sql.List(scope.Tree.ScopeOf(unit, scope.End).Order()) : "*";

    private static async Task<IReadOnlyList<ExplainedMatter>> MattersAsync(FormScope scope, Formula formula, Func<DocketChange, bool> counts, DbConnection connection, CancellationToken ct)
    {
        var known = scope.CutOff.KnownOn is null ? "" : " AND m.known_on <= @known";
        var units = scope.IsEverything ? "1 = 1" : $"(m.to_unit IN ({Sql.List(scope.Units)}) OR (m.from_unit <> m.to_unit AND m.from_unit IN ({Sql.List(scope.Units)})))";
        var pairs = string.Join(" OR ", formula.Counted().GroupBy(p => p.From).Select(g => $"(m.from_state = {g.Key} AND m.to_state IN ({Sql.List(g.Select(p => p.To))}))"));
        var moves = await connection.ListAsync(
            $"""
            SELECT m.class, m.docket_year, {DocketBook.Columns}, m.matter_id, c.code, o.code
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN obligation o ON o.matter_id = m.matter_id AND o.number = m.line
            WHERE ({pairs} OR m.from_unit <> m.to_unit OR m.from_officer <> m.to_officer) AND {units} AND m.happened_on <= @end AND m.act <= @act AND {(scope.Kind.Measure == Measure.Matters ? "m.line = 0" : "m.line > 0")}{known}
            """,
            r =>
            {
                var move = DocketBook.Read(r, 2);
                var weight = Weight(move, r.GetInt32(0), r.GetInt32(1), scope, formula, counts);
                return weight == 0 ? default : (Matter: r.Id(15), Code: r.GetString(16), Move: (ExplainedMove?)new ExplainedMove(
                    r.TextOrNone(17), move.Move.Step, move.Move.On, move.KnownOn, move.Move.From, move.Move.To, move.TakenBack, move.Act, weight * move.Quantity), Weight: weight);
            }, ct, ("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue));
        return [.. moves.Where(m => m.Move is not null).GroupBy(m => (m.Matter, m.Code)).Select(g => (
                g.Key, Counted: g.Sum(m => m.Move!.Counted), Moves: g.Select(m => m.Move!).OrderBy(m => m.On).ThenBy(m => m.Step).ToList(),
                IsBehind: g.Sum(m => m.Move!.Counted) != 0 || g.GroupBy(m => m.Move!.Line).Any(IsThereWithoutMoney)))
            .Where(m => m.IsBehind)
            .OrderBy(m => m.Key.Code, StringComparer.Ordinal)
            .Select(m => new ExplainedMatter(m.Key.Matter, m.Key.Code, m.Counted, m.Moves))];
    }

    /// <summary>A line that is not about money adds 0 đồng, and is behind the cell all the same while its moves do not cancel out.</summary>
    private static bool IsThereWithoutMoney(IEnumerable<(Guid Matter, string Code, ExplainedMove? Move, int Weight)> line)
    {
        var moves = line.ToList();
        return moves.TrueForAll(m => m.Move!.Counted == 0) && moves.Sum(m => m.Move!.TakenBack ? -m.Weight : m.Weight) != 0;
    }

    /// <summary>Whether a change lies in the row: by its class, or by its account.</summary>
    internal static Func<DocketChange, bool> Counts(FormScope scope, string row)
    {
        bool InScope(DocketChange c) => scope.Units.Contains(c.Unit) && (scope.Officer == 0 || c.Officer == scope.Officer);
        if (!scope.Kind.ByUnit)
        {
            var definition = scope.Set.Rows.FirstOrDefault(r => r.Row == row) ?? throw new RefusedException(new Refusal("row.unknown", row));
            return c => InScope(c) && definition.Has(DocketClass.Of(c.Class));
        }

        var (kind, code) = (row.Split(':')[0], row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        if (kind == "unit" && scope.Tree.UnitOf(code) is { } unit && scope.Tree.Below(scope.Unit, scope.End).Any(u => u.Unit == unit))
        {
            var own = scope.Tree.ScopeOf(unit, scope.End);
            return c => InScope(c) && own.Contains(c.Unit);
        }

        if (kind == "officer" && scope.Tree.OfficerOf(code) is { } officer)
        {
            return c => InScope(c) && c.Officer == officer;
        }

        throw new RefusedException(new Refusal("row.unknown", row));
    }

    /// <summary>A handover is two changes, and both may count.</summary>
    private static int Weight(PostedMove posted, int docketClass, int docketYear, FormScope scope, Formula formula, Func<DocketChange, bool> counts)
    {
        var weight = 0;
        DocketChange.Of(posted, docketClass, docketYear, (change, _) =>
        {
            if (counts(change))
            {
                weight += formula.Weight(
                    posted.Move.On < scope.Year.Start ? Phase.Before : Phase.Within, change.From, change.To, (docketClass & DocketClass.ByDelegationBit) != 0);
            }
        });
        return weight;
    }
}
