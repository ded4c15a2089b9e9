using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Data;
using Thads.Office.Manners;
using Thads.Office.Matters;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>What a partner was asked in a statistical year, and what it did. Counted by the day of the request, the petition, the task, the event.</summary>
/// <param name="Asked">Requests sent in the year, withdrawn ones left out.</param>
/// <param name="Overdue">Of them, not answered and past the limit on the day asked for.</param>
/// <param name="MedianDays">Calendar days from request to answer; null while nothing was answered.</param>
/// <param name="Contributions">To conferences about the year.</param>
/// <param name="Commendations">Of the body and of people who belong to it, for the year.</param>
/// <param name="Persuaded">Persuasion sessions held with the commune; null for whoever has no commune.</param>
/// <param name="Agreed">Of them, agreed.</param>
/// <param name="Ended">Matters of the commune completed.</param>
/// <param name="Amiable">Of them, of free will or after persuasion: without coercion.</param>
public sealed record PartnerFigures(
    int Year, int Asked, int InTime, int Late, int Overdue, decimal? MedianDays, int Useful, int Petitions, int PetitionsAnswered, int Directions, int Tasks, int TasksDone, int TasksLate, int Contributions, int Commendations, long? Persuaded, long? Agreed,
    long? Ended, long? Amiable)
{
    /// <summary>Requests answered, in time or late.</summary>
    public int Answered => InTime + Late;
}

/// <summary>A partner beside the others: its figures of the year and of the year before.</summary>
public sealed record PartnerYear(Partner Partner, PartnerFigures Now, PartnerFigures Before);

/// <summary>Counts what partners were asked and did, from the books alone.</summary>
public static class ReadPartnerYears
{
    /// <param name="unit">Code: of it and all below.</param>
    /// <param name="year">Statistical year.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<PartnerYear>> RunAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.ScopeOf(Addressed.Seen(tree, unit, work.Person), work.Today).VisibleTo(work.Person);
        var partners = (await PartnerBook.OfAsync(work, ct)).All.Where(partner => units.Contains(partner.Unit)).ToList();
        var (requests, received) = (await ReadRequests.RunAsync(new(unit), work, ct), await ReadReceived.RunAsync(new(unit), work, ct));
        var tasks = await ReadTasks.RunAsync(new TaskQuestion(unit), work, ct);
        var years = new List<(int Year, Contributed Contributed)>();
        foreach (var one in new[] { year, year - 1 })
        {
            years.Add((one, await ContributedAsync(unit, new StatisticalYear(one), units, work, ct)));
        }

        return
        [
            .. partners.OrderBy(partner => partner.Kind).ThenBy(partner => partner.Commune ?? partner.Name, StringComparer.Ordinal).Select(partner =>
            {
                var of = years.Select(one => Of(partner, one.Year, one.Contributed, requests, received, tasks, work.Today)).ToList();
                return new PartnerYear(partner, of[0], of[1]);
            }),
        ];
    }

    /// <param name="Conferences">Code of each partner that contributed, once for each contribution.</param>
    /// <param name="Commended">Code of each partner that was commended, or whose people were.</param>
    private sealed record Contributed(
        IReadOnlyDictionary<string, (long Held, long Agreed)> Persuaded, IReadOnlyDictionary<string, (long Ended, long Amiable)> Ended, ILookup<string, string> Conferences, ILookup<string, string> Commended);

    /// <summary>What was done in the communes, said at conferences, and commended.</summary>
    private static async Task<Contributed> ContributedAsync(string unit, StatisticalYear year, IReadOnlySet<int> units, Work work, CancellationToken ct)
    {
        var last = year.End < work.Today ? year.End : work.Today;
        var conferences = (await ReadConferences.OfYearAsync(unit, year.Year, work, ct)).SelectMany(file => file.Contributions).ToLookup(one => one.Partner, one => one.Topic, StringComparer.Ordinal);
        var commended = (await ReadCommendations.RunAsync(new(unit, year.Year, IsOutside: true), work, ct)).Where(one => one.Holds && one.Recipient.Code is not null).ToLookup(one => one.Recipient.Code!, one => one.Recipient.Name, StringComparer.Ordinal);
        if (year.Start > last)
        {
            return new(new Dictionary<string, (long, long)>(), new Dictionary<string, (long, long)>(), conferences, commended);
        }

        var events = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT coalesce(e.partner, c.code), e.result, count(*) FROM matter_event e JOIN matter m ON m.id = e.matter_id LEFT JOIN commune c ON c.id = m.commune_id
            WHERE e.kind = {(int)EventKind.Persuaded} AND e.happened_on BETWEEN @first AND @last AND coalesce(e.partner, c.code) IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number)
                AND EXISTS (SELECT 1 FROM move x WHERE x.matter_id = e.matter_id AND x.line = 0 AND x.to_unit IN ({Sql.List(units)}) AND x.happened_on <= e.happened_on)
            GROUP BY coalesce(e.partner, c.code), e.result
            """,
            r => (Commune: r.GetString(0), Agreed: r.NumberOrNone(1) == (int)EventResult.Agreed, Count: r.GetInt64(2)), ct, ("first", year.Start), ("last", last));
        var ends = await ReadEnds.RunAsync(new(unit, year.Start, last), work, ct);
        return new(
            events.GroupBy(one => one.Commune).ToDictionary(g => g.Key, g => (g.Sum(one => one.Count), g.Where(one => one.Agreed).Sum(one => one.Count)), StringComparer.Ordinal),
            ends.Where(end => !end.IsMoney && end.State == Docket.DocketState.Completed && end.Commune is not null).GroupBy(end => end.Commune!)
                .ToDictionary(g => g.Key, g => (g.Sum(end => end.Quantity), g.Where(end => end.Manner is Manner.FreeWill or Manner.Persuasion).Sum(end => end.Quantity)), StringComparer.Ordinal),
            conferences, commended);
    }

    private static PartnerFigures Of(
        Partner partner, int number, Contributed contributed, IReadOnlyList<CoordinationRequest> requests, IReadOnlyList<Received> received, IReadOnlyList<OfficeTask> tasks, DateOnly today)
    {
        var year = new StatisticalYear(number);
        bool Within(DateOnly day) => day >= year.Start && day <= year.End;
        var asked = requests.Where(request => request.Partner.Id == partner.Id && Within(request.SentOn) && request.StateOn(today) != RequestState.Withdrawn).ToList();
        int Count(RequestState state) => asked.Count(request => request.StateOn(today) == state);
        var own = received.Where(one => one.From.Id == partner.Id && Within(one.ReceivedOn)).ToList();
        var given = tasks.Where(task => task.Owner.Partner == partner.Id && Within(task.GivenOn) && task.State != TaskState.Withdrawn).ToList();
        (long Held, long Agreed)? persuaded = partner.Commune is { } at ? contributed.Persuaded.GetValueOrDefault(at) : null;
        (long Ended, long Amiable)? ended = partner.Commune is { } there ? contributed.Ended.GetValueOrDefault(there) : null;
        return new PartnerFigures(
            number, asked.Count, Count(RequestState.InTime), Count(RequestState.Late), Count(RequestState.Overdue), Median([.. asked.Select(request => request.DaysToAnswer).OfType<int>()]),
            asked.Count(request => request.Answer?.IsUseful == true), own.Count(one => one.Kind == ReceivedKind.Petition), own.Count(one => one.Kind == ReceivedKind.Petition && one.Answer is not null),
            own.Count(one => one.Kind == ReceivedKind.Direction), given.Count, given.Count(task => task.State == TaskState.Done && !task.IsLate(today)), given.Count(task => task.IsLate(today)),
            contributed.Conferences[partner.Code].Count(), contributed.Commended[partner.Code].Count(), persuaded?.Held, persuaded?.Agreed, ended?.Ended, ended?.Amiable);
    }

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public static decimal? Median(IReadOnlyList<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;
    }
}
