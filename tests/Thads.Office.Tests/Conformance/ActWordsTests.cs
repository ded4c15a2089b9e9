using System.Text.RegularExpressions;

namespace Thads.Office.Tests.Conformance;

/// <summary>The record of acts is read by people: every kind of act, and every field an act changes, has words.</summary>
public sealed partial class ActWordsTests
{
    [Fact]
    public void Every_kind_of_act_has_words() => Expect.None(Found(Kind()).Where(kind => !Words.All.ContainsKey($"act-kind.{kind}")));

    [Fact]
    public void Every_field_that_an_act_changes_has_words() => Expect.None(Found(Field()).Where(field => !Words.All.ContainsKey($"change.{field}")));

    [Fact]
    public void Kinds_and_fields_are_found_at_all()
    {
        Assert.Contains("unit-added", Found(Kind()));
        Assert.Contains("last-day", Found(Field()));
    }

    private static List<string> Found(Regex pattern) =>
        [.. Sources.Files("src", ".cs").SelectMany(path => pattern.Matches(Sources.Read(path))).Select(match => match.Groups["code"].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("""\.Begin\(\s*"(?<code>[a-z-]+)["]|ChangeAsync\("(?<code>[a-z-]+)",""")]
    private static partial Regex Kind();

    [GeneratedRegex(""", "(?<code>[a-z-]+)", [^\n]*\{ (?:Account|Unit) = """)]
    private static partial Regex Field();
}
