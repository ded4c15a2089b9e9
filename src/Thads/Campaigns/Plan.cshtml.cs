using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Fields;
using Thads.Office.Matters;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Campaigns;

/// <summary>The form by which a campaign is planned, or its plan changed.</summary>
[Needs(Permissions.Organise)]
public sealed class CampaignPlanModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>The campaign that is changed; null = a new one.</summary>
    public Campaign? Campaign { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public IReadOnlyList<Choice> Communes { get; private set; } = [];

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    /// <summary>The list is closed: the filter stays as it is.</summary>
    public bool IsFrozen => Campaign?.Frozen is not null;

    public CampaignScope Scope => Campaign?.Plan.Scope ?? new CampaignScope();

    /// <summary>Codes of the partners ticked.</summary>
    public IReadOnlyList<string> Ticked => Request.HasFormContentType ? [.. Request.Form["Partner"].OfType<string>()] : Campaign?.Plan.Partners ?? [];

    public string OwnUnit { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery] string? campaign, CancellationToken ct) => await LoadAsync(campaign, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? campaign, CancellationToken ct)
    {
        if (!await LoadAsync(campaign, ct))
        {
            return NotFound();
        }

        Keep();
        var (planned, first, last) = (Day("PlannedOn"), Day("FirstOn"), Day("LastOn"));
        var scope = IsFrozen ? Scope : ReadScope();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var id = await PlanCampaign.RunAsync(
            new(Campaign?.Id, Typed("Unit"), Typed("Name"), Typed("Plan"), planned!.Value, first!.Value, last!.Value, Typed("Leader"), TypedOrNone("Purpose"), scope, Ticked, TypedOrNone("Reason"), ActKey), Work, ct);
        return Redirect(new CampaignAddress(id).Start);
    }

    private CampaignScope ReadScope() => new()
    {
        States = Choice<CampaignStates>("States"),
        Type = Codes.TryRead<JudgmentType>(Typed("Type"), out var type) ? type : null,
        Basis = Codes.TryRead<Basis>(Typed("Basis"), out var basis) ? basis : null,
        Officer = TypedOrNone("Officer"),
        Commune = TypedOrNone("Commune"),
        CreditInstitution = Typed("Credit") == "1",
        Bank = TypedOrNone("Bank"),
        Corruption = Typed("Corruption") == "1",
        DocketFrom = Whole("DocketFrom"),
        DocketTo = Whole("DocketTo"),
        LeftFrom = Amount("LeftFrom"),
        LeftTo = Amount("LeftTo"),
    };

    private int? Whole(string name)
    {
        if (TypedOrNone(name) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1900 and <= 9998)
        {
            return number;
        }

        Wrong(name, new Refusal("report.year", typed));
        return null;
    }

    private long? Amount(string name)
    {
        if (MoneyText.Read(Typed(name), out var amount) is { } why)
        {
            Wrong(name, why);
        }

        return amount?.Units;
    }

    private async Task<bool> LoadAsync(string? campaign, CancellationToken ct)
    {
        if (campaign is not null)
        {
            Campaign = int.TryParse(campaign, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await CampaignBook.OfAsync(id, Work, ct) : null;
            if (Campaign is null || !Work.Person.MayIn(Campaign.Unit, Permissions.Organise))
            {
                return false;
            }
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        Units = await UnitsAsync(Permissions.Organise, ct);
        OwnUnit = Campaign?.UnitCode ?? (Work.Person.Unit != 0 ? tree.UnitCode(Work.Person.Unit) : Units.Count > 0 ? Units[0].Value : "");
        var within = tree.UnitOf(OwnUnit) is { } unit && Work.Person.Sees(unit) ? tree.ScopeOf(unit, Work.Today).VisibleTo(Work.Person) : new HashSet<int>();
        Officers = [.. tree.Officers.Where(officer => tree.ServiceOf(officer).Any(service => within.Contains(service.Unit) && service.IsValidOn(Work.Today)))
            .OrderBy(tree.OfficerCode, StringComparer.Ordinal).Select(officer => new Choice(tree.OfficerCode(officer), $"{tree.OfficerName(officer, Work.Today)} ({tree.OfficerCode(officer)})", Vietnamese: true))];
        Communes = [.. tree.Communes.Values.Where(commune => within.Contains(commune.Unit)).OrderBy(commune => commune.Code, StringComparer.Ordinal).Select(commune => new Choice(commune.Code, $"{commune.Name} ({commune.Code})", Vietnamese: true))];
        Partners = [.. (await PartnerBook.OfAsync(Work, ct)).All.Where(partner => partner.IsThereOn(Campaign?.FirstOn ?? Work.Today) && within.Contains(partner.Unit)).Select(partner => new Choice(partner.Code, partner.Name, Vietnamese: true))];
        return true;
    }
}
