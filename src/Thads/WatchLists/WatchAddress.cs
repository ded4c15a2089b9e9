using Microsoft.AspNetCore.Http.Extensions;
using Thads.Administration;
using Thads.Coordination;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.WatchLists;

namespace Thads.WatchLists;

/// <summary>A watch-list as it stands in an address: days in ISO, and nothing that goes without saying.</summary>
/// <param name="On">Null = today.</param>
/// <param name="Group">Only this part of the list; null = all.</param>
public sealed record WatchAddress(string List, string Unit, DateOnly? On = null, int? Band = null, string? Group = null)
{
    public const string All = "/direction/watch";

    public string Page => $"{All}/{List}" + Query().ToQueryString();

    public string Workbook => $"{Page}&handler=workbook";

    public string Look => $"{All}/{List}" + (this with { On = null, Group = null }).Query().ToQueryString();

    /// <summary>The matters a figure counts.</summary>
    /// <param name="month">1 to 12; 0 = the year.</param>
    public string Behind(WatchColumn column, int year, int month, bool isMoney)
    {
        var query = Query();
        query.Add("what", Codes.CodeOf(column));
        query.Add("year", PageText.Year(year));
        if (month > 0)
        {
            query.Add("month", PageText.Year(month));
        }

        if (isMoney)
        {
            query.Add("money", "1");
        }

        return $"{All}/{List}/behind" + query.ToQueryString();
    }

    public WatchQuestion Question(DateOnly today) => new(List, Unit, On ?? today, Band);

    /// <exception cref="UnreadableException">The day is none.</exception>
    public static async Task<WatchAddress> ReadAsync(string list, HttpRequest request, Work work, CancellationToken ct)
    {
        var on = TypedDay.Read(Lists.Given(request.Query["on"]), "on", work);
        return new WatchAddress(
            list, await CoordinationPlaces.UnitAsync(request, work, ct), on == work.Today ? null : on,
            Lists.Given(request.Query["band"]) is not { } band ? null : int.TryParse(band, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var years) ? years : throw new UnreadableException(new Refusal("watch-list.band", band, string.Join(", ", WatchList.Find(list)?.Bands ?? [])), "band"),
            request.Query.TryGetValue("group", out var group) ? group.ToString() : null);
    }

    private QueryBuilder Query()
    {
        var query = new QueryBuilder { { "unit", Unit } };
        if (On is { } day)
        {
            query.Add("on", PageText.Iso(day));
        }

        if (Band is { } band)
        {
            query.Add("band", PageText.Year(band));
        }

        if (Group is not null)
        {
            query.Add("group", Group);
        }

        return query;
    }
}
