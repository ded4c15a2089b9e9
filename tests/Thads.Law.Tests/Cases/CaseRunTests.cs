using Thads.Law.Cases;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Cases;

/// <summary>Files of cases written by somebody else: what cannot be read is named with file and line in both languages, and takes nothing of the other files with it.</summary>
public sealed class CaseRunTests : IDisposable
{
    private const string Good = "- name: a\n  basis: L25 114\n  rule: workday\n  given: { date: 2026-11-24 }\n  expect: { working: false }\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cases").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("- name: [x\n", 2, "")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 2026-11-24, date: 2026-11-25 }\n  expect: { working: false }\n", 4, "Duplicate key date")]
    [InlineData("- name: x\n  rule: workday\n  given: {}\n  expect: {}\n", 1, "basis is missing")]
    [InlineData(Good + "- name: x\n  basis: y\n  rule: workday\n  expected: {}\n", 6, "there is no key expected")]
    [InlineData("- name: x\n  basis: y\n  rule: fee\n  given: { receipts: [5] }\n  expect: { total: 1 }\n", 4, "given must be a map")]
    [InlineData("- name: [x]\n  basis: y\n  rule: fee\n  given: {}\n  expect: { total: 1 }\n", 1, "a single value is needed")]
    [InlineData("- name: x\n  basis: y\n  rule: fee\n  given: {}\n  expect: 5\n", 5, "expect must be a map")]
    [InlineData("- name: x\n  basis: y\n  rule: workday\n  given: { date: 2026-11-24 }\n  expect: { [a]: true }\n", 5, "a single value is needed")]
    public void What_cannot_be_read_names_its_file_and_line(string yaml, int line, string why)
    {
        var path = Write("wrong.yaml", yaml);

        Assert.Empty(CaseFile.Read(path, out var errors));
        var error = Assert.Single(errors);
        Assert.Equal((path, line), (error.File, error.Line));
        Assert.Contains(why, error.Why.En, StringComparison.Ordinal);
        Assert.StartsWith($"{path}, dòng {line}: ", error.In().Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_its_names_and_one_wrong_file_does_not_hide_the_others()
    {
        Write("b.yml", Good.Replace("name: a", "name: second", StringComparison.Ordinal));
        Write("a.yaml", Good.Replace("name: a", "name: first", StringComparison.Ordinal));
        Write("c.yaml", "a: 1\n");
        Write("notes.txt", "no case");
        Write("d.yaml", "");

        var cases = CaseFile.Read(_folder, out var errors);

        Assert.Equal(["first", "second"], cases.Select(one => one.Name));
        Assert.EndsWith("c.yaml", Assert.Single(errors).File, StringComparison.Ordinal);
        Assert.All(cases, one => Assert.Null(CaseRun.Of(one, LawBook.BuiltIn).Failure));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Empty(CaseFile.Read(Path.Combine(_folder, "none.yaml"), out var missing));
        Assert.Empty(CaseFile.Read(_folder, out var none));

        Assert.Equal("the file cannot be read", Assert.Single(missing).Why.En);
        Assert.Equal("there is no .yaml file", Assert.Single(none).Why.En);
    }

    [Theory]
    [InlineData("deadline", "{ code: D003, start: 2026-11-23 }", "{ due: 2026-11-30 }", "due: expected 2026-11-30, found 2026-12-01")]
    [InlineData("deadline", "{ code: D003, start: 2026-11-23 }", "{ overdue_on: 2026-12-01 }", "on 01/12/2026 it is not overdue")]
    [InlineData("deadline", "{ code: D003, start: 2026-11-23 }", "{ overdue_on: someday }", "overdue_on: someday is no day")]
    [InlineData("deadline", "{ code: D999, start: 2026-11-23 }", "{ refused: deadline.no-rule }", "refused deadline.unknown: ")]
    [InlineData("deadline", "{ code: D999, start: 2026-11-23 }", "{ refused: deadline.unknown, due: 2026-11-23 }", "refused deadline.unknown: ")]
    [InlineData("fee", "{ receipts: [{ on: 2026-06-30, amount: 5000000 }] }", "{ fees: [1, 2] }", "fees: expected [ 1, 2 ], found [150000]")]
    [InlineData("fee", "{ receipts: [{ on: 2026-06-30, money: 5000000 }] }", "{ total: 150000 }", "refused input.unknown: fee: there is no input money.")]
    [InlineData("workday", "{ date: 2026-11-24 }", "{}", "expect is empty")]
    [InlineData("workday", "{ date: 2026-11-24 }", "{ working: { a: 1 } }", "working: expected { { a, 1 } }, found false")]
    [InlineData("months", "{ start: 2026-11-24 }", "{ due: 2026-12-24 }", "refused input.missing: count is missing.")]
    [InlineData("horoscope", "{}", "{ due: 2026-12-24 }", "there is no rule horoscope")]
    public void A_case_that_is_not_so_says_what_was_found(string rule, string given, string expect, string why)
    {
        var result = CaseRun.Of(Assert.Single(CaseFile.OfText("x.yaml", $"- name: x\n  basis: y\n  rule: {rule}\n  given: {given}\n  expect: {expect}\n")), LawBook.BuiltIn);

        Assert.StartsWith(why, result.Failure!.Value.En, StringComparison.Ordinal);
        Assert.NotEqual(result.Failure.Value.En, result.Failure.Value.Vi);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
