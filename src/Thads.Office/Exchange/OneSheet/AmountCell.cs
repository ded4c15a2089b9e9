using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Law;
using Thads.Office.Workbooks;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>An amount as registers have it, in đồng, thousands or millions, with dots or commas. What does not come to whole đồng is refused.</summary>
internal static partial class AmountCell
{
    /// <returns>Why it is no amount, or null; an empty cell, or a dash, is no refusal and no amount.</returns>
    public static Refusal? Read(SheetCell cell, SheetMapping habits, out long? amount)
    {
        amount = null;
        var text = Currency().Replace(cell.Text, "").Trim();
        if (text is "" or "-" or "–")
        {
            return cell.Text.Length > 0 && text.Length == 0 ? new Refusal("sheet.amount", cell.Text) : null;
        }

        if (text[0] is '-' or '−' or '(')
        {
            return new Refusal("sheet.amount-negative", cell.Text);
        }

        if (cell.Kind != CellKind.Number)
        {
            var (group, point) = habits.Thousands == ThousandsMark.Dot ? ('.', ',') : (',', '.');
            var match = Written().Match(text.Replace(group, 'g').Replace(point, 'p'));
            if (!match.Success)
            {
                return new Refusal("sheet.amount", cell.Text);
            }

            text = match.Groups["whole"].Value.Replace("g", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
                + (match.Groups["part"].Success ? "." + match.Groups["part"].Value : "");
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || number > Money.Largest)
        {
            return new Refusal("sheet.amount", cell.Text);
        }

        var dong = number * (int)habits.Amounts;
        if (dong != decimal.Truncate(dong))
        {
            return new Refusal("sheet.amount-part", cell.Text, habits.Amounts);
        }

        if (dong > Money.Largest)
        {
            return new Refusal("cell.amount-too-large", cell.Text, Money.Largest);
        }

        amount = (long)dong;
        return null;
    }

    [GeneratedRegex(@"\s*(đồng|đ|vnđ|vnd|₫)\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    /// <summary>Digits, or groups of three set apart by one mark or by blanks, and decimals behind the other mark.</summary>
    [GeneratedRegex(@"^(?<whole>\d+|\d{1,3}(g\d{3})+|\d{1,3}( \d{3})+)(p(?<part>\d+))?$")]
    private static partial Regex Written();
}
