using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Comparison;

/// <summary>What some units come to together in a period.</summary>
/// <param name="Matters">One value per column of the set, in việc; null where a report does not have it, or a rate has no base.</param>
/// <param name="Money">The same in đồng.</param>
/// <param name="Reported">So many of the units are counted in by their file.</param>
/// <param name="Silent">So many have neither a matter in the books nor a report.</param>
/// <param name="IsKnown">Whether anything of them is in the books or reported.</param>
public sealed record UnitSum(IReadOnlyList<decimal?> Matters, IReadOnlyList<decimal?> Money, int Reported, int Silent, bool IsKnown)
{
    public IReadOnlyList<decimal?> Of(Measure measure) => measure switch
    {
        Measure.Matters => Matters,
        Measure.Money => Money,
    };
}

/// <summary>
/// A period by the accounts of each single unit, from the books or from the file it reported by. Added up over the scope of a unit in any tree — that of the
/// period, or that of today — it gives that unit's figures: nothing is counted twice and nothing is lost, since every account belongs to one unit.
/// </summary>
public sealed class UnitAccounts
{
    private readonly Dictionary<(Measure Measure, int Unit), long[]> _books = [];
    private readonly Dictionary<(Measure Measure, int Unit), ReportedFigures> _reports = [];
    private readonly HashSet<int> _silent = [];
    private readonly HashSet<int> _known = [];

    /// <summary>The set of the period, by which a file counts that does not say otherwise.</summary>
    private readonly FormSet _own;

    private UnitAccounts(FormScope scope) =>
        (Set, Tree, End, CutOff, _own) = (scope.Set, scope.Tree, scope.End, scope.CutOff, FormSet.Of(scope.Year.Year, scope.Months));

    public FormSet Set { get; }

    public UnitTree Tree { get; }

    /// <summary>Last day of the period.</summary>
    public DateOnly End { get; }

    public DocketCutOff CutOff { get; }

    /// <param name="query">Period, cut-off and regime; its unit must be the person's to see, its form and officer do not matter.</param>
    /// <param name="units">Ids of the units wanted; of these, the ones the person sees.</param>
    public static async Task<UnitAccounts> OfAsync(FormQuery query, IReadOnlySet<int> units, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var asked = await FormScope.ResolveAsync(query with { Form = "04", Officer = null }, work, ct);
        var scope = asked with { Units = units.VisibleTo(work.Person), IsEverything = asked.Tree.Units.All(units.Contains) && asked.Tree.Units.All(work.Person.Sees) };
        var accounts = new UnitAccounts(scope);
        var given = new Dictionary<(Measure, int), ReportedFigures>();
        foreach (var kind in FormKind.All.Where(kind => kind.ByUnit))
        {
            var one = scope with { Kind = kind };
            foreach (var changes in (await ReadForm.ChangesAsync(one, ChangeGrain.Unit, work, ct)).Where(change => scope.Units.Contains(change.Unit)).GroupBy(change => change.Unit))
            {
                accounts._books[(kind.Measure, changes.Key)] = ReadForm.Leaves(scope.Set, changes);
            }

            foreach (var (unit, report) in await ReadMixedForm.ReportedAsync(one, work, ct))
            {
                given[(kind.Measure, unit)] = report;
            }
        }

        var held = (await (await work.ConnectAsync(ct)).ListAsync("SELECT DISTINCT unit_id FROM matter_now", r => r.GetInt32(0), ct)).ToHashSet();
        foreach (var unit in scope.Units)
        {
            accounts.Place(unit, given, held);
        }

        return accounts;
    }

    /// <summary>All of these units together.</summary>
    public UnitSum Sum(IReadOnlySet<int> units) =>
        new(Cells(Measure.Matters, units), Cells(Measure.Money, units), units.Count(unit => IsReported(unit)), units.Count(_silent.Contains), units.Any(_known.Contains));

    public bool IsReported(int unit) => _reports.ContainsKey((Measure.Matters, unit)) || _reports.ContainsKey((Measure.Money, unit));

    /// <summary>A unit counts by one of the two, never by both: by the books as soon as they hold anything of it.</summary>
    private void Place(int unit, Dictionary<(Measure Measure, int Unit), ReportedFigures> given, HashSet<int> held)
    {
        var own = Tree.ScopeOf(unit, End);
        var isInBooks = own.Any(held.Contains) || own.Any(HasAccounts);
        var isLeaf = !isInBooks && Tree.Below(unit, End).Count == 1;
        var reports = given.Where(report => report.Key.Unit == unit).ToList();
        if (isInBooks)
        {
            _known.Add(unit);
        }
        else if (isLeaf && reports.Count > 0)
        {
            _known.Add(unit);
            reports.ForEach(report => _reports.Add(report.Key, report.Value));
        }
        else if (isLeaf && Tree.IsValidOn(unit, End))
        {
            _silent.Add(unit);
        }
    }

    private bool IsCountedAlike(string cell, ReportedFigures report)
    {
        var theirs = report.Regime is null ? _own : FormSet.All.FirstOrDefault(set => set.Regime == report.Regime) ?? _own;
        return theirs == Set || Same(cell);

        bool Same(string of)
        {
            var (one, other) = (Set.Formulas[Set.ColumnOf(of)], theirs.Formulas[theirs.ColumnOf(of)]);
            return one.Text == other.Text && one.Parts.All(part => Same(part.Cell));
        }
    }

    private bool HasAccounts(int unit) => FormKind.All.Any(kind => _books.TryGetValue((kind.Measure, unit), out var cells) && cells.Any(cell => cell != 0));

    private decimal?[] Cells(Measure measure, IReadOnlySet<int> units)
    {
        var books = ReadForm.FromLeaves(Set, ReadForm.Sum(Set, units.Where(unit => _books.ContainsKey((measure, unit))).Select(unit => _books[(measure, unit)])));
        var reports = units.Where(unit => _reports.ContainsKey((measure, unit))).Select(unit => _reports[(measure, unit)]).ToList();
        return reports.Count == 0 ? books : Mixed(books, reports);
    }

    /// <summary>Sums, and rates of the sums; a cell that one of the reports lacks, or counted by another rule, is null: a file cannot be counted again.</summary>
    private decimal?[] Mixed(decimal?[] books, List<ReportedFigures> reports)
    {
        var cells = new decimal?[books.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = Set.Columns[i].Cell;
            cells[i] = Set.Formulas[i].Rate is null && reports.TrueForAll(r => r.Cells.ContainsKey(column) && IsCountedAlike(column, r)) ? books[i] + reports.Sum(r => r.Cells[column]) : null;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (Set.Formulas[i].Rate is { } rate && cells[Set.ColumnOf(rate.Part)] is { } part && cells[Set.ColumnOf(rate.Whole)] is { } whole)
            {
                cells[i] = Money.Rate((long)part, (long)whole);
            }
        }

        return cells;
    }
}
