using Thads.Office.Acts;
using Thads.Office.Settings;

namespace Thads.Office.Ranking.Reviews;

/// <summary>From when on something is to be reviewed: proposals of the house, which an office may change. The time limit of an enforcement decision is of the law (L08 Đ36; L25 Đ33, Đ34).</summary>
/// <param name="WindowDays">The last so many days of the year.</param>
/// <param name="BackDatedDays">Entered more than so many days after it happened.</param>
/// <param name="ReopenedDays">Open again within so many days of its settlement.</param>
/// <param name="SuddenTimes">So many times as much as in the unit's own weeks before.</param>
/// <param name="SuddenLeast">At least so many matters.</param>
/// <param name="AloneDays">So many working days it is the office's alone.</param>
public sealed record ReviewLimits(int WindowDays = 30, int BackDatedDays = 30, int ReopenedDays = 90, int SuddenTimes = 3, int SuddenLeast = 10, int AloneDays = 5)
{
    /// <summary>Working days from the receipt of judgment and request to the decision (L08 Đ36.1, Đ36.2; L25 Đ33.3, Đ34.3).</summary>
    public const int DecisionDays = 5;

    /// <summary>Months after the year in which what happens to it still says something of it.</summary>
    public const int AfterMonths = 3;

    /// <summary>As the office has decided them by today.</summary>
    public static async Task<ReviewLimits> OfAsync(Work work, CancellationToken ct)
    {
        var settings = await OfficeSettings.OfAsync(work, 0, work.Today, ct);
        return new ReviewLimits(
            settings.Number(SettingList.ReviewWindow), settings.Number(SettingList.ReviewBackDated), settings.Number(SettingList.ReviewReopened), settings.Number(SettingList.ReviewSuddenTimes),
            settings.Number(SettingList.ReviewSuddenLeast), settings.Number(SettingList.ReviewAlone));
    }
}
