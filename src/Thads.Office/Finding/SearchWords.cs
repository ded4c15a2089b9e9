using System.Text;
using Thads.Office.Fields;

namespace Thads.Office.Finding;

/// <summary>
/// What somebody looks for: its words without marks, and the whole of it as it was typed, for what is written just so to come first.
/// Every word must be found; the last may be the beginning of a longer one.
/// </summary>
public sealed class SearchWords
{
    /// <summary>A word longer than this is found by its beginning.</summary>
    private const int LongestWord = 60;

    /// <summary>So many digits in a row, however set apart, are one number: of an identity card or a telephone.</summary>
    private const int DigitsOfANumber = 9;

    private SearchWords(IReadOnlyList<string> words, string written)
    {
        (Words, Written) = (words, written);
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>In small letters, with its marks.</summary>
    public string Written { get; }

    /// <summary>Words as they stand in a key.</summary>
    public string Phrase => string.Join(' ', Words);

    /// <summary>Whether marks were typed: Bưởi rather than buoi.</summary>
    public bool HasMarks => SearchKey.Of(Written) != Written;

    /// <summary>Null where nothing is looked for: no letter and no digit.</summary>
    public static SearchWords? Of(string? typed)
    {
        var words = In(typed ?? "");
        return words.Count == 0 ? null : new SearchWords(words, AsWritten(typed!));
    }

    /// <summary>The words of a text, in their order, as they go into a key.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        if (IsNumber(text))
        {
            return [string.Concat(text.Where(char.IsAsciiDigit))];
        }

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in SearchKey.Of(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString(0, Math.Min(word.Length, LongestWord)));
                word.Clear();
            }
        }
    }

    /// <summary>In small letters, composed, one blank between words.</summary>
    public static string AsWritten(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The question as SQLite's index of words reads it.</summary>
    public string ForSqlite => string.Join(" AND ", Words.Select((word, i) => $"\"{word}\"{(i == Words.Count - 1 ? "*" : "")}"));

    /// <summary>The question as PostgreSQL's index of words reads it.</summary>
    public string ForPostgres => string.Join(" & ", Words.Select((word, i) => $"'{word}'{(i == Words.Count - 1 ? ":*" : "")}"));

    private static bool IsNumber(string typed) =>
        typed.Count(char.IsAsciiDigit) >= DigitsOfANumber && typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-');
}
