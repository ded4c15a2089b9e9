using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Shared.Kit;

namespace Thads.Campaigns;

/// <summary>When the next campaign is best: the months of a year side by side, and times by points, each with its reasons.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CampaignTimeModel(Work work, PageText text) : PageModel
{
    public FigureFilter Filter { get; private set; } = null!;

    /// <summary>Null while the question cannot be answered.</summary>
    public CampaignTimes? Times { get; private set; }

    public string Unit { get; private set; } = "";

    public string Year { get; private set; } = "";

    public string Length { get; private set; } = "";

    public IReadOnlyList<Choice> Lengths => [.. Enumerable.Range(CampaignTime.Shortest, CampaignTime.Longest).Select(months => new Choice(PageText.Year(months), text.Say("campaigns.time-months", months)))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Unit = Request.Query["unit"].FirstOrDefault() is { Length: > 0 } unit ? unit : await FigureFilter.OwnUnitAsync(await Office.Units.UnitTree.OfAsync(work, ct), work, ct);
        Year = Request.Query["year"].FirstOrDefault() is { Length: > 0 } year ? year : PageText.Year(StatisticalYear.Of(work.Today).Year);
        Length = Request.Query["length"].FirstOrDefault() is { Length: > 0 } length ? length : PageText.Year(CampaignTime.Longest);
        if (Unit.Length == 0)
        {
            return;
        }

        if (!int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new RefusedException(new Refusal("report.year", Year));
        }

        Times = await ReadCampaignTime.RunAsync(new(Unit, number, int.TryParse(Length, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0), work, ct);
    }

    public string Cell(int year, TimeMonth month) => new FigureAddress(Unit, year, month.Month).Cell("01", "I", "settled");

    /// <summary>A reason in a sentence.</summary>
    public string Said(TimeReason reason) => text.Say($"campaigns.reason-{Codes.CodeOf(reason.Criterion)}", MeasureText.One(reason.Value), MeasureText.One(reason.Least), MeasureText.One(reason.Most));

    public static string Month(TimeMonth month) => month.First.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}
