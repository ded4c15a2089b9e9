using System.Text.RegularExpressions;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Conformance;

/// <summary>Every rule of sections 9, 12, 15 and 16 of the rulebook is code, or is listed as open with its reason (docs/law/coverage.md).</summary>
public sealed partial class CoverageTests
{
    private static readonly IReadOnlyList<string[]> Rows = [.. File.ReadAllLines(InRepository("docs/law/coverage.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray())];

    [Fact]
    public void Every_rule_stands_in_the_list_once()
    {
        IEnumerable<string> rules =
        [
            .. Enumerable.Range(1, 6).Concat(Enumerable.Range(10, 28)).Concat(Enumerable.Range(40, 16)).Select(i => $"MN-{i:00}"),
            .. Enumerable.Range(1, 11).Select(i => $"CA-{i:00}"), "9.6", "D001–D097",
        ];

        Assert.Equal([], rules.Except(Rows.Select(row => row[0])));
        Assert.Equal(Rows.Count, Rows.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void What_the_list_calls_code_exists_and_what_is_no_code_says_why()
    {
        var types = typeof(LawBook).Assembly.GetExportedTypes().Select(type => type.Name).ToHashSet();
        Assert.All(Rows, row =>
        {
            var named = TypeName().Matches(row.Length > 2 ? row[2] : "").Select(match => match.Value).Where(name => !name.StartsWith('D') || name == "Deadlines" || name == "Distribution").ToList();
            Assert.All(named, name => Assert.Contains(name, types));
            Assert.True(named.Count > 0 || (row.Length > 3 && row[3].StartsWith("open:", StringComparison.Ordinal)), row[0]);
        });
    }

    [Fact]
    public void Values_nobody_verified_are_listed_as_open()
    {
        var listed = File.ReadAllText(InRepository("docs/law/open-questions.md"));

        Assert.Contains(OpenValues.Markdown(LawBook.BuiltIn).Trim(), listed, StringComparison.Ordinal);
    }

    internal static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Thads.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, path);
    }

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex TypeName();
}
