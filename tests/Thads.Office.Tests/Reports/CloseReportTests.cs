using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Reports;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Tests.Reports;

public sealed class CloseReportTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_closed_report_holds_the_forms_exactly_and_as_printed(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);

        var version = await office.VersionAsync(await office.CloseAsync(ReportOffice.OfA));

        Assert.Equal(["01", "02", "04", "05"], version.Forms.Select(f => f.Form));
        Assert.Equal((4m, 1m), (version.Form("01")["I", "total"], version.Form("01")["I", "settled"]));
        Assert.Equal(1_499_500m, version.Form("02")["I", "settled"]);
        Assert.Equal(1_500m, version.Form("02").RowOf("I")!.Printed[version.Form("02").ColumnOf("settled")]);
        Assert.Equal(["unit:A", "officer:O1", "officer:O2"], version.Form("04").Rows.Select(r => r.Row));
        Assert.Equal(("06-2019", ReportOffice.Today, "Chi cục A", "Cục tỉnh", "test"), (version.Regime, version.KnownOn, version.UnitName, version.Recipient, version.Maker));
        Assert.True(version.IsIntact);
        Assert.Null(version.Sending);
        Assert.Equal(version.Hash, await office.AgainAsync(version));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_report_of_a_province_counts_files_in_and_says_so(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);

        var version = await office.VersionAsync(await office.CloseAsync(ReportOffice.OfP));

        Assert.Equal((104m, 61m), (version.Form("04")["unit:P", "total"], version.Form("04")["unit:P", "settled"]));
        Assert.Null(version.Form("04")["unit:P", "completed"]);
        Assert.True(version.Form("04").RowOf("unit:B")!.IsReported);
        Assert.Equal(1, version.Form("04").RowOf("unit:P")!.ReportedBelow);
        Assert.Equal(10_100m, version.Form("05").RowOf("unit:P")!.Printed[version.Form("05").ColumnOf("due")]);
        Assert.Contains("B", version.Form("04").Notes.Single(), StringComparison.Ordinal);
        Assert.Equal(4m, version.Form("01")["I", "total"]);
        Assert.NotEmpty(version.Form("01").Notes);
        Assert.Equal(version.Hash, await office.AgainAsync(version));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_report_of_an_officer_counts_his_matters_alone(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);

        var version = await office.VersionAsync(await office.CloseAsync(ReportOffice.OfO1));

        Assert.Equal(["01", "02"], version.Forms.Select(f => f.Form));
        Assert.Equal(2m, version.Form("01")["I", "total"]);
        Assert.Equal(("Người Một", "Chi cục A"), (version.OfficerName, version.Recipient));
    }

    [Theory]
    [InlineData("A", null, 2021, 1, null, "2020-10-31", "report.not-over")] // on the last day itself the period is not over
    [InlineData("A", null, 2021, 2, null, null, "report.not-over")]
    [InlineData("A", null, 2020, 13, null, null, "report.months")]
    [InlineData("A", null, 1, 12, null, null, "report.year")]
    [InlineData("NO", null, 2020, 12, null, null, "report.unit")]
    [InlineData("A", "NO", 2020, 12, null, null, "report.officer")]
    [InlineData("P", "O1", 2020, 12, null, null, "report.officer")]
    [InlineData("A", "O9", 2020, 12, null, null, "report.officer-not-there")]
    [InlineData("OLD", null, 2020, 12, null, null, "report.unit-not-valid")]
    [InlineData("B", null, 2020, 12, null, null, "report.by-file")]
    [InlineData("B", null, 2020, 11, null, null, "report.by-file")] // no file either: a report of noughts it is not
    [InlineData("A", null, 2020, 12, "2020-09-29", null, "report.cut-off-early")]
    [InlineData("A", null, 2020, 12, "2020-11-11", null, "report.cut-off-future")]
    public async Task What_cannot_be_closed_is_refused_with_the_reason(string unit, string? officer, int year, int months, string? knownOn, string? today, string refused)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        office.Today = today is null ? office.Today : DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        DateOnly? day = knownOn is null ? null : DateOnly.Parse(knownOn, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(refused, await SmallOffice.RefusedAsync(() => office.CloseAsync(new(unit, officer, year, months), day)));
        Assert.Equal(0, await office.ReadAsync(c => Thads.Office.Data.Sql.ValueAsync<long>(c, "SELECT count(*) FROM report_closed", default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whoever_may_not_report_closes_nothing_and_an_officer_closes_his_own_alone(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var tree = await office.TreeAsync();
        var units = new HashSet<int> { tree.UnitOf("A")!.Value };
        Person Who(Permissions may, string? officer = null) => new("x", Permissions.ReadFigures | may, units) { Officer = officer is null ? 0 : tree.OfficerOf(officer)!.Value };

        await Assert.ThrowsAsync<NotAllowedException>(() => office.CloseAsync(ReportOffice.OfA, by: Who(Permissions.ReportOwn, "O1")));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.CloseAsync(ReportOffice.OfO1, by: Who(Permissions.ReportOwn, "O2")));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.CloseAsync(ReportOffice.OfO1, by: Who(Permissions.None, "O1")));
        await Assert.ThrowsAsync<NotFoundException>(() => office.CloseAsync(ReportOffice.OfP, by: Who(Permissions.Report)));
        var own = await office.CloseAsync(ReportOffice.OfO1, by: Who(Permissions.ReportOwn, "O1"));
        var all = await office.CloseAsync(ReportOffice.OfA, by: Who(Permissions.Report));

        Assert.Equal("O1", (await office.VersionAsync(own)).Officer);
        Assert.Equal("A", (await office.VersionAsync(all)).Unit);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whoever_does_not_see_the_unit_finds_no_report_of_it(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var id = await office.CloseAsync(ReportOffice.OfA);
        var foreign = new Person("x", Permissions.All, new HashSet<int> { (await office.TreeAsync()).UnitOf("B")!.Value });

        var missing = await Assert.ThrowsAsync<NotFoundException>(() => office.VersionAsync(id, foreign));

        Assert.Equal("report.unknown", missing.What.Code);
        Assert.Empty(await office.AskAsync(work => ReadReports.OfAsync(ReportOffice.OfA, work, default), foreign));
        Assert.Empty(await office.AskAsync(work => ReadReports.OfYearAsync(null, 2020, work, default), foreign));
        Assert.Single(await office.AskAsync(work => ReadReports.OfYearAsync(null, 2020, work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whoever_sees_a_part_of_what_is_counted_closes_nothing(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var onlyP = new Person("x", Permissions.All, new HashSet<int> { (await office.TreeAsync()).UnitOf("P")!.Value });

        Assert.Equal("report.sees-part", await SmallOffice.RefusedAsync(() => office.CloseAsync(ReportOffice.OfP, by: onlyP)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_same_form_sent_twice_closes_once(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        async Task<long> Close() => await office.AskAsync(work => CloseReport.RunAsync(new(ReportOffice.OfA, null, "key"), work, default));

        Assert.Equal(await Close(), await Close());
        Assert.Single(await office.AskAsync(work => ReadReports.OfAsync(ReportOffice.OfA, work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_closed_never_changes_whatever_happens_later(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var ids = new[] { await office.CloseAsync(ReportOffice.OfA), await office.CloseAsync(ReportOffice.OfP), await office.CloseAsync(ReportOffice.OfO1, new(2020, 10, 2)) };
        var before = await StoredAsync();

        office.Today = new(2020, 11, 20);
        await office.RecordAsync(new("A2", StepKind.Collected, new(2020, 8, 7), Line: "1", Amount: 700_250));
        await office.VoidAsync(new("A1", 1, "ghi nhầm"));
        await office.TakeInAsync(new ExchangeSet { Matters = [new("A9", "A", "O2", new(2020, 7, 1)), new("B1", "B", "", new(2020, 3, 2))], Obligations = [new("A9", "1", 5), new("B1", "1", 6)] });
        await office.DoAsync(work => AddUnit.RunAsync(new("C", "Chi cục C", UnitKind.District, "P", new(2020, 1, 1)), work, default));
        await office.DoAsync(work => Succeed.RunAsync(new("OLD", "A", new(2020, 1, 1), false, "QĐ 1"), work, default));

        Assert.Equal(before, await StoredAsync());
        foreach (var id in ids)
        {
            var version = await office.VersionAsync(id);
            Assert.True(version.IsIntact);
            Assert.Equal(version.Hash, await office.AgainAsync(version)); // bit for bit
        }

        Assert.NotEqual(before[0].Hash, (await office.VersionAsync(await office.CloseAsync(ReportOffice.OfA))).Hash);

        async Task<List<(string Content, string Hash)>> StoredAsync() => [await office.StoredAsync(ids[0]), await office.StoredAsync(ids[1]), await office.StoredAsync(ids[2])];
    }
}
