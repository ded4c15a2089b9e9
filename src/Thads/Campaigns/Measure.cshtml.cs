using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Manners;
using Thads.Obstacles;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Manners;
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

    /// <summary>The days of all that is set side by side on the page, in the years of the campaign.</summary>
    public ObstacleSpan Span => new(Campaign.UnitCode, Measure.Months[0].First, Measure.On < Measure.Months[^1].Last ? Measure.On : Measure.Months[^1].Last);

    public string Here(bool pinned) => Address.Measure + (pinned ? "?as=closed" : "");

    /// <summary>The months as bars, those of the campaign told apart.</summary>
    public BarChart Bars => new(
        [.. Measure.Months.Where(month => month.First <= Measure.On).Select(month => new ChartBar(month.First.ToString("MM/yyyy", CultureInfo.InvariantCulture), [(month.Inside == false ? "b2" : "b1", month.Matters)], PageText.Number(month.Matters)))],
        [("b1", text.Say("campaigns.key-inside")), ("b2", text.Say("campaigns.key-outside"))]);

    /// <summary>The two forms a month is the difference of: up to its end.</summary>
    public string Cell(CampaignMonth month, Office.Docket.Measure measure) =>
        new FigureAddress(Campaign.UnitCode, month.Year, month.Month, KnownOn: Measure.CutOff.KnownOn).Cell(HeadModel.FormOf(measure), "I", "settled");

    public string NameOf(PartOfResult part, string key) =>
        part.Code == "-" ? text.Say(key == "manners" ? "campaigns.part-no-manner" : "campaigns.part-none") : PageText.Capital(text.Say($"Manner.{part.Code}"));

    /// <summary>The matters behind what a manner, commune or officer settled in the campaign, or in the same days of another year.</summary>
    public string Behind(PartOfResult part, string key, int years = 0) => Days(years, key switch
    {
        "communes" => (part.Code == "-" ? MannerQuestion.None : part.Code, null),
        "officers" => (null, part.Code == "-" ? MannerQuestion.None : part.Code),
        _ => (null, null),
    }).List(key != "manners" ? MannerListing.Settled : Codes.TryRead<MannerListing>(part.Code, out var manner) ? manner : MannerListing.Settled);

    /// <summary>What the unit settled in the campaign, or in the same days of another year.</summary>
    public string Whole(int years = 0, Office.Docket.Measure measure = Office.Docket.Measure.Matters) => Days(years, (null, null)).List(MannerListing.Settled, measure);

    private MannersAddress Days(int years, (string? Commune, string? Officer) of) =>
        new(Campaign.UnitCode, Campaign.FirstOn.AddYears(years), (years == 0 ? Measure.Progress.On : Campaign.LastOn.AddYears(years)), of.Commune, of.Officer, Measure.CutOff.KnownOn);

    public static string Ratio(PartOfResult part) => part.Ratio is { } ratio ? MeasureText.One(ratio) + "×" : "–";
}
