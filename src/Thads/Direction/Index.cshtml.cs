using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Commendations;
using Thads.Office.Committee;
using Thads.Office.Conferences;
using Thads.Office.Manners;
using Thads.Office.Programme;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Direction;

/// <summary>How the work is directed, on one page: is the target in reach, what is late, what the last campaign brought, who has to do what next, and what the year was honoured for.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionIndexModel(Work work) : PageModel
{
    private const int Shown = 8;

    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    /// <summary>The last statistical year that is over: the one that is spoken of.</summary>
    public StatisticalYear Year { get; private set; } = new(StatisticalYear.Of(work.Today).Year - 1);

    /// <summary>All open tasks, by their day.</summary>
    public IReadOnlyList<OfficeTask> Open { get; private set; } = [];

    public int Late => Open.Count(task => task.IsLate(work.Today));

    public int Done { get; private set; }

    public IReadOnlyList<OfficeTask> Next => [.. Open.Take(Shown)];

    /// <summary>The last campaign that has begun, with its figures; null without one.</summary>
    public CampaignMeasure? Campaign { get; private set; }

    /// <summary>How the year's matters ended; null without any.</summary>
    public MannerSums? Manners { get; private set; }

    public SteeringCommittee? Committee { get; private set; }

    /// <summary>The next meeting of the committee; null where none is planned.</summary>
    public MeetingFile? Meeting { get; private set; }

    /// <summary>Conclusions of the committee, open ones and others.</summary>
    public IReadOnlyList<OfficeTask> Conclusions { get; private set; } = [];

    /// <summary>The last conference; null without one.</summary>
    public ConferenceFile? Conference { get; private set; }

    public IReadOnlyList<CommendationCount> Commended { get; private set; } = [];

    /// <summary>The programme of the running year; null without one.</summary>
    public YearProgramme? Programme { get; private set; }

    public DateOnly Today => work.Today;

    /// <summary>The first items of a programme under each heading, in the order of the headings: what the year is about.</summary>
    public static IEnumerable<ProgrammeItem> First(YearProgramme programme) => ProgrammeHeading.All
        .SelectMany(heading => programme.Standing.Where(item => item.Heading.Code == heading.Code && item.Continues is null).OrderBy(item => item.Number)).Take(Shown);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        Unit = await FigureFilter.OwnUnitAsync(tree, work, ct);
        var unit = tree.UnitOf(Unit)!.Value;
        UnitName = tree.UnitName(unit, work.Today);
        var tasks = await ReadTasks.RunAsync(new(), work, ct);
        (Open, Done) = ([.. tasks.Where(task => task.State == TaskState.Open)], tasks.Count(task => task.State == TaskState.Done));
        var campaign = (await CampaignBook.ListAsync(work, ct, unit)).Where(one => one.Frozen is not null && one.FirstOn <= work.Today).MaxBy(one => one.FirstOn);
        Campaign = campaign is null ? null : await MeasureCampaign.RunAsync(campaign.Id, pinned: false, work, ct);
        Manners = await ReadManners.SumsAsync(new(Unit, Year.Start, Year.End), work, ct);
        await ReadCommitteeAsync(unit, ct);
        var last = (await ReadConferences.RunAsync(Unit, work, ct)).Where(conference => conference.Unit == Unit).MaxBy(conference => conference.Number);
        Conference = last is null ? null : await ReadConferences.OfAsync(last.Number, work, ct);
        Commended = CommendationCount.Of(await ReadCommendations.RunAsync(new(Unit, Year.Year), work, ct));
        Programme = await ReadProgramme.OfAsync(Unit, StatisticalYear.Of(work.Today).Year, work, ct);
    }

    private async Task ReadCommitteeAsync(int unit, CancellationToken ct)
    {
        Committee = (await CommitteeBook.OfAsync(work, ct)).OfUnit(unit, work.Today);
        if (Committee is null)
        {
            return;
        }

        Conclusions = await Office.Committee.Conclusions.OfAsync(Committee, work.Today, work, ct);
        var next = (await ReadMeetings.OfAsync(Committee, work, ct)).Where(meeting => meeting.IsOpen && meeting.On >= work.Today).MinBy(meeting => meeting.On);
        Meeting = next is null ? null : await ReadMeetings.FileAsync(next.Id, work, ct);
    }
}
