using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Law;

namespace Thads.Office.Fields;

/// <summary>
/// An amount of đồng as people type it: 1234567, 1.234.567, 1 234 567, 5tr, 1,2 tỷ. A comma stands only before a unit
/// word: what another program would read as a thousandth or a thousand is refused with what to type instead.
/// </summary>
public static partial class MoneyText
{
    /// <returns>Why it is no amount, or null; nothing typed is no refusal and no amount.</returns>
    public static Refusal? Read(string? typed, out Money? amount)
    {
        amount = null;
        var text = Currency().Replace(SearchKey.Of(typed ?? ""), "").Trim();
        if (text.Length == 0)
        {
            return string.IsNullOrWhiteSpace(typed) ? null : new Refusal("money.unreadable", typed.Trim());
        }

        if (text[0] is '-' or '−' || text.StartsWith('('))
        {
            return new Refusal("money.negative");
        }

        if (EnglishGrouped().IsMatch(text))
        {
            return new Refusal("money.comma", typed!.Trim(), Suggested(text));
        }

        var match = Written().Match(text);
        if (!match.Success)
        {
            return new Refusal("money.unreadable", typed!.Trim());
        }

        var (whole, part, unit) = (match.Groups["whole"].Value, match.Groups["part"].Value, match.Groups["unit"].Value);
        if (!Grouped().IsMatch(whole))
        {
            return unit.Length > 0 && Decimal().IsMatch(whole)
                ? new Refusal("money.dot-before-unit", $"{whole.Replace('.', ',')} {UnitWritten(unit)}")
                : new Refusal("money.grouping", typed!.Trim(), Suggested(Decimal().IsMatch(whole) ? whole.Split('.')[0] : whole));
        }

        if (part.Length > 0 && unit.Length == 0)
        {
            return new Refusal("money.comma", typed!.Trim(), Suggested(whole));
        }

        var digits = Digits(whole) + part;
        if (digits.Length > 25)
        {
            return new Refusal("money.too-large", Money.Largest);
        }

        var scaled = Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * PowerOfTen(unit);
        var below = Power(part.Length);
        if (scaled % below != 0)
        {
            return new Refusal("money.part-of-dong", typed!.Trim());
        }

        if (scaled / below > Money.Largest)
        {
            return new Refusal("money.too-large", Money.Largest);
        }

        amount = new Money((long)(scaled / below));
        return null;
    }

    /// <summary>1.234.567 đ</summary>
    public static string Write(Money amount) => amount.Units.ToString("N0", Words.Format) + " đ";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Suggested(string text) =>
        Int128.TryParse(Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString("N0", Words.Format) : "1.234.567";

    private static Int128 PowerOfTen(string unit) => unit switch
    {
        "" => 1,
        "nghin" or "ngan" => Power(3),
        "tr" or "trieu" => Power(6),
        _ => Power(9),
    };

    private static string UnitWritten(string unit) => unit switch { "nghin" or "ngan" => "nghìn", "tr" or "trieu" => "triệu", _ => "tỷ" };

    private static Int128 Power(int digits)
    {
        Int128 power = 1;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }

    [GeneratedRegex("(dong|d|₫|vnd)$")]
    private static partial Regex Currency();

    [GeneratedRegex("^(?<whole>[0-9][0-9. ]*?) ?(,(?<part>[0-9]+))? ?(?<unit>nghin|ngan|trieu|tr|ty|ti)?$")]
    private static partial Regex Written();

    /// <summary>Digits alone, or groups of three by dots alone or by blanks alone.</summary>
    [GeneratedRegex("^([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)$")]
    private static partial Regex Grouped();

    [GeneratedRegex("^[0-9]{1,3}(,[0-9]{3})+$")]
    private static partial Regex EnglishGrouped();

    [GeneratedRegex("^[0-9]+\\.[0-9]{1,2}$")]
    private static partial Regex Decimal();
}
