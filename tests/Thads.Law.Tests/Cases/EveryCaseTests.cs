using System.Text.RegularExpressions;
using Thads.Law.Asked;
using Thads.Law.Cases;
using Thads.Law.Deadlines;
using Thads.Law.Tables;
using Thads.Law.Tests.Conformance;

namespace Thads.Law.Tests.Cases;

/// <summary>The law's test book (tests/Thads.Law.Tests/cases), read by lawyers and run here.</summary>
public sealed partial class EveryCaseTests
{
    [Fact]
    public void Every_case_of_the_book_passes()
    {
        var cases = CaseFile.Read(CoverageTests.InRepository("tests/Thads.Law.Tests/BuildTests.cs").Replace("BuildTests.cs", "cases", StringComparison.Ordinal), out var errors);

        Assert.Empty(errors);
        Assert.NotEmpty(cases);
        Assert.Equal([], cases.Select(example => CaseRun.Of(example, LawBook.BuiltIn)).Where(result => result.Failure is not null)
            .Select(result => $"{Path.GetFileName(result.Case.File)}:{result.Case.Line} {result.Case.Name}: {result.Failure!.Value.En}"));
    }

    [Fact]
    public void Every_question_every_time_limit_and_every_refusal_has_a_case()
    {
        var cases = CaseFile.Read(CoverageTests.InRepository("tests/Thads.Law.Tests/BuildTests.cs").Replace("BuildTests.cs", "cases", StringComparison.Ordinal), out _);
        var refused = cases.Select(example => example.Expect.Children.FirstOrDefault(pair => pair.Key.ToString() == "refused").Value?.ToString()).OfType<string>().ToHashSet();

        Assert.Equal([], LawQuestions.All.Select(question => question.Rule).Except(cases.Select(example => example.Rule)));
        Assert.Equal([], from row in LawBook.BuiltIn.All(DeadlineRule.Table)
                         where !cases.Any(example => example.Rule == "deadline" && example.Given.TextOrNone("code") == row.Value.Code && LegalRegime.OfDay(example.Given.Moment("start").Day, LawBook.BuiltIn) == row.Value.Regime)
                         select row.Row.Key);
        // No question asks for hours before an event: no code of the catalogue has them. CountingProperties looks at it.
        refused.Add("period.hours");
        Assert.Equal(
            [], Directory.EnumerateFiles(CoverageTests.InRepository("src/Thads.Law"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
                .SelectMany(file => RefusalCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().Except(refused));
    }

    [GeneratedRegex("LawRefusal\\(\"([a-z.-]+)\"")]
    private static partial Regex RefusalCode();

    [Theory]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 2026-11-24 }\n  expect: { working: true }", "working: expected true, found false")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 2026-11-24 }\n  expect: { refused: calendar.not-covered }", "a refusal calendar.not-covered was expected, and there is a result: working = false, provisional = false")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 24/11/2026 }\n  expect: { working: false }", "refused input.unreadable: date: “24/11/2026” is no day yyyy-mm-dd.")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { day: 2026-11-24 }\n  expect: { working: false }", "refused input.unknown: workday: there is no input day.")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 2026-11-24 }\n  expect: { worked: false }", "the result has no worked")]
    [InlineData("- name: x\n  basis: y\n  rule: weather\n  given: { date: 2026-11-24 }\n  expect: { working: false }", "there is no rule weather")]
    public void A_case_that_is_not_so_fails_and_says_why(string yaml, string why) =>
        Assert.Equal(why, CaseRun.Of(Assert.Single(CaseFile.OfText("x.yaml", yaml)), LawBook.BuiltIn).Failure!.Value.En);

    [Theory]
    [InlineData("a: 1", 1)]
    [InlineData("- name: x\n  basis: y\n  rule: fee\n  given: &a { receipts: [*a] }\n  expect: { total: 1 }", 4)]
    [InlineData("- name: x\n  basis: y\n  rule: fee\n  given: {}\n  expect: { [a, b]: 1 }", 5)]
    [InlineData("- name: x\n- 5", 1)]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: 5\n  expect: { working: true }", 4)]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: {}\n  expect: {}\n  note: z", 1)]
    public void What_is_no_case_names_its_line(string yaml, int line) => Assert.Equal(line, Assert.Throws<CaseFileException>(() => CaseFile.OfText("x.yaml", yaml)).Line);
}
