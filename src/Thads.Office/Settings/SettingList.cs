using System.Collections.Frozen;

namespace Thads.Office.Settings;

/// <summary>All settings. Nothing is here that nothing uses; a test looks for the use of each.</summary>
public static class SettingList
{
    /// <summary>Who may be given the signing of a unit's head.</summary>
    public const string SigningDelegates = "signing.delegates";

    /// <summary>Days within which a one-time code must be used.</summary>
    public const string CodeDays = "sign-in.code-days";

    /// <summary>Minutes after which an unused browser signs in anew; read when signing in.</summary>
    public const string IdleMinutes = "sign-in.idle-minutes";

    /// <summary>Choices of <see cref="SigningDelegates"/>.</summary>
    public const string Deputies = "deputies";
    public const string AnyoneOfTheUnit = "unit";

    public static readonly IReadOnlyList<Setting> All =
    [
        new(SigningDelegates, SettingKind.Choice, Deputies, SettingSource.OpenQuestion, "OQ6 (L25 Đ22.3)", "", PerUnit: true) { Choices = [Deputies, AnyoneOfTheUnit] },
        new(CodeDays, SettingKind.WholeNumber, "3", SettingSource.HouseRule, "", "days", PerUnit: false) { Least = 1, Most = 14 },
        new(IdleMinutes, SettingKind.WholeNumber, "30", SettingSource.HouseRule, "", "minutes", PerUnit: false) { Least = 5, Most = 480 },
    ];

    private static readonly FrozenDictionary<string, Setting> ByKey = All.ToFrozenDictionary(s => s.Key, StringComparer.Ordinal);

    public static Setting? Find(string key) => ByKey.GetValueOrDefault(key);
}
