using System.Text.RegularExpressions;
using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>
/// Composes sentences from facts. <c>{key}</c> a number with its unit, <c>{key:n}</c> without, <c>{key:tăng|giảm|thay đổi}</c> a word by its sign, <c>{#word}</c> a word,
/// <c>[…]</c> left out where something in it is not known, <c>[key&gt;0?…]</c> where that does not hold. A sentence with a number that is not known is not said.
/// Conditions: <c>key</c> known, <c>!key</c> not known, <c>key&gt;0</c>, <c>key&lt;0</c>, <c>key=0</c>, <c>key&lt;&gt;0</c>, <c>#word</c>, <c>@yearly</c>, joined by <c>&amp;</c>.
/// </summary>
public static partial class Sentences
{
    /// <summary>The sentences under a code as one paragraph; null where none of them has anything to say.</summary>
    public static Passage? Compose(string code, FactBook book, NarrativeKind kind)
    {
        var runs = new List<TextRun>();
        foreach (var sentence in Outline.One.Sentences[code])
        {
            if (Holds(sentence.When, book, kind) && One(sentence.Text, book, kind) is { } said)
            {
                runs.AddRange(runs.Count == 0 ? said : [new TextRun(" "), .. said]);
            }
        }

        return runs.Count == 0 ? null : new Passage(Capital(runs));
    }

    /// <summary>Everything a text names: keys of facts, and words with their #.</summary>
    public static IEnumerable<string> Names(string text) => Place().Matches(text).Select(match => match.Groups["key"].Value);

    /// <summary>A text somebody wrote, a paragraph per line; `{key}` in it is the number of that key as it stands in this report.</summary>
    public static IReadOnlyList<Passage> Written(string text, FactBook book) =>
        [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Passage(Fill(line, book) ?? [new TextRun(line)]))];

    /// <summary>Null where something outside of brackets is not known.</summary>
    private static List<TextRun>? One(string text, FactBook book, NarrativeKind kind)
    {
        var runs = new List<TextRun>();
        foreach (Match part in Part().Matches(text))
        {
            var optional = part.Groups["optional"];
            var condition = part.Groups["condition"];
            var said = condition.Success && !HoldsOne(condition.Value, book, kind) ? null : Fill(optional.Success ? optional.Value : part.Value, book);
            if (said is null && !optional.Success)
            {
                return null;
            }

            runs.AddRange(said ?? []);
        }

        return runs;
    }

    private static List<TextRun>? Fill(string text, FactBook book)
    {
        var runs = new List<TextRun>();
        var at = 0;
        foreach (Match place in Place().Matches(text))
        {
            if (Run(place.Groups["key"].Value, place.Groups["how"].Value, book) is not { } run)
            {
                return null;
            }

            if (place.Index > at)
            {
                runs.Add(new TextRun(text[at..place.Index]));
            }

            runs.Add(run);
            at = place.Index + place.Length;
        }

        if (at < text.Length)
        {
            runs.Add(new TextRun(text[at..]));
        }

        return runs;
    }

    private static TextRun? Run(string key, string how, FactBook book)
    {
        if (key.StartsWith('#'))
        {
            return book.Texts.TryGetValue(key[1..], out var word) ? new TextRun(word) : null;
        }

        if (book[key] is not { } fact)
        {
            return null;
        }

        var words = how.Split('|');
        return words.Length == 3 ? new TextRun(words[fact.Value > 0 ? 0 : fact.Value < 0 ? 1 : 2])
            : how == "n" ? fact.Run(fact.Cell.TrimStart('+', '−'))
            : fact.Run(fact.Text);
    }

    private static bool Holds(string when, FactBook book, NarrativeKind kind) =>
        when.Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(condition => HoldsOne(condition, book, kind));

    private static bool HoldsOne(string condition, FactBook book, NarrativeKind kind)
    {
        if (condition.StartsWith('!'))
        {
            return !HoldsOne(condition[1..], book, kind);
        }

        if (condition.StartsWith('@'))
        {
            return Codes.CodeOf(kind) == condition[1..];
        }

        if (condition.StartsWith('#'))
        {
            return book.Texts.ContainsKey(condition[1..]);
        }

        var compared = Compared().Match(condition);
        var value = book[compared.Groups["key"].Value]?.Value;
        return value is { } known && compared.Groups["sign"].Value switch
        {
            "" => true,
            ">" => known > 0,
            "<" => known < 0,
            "=" => known == 0,
            "<>" => known != 0,
            var other => throw new InvalidOperationException($"No condition {other}."),
        };
    }

    private static List<TextRun> Capital(List<TextRun> runs)
    {
        runs[0] = runs[0] with { Text = runs[0].Text.Length == 0 ? "" : char.ToUpper(runs[0].Text[0], Words.Format) + runs[0].Text[1..] };
        return runs;
    }

    [GeneratedRegex(@"\{(?<key>#?[a-z_0-9.]+)(?::(?<how>[^}]*))?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[(?:(?<condition>[a-z_0-9.]+[<>=]+0)\?)?(?<optional>[^\]]*)\]|[^\[]+")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<key>[a-z_0-9.]+)(?:(?<sign><>|[<>=])0)?$")]
    private static partial Regex Compared();
}
