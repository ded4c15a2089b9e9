using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Tests.Exchange.Samples;

namespace Thads.Office.Tests.Exchange;

/// <summary>The sets of samples/bad: each is refused at the place its README names, by the code named here, and leaves no trace.</summary>
public sealed class BadSetsRefusedTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Set, refused place as `file:line:column`, code.</summary>
    private static readonly (string Set, string Place, string Code)[] Expected =
    [
        ("unknown-unit", "matters:2:unit", "code.unknown"),
        ("unknown-officer", "matters:3:officer", "code.unknown"),
        ("unknown-matter", "steps:4:matter", "code.unknown"),
        ("unknown-line", "steps:4:line", "line.unknown"),
        ("unknown-word", "steps:4:step", "cell.word"),
        ("code-twice", "matters:4:code", "row.twice-on"),
        ("line-twice", "obligations:5:line", "row.twice"),
        ("own-ancestor", "units:2:parent", "unit.own-ancestor units:3:parent unit.own-ancestor units:4:parent unit.own-ancestor"),
        ("overlapping-validity", "officers:4:valid_from", "period.overlaps"),
        ("matter-without-line", "matters:4:code", "matter.no-line"),
        ("required-empty", "matters:3:decided_on", "cell.empty"),
        ("known-before-decided", "matters:2:known_on", "day.known-before"),
        ("step-before-decided", "steps:2:on", "step.before-decision"),
        ("known-before-on", "steps:2:known_on", "day.known-before"),
        ("voided-not-after-known", "steps:2:voided_on", "day.voided-before-known"),
        ("after-today", "steps:2:on", "day.future"),
        ("outside-unit", "matters:2:decided_on", "unit.not-valid"),
        ("outside-officer", "steps:4:to_officer", "officer.not-in-unit"),
        ("no-such-day", "steps:2:on", "cell.day"),
        ("day-not-iso", "steps:2:on", "cell.day"),
        ("negative-amount", "obligations:4:amount", "cell.negative"),
        ("amount-too-large", "obligations:2:amount", "cell.amount-too-large"),
        ("amount-overflows", "obligations:2:amount", "cell.amount-too-large"),
        ("amount-with-dots", "obligations:2:amount", "cell.amount"),
        ("amount-with-comma", "obligations:2:amount", "cell.amount"),
        ("amount-not-taken", "steps:3:amount", "step.takes-no-amount"),
        ("amount-missing", "steps:2:amount", "step.needs-amount"),
        ("above-remainder", "steps:4:amount", "step.above-remainder"),
        ("step-on-closed-line", "steps:5:line", "step.line-closed"),
        ("same-state", "steps:4:step", "step.already"),
        ("separated-too-early", "steps:4:step", "step.separate-from"),
        ("collected-from-separate", "steps:5:step", "step.line-separate"),
        ("separated-on-request", "steps:5:step", "law.separate-on-request"),
        ("returned-too-early", "steps:5:step", "law.return-before-2026"),
        ("returned-ex-officio", "steps:4:step", "law.return-ex-officio"),
        ("restored-open-line", "steps:4:step", "step.line-open"),
        ("reassigned-to-holder", "steps:4:to_officer", "step.where-it-is"),
        ("semicolons", "matters:1:", "csv.separator"),
        ("tabs", "matters:1:", "csv.separator"),
        ("header-twice", "matters:1:type", "header.twice"),
        ("unknown-column", "matters:1:remark", "header.unknown"),
        ("missing-column", "matters:1:basis", "header.missing"),
        ("too-many-cells", "steps:3:", "csv.columns"),
        ("cut-off", "obligations:4:what", "csv.quote-open"),
        ("utf-16", "officers:1:", "csv.utf16"),
        ("not-utf-8", "officers:2:name", "csv.not-utf8"),
        ("line-too-long", "obligations:2:", "csv.line-too-long"),
        ("late-line", "part2/obligations:2:line", "line.late"),
        ("contradiction", "part2/matters:2:type", "row.contradicts"),
    ];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Each_is_refused_at_its_place_with_its_reason_and_leaves_no_trace(string kind)
    {
        var wrong = new List<string>();
        await using var office = await TestOffice.NewAsync(kind, Today);
        await using var afterPart1 = await TestOffice.NewAsync(kind, Today);
        foreach (var (set, place, code) in Expected)
        {
            var books = office;
            var folder = Path.Combine(SampleFolder.Committed("bad"), set);
            if (place.StartsWith("part2/", StringComparison.Ordinal))
            {
                books = afterPart1;
                Assert.True((await books.ImportAsync(Path.Combine(folder, "part1"))).Imported);
                folder = Path.Combine(folder, "part2");
            }

            var before = await books.ReadAsync(RowCounts.OfAsync);
            var result = await books.ImportAsync(folder);
            var said = string.Join(' ', result.Refused.Select(r => $"{Path.GetFileNameWithoutExtension(r.File)}:{r.Line}:{r.Column} {r.Why.Code}").Order(StringComparer.Ordinal));
            if (said != $"{place.Replace("part2/", "", StringComparison.Ordinal)} {code}")
            {
                wrong.Add($"{set}: expected {place} {code}, found {said}");
            }

            wrong.AddRange(result.Refused.SelectMany(Unreadable).Select(sentence => $"{set}: {sentence}"));
            if (result.Imported || !before.SequenceEqual(await books.ReadAsync(RowCounts.OfAsync)))
            {
                wrong.Add($"{set}: something was imported");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await office.VerifyAsync();
        await afterPart1.VerifyAsync();
    }

    [Fact]
    public void The_expectations_are_those_of_the_table_beside_the_sets()
    {
        var table = File.ReadAllLines(Path.Combine(SampleFolder.Committed("bad"), "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(cell => cell.Trim().Trim('`')).ToArray())
            .Select(cells => $"{cells[1]} {cells[2]}:{cells[3]}:{cells[4].Replace("–", "", StringComparison.Ordinal)}");

        Assert.Equal(table.Order(StringComparer.Ordinal), Expected.Select(e => $"{e.Set} {e.Place}").Order(StringComparer.Ordinal));
    }

    /// <summary>What a refusal says that is not a sentence: a code, an empty place, a number without its value.</summary>
    private static IEnumerable<string> Unreadable(RefusedRow row) =>
        from language in new[] { Language.Vietnamese, Language.English }
        let sentence = row.In(language)
        where sentence.Contains('{', StringComparison.Ordinal) || sentence.Contains(row.Why.Code, StringComparison.Ordinal) || !sentence.Contains(row.File, StringComparison.Ordinal)
        select sentence;
}

/// <summary>How many rows each table has: equal before and after, nothing came in.</summary>
internal static class RowCounts
{
    public static async Task<List<string>> OfAsync(DbConnection connection)
    {
        var counts = new List<string>();
        foreach (var table in AppendOnly.Tables.Concat(["matter_now", "matter_list", "matter_text"]))
        {
            counts.Add($"{table} {await connection.ValueAsync<long>($"SELECT count(*) FROM {table}", TestContext.Current.CancellationToken)}");
        }

        return counts;
    }
}
