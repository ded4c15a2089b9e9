using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Overview;
using Thads.Overview.Charts;

namespace Thads.Campaigns;

/// <summary>What a campaign brought: months, years, manners, communes, officers, alike matters, what came back.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CampaignMeasureModel(Work work, PageText text) : PageModel
{
    public CampaignMeasure Measure { get; private set; } = null!;

    public Campaign Campaign => Measure.Campaign;

    public CampaignAddress Address { get; private set; } = new(0);

    /// <summary>As it was known when the campaign was closed.</summary>
    public bool IsPinned { get; private set; }

    public bool MayRead => work.Person.May.HasFlag(Permissions.ReadMatters);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken ct)
    {
        IsPinned = Request.Query["as"] == "closed";
        Measure = await MeasureCampaign.RunAsync(id, IsPinned, work, ct);
        Address = new CampaignAddress(id);
        return Page();
    }

    public string Here(bool pinned) => Address.Measure + (pinned ? "?as=closed" : "");

    /// <summary>The months as bars, those of the campaign told apart.</summary>
    public BarChart Bars => new(
        [.. Measure.Months.Where(month => month.First <= Measure.On).Select(month => new ChartBar(month.First.ToString("MM/yyyy", CultureInfo.InvariantCulture), [(month.Inside == false ? "b2" : "b1", month.Matters)], PageText.Number(month.Matters)))],
        [("b1", text.Say("campaigns.key-inside")), ("b2", text.Say("campaigns.key-outside"))]);

    /// <summary>The two forms a month is the difference of: up to its end.</summary>
    public string Cell(CampaignMonth month, Office.Docket.Measure measure) =>
        new FigureAddress(Campaign.UnitCode, month.Year, month.Month, KnownOn: Measure.CutOff.KnownOn).Cell(HeadModel.FormOf(measure), "I", "settled");

    public string NameOf(PartOfResult part) =>
        part.Name.Length > 0 ? part.Name : part.Code == "-" ? text.Say("campaigns.part-none") : PageText.Capital(text.Say($"Manner.{part.Code}"));

    public static string Ratio(PartOfResult part) => part.Ratio is { } ratio ? MeasureText.One(ratio) + "×" : "–";
}
