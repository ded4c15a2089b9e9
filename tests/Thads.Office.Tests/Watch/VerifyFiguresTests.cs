using Thads.Office.Matters;
using Thads.Office.Reports;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Figures.Checks;
using Thads.Office.Tests.Reports;
using Thads.Office.Watch;

namespace Thads.Office.Tests.Watch;

public sealed class VerifyFiguresTests
{
    private static int Sets => TestRun.IsLong ? 200 : 5;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_sent_at_any_cut_off_is_what_the_second_computation_says(string kind)
    {
        DateOnly today = new(2027, 3, 15);
        for (var seed = 700; seed < 700 + Sets; seed++)
        {
            await using var office = await TestOffice.NewAsync(kind, today);
            var (first, second, set) = RandomSets.Split(RandomSets.Make(seed, 80, today), seed);
            await office.TakeInAsync(first, new Random(seed));
            var random = new Random(seed);
            await SendSomeAsync(office, set, random, 6);
            await office.TakeInAsync(second, new Random(seed + 1));
            await SendSomeAsync(office, set, random, 6);

            var verified = await VerifiedAsync(office);

            Assert.True(verified.Versions.Count >= 6);
            Assert.True(verified.Agree, $"seed {seed}: " + string.Join("; ", verified.Versions.SelectMany(v => v.Differing.Take(3).Select(cell => $"{v.Report.Address} {v.Report.KnownOn} {cell}"))));
        }
    }

    [Theory]
    [InlineData("01", "I", "settled")]
    [InlineData("01", "III.5.1", "carried")]
    [InlineData("02", "IV.3", "separate")]
    [InlineData("04", "officer:O2", "rate")]
    [InlineData("04", "unit:B", "total")]
    [InlineData("05", "unit:P", "due")]
    public async Task One_wrong_number_in_a_sent_report_is_found(string form, string row, string cell)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var version = await ReadChecksTests.DrawnAsync(office, ReportOffice.OfP);
        var sound = await ReadChecksTests.SendAsync(office, version);
        var wrong = await ReadChecksTests.SendAsync(office, ReadChecksTests.Doctored(ReadChecksTests.Doctored(version, form, row, "separate", 0), form, row, cell, 1));

        var verified = await VerifiedAsync(office);

        Assert.True(verified.Versions.Single(v => v.Report.Id == sound).Agrees);
        var found = verified.Versions.Single(v => v.Report.Id == wrong);
        Assert.False(found.Agrees);
        Assert.True(found.IsIntact);
        Assert.All(found.Differing, differing => Assert.Equal((form, row, cell), (differing.Form, differing.Row, differing.Cell)));
        Assert.Contains(found.Differing, differing => !differing.IsPrinted && differing.Sent == (differing.Computed ?? 0) + 1);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_row_that_is_not_there_is_found_and_what_is_known_later_changes_nothing(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var version = await ReadChecksTests.DrawnAsync(office, ReportOffice.OfA);
        await ReadChecksTests.SendAsync(office, version);
        await ReadChecksTests.SendAsync(office, version with { Forms = [.. version.Forms.Select(f => f with { Rows = [.. f.Rows.Where(r => r.Row != "officer:O2")] })] });

        await office.RecordAsync(new("A4", StepKind.Collected, new(2020, 9, 10), "1", 900_000));
        await office.RecordAsync(new("A3", StepKind.Terminated, new(2020, 9, 11), "1"));
        var verified = await VerifiedAsync(office);

        Assert.Empty(verified.Versions[0].Differing);
        Assert.NotEmpty(verified.Versions[1].Differing);
        Assert.All(verified.Versions[1].Differing, cell => Assert.Equal(("officer:O2", (decimal?)null), (cell.Row, cell.Sent)));
    }

    private static Task<VerifiedFigures> VerifiedAsync(TestOffice office) => office.AskAsync(work => VerifyFigures.RunAsync(work, default));

    private static async Task SendSomeAsync(TestOffice office, ExchangeSet set, Random random, int reports)
    {
        var units = set.Units.Select(u => u.Code).Distinct().ToList();
        for (var i = 0; i < reports; i++)
        {
            var year = random.Next(2017, 2027);
            var officer = set.Officers[random.Next(set.Officers.Count)];
            var address = new ReportAddress(units[random.Next(units.Count)], null, year, random.Next(1, 13));
            address = random.Next(3) == 0 ? address with { Unit = officer.Unit, Officer = officer.Code } : address;
            var known = BruteForms.StartOf(year).AddDays(random.Next(300, 800));
            await ReadChecksTests.SendAsync(office, await ReadChecksTests.DrawnAsync(office, address, known < office.Today ? known : office.Today));
        }
    }
}
