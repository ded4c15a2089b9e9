using System.Text.Json;
using System.Text.RegularExpressions;

namespace Thads.Office.Tests.Conformance;

/// <summary>Read from the sources and not from what is compiled, so that the words of the program are held too.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_refusal_has_words()
    {
        var said = AllWords().Select(word => word.Code).ToHashSet(StringComparer.Ordinal);
        var refusals = Sources.Files("src", ".cs").SelectMany(path => RefusalCodes(Sources.Read(path)).Select(code => (Path: path, Code: code)));

        Expect.None(refusals.Where(refusal => !said.Contains(refusal.Code)));
    }

    [Theory]
    [InlineData("""new Refusal("receipt.future")""", "receipt.future")]
    [InlineData("""_ => new("line.already-there", matter.Code),""", "line.already-there")]
    [InlineData("new(\n    \"step.on-closed-line\",\n    line)", "step.on-closed-line")]
    [InlineData("""new("reports.xlsx.made")""", "reports.xlsx.made")]
    public void A_refusal_is_found_however_it_is_written(string source, string code) => Assert.Equal([code], RefusalCodes(source));

    [Fact]
    public void Every_sentence_is_there_in_both_languages_with_the_same_places() =>
        Expect.None(AllWords().Where(word => WhatIsWrong(word.Vi, word.En) is not null));

    [Theory]
    [InlineData("Ngày {0} sau ngày {1}", "Day {0} is after {1}", null)]
    [InlineData("Việc {0}", "", "en is missing")]
    [InlineData("", "Matter {0}", "vi is missing")]
    [InlineData(null, "Matter", "vi is missing")]
    [InlineData("Ngày {0} sau ngày {1}", "Day {0} is late", "the places differ")]
    [InlineData("{1} của {0:N0}", "{0} of {1}", null)]
    public void A_sentence_that_is_missing_or_has_other_places_is_found(string? vi, string? en, string? wrong) =>
        Assert.Equal(wrong, WhatIsWrong(vi, en));

    [Fact]
    public void No_code_has_words_twice() =>
        Expect.None(AllWords().GroupBy(word => word.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    private static IEnumerable<string> RefusalCodes(string source) => RefusalCode().Matches(source).Select(match => match.Groups["code"].Value);

    private static string? WhatIsWrong(string? vi, string? en) =>
        string.IsNullOrWhiteSpace(vi) ? "vi is missing"
        : string.IsNullOrWhiteSpace(en) ? "en is missing"
        : Places(vi).SetEquals(Places(en)) ? null
        : "the places differ";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups["number"].Value)];

    private static List<(string File, string Code, string? Vi, string? En)> AllWords()
    {
        var all = new List<(string, string, string?, string?)>();
        foreach (var file in Sources.Files("src", ".words.json"))
        {
            using var json = JsonDocument.Parse(Sources.Read(file));
            all.AddRange(json.RootElement.EnumerateObject().Select(word => (file, word.Name, In(word.Value, "vi"), In(word.Value, "en"))));
        }

        return all;
    }

    private static string? In(JsonElement word, string language) => word.TryGetProperty(language, out var text) ? text.GetString() : null;

    [GeneratedRegex("""new(\s+Refusal)?\s*\(\s*"(?<code>[a-z0-9-]+(\.[a-z0-9-]+)+)["]""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"\{(?<number>\d+)(:[^}]*)?\}")]
    private static partial Regex Place();
}
