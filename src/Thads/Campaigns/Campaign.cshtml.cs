using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Fields;
using Thads.Office.Papers;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Campaigns;

/// <summary>A row of what the filter would take: an officer or a commune.</summary>
public sealed record ScopedRow(string Code, string Name, ScopedSum Sum);

/// <summary>A campaign: before its list is closed what its filter takes, then how it stands on a day; its diary and papers.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CampaignModel(Work work, PageText text) : ActPage(work, text)
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignAddress Address { get; private set; } = new(0);

    public CampaignStage Stage { get; private set; }

    /// <summary>Null before the list is closed.</summary>
    public CampaignProgress? Progress { get; private set; }

    /// <summary>As it was when the campaign was closed; null while it is not.</summary>
    public ClosedCampaign? Closed => Campaign.Closed;

    public string Scope { get; private set; } = "";

    public IReadOnlyList<Partner> Partners { get; private set; } = [];

    /// <summary>What the filter takes, while the list is not closed.</summary>
    public (DateOnly On, ScopedSum Sum, IReadOnlyList<ScopedRow> Officers, IReadOnlyList<ScopedRow> Communes)? Preview { get; private set; }

    public string? On => Request.Query["on"].FirstOrDefault();

    public bool MayOrganise => Work.Person.MayIn(Campaign.Unit, Permissions.Organise);

    public bool MayDirect => Work.Person.MayIn(Campaign.Unit, Permissions.Direct);

    public bool MayRead => Work.Person.May.HasFlag(Permissions.ReadMatters);

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetPaperAsync(int id, string? kind, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var file = await WriteCampaignPaper.RunAsync(new(id, kind ?? "", Progress?.On), Work, ct);
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{PaperKinds.Named(kind).Code}-{id.ToString(CultureInfo.InvariantCulture)}.docx");
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Keep();
        var on = Day("NotedFor");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await NoteCampaign.RunAsync(new(id, on!.Value, Typed("Text"), ActKey), Work, ct);
        return Redirect(Address.Start + "#diary");
    }

    private async Task LoadAsync(int id, CancellationToken ct)
    {
        Campaign = await CampaignBook.OfAsync(id, Work, ct);
        Stage = Campaign.StageOn(Work.Today);
        var tree = await UnitTree.OfAsync(Work, ct);
        Scope = ScopeText.Of(Campaign.Plan.Scope, tree, Said.Language);
        var book = await PartnerBook.OfAsync(Work, ct);
        Partners = [.. Campaign.Plan.Partners.Select(code => book.Of(code)).OfType<Partner>()];
        Address = new CampaignAddress(id);
        if (Campaign.Frozen is null)
        {
            await PreviewAsync(tree, ct);
            return;
        }

        DateOnly? on = null;
        if (On is { Length: > 0 } typed)
        {
            RefusedWhen(DayText.Read(typed, Work.Today, WorkingCalendar.OfVietNam, out on));
        }

        Progress = await ReadProgress.RunAsync(id, on > Work.Today ? Work.Today : on, Work, ct);
        Address = new CampaignAddress(id, on is null ? null : Progress.On);
    }

    private void RefusedWhen(Office.Refusal? why)
    {
        if (why is not null)
        {
            Wrong("on", why);
        }
    }

    private async Task PreviewAsync(UnitTree tree, CancellationToken ct)
    {
        var before = Campaign.FirstOn.AddDays(-1);
        var day = before < Work.Today ? before : Work.Today;
        var matters = await ReadScopedMatters.OfAsync(Campaign.Plan.Scope, Campaign.Unit, day, Work, ct);
        var communes = tree.Communes.Values.ToDictionary(commune => commune.Id);
        Preview = (
            day, ScopedSum.Of(matters),
            [.. matters.GroupBy(matter => matter.Officer).Select(g => new ScopedRow(g.Key == 0 ? "-" : tree.OfficerCode(g.Key), g.Key == 0 ? "" : tree.OfficerName(g.Key, day), ScopedSum.Of(g))).OrderBy(row => row.Code == "-").ThenBy(row => row.Code, StringComparer.Ordinal)],
            [.. matters.GroupBy(matter => matter.Commune).Select(g => g.Key is { } id && communes.TryGetValue(id, out var commune) ? new ScopedRow(commune.Code, commune.Name, ScopedSum.Of(g)) : new ScopedRow("-", "", ScopedSum.Of(g)))
                .OrderBy(row => row.Code == "-").ThenBy(row => row.Code, StringComparer.Ordinal)]);
    }
}
