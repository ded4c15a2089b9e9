using System.Text.RegularExpressions;
using System.Xml.Linq;
using Thads.Law;

namespace Thads.Office.Tests.Conformance;

public sealed partial class HouseRulesTests
{
    private static readonly string[] NamesThatSayNothing = ["Common", "Helpers", "Utils", "Misc"];

    [Fact]
    public void Every_class_of_the_law_and_of_the_office_is_sealed_static_or_abstract()
    {
        using var law = new Compiled(typeof(Money).Assembly.Location);
        using var office = new Compiled(typeof(Refusal).Assembly.Location);

        Expect.None(law.OpenClasses.Concat(office.OpenClasses));
    }

    [Fact]
    public void An_open_class_is_found_among_closed_ones()
    {
        using var tests = new Compiled(typeof(HouseRulesTests).Assembly.Location);

        Assert.Contains(nameof(Wrong.Procedure.Thing), tests.OpenClasses);
        Assert.DoesNotContain(nameof(Wrong.Procedure.Higher), tests.OpenClasses);
        Assert.DoesNotContain(nameof(Wrong.Procedure.GoesDown), tests.OpenClasses);
    }

    [Fact]
    public void The_office_and_the_law_know_nothing_of_the_web()
    {
        using var law = new Compiled(typeof(Money).Assembly.Location);
        using var office = new Compiled(typeof(Refusal).Assembly.Location);

        Expect.None(law.References.Concat(office.References).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_law_knows_neither_the_office_nor_a_database_nor_a_network()
    {
        using var law = new Compiled(typeof(Money).Assembly.Location);
        string[] notForIt = ["Thads", "Npgsql", "Microsoft.Data", "Microsoft.EntityFrameworkCore", "System.Data", "System.Net"];

        Expect.None(law.References.Where(name => notForIt.Any(start => name.StartsWith(start, StringComparison.Ordinal))));
    }

    [Fact]
    public void No_path_is_longer_than_a_hundred_characters() =>
        Expect.None(Sources.Files("").Where(path => path.Length > 100));

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() =>
        Expect.None(Sources.Files("").Where(path => path.Split('/')[..^1].Any(NamesThatSayNothing.Contains)));

    [Fact]
    public void Nothing_in_the_sources_is_half_done() =>
        Expect.None(Sources.Files("src", ".cs", ".cshtml", ".sql", ".js", ".css")
            .Where(path => !path.Contains("/vendor/", StringComparison.Ordinal) && HalfDone().IsMatch(Sources.Read(path))));

    [Fact]
    public void Every_package_has_a_line_that_says_what_we_would_write_without_it()
    {
        var packages = XDocument.Parse(Sources.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var explained = MarkdownTable.AllIn("docs/decisions/0002-packages.md").Where(row => row["without it"].Length > 0).Select(row => row["package"].Trim('`'));

        Assert.Equal(packages.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex HalfDone();
}
