using System.Text.Json;
using System.Text.RegularExpressions;

namespace Thads.Office.Tests.Conformance;

/// <summary>Read from the sources and not from what is compiled, so that the words of the program are held too.</summary>
public sealed partial class WordsTests
{
    /// <summary>Codes whose words are the same in both languages.</summary>
    private static readonly string[] SameInBoth = ["cli.doctor.free"];

    [Fact]
    public void Every_refusal_has_words()
    {
        var said = AllWords().Select(word => word.Code).ToHashSet(StringComparer.Ordinal);
        // The refusals of the law carry their words themselves: Thads.Law knows nothing of our files of words.
        var refusals = Sources.Files("src", ".cs").Where(path => !path.StartsWith("src/Thads.Law/", StringComparison.Ordinal)).SelectMany(path => RefusalCodes(Sources.Read(path)).Select(code => (Path: path, Code: code)));

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
    public void Every_code_a_page_or_a_command_says_has_words()
    {
        var words = AllWords().Select(word => word.Code).ToHashSet(StringComparer.Ordinal);
        var said = Sources.Files("src", ".cs", ".cshtml").SelectMany(path => SaidCodes(Sources.Read(path)).Select(code => (Path: path, Code: code))).ToList();

        Assert.InRange(said.Count, 200, int.MaxValue);
        Expect.None(said.Where(code => !words.Contains(code.Code)));
    }

    [Theory]
    [InlineData("""@Text.Say("page.year", 1)""", "page.year")]
    [InlineData("""Words.Say(Language.Vietnamese, "page.sheet-made-up")""", "page.sheet-made-up")]
    [InlineData("""text.Say(x > 0 ? "page.above" : "page.below")""", "page.above|page.below")]
    [InlineData("""text.Say($"page.part-{row}")""", "")]
    public void A_code_is_found_where_it_is_said(string source, string codes) => Assert.Equal(codes, string.Join('|', SaidCodes(source)));

    [Fact]
    public void Every_kind_of_act_has_words()
    {
        var words = AllWords().Select(word => word.Code).ToHashSet(StringComparer.Ordinal);
        var kinds = Sources.Files("src", ".cs").SelectMany(path => Begun().Matches(Sources.Read(path)).Select(begun => begun.Groups["kind"].Value)).Distinct().ToList();

        Assert.Contains("step-recorded", kinds);
        Expect.None(kinds.Where(kind => !words.Contains($"act-kind.{kind}")));
    }

    [Fact]
    public void English_is_written_and_not_left_in_vietnamese() =>
        Expect.None(AllWords().Where(word => word.En is { } en && word.Vi is { } vi && IsLeftInVietnamese(word.Code, vi, en)).Select(word => $"{word.Code}: {word.En}"));

    [Theory]
    [InlineData("page.x", "Việc", "Việc", true)]
    [InlineData("page.x", "Bieu", "Bieu", true)]
    [InlineData("page.x", "Ngày {0}", "Day {0} of việc", true)]
    [InlineData("page.x", "{0} ({1})", "{0} ({1})", false)]
    [InlineData("page.x", "{0} đồng", "{0} đồng", false)]
    [InlineData("page.x", "Việc", "Matter", false)]
    public void English_left_in_vietnamese_is_found(string code, string vi, string en, bool left) => Assert.Equal(left, IsLeftInVietnamese(code, vi, en));

    [Fact]
    public void No_code_has_words_twice() =>
        Expect.None(AllWords().GroupBy(word => word.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    private static IEnumerable<string> RefusalCodes(string source) => RefusalCode().Matches(source).Select(match => match.Groups["code"].Value);

    private static IEnumerable<string> SaidCodes(string source) =>
        Said().Matches(source).SelectMany(said => Quoted().Matches(said.Value)).Select(code => code.Groups["code"].Value).Where(code => code.Contains('.', StringComparison.Ordinal) && !code.StartsWith('.') && !code.EndsWith('.'));

    /// <summary>Unit words of amounts are typed in Vietnamese on English pages too; đồng is the currency's name.</summary>
    private static bool IsLeftInVietnamese(string code, string vi, string en)
    {
        var text = Place().Replace(Kept().Replace(en, ""), "");
        return VietnameseLetter().IsMatch(text) || (vi == en && text.Any(char.IsLetter) && !SameInBoth.Contains(code));
    }

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

    [GeneratedRegex("""\bSay\((?:[^()"$]|"[^"]*"(?!\s*\+))*""")]
    private static partial Regex Said();

    [GeneratedRegex("""(?<!\$)"(?<code>[a-zA-Z0-9._-]+)["]""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\.Begin\(\s*"(?<kind>[a-z-]+)["]""")]
    private static partial Regex Begun();

    [GeneratedRegex("Đ(?=[0-9])|[đĐ]ồng|\\bđ(?![\\p{L}])|nghìn|triệu|tỷ|“[^”]*”")]
    private static partial Regex Kept();

    [GeneratedRegex("[À-ỹ-[×÷]]")]
    private static partial Regex VietnameseLetter();

    [GeneratedRegex(@"\{(?<number>\d+)(:[^}]*)?\}")]
    private static partial Regex Place();
}
