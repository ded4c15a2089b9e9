using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>The bodies the office works with, side by side: what they were asked and what they did in a statistical year.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationPartnersModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    public string? Kind { get; private set; }

    public IReadOnlyList<PartnerYear> Rows { get; private set; } = [];

    public bool MayKeep { get; private set; }

    /// <summary>Communes of the unit whose committee is no partner yet.</summary>
    public IReadOnlyList<Commune> Missing { get; private set; } = [];

    public IReadOnlyList<Choice> Years => CoordinationPlaces.Years(Work.Today);

    public bool IsDone => Request.Query["done"] == "1";

    public DateOnly Today => Work.Today;

    public Task OnGetAsync(string? kind, CancellationToken ct) => LoadAsync(kind, ct);

    /// <summary>Adds the committees of the communes that are missing, each by an act of its own.</summary>
    public async Task<IActionResult> OnPostAsync(string? kind, CancellationToken ct)
    {
        await LoadAsync(kind, ct);
        if (!MayKeep)
        {
            return NotFound();
        }

        foreach (var commune in Missing)
        {
            await KeepPartner.RunAsync(new(Unit, "UB-" + commune.Code, PartnerKind.CommuneCommittee, "UBND " + commune.Name, commune.Code, EndedOn: commune.ValidTo, IdempotencyKey: $"{Key}.{commune.Code}"), Work, ct);
        }

        return Redirect($"{CoordinationPlaces.Partners}?unit={Uri.EscapeDataString(Unit)}&done=1");
    }

    private async Task LoadAsync(string? kind, CancellationToken ct)
    {
        Kind = Lists.Given(kind);
        Unit = await CoordinationPlaces.UnitAsync(Request, Work, ct);
        Year = CoordinationPlaces.YearOf(Request) ?? StatisticalYear.Of(Work.Today.AddMonths(-3)).Year;
        var all = await ReadPartnerYears.RunAsync(Unit, Year, Work, ct);
        Rows = [.. all.Where(row => !Codes.TryRead<PartnerKind>(Kind ?? "", out var only) || row.Partner.Kind == only)];
        var tree = await UnitTree.OfAsync(Work, ct);
        var unit = tree.UnitOf(Unit)!.Value;
        MayKeep = Work.Person.MayIn(unit, Permissions.Organise);
        var known = all.Select(row => row.Partner.Commune).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Missing = [.. tree.Communes.Values.Where(commune => commune.Unit == unit && !known.Contains(commune.Code) && !(commune.ValidTo < Work.Today)).OrderBy(commune => commune.Code, StringComparer.Ordinal)];
    }
}
