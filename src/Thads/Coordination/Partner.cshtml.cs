using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Coordination;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>One partner: what it was asked and how it answered, what it contributed, year against year.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationPartnerModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public Partner? Partner { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<PartnerFigures> Years { get; private set; } = [];

    public IReadOnlyList<CoordinationRequest> Requests { get; private set; } = [];

    public IReadOnlyList<Received> Received { get; private set; } = [];

    public IReadOnlyList<OfficeTask> Tasks { get; private set; } = [];

    /// <summary>What it said at conferences.</summary>
    public IReadOnlyList<(Office.Conferences.Conference Conference, Contribution Said)> Contributions { get; private set; } = [];

    /// <summary>For what it, or its people, were commended.</summary>
    public IReadOnlyList<Commendation> Commendations { get; private set; } = [];

    /// <summary>What is opened: "persuaded", "agreed", "amiable", "ended"; null = nothing.</summary>
    public string? Of { get; private set; }

    /// <summary>The matters behind it.</summary>
    public IReadOnlyList<CommuneMatter> Behind { get; private set; } = [];

    public string Unit { get; private set; } = "";

    public bool MayKeep { get; private set; }

    public bool MayReadMatters => work.Person.May.HasFlag(Permissions.ReadMatters);

    public DateOnly Today => work.Today;

    public bool IsDone => Request.Query["done"] == "1";

    public IReadOnlyList<Choice> YearChoices => CoordinationPlaces.Years(work.Today);

    public static string Days(decimal? days) => days is { } known ? known.ToString("0.#", Office.Words.Format) : "–";

    public async Task OnGetAsync(string code, string? of, CancellationToken ct)
    {
        var partner = (await PartnerBook.OfAsync(work, ct)).Known(code);
        Partner = partner;
        var tree = await UnitTree.OfAsync(work, ct);
        Unit = tree.UnitCode(partner.Unit);
        Year = CoordinationPlaces.YearOf(Request) ?? StatisticalYear.Of(work.Today.AddMonths(-3)).Year;
        MayKeep = work.Person.MayIn(partner.Unit, Permissions.Organise);
        var figures = (await ReadPartnerYears.RunAsync(Unit, Year, work, ct)).Single(row => row.Partner.Id == partner.Id);
        Years = [figures.Now, figures.Before];
        var year = new StatisticalYear(Year);
        Requests = await ReadRequests.RunAsync(new(Unit, partner.Code, First: year.Start, Last: year.End), work, ct);
        Received = await ReadReceived.RunAsync(new(Unit, From: partner.Code), work, ct);
        Tasks = [.. await ReadTasks.RunAsync(new(Owner: partner.Code), work, ct)];
        foreach (var about in new[] { Year, Year - 1 })
        {
            Contributions = [.. Contributions, .. (await ReadConferences.OfYearAsync(Unit, about, work, ct)).SelectMany(file => file.Contributions.Where(one => one.Partner == partner.Code).Select(one => (file.Conference, one)))];
            Commendations = [.. Commendations, .. (await ReadCommendations.RunAsync(new(Unit, about, IsOutside: true), work, ct)).Where(one => one.Holds && one.Recipient.Code == partner.Code)];
        }

        Of = Lists.Given(of) is "persuaded" or "agreed" or "amiable" or "ended" ? of : null;
        Behind = Of is not null && partner.Commune is { } commune && MayReadMatters ? await ReadCommuneMatters.RunAsync(Unit, commune, Year, Of, work, ct) : [];
    }
}
