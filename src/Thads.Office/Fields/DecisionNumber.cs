using System.Globalization;
using System.Text.RegularExpressions;

namespace Thads.Office.Fields;

/// <summary>The number of a decision: 125, 125/2026 and 125/qđ-thads are one and the same, written 125/QĐ-THADS.</summary>
/// <param name="Number">Counted by the office within a year.</param>
/// <param name="Year">The year it was counted in, where it was typed.</param>
/// <param name="Symbol">Kind of paper and office that issued it, such as QĐ-CCTHADS.</param>
public sealed partial record DecisionNumber(int Number, int? Year, string Symbol)
{
    /// <param name="symbol">The office's own, for those who type the number alone.</param>
    /// <returns>Why it is no number, or null; nothing typed is no refusal and no number.</returns>
    public static Refusal? Read(string? typed, string symbol, out DecisionNumber? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var match = Written().Match(string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).Normalize());
        if (!match.Success)
        {
            return new Refusal("decision-number.unreadable", typed.Trim(), symbol);
        }

        var given = match.Groups["symbol"];
        number = new DecisionNumber(
            int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
            match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null,
            given.Success ? WithMark(given.Value.ToUpper(Words.Format)) : symbol);
        return null;
    }

    /// <summary>125/QĐ-THADS</summary>
    public override string ToString() => $"{Number.ToString(CultureInfo.InvariantCulture)}/{Symbol}";

    private static string WithMark(string symbol) => symbol.StartsWith("QD", StringComparison.Ordinal) ? "QĐ" + symbol[2..] : symbol;

    [GeneratedRegex("^(?<number>[0-9]{1,7})(/(?<year>(19|20)[0-9]{2}))?(/(?<symbol>\\p{L}[\\p{L}0-9.]*(-[\\p{L}0-9.]+)*))?$")]
    private static partial Regex Written();
}
