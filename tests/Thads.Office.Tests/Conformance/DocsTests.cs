using System.Text.RegularExpressions;
using Thads.Office.Docket;

namespace Thads.Office.Tests.Conformance;

/// <summary>What the docs name must be there: commands, screens, tests, code, refusals, files, and words for every value.</summary>
public sealed partial class DocsTests
{
    /// <summary>
    /// A cell that holds "…" is to be filled: nothing in it is looked up. Where this is true, no such cell may be left, and
    /// every area must have its page.
    /// </summary>
    private static bool AllHasLanded => true;

    /// <summary>Every enum in these areas is a word of the office.</summary>
    private static readonly string[] AreasOfWords = ["Docket", "Matters", "Units", "Parties", "Judgments"];

    public static TheoryData<string> Pages => [.. Sources.Files("docs", ".md").Where(page => page == "docs/story.md" || page.StartsWith("docs/areas/", StringComparison.Ordinal))];

    public static TheoryData<Type> EnumsOfTheOffice => [.. typeof(DocketState).Assembly.GetExportedTypes()
        .Where(type => type.IsEnum && AreasOfWords.Any(area => type.Namespace == $"Thads.Office.{area}"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_names_is_there(string page) => Expect.None(MarkdownTable.AllIn(page).SelectMany(DocLinks.Missing));

    [Fact]
    public void Nothing_is_to_fill_once_all_has_landed()
    {
        var toFill = Pages.SelectMany(page => MarkdownTable.AllIn(page.Data)).SelectMany(DocLinks.ToFill).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{toFill.Count} cells of the docs are to fill");

        Expect.None(AllHasLanded ? toFill : []);
    }

    [Theory]
    [InlineData("command", "`thads fly --to-the-moon`", "fly")]
    [InlineData("command", "`thads report form-01 --no-such-option`", "--no-such-option")]
    [InlineData("screen", "`/no/such/page`", "/no/such/page")]
    [InlineData("test", "`A_test_nobody_wrote`", "A_test_nobody_wrote")]
    [InlineData("tested by", "`What_a_page_names_is_there` `A_test_nobody_wrote`", "A_test_nobody_wrote")]
    [InlineData("code", "`DocketState.Flying`", "DocketState.Flying")]
    [InlineData("code", "`NoSuchThing`", "NoSuchThing")]
    [InlineData("refusal", "`no.such-refusal`", "no.such-refusal")]
    [InlineData("file", "`docs/no-such-page.md`", "docs/no-such-page.md")]
    public void What_is_not_there_is_found(string heading, string cell, string missing) =>
        Assert.Contains(DocLinks.Missing(Row(heading, cell)), said => said.EndsWith($": no {heading} {missing}", StringComparison.Ordinal));

    [Theory]
    [InlineData("test", "`What_a_page_names_is_there`")]
    [InlineData("code", "`DocketState.InProgress` `Money`")]
    [InlineData("file", "`docs/glossary.md`")]
    [InlineData("command", "`thads fly` …")]
    [InlineData("command", "to come (issue 3)")]
    [InlineData("says", "`no one looks here up`")]
    public void What_is_there_or_still_to_come_passes(string heading, string cell) => Assert.Empty(DocLinks.Missing(Row(heading, cell)));

    [Fact]
    public void Every_link_between_pages_leads_somewhere() =>
        Expect.None(Sources.Files("", ".md").SelectMany(page => DocLinks.Dead(page, Sources.Read(page))));

    [Fact]
    public void A_link_that_leads_nowhere_is_found() =>
        Assert.Equal(
            ["docs/story.md: ../nowhere.md"],
            DocLinks.Dead("docs/story.md", "[a](glossary.md) [b](../nowhere.md#x) [c](https://example.org/x.md) [d](#here) ![e](../test.sh)"));

    [Fact]
    public void Every_area_has_a_page()
    {
        var areas = Sources.Files("src/Thads.Office", ".cs").Select(path => path.Split('/')[2]).Where(area => !area.EndsWith(".cs", StringComparison.Ordinal));

        Expect.None(areas.Distinct().Where(area => AllHasLanded && !Sources.Exists($"docs/areas/{area.ToLowerInvariant()}.md")));
    }

    [Theory]
    [MemberData(nameof(EnumsOfTheOffice))]
    public void Every_value_of_the_office_is_in_the_glossary(Type values) =>
        Expect.None(Enum.GetNames(values).Except(GlossaryCodes()).Select(name => $"{values.Name}.{name}"));

    [Fact]
    public void Every_line_of_the_glossary_says_its_term_in_both_languages_and_its_source() =>
        Expect.None(MarkdownTable.AllIn("docs/glossary.md").Where(row => row.Cells.Count != 4 || row.Cells.Values.Any(cell => cell.Length == 0)));

    /// <summary>Every word in the code column, as an identifier: `not_enforceable` stands for NotEnforceable.</summary>
    private static HashSet<string> GlossaryCodes() =>
        [.. MarkdownTable.AllIn("docs/glossary.md").SelectMany(row => DocLinks.Named(row["code"])).Select(Identifier)];

    private static string Identifier(string code) => WordStart().Replace(code, match => match.Groups["letter"].Value.ToUpperInvariant());

    private static MarkdownTable Row(string heading, string cell) => new("page.md", 1, new Dictionary<string, string> { [heading] = cell });

    [GeneratedRegex("(^|_)(?<letter>[a-zA-Z])")]
    private static partial Regex WordStart();
}
