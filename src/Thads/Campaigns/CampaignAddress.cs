using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office;
using Thads.Office.Campaigns;

namespace Thads.Campaigns;

/// <summary>The addresses of a campaign's pages.</summary>
/// <param name="On">Day up to which counts; null = today.</param>
public sealed record CampaignAddress(int Id, DateOnly? On = null)
{
    public const string List = "/direction/campaigns";
    public const string New = "/direction/campaigns/plan";

    public string Start => Root + Query();

    public string Plan => $"{New}?campaign={Number}";

    public string Goals => Root + "/goals";

    public string Freeze => Root + "/freeze";

    public string Add => Root + "/add";

    public string Measure => Root + "/measure";

    public string Close => Root + "/close";

    private string Number => Id.ToString(CultureInfo.InvariantCulture);

    private string Root => $"/direction/campaigns/{Number}";

    /// <summary>The matters behind a number.</summary>
    public string Matters(CohortShow show = CohortShow.All, string? officer = null, string? commune = null)
    {
        var query = new QueryBuilder { { "show", Codes.CodeOf(show) } };
        foreach (var (key, value) in new[] { ("officer", officer), ("commune", commune), ("on", On is { } day ? PageText.Iso(day) : null) })
        {
            if (value is { Length: > 0 })
            {
                query.Add(key, value);
            }
        }

        return $"{Root}/matters{query.ToQueryString()}";
    }

    /// <summary>A paper as a file.</summary>
    public string Paper(string kind) => $"{Root}?handler=paper&kind={kind}{(On is { } day ? "&on=" + PageText.Iso(day) : "")}";

    private string Query() => On is { } day ? "?on=" + PageText.Iso(day) : "";
}
