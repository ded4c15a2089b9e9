using Thads.Law;

namespace Thads.Office.Fields;

/// <summary>
/// Amounts in Vietnamese words, as papers have them: "một nghìn không trăm linh năm" (every group of three behind the first
/// is read with its hundreds). Largest unit is tỷ: two thousand five of it is "hai nghìn không trăm linh năm tỷ".
/// </summary>
public static class AmountInWords
{
    private const long Billion = 1_000_000_000;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>"Một triệu không trăm linh năm đồng"</summary>
    public static string Of(Money amount)
    {
        var words = Of(amount.Units);
        return char.ToUpper(words[0], Words.Format) + words[1..] + " đồng";
    }

    /// <summary>The bare number, in small letters.</summary>
    public static string Of(long number) =>
        number < 0 ? throw new ArgumentOutOfRangeException(nameof(number), number, "An amount in words is never below zero.")
        : number == 0 ? Digits[0]
        : string.Join(' ', Read(number, isFirst: true));

    private static IEnumerable<string> Read(long number, bool isFirst)
    {
        if (number >= Billion)
        {
            foreach (var word in Read(number / Billion, isFirst).Append("tỷ"))
            {
                yield return word;
            }

            isFirst = false;
            number %= Billion;
        }

        foreach (var (size, name) in new[] { (1_000_000, "triệu"), (1_000, "nghìn"), (1, "") })
        {
            var group = (int)(number / size % 1_000);
            if (group == 0)
            {
                continue;
            }

            foreach (var word in Group(group, isFirst))
            {
                yield return word;
            }

            isFirst = false;
            if (name.Length > 0)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Group(int group, bool isFirst)
    {
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        if (hundreds > 0 || !isFirst)
        {
            yield return Digits[hundreds];
            yield return "trăm";
        }

        if (tens == 0 && ones > 0 && (hundreds > 0 || !isFirst))
        {
            yield return "linh";
        }
        else if (tens == 1)
        {
            yield return "mười";
        }
        else if (tens > 1)
        {
            yield return Digits[tens];
            yield return "mươi";
        }

        if (ones > 0)
        {
            yield return (tens, ones) switch
            {
                ( > 1, 1) => "mốt",
                ( > 1, 4) => "tư",
                ( > 0, 5) => "lăm",
                _ => Digits[ones],
            };
        }
    }
}
