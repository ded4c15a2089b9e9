using System.Text;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Published;
using Thads.Office.Figures.Reported;
using Thads.Office.Tests.Exchange;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Reports;

namespace Thads.Office.Tests.Figures;

public sealed class ReportedTests
{
    private const string Header = "unit,year,months,measure,total,carried,new,due,enforceable,settled,rate,officers,separate\n";

    /// <summary>B reported 100, 80, 60 of the whole year before.</summary>
    private const string Corrected = Header + "B,2020,12,matters,101,30,71,101,80,61,76.25,3,9\n";

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_later_file_takes_the_place_of_the_earlier_one_which_stays_where_it_was_closed(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var closed = await office.CloseAsync(ReportOffice.OfP);

        Assert.Equal(1, await RecordAsync(office, Corrected, "số sai"));

        Assert.Equal((105m, 62m), (await CellAsync(office, "total"), await CellAsync(office, "settled")));
        var version = await office.VersionAsync(closed);
        Assert.Equal((104m, 61m), (version.Form("04")["unit:P", "total"], version.Form("04")["unit:P", "settled"]));
        Assert.Equal(version.Hash, await office.AgainAsync(version));
        var b = (await BoardAsync(office)).Units.Single(unit => unit.Code == "B");
        Assert.Equal(("b.csv", "số sai", 1, "test", Verdict.Ok), (b.Matters!.Source, b.Matters.Reason, b.Matters.Earlier, b.Matters.Person, b.Matters.Checked.Verdict));
        Assert.Equal((false, false, 0), (b.IsInBooks, b.IsMissing, b.Money!.Earlier));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_set_that_was_imported_before_a_correction_changes_nothing_and_the_correction_goes_out(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        await RecordAsync(office, Corrected, "số sai");

        await office.TakeInAsync(ReportOffice.Set);
        Assert.Equal(105m, await CellAsync(office, "total"));

        using var folder = new TemporaryFolder();
        await office.ExportAsync(folder.Path);
        await using var other = await TestOffice.NewAsync(kind, ReportOffice.Today);
        Assert.True((await other.ImportAsync(folder.Path)).Imported);
        Assert.Equal(105m, await CellAsync(other, "total"));

        var set = ReportOffice.Set with { Figures = [ReportOffice.Set.Figures[0] with { Cells = new Dictionary<string, string> { ["total"] = "7" } }] };
        using var contradicting = new TemporaryFolder();
        set.WriteTo(contradicting.Path);
        Assert.Contains((await office.ImportAsync(contradicting.Path)).Refused, refused => refused.Why.Code == "row.contradicts");
    }

    [Theory]
    [InlineData("A,2020,12,matters,1,,,,,,,,", "reported.in-books")]
    [InlineData("NO,2020,12,matters,1,,,,,,,,", "reported.unit")]
    [InlineData("P,2020,12,matters,1,,,,,,,,", "reported.not-leaf")]
    [InlineData("OLD,2020,12,matters,1,,,,,,,,", "reported.not-valid")]
    [InlineData("B,2021,2,matters,1,,,,,,,,", "reported.not-over")]
    [InlineData("B,2020,11,matters,-1,,,,,,,,", "reported.whole")]
    [InlineData("B,2020,11,money,10.5,,,,,,,,", "reported.whole")]
    [InlineData("B,2020,11,matters,>5,,,,,,,,", "reported.whole")]
    [InlineData("B,2020,11,matters,1,,,,,,,x,", "reported.whole")]
    [InlineData("B,2020,11,matters,1,,,,,,>80,,", "reported.rate")]
    [InlineData("B,2020,11,matters,1,,,,,,,,\nB,2020,11,matters,2,,,,,,,,", "reported.twice")]
    [InlineData("B,2020,12,matters,100,30,70,100,80,60,75.00,,", "reported.same")]
    [InlineData("B,2020,12,matters,100,30,70,100,80,60,75.01,,", "reported.reason")]
    public async Task What_cannot_be_recorded_is_refused_with_the_reason_and_nothing_is_written(string rows, string code)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var before = await office.ReadAsync(RowCounts.OfAsync);

        Assert.Equal(code, await SmallOffice.RefusedAsync(() => RecordAsync(office, Header + rows, null)));

        Assert.Equal(before, await office.ReadAsync(RowCounts.OfAsync));
    }

    [Fact]
    public async Task A_regime_that_is_not_of_the_period_is_refused()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);

        Assert.Equal("reported.regime", await SmallOffice.RefusedAsync(() => RecordAsync(office, "unit,year,months,measure,regime,total\nB,2020,11,matters,08/2015,5\n", null)));
        Assert.Equal(1, await RecordAsync(office, "unit,year,months,measure,regime,total\nB,2020,11,matters,06/2019,5\n", null));
    }

    [Theory]
    [InlineData("", "published.empty")]
    [InlineData("unit,year,months,measure,total", "reported.no-row")]
    [InlineData("unit,year,months,measure,tootal\nB,2020,12,matters,5", "reported.column")]
    [InlineData("year,months,measure,total\n2020,12,matters,5", "reported.column-missing")]
    [InlineData("unit,year,months,measure,total\n,2020,12,matters,5", "reported.empty")]
    [InlineData("unit,year,months,measure,total\nB,2020,12,matters", "published.too-few-cells")]
    [InlineData("unit;year;months;measure;total\nB;2020;12;matters;5", "published.separator")]
    [InlineData("unit,year,months,measure,total\nB,2020,13,matters,5", "published.not-a-whole-number")]
    [InlineData("unit,year,months,measure,total\nB,2020,12,matters,\"1,5\"", "published.decimal-comma")]
    public void A_file_that_is_none_is_refused_at_its_place(string text, string code)
    {
        var file = ReadReportedFile.Run(Encoding.UTF8.GetBytes(text));

        Assert.Empty(file.Rows);
        Assert.Contains(file.Misread, place => place.Why.Code == code);
        Assert.All(file.Misread, place => Assert.NotEmpty(place.In(Language.Vietnamese, "x.csv")));
    }

    [Fact]
    public void Older_names_are_read_too_and_what_was_checked_reads_back_as_it_was()
    {
        var rows = ReadReportedFile.Run(Encoding.UTF8.GetBytes("\uFEFFid,unit,year,months,measure,total,eligible,done,x_note\r\nr1,B,2020,12,tien,5,4,3,\"a,b\"\r\n")).Rows;

        Assert.Equal(("B", Measure.Money, "5", "4", "3"), (rows[0].Unit, rows[0].Measure, rows[0].Cells["total"], rows[0].Cells["enforceable"], rows[0].Cells["settled"]));
        var again = ReadReportedFile.Run(Encoding.UTF8.GetBytes(ReadReportedFile.Write(rows))).Rows;
        Assert.Equal((rows[0].Json, rows[0].Unit, rows[0].Measure), (again[0].Json, again[0].Unit, again[0].Measure));
    }

    [Fact]
    public async Task Figures_that_cannot_all_be_true_are_said_with_what_would_reconcile_them_and_recorded_as_they_are()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var rows = ReadReportedFile.Run(Encoding.UTF8.GetBytes(Header + "B,2020,11,matters,5211,1926,3285,5122,4029,3420,84.98,,\n")).Rows;

        var check = (await office.AskAsync(work => CheckReported.RunAsync(rows, work, default))).Single();

        Assert.Equal((Verdict.Inconsistent, null), (check.Checked.Verdict, check.WhyNot));
        Assert.Contains(check.Checked.Repairs, repair => repair.Suggested == "84.88");
        await office.AskAsync(work => RecordReported.RunAsync(new(rows, null, null), work, default));
        var board = await office.AskAsync(work => ReadReported.RunAsync("P", 2020, 11, work, default));
        Assert.Equal(Verdict.Inconsistent, board.Units.Single(unit => unit.Code == "B").Matters!.Checked.Verdict);
    }

    [Fact]
    public async Task Pressed_twice_it_is_recorded_once_and_only_by_whoever_reports_for_the_unit_above()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var rows = ReadReportedFile.Run(Encoding.UTF8.GetBytes(Header + "B,2020,11,matters,5,,,,,,,,\n")).Rows;
        Task<int> Record(Person? by = null) => office.AskAsync(work => RecordReported.RunAsync(new(rows, null, null, "key"), work, default), by);
        var b = await office.AskAsync(async work => (await Thads.Office.Units.UnitTree.OfAsync(work, default)).UnitOf("B")!.Value);

        Assert.Equal("reported.unit", await SmallOffice.RefusedAsync(() => Record(new Person("b", Permissions.All, new HashSet<int> { b }))));
        await Assert.ThrowsAsync<NotAllowedException>(() => Record(new Person("reader", Permissions.ReadFigures)));
        Assert.Equal((1, 1), (await Record(), await Record()));
        Assert.Equal(3, await office.ReadAsync(c => Thads.Office.Data.Sql.ValueAsync<int>(c, "SELECT count(*) FROM reported_figure", default)));
    }

    [Fact]
    public async Task Whoever_does_not_see_a_unit_learns_nothing_of_its_file()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var a = await office.AskAsync(async work => (await Thads.Office.Units.UnitTree.OfAsync(work, default)).UnitOf("A")!.Value);
        var person = new Person("a", Permissions.All, new HashSet<int> { a });

        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadReported.RunAsync("P", 2020, 12, work, default), person)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadReported.RunAsync("B", 2020, 12, work, default), person)));
        Assert.Empty((await office.AskAsync(work => ReadReported.RunAsync("A", 2020, 12, work, default), person)).Units);
    }

    private static Task<int> RecordAsync(TestOffice office, string file, string? reason) => office.AskAsync(work =>
        RecordReported.RunAsync(new(ReadReportedFile.Run(Encoding.UTF8.GetBytes(file)).Rows, "b.csv", reason), work, default));

    private static Task<ReportingUnits> BoardAsync(TestOffice office) => office.AskAsync(work => ReadReported.RunAsync("P", 2020, 12, work, default));

    private static async Task<decimal?> CellAsync(TestOffice office, string cell)
    {
        var figures = await office.AskAsync(work => ReadUnitFigures.RunAsync(new FormQuery("04", "P", 2020), work, default));
        return figures.Cell(figures.Whole, Measure.Matters, cell);
    }
}
