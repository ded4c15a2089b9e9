using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Overview;
using Thads.Office.Settings;

namespace Thads.Office.WatchLists;

/// <summary>Which list, of which unit, on which day.</summary>
/// <param name="List">Code.</param>
/// <param name="Unit">Code of the unit; all below it counts.</param>
/// <param name="On">Its statistical year is the one shown, up to this day.</param>
/// <param name="Band">Whole years, of a list by age; null = its widest band.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
public sealed record WatchQuestion(string List, string Unit, DateOnly On, int? Band = null, DateOnly? KnownOn = null)
{
    public StatisticalYear Year => StatisticalYear.Of(On);

    /// <summary>Months of the year that have begun by the day.</summary>
    public int Months => StatisticalYear.MonthOf(On);
}

/// <summary>The question resolved: the list, its band, the units that count, and what money is called large.</summary>
/// <param name="Large">Đồng.</param>
public sealed record WatchScope(WatchQuestion Question, WatchList List, int? Band, long Large, OverviewScope Units)
{
    public const long Billion = 1_000_000_000;

    /// <exception cref="NotFoundException">`watch-list.unknown`; `report.unit`: no such unit, or not this person's.</exception>
    /// <exception cref="RefusedException">`watch-list.band`, `overview.day`.</exception>
    public static async Task<WatchScope> ResolveAsync(WatchQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var list = WatchList.Find(question.List) ?? throw new NotFoundException(new Refusal("watch-list.unknown", question.List, string.Join(", ", WatchList.All.Select(one => one.Code))));
        RefusedException.ThrowIf(question.Band is { } band && !list.Bands.Contains(band) ? new Refusal("watch-list.band", band, string.Join(", ", list.Bands)) : null);
        var units = await OverviewScope.ResolveAsync(new OverviewQuestion(question.Unit, question.On, question.KnownOn), work, ct);
        var settings = await OfficeSettings.OfAsync(work, 0, work.Today, ct);
        return new WatchScope(question, list, list.Bands.Count == 0 ? null : question.Band ?? list.Bands[0], settings.Number(SettingList.WatchLarge) * Billion, units);
    }

    /// <summary>The same list a statistical year earlier, at its end.</summary>
    public WatchScope YearBefore()
    {
        var end = new StatisticalYear(Question.Year.Year - 1).End;
        return this with { Question = Question with { On = end }, Units = Units with { On = end } };
    }
}
