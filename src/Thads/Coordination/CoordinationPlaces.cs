using System.Globalization;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>Where requests, directions, petitions and partners are read, and what their pages share.</summary>
public static class CoordinationPlaces
{
    public const string Requests = "/direction/requests";
    public const string ReceivedList = "/direction/received";
    public const string Partners = "/direction/partners";

    public static string Of(CoordinationRequest request) => string.Create(CultureInfo.InvariantCulture, $"{Requests}/{request.Id}");

    public static string Of(ReceivedKind kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{ReceivedList}/{(kind == ReceivedKind.Direction ? "directions" : "petitions")}/{id}");

    public static string Of(Partner partner) => $"{Partners}/{Uri.EscapeDataString(partner.Code)}";

    /// <summary>How a request stands, in a few words.</summary>
    public static (TagKind Kind, string Code) TagOf(RequestState state) => state switch
    {
        RequestState.Waiting => (TagKind.Info, "tag.request-waiting"),
        RequestState.Overdue => (TagKind.Late, "tag.request-overdue"),
        RequestState.InTime => (TagKind.Fine, "tag.request-in-time"),
        RequestState.Late => (TagKind.Soon, "tag.request-late"),
        RequestState.Withdrawn => (TagKind.Plain, "tag.request-withdrawn"),
    };

    /// <summary>How a direction or petition stands, in a few words.</summary>
    public static (TagKind Kind, string Code) TagOf(ReceivedState state) => state switch
    {
        ReceivedState.Open => (TagKind.Info, "tag.received-open"),
        ReceivedState.Late => (TagKind.Late, "tag.received-overdue"),
        ReceivedState.Answered => (TagKind.Fine, "tag.received-answered"),
        ReceivedState.AnsweredLate => (TagKind.Soon, "tag.received-answered-late"),
        ReceivedState.PassedOn => (TagKind.Info, "tag.received-passed-on"),
        ReceivedState.Closed => (TagKind.Plain, "tag.received-closed"),
    };

    /// <summary>The unit asked for in the address, or else the person's own.</summary>
    internal static async Task<string> UnitAsync(HttpRequest request, Work work, CancellationToken ct) =>
        Lists.Given(request.Query["unit"]) ?? await FigureFilter.OwnUnitAsync(await UnitTree.OfAsync(work, ct), work, ct);

    /// <summary>The statistical year asked for; null = not asked for, or no year.</summary>
    internal static int? YearOf(HttpRequest request) =>
        int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1993 and <= 2100 ? year : null;

    /// <summary>The last statistical years as choices, the running one first.</summary>
    internal static IReadOnlyList<Choice> Years(DateOnly today) => [.. Enumerable.Range(0, 6).Select(ago => PageText.Year(StatisticalYear.Of(today).Year - ago)).Select(year => new Choice(year, year))];

    /// <summary>Partners of the person's localities as choices, those that are there on the day.</summary>
    internal static IReadOnlyList<Choice> Choices(PartnerBook partners, DateOnly day, PageText text) =>
        [.. partners.All.Where(partner => partner.IsThereOn(day)).Select(partner => new Choice(partner.Code, $"{partner.Name} – {text.Of(partner.Kind)}", Vietnamese: true))];

    /// <summary>Codes typed into one field, apart from each other by commas, semicolons or lines.</summary>
    internal static IReadOnlyList<string> Codes(string typed) => [.. typed.Split([',', ';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
