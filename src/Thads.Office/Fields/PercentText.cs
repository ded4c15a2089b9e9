using System.Globalization;
using System.Text.RegularExpressions;

namespace Thads.Office.Fields;

/// <summary>A rate as people type it: 84,27 or 84,27 %, with a comma and at most two decimals, from 0 to 100.</summary>
public static partial class PercentText
{
    /// <returns>Why it is no rate, or null; nothing typed is no refusal and no rate.</returns>
    public static Refusal? Read(string? typed, out decimal? percent)
    {
        percent = null;
        var text = (typed ?? "").Trim().TrimEnd('%').Trim();
        if (text.Length == 0)
        {
            return string.IsNullOrWhiteSpace(typed) ? null : new Refusal("percent.unreadable", typed.Trim());
        }

        if (WithDot().IsMatch(text))
        {
            return new Refusal("percent.dot", text.Replace('.', ','));
        }

        if (!Written().IsMatch(text))
        {
            return new Refusal("percent.unreadable", typed!.Trim());
        }

        var value = decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (value > 100)
        {
            return new Refusal("percent.above-hundred", typed!.Trim());
        }

        percent = value;
        return null;
    }

    [GeneratedRegex("^[0-9]{1,4}\\.[0-9]+$")]
    private static partial Regex WithDot();

    [GeneratedRegex("^[0-9]{1,4}(,[0-9]{1,2})?$")]
    private static partial Regex Written();
}
