using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Manners;

/// <summary>Any days of any unit; a commune or an officer alone where named.</summary>
/// <param name="Commune">Code; <see cref="None"/> = where none was said.</param>
/// <param name="Officer">Code; <see cref="None"/> = nobody's.</param>
public sealed record MannerQuestion(string Unit, DateOnly First, DateOnly Last, string? Commune = null, string? Officer = null, DateOnly? KnownOn = null)
{
    public const string None = "-";

    /// <summary>So many years a question may reach over.</summary>
    public const int MostYears = 12;

    /// <summary>The same days a year before.</summary>
    public MannerQuestion YearBefore => this with { First = First.AddYears(-1), Last = Back(Last) };

    /// <summary>The day a year before; of the last day of a month the last of that month.</summary>
    internal static DateOnly Back(DateOnly day) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddYears(-1).AddDays(-1) : day.AddYears(-1);

    internal EndQuestion Ends => new(Unit, First, Last, KnownOn);

    /// <summary>Why it cannot be answered.</summary>
    public static Refusal? WhyNot(MannerQuestion question, DateOnly today) => question switch
    {
        _ when question.Last < question.First => new("manners.order", question.Last, question.First),
        _ when question.First > today => new("manners.not-begun", question.First, today),
        _ when question.First.Year < 1900 || question.Last.Year > 9998 => new("manners.day", question.First, question.Last),
        _ when question.First.AddYears(MostYears) <= question.Last => new("manners.long", MostYears),
        _ => null,
    };
}

/// <summary>A calendar month of the days asked for; the first and the last may be cut.</summary>
public sealed record MannerMonth(DateOnly First, DateOnly Last, MannerSums Now, MannerSums Before);

/// <summary>A commune, an officer or a year, and the same a year before.</summary>
/// <param name="Code">Null = none was said.</param>
public sealed record MannerPart(string? Code, string Name, MannerSums Now, MannerSums Before);

/// <summary>How matters ended and what was done for it, with the same days a year before.</summary>
/// <param name="Communes">Where something ended or was done, the most ended first.</param>
/// <param name="Officers">Of the unit and below, as they held the matters.</param>
/// <param name="Years">Statistical years up to the last of the days, the latest first; a year in which the books have nothing ends the row.</param>
public sealed record MannerFigures(
    MannerQuestion Question, UnitTree Tree, string UnitName, MannerSums Now, MannerSums Before, IReadOnlyList<MannerMonth> Months, IReadOnlyList<MannerPart> Communes, IReadOnlyList<MannerPart> Officers,
    IReadOnlyList<(StatisticalYear Year, MannerSums Sums)> Years);

public static class ReadManners
{
    /// <summary>Years beside each other, at most.</summary>
    public const int Years = 5;

    /// <summary>What is done in the field and counted here.</summary>
    public static readonly IReadOnlyList<EventKind> Kinds = [EventKind.Persuaded, EventKind.CoercionDecided, EventKind.CoercionPlanned, EventKind.CoercionHeld, EventKind.CoercionPutOff];

    /// <exception cref="RefusedException">`manners.order`, `manners.not-begun`, `manners.day`, `manners.long`.</exception>
    /// <exception cref="NotFoundException">`report.unit`, `manners.commune`, `report.officer`.</exception>
    public static async Task<MannerFigures> RunAsync(MannerQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(MannerQuestion.WhyNot(question, work.Today));
        var tree = await UnitTree.OfAsync(work, ct);
        var now = await SumsAsync(question, work, ct);
        var before = await SumsAsync(question.YearBefore, work, ct);
        var communes = tree.Communes.Values.ToDictionary(commune => commune.Code, commune => commune.Name, StringComparer.Ordinal);
        return new MannerFigures(
            question, tree, tree.UnitName(tree.UnitOf(question.Unit)!.Value, question.Last), now, before, Months(question, now, before),
            Parts(now, before, end => end.Commune, done => done.Commune, code => communes[code], (sums, code) => sums.OfCommune(code)),
            Parts(now, before, end => end.Officer, done => done.Officer, code => tree.OfficerName(tree.OfficerOf(code)!.Value, question.Last), (sums, code) => sums.OfOfficer(code)),
            await YearsAsync(question, work, ct));
    }

    /// <summary>The rows of the days asked for, of the commune or officer alone where one is named.</summary>
    /// <exception cref="NotFoundException">`report.unit`, `manners.commune`, `report.officer`.</exception>
    public static async Task<MannerSums> SumsAsync(MannerQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        if (question.Commune is { } commune and not MannerQuestion.None && (!tree.Communes.TryGetValue(commune, out var known) || !work.Person.Sees(known.Unit)))
        {
            throw new NotFoundException(new Refusal("manners.commune", commune));
        }

        if (question.Officer is { } officer and not MannerQuestion.None && (tree.OfficerOf(officer) is not { } id || !tree.ServiceOf(id).Any(service => work.Person.Sees(service.Unit))))
        {
            throw new NotFoundException(new Refusal("report.officer", officer));
        }

        var sums = new MannerSums(await ReadEnds.RunAsync(question.Ends, work, ct), await ReadFieldEvents.RunAsync(question.Ends, Kinds, work, ct), await ReadCommunePart.RunAsync(question.Ends, work, ct));
        sums = question.Commune is null ? sums : sums.OfCommune(Asked(question.Commune));
        return question.Officer is null ? sums : sums.OfOfficer(Asked(question.Officer));
    }

    private static string? Asked(string code) => code == MannerQuestion.None ? null : code;

    private static List<MannerMonth> Months(MannerQuestion question, MannerSums now, MannerSums before)
    {
        var months = new List<MannerMonth>();
        for (var first = question.First; first <= question.Last; first = new DateOnly(first.Year, first.Month, 1).AddMonths(1))
        {
            var end = new DateOnly(first.Year, first.Month, 1).AddMonths(1).AddDays(-1);
            var last = end < question.Last ? end : question.Last;
            months.Add(new MannerMonth(first, last, now.Between(first, last), before.Between(first.AddYears(-1), MannerQuestion.Back(last))));
        }

        return months;
    }

    private static List<MannerPart> Parts(
        MannerSums now, MannerSums before, Func<MatterEnd, string?> ofEnd, Func<FieldEvent, string?> ofEvent, Func<string, string> name, Func<MannerSums, string?, MannerSums> cut) =>
        [.. now.Ends.Concat(before.Ends).Select(ofEnd).Concat(now.Events.Concat(before.Events).Select(ofEvent)).Distinct()
            .Select(code => new MannerPart(code, code is null ? "" : name(code), cut(now, code), cut(before, code)))
            .OrderBy(part => part.Code is null).ThenByDescending(part => part.Now.Number(MannerListing.Settled)).ThenBy(part => part.Code, StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<(StatisticalYear Year, MannerSums Sums)>> YearsAsync(MannerQuestion question, Work work, CancellationToken ct)
    {
        var years = new List<(StatisticalYear, MannerSums)>();
        for (var year = StatisticalYear.Of(question.Last < work.Today ? question.Last : work.Today); years.Count < Years; year = new StatisticalYear(year.Year - 1))
        {
            var sums = await SumsAsync(question with { First = year.Start, Last = year.End }, work, ct);
            if (years.Count > 0 && sums.Number(MannerListing.Settled) == 0)
            {
                break;
            }

            years.Add((year, sums));
        }

        return years;
    }
}
