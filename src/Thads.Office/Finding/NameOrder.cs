using System.Globalization;
using System.Text;

namespace Thads.Office.Finding;

/// <summary>
/// A text that both databases sort as Vietnamese lists are sorted: people by given name, then family name, then what stands between;
/// a ă â … d đ … o ô ơ … u ư, and of equal letters by tone (ngang, huyền, hỏi, ngã, sắc, nặng).
/// </summary>
public static class NameOrder
{
    private const int Longest = 200;

    public static string Of(string name, bool isPerson)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var ordered = isPerson && words.Length > 1 ? [words[^1], words[0], .. words[1..^1]] : words;
        var order = new StringBuilder();
        foreach (var word in ordered)
        {
            Append(order, word);
        }

        return order.ToString(0, Math.Min(order.Length, Longest));
    }

    /// <summary>Each letter with its place among those of its base, then the tone after a blank.</summary>
    private static void Append(StringBuilder order, string word)
    {
        var tone = 0;
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                order.Append(letter is 'đ' or 'Đ' ? "d1" : char.ToLowerInvariant(letter) + "0");
            }
            else if (ToneOf(letter) is > 0 and var found)
            {
                tone = found;
            }
            else if (order.Length > 1)
            {
                order[^1] = PlaceOf(order[^2], letter);
            }
        }

        order.Append(' ').Append(tone).Append(' ');
    }

    private static int ToneOf(char mark) => mark switch { '\u0300' => 1, '\u0309' => 2, '\u0303' => 3, '\u0301' => 4, '\u0323' => 5, _ => 0 };

    /// <summary>a ă â, e ê, o ô ơ, u ư.</summary>
    private static char PlaceOf(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0306') or ('o' or 'e', '\u0302') or ('u', '\u031B') => '1',
        ('a', '\u0302') or ('o', '\u031B') => '2',
        _ => '3',
    };
}
