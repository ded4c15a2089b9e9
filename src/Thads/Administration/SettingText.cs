using Thads.Http;
using Thads.Office;
using Thads.Office.Settings;

namespace Thads.Administration;

/// <summary>How a setting is said.</summary>
internal static class SettingText
{
    public static string Value(this PageText text, Setting setting, string value) => setting.Kind switch
    {
        SettingKind.WholeNumber => $"{PageText.Number(long.Parse(value, System.Globalization.CultureInfo.InvariantCulture))} {text.Say($"setting.in.{setting.Measure}")}",
        SettingKind.Choice => text.Say($"setting.{setting.Key}.{value}"),
    };

    /// <summary>Where the default comes from: the article, the house, or a question that is open.</summary>
    public static string Source(this PageText text, Setting setting) => setting.Source switch
    {
        SettingSource.HouseRule => text.Of(setting.Source),
        SettingSource.Article or SettingSource.OpenQuestion => text.Say($"SettingSource.{Codes.CodeOf(setting.Source)}", text.IsEnglish ? setting.Basis.Replace("Đ", "art. ", StringComparison.Ordinal) : setting.Basis),
    };
}
