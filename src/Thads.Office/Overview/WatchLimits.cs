using Thads.Office.Acts;
using Thads.Office.Settings;

namespace Thads.Office.Overview;

/// <summary>
/// From when on a matter is watched. Where the law sets a time, its article stands beside it; the other values are the house's proposal.
/// </summary>
/// <param name="StoppedMonths">Postponed, paused or suspended for longer: the books hold no end, and none came. 6: twice the longest postponement on request (L08 Đ48.2: 3 months).</param>
/// <param name="UntouchedMonths">Nothing done since docketing for longer. 3: notice within 3 working days (L08 Đ39), verification within 10 days of the time for free will (L08 Đ44).</param>
/// <param name="IdleMonths">In progress with nothing done for longer. 6: the interval of verification (L08 Đ44.2).</param>
/// <param name="LongIdleMonths">The same, for longer still. 12.</param>
/// <param name="UnverifiedMonths">Not enforceable and not verified for longer. 12: the longer interval of verification (L08 Đ44.2; the shorter one is 6 months).</param>
/// <param name="OldYears">Docketed so many whole years ago. 10.</param>
/// <param name="LateDays">Entered more than so many days after it happened. 7.</param>
/// <param name="YearEndDays">The last so many days of the statistical year. 5.</param>
/// <param name="Largest">So many matters with the most left. 10.</param>
public sealed record WatchLimits(
    int StoppedMonths = 6, int UntouchedMonths = 3, int IdleMonths = 6, int LongIdleMonths = 12, int UnverifiedMonths = 12, int OldYears = 10, int LateDays = 7, int YearEndDays = 5, int Largest = 10)
{
    public static readonly WatchLimits Default = new();

    /// <summary>As the office has decided them by today.</summary>
    public static async Task<WatchLimits> OfAsync(Work work, CancellationToken ct)
    {
        var settings = await OfficeSettings.OfAsync(work, 0, work.Today, ct);
        return new WatchLimits(
            settings.Number(SettingList.WatchStopped), settings.Number(SettingList.WatchUntouched), settings.Number(SettingList.WatchIdle), settings.Number(SettingList.WatchLongIdle),
            settings.Number(SettingList.WatchUnverified), settings.Number(SettingList.WatchOldYears), settings.Number(SettingList.WatchLateDays), settings.Number(SettingList.WatchYearEndDays),
            settings.Number(SettingList.WatchLargest));
    }
}
