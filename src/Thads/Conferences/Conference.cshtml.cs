using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Papers;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Conferences;

/// <summary>One conference: what it concluded first, then agenda, contributions, results told, commendations handed out, and who came.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ConferenceModel(Work work, PageText text) : ActPage(work, text)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private PartnerBook? _partners;
    private IReadOnlyDictionary<long, OfficeTask> _tasks = new Dictionary<long, OfficeTask>();

    /// <summary>Null while the question cannot be answered.</summary>
    public ConferenceFile? Whole { get; private set; }

    public IReadOnlyList<Commendation> Handed { get; private set; } = [];

    public bool MayKeep { get; private set; }

    /// <summary>Agenda and day can still be changed.</summary>
    public bool MayPlan => MayKeep && Whole!.Conference.IsOpen;

    /// <summary>Whether the figures told of the superior unit can be opened.</summary>
    public bool SeesResults { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    /// <summary>The yearly report it is held about.</summary>
    public string Report => $"/yearly?unit={Uri.EscapeDataString(Whole!.Conference.Unit)}&year={PageText.Year(Whole.Conference.Year)}";

    public int OfCommunes => Whole!.Contributions.Count(one => _partners!.Of(one.Partner)?.Kind == PartnerKind.CommuneCommittee);

    /// <summary>The documents there are at this state.</summary>
    public IEnumerable<PaperKind> Papers => ConferencePapers.All.Where(kind => kind != ConferencePapers.Invitation && (Whole!.Conference.State == ConferenceState.Held || kind == ConferencePapers.Programme));

    /// <summary>What comes next.</summary>
    public string? Next => Whole!.Conference switch
    {
        { State: ConferenceState.Held } => "conclusion",
        { State: ConferenceState.Cancelled } => null,
        _ when HoldConference.WhyNot(Whole, Work.Today) is null => "hold",
        _ when Whole.People.Any(person => person.InvitedOn is null) => "invite",
        _ => null,
    };

    /// <summary>What else may be done.</summary>
    public IEnumerable<string> More => Whole!.Conference.State switch
    {
        ConferenceState.Held => ["direction", "attendance", "results", "invite"],
        ConferenceState.Cancelled => [],
        _ => ["invite", "attendance", "hold", "results", "change", "put-off", "cancel"],
    };

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct) => await LoadAsync(number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaperAsync(int number, string? kind, int? person, CancellationToken ct)
    {
        var (name, file) = await DrawConferencePaper.RunAsync(number, kind ?? "", person, Work, ct);
        return File(file, Word, name);
    }

    public async Task<IActionResult> OnPostMoveAsync(int number, CancellationToken ct)
    {
        _ = int.TryParse(Typed("Item"), out var item);
        await MoveAgendaItem.RunAsync(new(number, item, Typed("Way") == "up", ActKey), Work, ct);
        return Redirect($"/direction/conferences/{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}#agenda");
    }

    public IReadOnlyList<OfficeTask> TasksOf(SayingKind kind) => [.. Whole!.Of(kind).Select(one => _tasks.GetValueOrDefault(one.Task)).OfType<OfficeTask>()];

    public string BodyName(string code) => _partners!.Of(code)?.Name ?? code;

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        if (await ReadConferences.OfAsync(number, Work, ct) is not { } file)
        {
            return false;
        }

        Whole = file;
        var tree = await UnitTree.OfAsync(Work, ct);
        MayKeep = Work.Person.MayIn(tree.UnitOf(file.Conference.Unit)!.Value, Permissions.Organise);
        SeesResults = file.Results is [var told, ..] && tree.UnitOf(told.Unit) is { } superior && Work.Person.Sees(superior);
        _partners = await PartnerBook.OfAsync(Work, ct);
        _tasks = (await ReadTasks.RunAsync(new(Origin: TaskOrigin.Conference, OriginId: number), Work, ct)).ToDictionary(task => task.Id);
        Handed = await ReadCommendations.HandedAtAsync(number, Work, ct);
        return true;
    }
}
