using System.Globalization;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Figures;

/// <summary>The fields that choose figures: what may be chosen, and what was typed, be it right or wrong.</summary>
public sealed class FigureFilter
{
    private readonly IQueryCollection _query;
    private readonly Work _work;
    private readonly string _unit;

    private FigureFilter(IQueryCollection query, UnitTree tree, string unit, Work work, bool isWhole)
    {
        (_query, _unit, _work, IsWhole) = (query, unit, work, isWhole);
        Units = [.. ListUnits(tree, work)];
        var scope = (tree.UnitOf(unit) is { } found ? tree.ScopeOf(found, work.Today) : Enumerable.Empty<int>()).VisibleTo(work.Person);
        Officers = [.. tree.Officers.Where(o => tree.ServiceOf(o).Any(s => scope.Contains(s.Unit)))
            .Select(o => (Code: tree.OfficerCode(o), Name: tree.OfficerName(o, work.Today))).OrderBy(o => o.Code, StringComparer.Ordinal)];
    }

    /// <summary>With officer and regime too.</summary>
    public bool IsWhole { get; }

    /// <summary>Parents before children.</summary>
    public IReadOnlyList<(string Code, string Name, int Depth)> Units { get; }

    /// <summary>Those who serve, or served, in the unit and below.</summary>
    public IReadOnlyList<(string Code, string Name)> Officers { get; }

    public string Unit => _unit;

    public IReadOnlyList<Choice> UnitChoices => [.. Units.Select(unit => new Choice(unit.Code, unit.Name, unit.Depth, Vietnamese: true))];

    public IReadOnlyList<Choice> OfficerChoices => [.. Officers.Select(officer => new Choice(officer.Code, $"{officer.Code} – {officer.Name}", Vietnamese: true))];

    public static IReadOnlyList<Choice> RegimeChoices => [.. FormSet.All.Select(set => new Choice(set.Regime, set.Circular, Vietnamese: true))];

    public string Year => Typed("year") ?? PageText.Year(Default.Year);

    public string Months => Typed("months") ?? (Typed("year") is null ? Default.Months : StatisticalYear.Months).ToString(CultureInfo.InvariantCulture);

    public string? Officer => Typed("officer");

    public string? Regime => Typed("regime");

    /// <summary>Cumulative months of a statistical year, each with the calendar month in which it ends.</summary>
    public static IReadOnlyList<Choice> MonthChoices(PageText text) =>
        [.. Enumerable.Range(1, StatisticalYear.Months).Select(month => new Choice(PageText.Year(month), text.Say("page.month", month, ((month + 8) % 12) + 1)))];

    /// <summary>As people write a day where it is one.</summary>
    public string? KnownOn => DateOnly.TryParseExact(Typed("knownOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PageText.Day(day) : Typed("knownOn");

    /// <summary>In the first three months of a year one still reads the year before; later the months that are over.</summary>
    private (int Year, int Months) Default
    {
        get
        {
            var year = StatisticalYear.Of(_work.Today.AddMonths(-3));
            return (year.Year, _work.Today > year.End ? StatisticalYear.Months : Math.Max(1, StatisticalYear.MonthOf(_work.Today) - 1));
        }
    }

    /// <param name="isWhole">With officer and regime too.</param>
    public static async Task<FigureFilter> LoadAsync(HttpRequest request, bool isWhole, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.LoadAsync(await work.ConnectAsync(ct), ct);
        return new FigureFilter(request.Query, tree, Typed(request.Query, "unit") ?? await OwnUnitAsync(tree, work, ct), work, isWhole);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UnreadableException">A field holds what it cannot hold.</exception>
    public FigureAddress Read() => new(
        Unit, Whole(Year, "year", "report.year"), Whole(Months, "months", "report.months"), IsWhole ? Officer : null, TypedDay.Read(Typed("knownOn"), "knownOn", _work), IsWhole ? Regime : null);

    /// <summary>Whether the address says it as it is said best: nothing empty, and the day in ISO.</summary>
    public bool IsPlain(FigureAddress read) =>
        _query.All(part => part.Value.All(value => !string.IsNullOrWhiteSpace(value))) && (Typed("knownOn") is not { } day || day == PageText.Iso(read.KnownOn!.Value));

    /// <summary>The unit the person belongs to; without one, the smallest that counts every matter they see.</summary>
    public static async Task<string> OwnUnitAsync(UnitTree tree, Work work, CancellationToken ct) =>
        work.Person.Unit != 0 ? tree.UnitCode(work.Person.Unit) : await HomeUnit.FindAsync(tree, work.Today, work, ct);

    private string? Typed(string name) => Typed(_query, name);

    private static string? Typed(IQueryCollection query, string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    private static int Whole(string typed, string field, string refusal) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UnreadableException(new Refusal(refusal, typed), field);

    private static IEnumerable<(string Code, string Name, int Depth)> ListUnits(UnitTree tree, Work work)
    {
        var seen = new HashSet<int>();
        var tops = tree.Units.Where(unit => tree.PeriodOn(unit, work.Today) is { Parent: null }).OrderBy(tree.UnitCode, StringComparer.Ordinal);
        var below = tops.SelectMany(top => tree.Below(top, work.Today)).Concat(tree.Units.OrderBy(tree.UnitCode, StringComparer.Ordinal).Select(unit => (Unit: unit, Depth: 0)));
        return below.Where(unit => seen.Add(unit.Unit) && work.Person.Sees(unit.Unit)).Select(unit => (tree.UnitCode(unit.Unit), tree.UnitName(unit.Unit, work.Today), unit.Depth));
    }
}
