namespace Thads.Office.Tests.Brute;

/// <summary>
/// The second computation of forms 01, 02, 04 and 05: from the rows of an exchange set and the text of exchange-v1 alone, with no book, no moves and
/// not a line of the product. For each scope every matter is lived through again, and what happens to it is put straight into the cells.
/// How doubtful places were read: docs/decisions/0010-second-computation-readings.md.
/// </summary>
public static class BruteForms
{
    /// <summary>The cells that are counted; the others follow from them.</summary>
    public static readonly IReadOnlyList<string> LeafCells =
        ["carried", "new", "delegated_in", "delegated", "withdrawn", "pulled_up", "returned", "completed", "terminated", "reduced",
        "in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "separate"];

    private static readonly string[] Types =
        ["civil", "family", "commercial", "labour", "criminal", "administrative", "bankruptcy", "arbitration", "competition", "other"];

    /// <param name="form">01, 02, 04 or 05.</param>
    /// <param name="knownOn">The cut-off; null for all that is known today.</param>
    /// <param name="regime">08-2015, 06-2019 or 05-2024.</param>
    public static IReadOnlyDictionary<(string Row, string Cell), decimal?> Form(
        ExchangeSet set, string form, string unit, int year, int months, string? officer, DateOnly? knownOn, string regime)
    {
        var money = form is "02" or "05";
        var end = EndOf(year, months);
        var rows = new Dictionary<(string, string), decimal?>();
        if (form is "01" or "02")
        {
            var scope = ScopeOf(set, unit, end);
            var things = Count(set, money, a => scope.Contains(a.Unit) && (officer is null || a.Officer == officer), year, months, knownOn);
            foreach (var (row, counts) in RowsByClass())
            {
                Add(row, Derived(things.Where(counts), regime));
            }
        }
        else
        {
            foreach (var below in Below(set, unit, end))
            {
                var scope = ScopeOf(set, below, end);
                var things = Count(set, money, a => scope.Contains(a.Unit) && (officer is null || a.Officer == officer), year, months, knownOn);
                Add($"unit:{below}", Derived(things, regime));
            }

            var whole = ScopeOf(set, unit, end);
            foreach (var code in set.Officers.Select(o => o.Code).Distinct().Where(code => officer is null || code == officer))
            {
                var things = Count(set, money, a => whole.Contains(a.Unit) && a.Officer == code, year, months, knownOn);
                var cells = Derived(things, regime);
                if (cells.Values.Any(value => value is not (null or 0)))
                {
                    Add($"officer:{code}", cells);
                }
            }
        }

        return rows;

        void Add(string row, Dictionary<string, decimal?> cells)
        {
            foreach (var (cell, value) in cells)
            {
                rows.Add((row, cell), value);
            }
        }
    }

    /// <summary>The regime of a period: 05-2024 from the report of 10 months of 2024 on.</summary>
    public static string RegimeOf(int year, int months) =>
        year <= 2019 ? "08-2015" : year < 2024 || (year == 2024 && months < 10) ? "06-2019" : "05-2024";

    public static DateOnly StartOf(int year) => new(year - 1, 10, 1);

    /// <summary>The last day of the m-th month: 1 is October, 12 September.</summary>
    public static DateOnly EndOf(int year, int months) =>
        months is >= 1 and <= 12 ? StartOf(year).AddMonths(months).AddDays(-1) : throw new ArgumentOutOfRangeException(nameof(months));

    /// <summary>
    /// The units whose accounts a unit answers for on the last day of the period: itself and what is below it in the tree of that day; for each of
    /// these its predecessors up to that day, and again theirs and what may still be below them.
    /// </summary>
    public static IReadOnlySet<string> ScopeOf(ExchangeSet set, string unit, DateOnly end)
    {
        var scope = new HashSet<string>(Below(set, unit, end));
        while (set.Succession.FirstOrDefault(s => s.On <= end && scope.Contains(s.To) && !scope.Contains(s.From)) is { } next)
        {
            scope.UnionWith(Below(set, next.From, end));
        }

        return scope;
    }

    /// <summary>The unit and every unit below it in the tree of the day.</summary>
    public static IReadOnlyList<string> Below(ExchangeSet set, string unit, DateOnly day)
    {
        if (!set.Units.Any(u => u.Code == unit))
        {
            throw new ArgumentException($"There is no unit {unit}.", nameof(unit));
        }

        var found = new List<string> { unit };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(set.Units.Where(u => u.Parent == found[i] && BruteMatter.Spans(u.ValidFrom, day, u.ValidTo)).Select(u => u.Code).Except(found));
        }

        return found;
    }

    /// <summary>All cells of a row that counts the accounts in scope, of every class: for what is no row of a form, as the matters of no officer.</summary>
    internal static Dictionary<string, decimal?> Row(
        ExchangeSet set, string form, Func<Account, bool> inScope, int year, int months, DateOnly? knownOn, string regime) =>
        Derived(Count(set, form is "02" or "05", inScope, year, months, knownOn), regime);

    /// <summary>The steps of each matter that are known at the cut-off, in the order in which they count.</summary>
    internal static Dictionary<string, List<StepRow>> KnownSteps(ExchangeSet set, DateOnly? knownOn) => set.Steps
        .Where(s => knownOn is null ? s.VoidedOn is null : s.KnownSince <= knownOn && (s.VoidedOn is null || s.VoidedOn > knownOn))
        .GroupBy(s => s.Matter)
        .ToDictionary(g => g.Key, g => g.OrderBy(s => s.On).ToList()); // a stable sort: steps of one day stay in the order of entry

    private static List<Thing> Count(ExchangeSet set, bool money, Func<Account, bool> inScope, int year, int months, DateOnly? knownOn)
    {
        var (start, end) = (StartOf(year), EndOf(year, months));
        var steps = KnownSteps(set, knownOn);
        var lines = set.Obligations.ToLookup(o => o.Matter);
        var things = new List<Thing>();
        foreach (var matter in set.Matters.Where(m => m.DecidedOn <= end && (knownOn is null || m.KnownSince <= knownOn)))
        {
            var tally = new Tally(matter, year, start, inScope);
            if (matter.DecidedOn < start)
            {
                LookAt(Live(start.AddDays(-1), told: null), tally.StoodBefore);
            }

            LookAt(Live(end, tally), tally.StandsAtTheEnd);
            if (money)
            {
                things.AddRange(lines[matter.Code].Select(o => new Thing(matter, o.StateRevenue, cell => tally.Of(o.Line, cell))));
            }
            else
            {
                things.Add(new(matter, lines[matter.Code].Any(o => o.StateRevenue), cell => tally.Of("", cell)));
            }

            BruteMatter Live(DateOnly until, Tally? told)
            {
                var life = new BruteMatter(matter, lines[matter.Code], told);
                foreach (var step in steps.GetValueOrDefault(matter.Code, []).Where(s => s.On <= until))
                {
                    life.Take(step);
                }

                return life;
            }
        }

        return things;
    }

    private static void LookAt(BruteMatter matter, Action<string, Account, string, decimal> look)
    {
        look("", matter.Account, matter.State, 1);
        foreach (var line in matter.Lines)
        {
            look(line.Code, matter.Account, line.State, line.Remainder);
        }
    }

    private static IEnumerable<(string Row, Func<Thing, bool> Counts)> RowsByClass()
    {
        yield return ("I", _ => true);
        yield return ("II.1", t => t.Matter.Basis == "ex_officio");
        yield return ("II.2", t => t.Matter.Basis == "on_request");
        foreach (var (at, type) in Types.Index())
        {
            yield return ($"III.{at + 1}", t => t.Matter.Type == type);
            yield return ($"III.{at + 1}.1", t => t.Matter.Type == type && t.Matter.Basis == "ex_officio");
            yield return ($"III.{at + 1}.2", t => t.Matter.Type == type && t.Matter.Basis == "on_request");
        }

        yield return ("IV.1", t => t.Matter.CreditInstitution);
        yield return ("IV.2", t => t.Matter.Corruption);
        yield return ("IV.3", t => t.StateRevenue);
    }

    private static Dictionary<string, decimal?> Derived(IEnumerable<Thing> things, string regime)
    {
        var counted = things.ToList();
        var cells = LeafCells.ToDictionary(cell => cell, cell => (decimal?)counted.Sum(thing => thing.Cell(cell)));
        cells["total"] = cells["carried"] + cells["new"];
        cells["due"] = cells["total"] - cells["delegated"] - cells["withdrawn"] - cells["pulled_up"] - cells["returned"];
        cells["settled"] = cells["completed"] + cells["terminated"] + cells["reduced"];
        cells["enforceable"] = cells["settled"] + cells["in_progress"] + cells["postponed_by_agreement"] + cells["paused"]
            + (regime == "08-2015" ? cells["postponed"] + cells["suspended"] : 0);
        cells["carried_over"] = cells["due"] - cells["settled"];
        cells["carried_over_enforceable"] = cells["enforceable"] - cells["settled"];
        cells["rate"] = cells["enforceable"] == 0 ? null
            : decimal.Round(100m * cells["settled"]!.Value / cells["enforceable"]!.Value, 2, MidpointRounding.AwayFromZero);
        return cells;
    }

    /// <summary>What a form counts: a matter, or a line with its đồng.</summary>
    private sealed record Thing(MatterRow Matter, bool StateRevenue, Func<string, decimal> Cell);
}
