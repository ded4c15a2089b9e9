using Thads.Office.Watch.SecondComputation;

namespace Thads.Office.Tests.Brute;

/// <summary>
/// The second computation of forms 01, 02, 04 and 05 (Watch/SecondComputation, which shares no code with the book) asked about the rows of an exchange
/// set, which never were in a database. How doubtful places were read: docs/decisions/0010-second-computation-readings.md.
/// </summary>
public static class BruteForms
{
    /// <summary>The cells that are counted; the others follow from them.</summary>
    public static IReadOnlyList<string> LeafCells => CountedCells.Leaves;

    /// <param name="form">01, 02, 04 or 05.</param>
    /// <param name="knownOn">The cut-off; null for all that is known today.</param>
    /// <param name="regime">08-2015, 06-2019 or 05-2024.</param>
    public static IReadOnlyDictionary<(string Row, string Cell), decimal?> Form(
        ExchangeSet set, string form, string unit, int year, int months, string? officer, DateOnly? knownOn, string regime)
    {
        var count = Count(set, new(unit, officer, year, months, regime, 1, knownOn), Tree(set, unit));
        return count.Form(form).SelectMany(row => row.Value.Select(cell => (Key: (row.Key, cell.Key), cell.Value))).ToDictionary(cell => cell.Key, cell => cell.Value);
    }

    /// <summary>The regime of a period: 05-2024 from the report of 10 months of 2024 on.</summary>
    public static string RegimeOf(int year, int months) =>
        year <= 2019 ? "08-2015" : year < 2024 || (year == 2024 && months < 10) ? "06-2019" : "05-2024";

    public static DateOnly StartOf(int year) => new(year - 1, 10, 1);

    /// <summary>The last day of the m-th month: 1 is October, 12 September.</summary>
    public static DateOnly EndOf(int year, int months) =>
        months is >= 1 and <= 12 ? StartOf(year).AddMonths(months).AddDays(-1) : throw new ArgumentOutOfRangeException(nameof(months));

    /// <summary>The units whose accounts a unit answers for on the last day of the period.</summary>
    public static IReadOnlySet<string> ScopeOf(ExchangeSet set, string unit, DateOnly end) => Tree(set, unit).ScopeOf(unit, end);

    /// <summary>The unit and every unit below it in the tree of the day.</summary>
    public static IReadOnlyList<string> Below(ExchangeSet set, string unit, DateOnly day) => Tree(set, unit).Below(unit, day);

    /// <summary>All cells of a row that counts the accounts in scope, of every class: for what is no row of a form, as the matters of no officer.</summary>
    internal static Dictionary<string, decimal?> Row(
        ExchangeSet set, string form, Func<CountedAccount, bool> inScope, int year, int months, DateOnly? knownOn, string regime)
    {
        // Every unit, whenever it was there, under one roof.
        const string roof = "*";
        var tree = new CountedTree([new(roof, null, null, null), .. set.Units.Select(unit => unit.Code).Distinct().Select(unit => new CountedPlace(unit, roof, null, null))], []);
        var sum = new CountedCells();
        foreach (var (_, cells) in Count(set, new(roof, null, year, months, regime, 1, knownOn), tree).Accounts(form is "02" or "05").Where(account => inScope(account.Account)))
        {
            sum.Add(cells);
        }

        return sum.All(regime);
    }

    /// <summary>The steps of each matter that are known at the cut-off, in the order in which they count.</summary>
    internal static Dictionary<string, List<StepRow>> KnownSteps(ExchangeSet set, DateOnly? knownOn) => set.Steps
        .Where(s => knownOn is null ? s.VoidedOn is null : s.KnownSince <= knownOn && (s.VoidedOn is null || s.VoidedOn > knownOn))
        .GroupBy(s => s.Matter)
        .ToDictionary(g => g.Key, g => g.OrderBy(s => s.On).ToList()); // a stable sort: steps of one day stay in the order of entry

    internal static CountedMatter Counted(MatterRow matter, IEnumerable<ObligationRow> lines, IEnumerable<StepRow> steps) => new(
        matter.Code, matter.Unit, matter.Officer, matter.DecidedOn, matter.KnownSince, matter.Basis, matter.Type, matter.CreditInstitution, matter.Corruption, matter.ByDelegation, 1,
        [.. lines.Select(line => new CountedLine(line.Line, line.StateRevenue, line.Amount))], [.. steps.Select(Counted)]);

    /// <summary>All of it as if one act had brought it in.</summary>
    internal static CountedStep Counted(StepRow step) =>
        new(step.Line, step.Step, step.On, step.KnownSince, step.Amount ?? 0, step.ToUnit, step.ToOfficer, step.VoidedOn, 1, step.VoidedOn is null ? 0 : 1);

    private static CountForms Count(ExchangeSet set, CountQuestion question, CountedTree tree)
    {
        var count = new CountForms(question, tree);
        var (lines, steps) = (set.Obligations.ToLookup(o => o.Matter), set.Steps.ToLookup(s => s.Matter));
        foreach (var matter in set.Matters)
        {
            count.Take(Counted(matter, lines[matter.Code], steps[matter.Code]));
        }

        return count;
    }

    private static CountedTree Tree(ExchangeSet set, string asked) => set.Units.Any(u => u.Code == asked)
        ? new([.. set.Units.Select(u => new CountedPlace(u.Code, u.Parent.Length == 0 ? null : u.Parent, u.ValidFrom, u.ValidTo))], [.. set.Succession.Select(s => new CountedSuccession(s.From, s.To, s.On))])
        : throw new ArgumentException($"There is no unit {asked}.", nameof(asked));
}
