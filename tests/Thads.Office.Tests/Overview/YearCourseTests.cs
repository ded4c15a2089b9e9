using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Overview;
using Thads.Office.Targets;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Overview;

public sealed class YearCourseTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_month_of_the_course_is_the_form_of_that_month(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(31, 150, Today));
        await using var work = office.Work();
        foreach (var (form, unit, year, known) in new (string, string, int, DateOnly?)[]
            { ("01", "C", 2020, null), ("02", "C", 2025, new(2025, 6, 16)), ("01", "P1", 2024, null), ("02", "D5", 2026, new(2025, 9, 1)), ("01", "R1", 2026, null) })
        {
            var course = await ReadYearCourse.RunAsync(new FormQuery(form, unit, year, KnownOn: known), work, TestContext.Current.CancellationToken);

            Assert.Equal(12, course.Points.Count);
            foreach (var point in course.Points)
            {
                var report = await office.FormAsync(new FormQuery(form, unit, year, point.Months, KnownOn: known));
                Assert.Equal(report.Regime, point.Set.Regime);
                Assert.Equal(report.Rows[0].Cells, point.Cells);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_caseload_is_that_of_forms_04_and_05(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);
        await office.TakeInAsync(RandomSets.Make(32, 150, Today));
        await using var work = office.Work();
        var load = await ReadCaseload.RunAsync(new FormQuery("04", "P1", 2021), work, TestContext.Current.CancellationToken);
        var report = await office.FormAsync(new FormQuery("04", "P1", 2021));
        decimal Cell(FormRow row, string cell) => row.Cells[report.Columns.ToList().FindIndex(c => c.Cell == cell)]!.Value;

        Assert.NotEmpty(load.Officers);
        foreach (var officer in load.Officers)
        {
            var row = report.Rows.Single(r => r.Row == $"officer:{officer.Code}");
            Assert.Equal(
                [Cell(row, "carried"), Cell(row, "new"), Cell(row, "total"), Cell(row, "settled"), Cell(row, "carried_over")],
                [officer.Carried, officer.New, officer.Total, officer.Settled, officer.Left]);
        }

        Assert.Equal(load.Officers.OrderByDescending(o => o.Total).Select(o => o.Total), load.Officers.Select(o => o.Total));
    }

    [Theory]
    [InlineData(83_90, 6, 41.95)] // half the year of 2025, as printed (statistics, 6.3)
    [InlineData(73_00, 6, 36.50)]
    [InlineData(80_00, 1, 6.67)]
    [InlineData(80_00, 12, 80.00)]
    public void A_prorated_target_is_so_many_twelfths(int hundredths, int months, double compared)
    {
        Assert.Equal((decimal)compared, new Assigned(hundredths, Pace.Prorata).ComparedAt(months));
        Assert.Equal(hundredths / 100m, new Assigned(hundredths, Pace.Annual).ComparedAt(months));
    }

    [Fact]
    public async Task Whoever_sees_another_unit_gets_no_course_of_this_one()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        await office.TakeInAsync(RandomSets.Make(33, 10, Today));
        var other = await office.ReadAsync(c => c.ValueAsync<int>("SELECT id FROM unit WHERE code = 'D5'", default));
        await using var work = office.Work(Permissions.ReadFigures | Permissions.ReadMatters, new HashSet<int> { other });
        var ct = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<NotFoundException>(() => ReadYearCourse.RunAsync(new FormQuery("01", "P1", 2021), work, ct));
        await Assert.ThrowsAsync<NotFoundException>(() => HeadBoard.RunAsync(new FormQuery("01", "P1", 2021), Today, WatchLimits.Default, work, ct));
        await Assert.ThrowsAsync<NotFoundException>(() => ListMatters.RunAsync(new OverviewQuestion("P1", Today), new MatterPick(Listing.Open), 2021, null, WatchLimits.Default, work, ct));
    }
}
