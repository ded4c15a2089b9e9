using System.Collections.Frozen;

namespace Thads.Office.Settings;

/// <summary>All settings. Nothing is here that nothing uses; a test looks for the use of each.</summary>
public static class SettingList
{
    /// <summary>Who may be given the signing of a unit's head.</summary>
    public const string SigningDelegates = "signing.delegates";

    /// <summary>Days within which a one-time code must be used.</summary>
    public const string CodeDays = "sign-in.code-days";

    /// <summary>From when on a matter is watched: see `WatchLimits`, which reads these. One value for the whole tree, so that a number means the same wherever it stands.</summary>
    public const string WatchStopped = "watch.stopped-months";
    public const string WatchUntouched = "watch.untouched-months";
    public const string WatchIdle = "watch.idle-months";
    public const string WatchLongIdle = "watch.long-idle-months";
    public const string WatchUnverified = "watch.unverified-months";
    public const string WatchOldYears = "watch.old-years";
    public const string WatchLateDays = "watch.late-days";
    public const string WatchYearEndDays = "watch.year-end-days";
    public const string WatchLargest = "watch.largest";

    /// <summary>From how many tỷ đồng on a matter is called large: see `WatchScope`, which reads it.</summary>
    public const string WatchLarge = "watch-list.large";

    /// <summary>From when on something is to be reviewed before a year is closed: see `ReviewLimits`, which reads these.</summary>
    public const string ReviewWindow = "review.window-days";
    public const string ReviewBackDated = "review.back-dated-days";
    public const string ReviewReopened = "review.reopened-days";
    public const string ReviewSuddenTimes = "review.sudden-times";
    public const string ReviewSuddenLeast = "review.sudden-least";
    public const string ReviewAlone = "review.alone-days";

    /// <summary>Choices of <see cref="SigningDelegates"/>.</summary>
    public const string Deputies = "deputies";
    public const string AnyoneOfTheUnit = "unit";

    public static readonly IReadOnlyList<Setting> All =
    [
        new(SigningDelegates, SettingKind.Choice, Deputies, SettingSource.OpenQuestion, "OQ6 (L25 Đ22.3)", "", PerUnit: true) { Choices = [Deputies, AnyoneOfTheUnit] },
        new(CodeDays, SettingKind.WholeNumber, "3", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 14 },
        Months(WatchStopped, 6, SettingSource.Article, "L08 Đ48.2"),
        Months(WatchUntouched, 3, SettingSource.Article, "L08 Đ39, Đ44"),
        Months(WatchIdle, 6, SettingSource.Article, "L08 Đ44.2"),
        Months(WatchLongIdle, 12, SettingSource.HouseRule, ""),
        Months(WatchUnverified, 12, SettingSource.Article, "L08 Đ44.2"),
        new(WatchOldYears, SettingKind.WholeNumber, "10", SettingSource.HouseRule, "", "years", PerUnit: false) { Least = 1, Most = 50 },
        new(WatchLateDays, SettingKind.WholeNumber, "7", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 366 },
        new(WatchYearEndDays, SettingKind.WholeNumber, "5", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 60 },
        new(WatchLargest, SettingKind.WholeNumber, "10", SettingSource.HouseRule, "", "matters", PerUnit: false) { Least = 1, Most = 100 },
        new(WatchLarge, SettingKind.WholeNumber, "2", SettingSource.HouseRule, "", "billions", PerUnit: false) { Least = 1, Most = 100_000 },
        new(ReviewWindow, SettingKind.WholeNumber, "30", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 90 },
        new(ReviewBackDated, SettingKind.WholeNumber, "30", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 366 },
        new(ReviewReopened, SettingKind.WholeNumber, "90", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 366 },
        new(ReviewSuddenTimes, SettingKind.WholeNumber, "3", SettingSource.HouseRule, "", "times", PerUnit: false) { Least = 1, Most = 100 },
        new(ReviewSuddenLeast, SettingKind.WholeNumber, "10", SettingSource.HouseRule, "", "matters", PerUnit: false) { Least = 1, Most = 10_000 },
        new(ReviewAlone, SettingKind.WholeNumber, "5", SettingSource.HouseRule, "", "working-days", PerUnit: false) { Least = 1, Most = 30 },
    ];

    private static readonly FrozenDictionary<string, Setting> ByKey = All.ToFrozenDictionary(s => s.Key, StringComparer.Ordinal);

    private static Setting Months(string key, int usual, SettingSource source, string basis) =>
        new(key, SettingKind.WholeNumber, usual.ToString(System.Globalization.CultureInfo.InvariantCulture), source, basis, "months", PerUnit: false) { Least = 1, Most = 120 };

    public static Setting? Find(string key) => ByKey.GetValueOrDefault(key);
}
