using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Manners;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Manners;

/// <summary>How matters ended, where, and what was done for it: numbers that are sums over rows, and the rows behind them.</summary>
public sealed class MannersTests
{
    private static readonly MannerQuestion Year2020 = new("D1", new(2019, 10, 1), new(2020, 9, 30));

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Each_manner_is_counted_and_with_what_was_terminated_they_are_the_cell_settled(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var figures = await office.AskAsync(work => ReadManners.RunAsync(Year2020, work, default));
        long Of(MannerListing what) => figures.Now.Number(what);

        Assert.Equal((1L, 2L, 0L, 1L, 1L), (Of(MannerListing.FreeWill), Of(MannerListing.Persuasion), Of(MannerListing.CoercionOrdered), Of(MannerListing.Coercion), Of(MannerListing.Unsaid)));
        Assert.Equal((5L, 1L, 6L), (Of(MannerListing.Completed), Of(MannerListing.Otherwise), Of(MannerListing.Settled)));
        Assert.Equal((3L, 60.00m), (Of(MannerListing.Amiable), figures.Now.Share(MannerListing.Amiable)));
        foreach (var (form, measure) in new[] { ("01", Measure.Matters), ("02", Measure.Money) })
        {
            var report = await office.FormAsync(new FormQuery(form, "D1", 2020));
            Assert.Equal(report.Rows[0].Cells[report.Columns.ToList().FindIndex(column => column.Cell == "settled")], figures.Now.Number(MannerListing.Settled, measure));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_commune_has_its_part_where_it_took_part_in_persuading_and_nowhere_else(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var figures = await office.AskAsync(work => ReadManners.RunAsync(Year2020, work, default));

        Assert.Equal((1L, 20.00m), (figures.Now.Number(MannerListing.WithCommune), figures.Now.Share(MannerListing.WithCommune)));
        Assert.Equal("M2", Assert.Single(figures.Now.Ends, end => !end.IsMoney && MannerListing.WithCommune.Has(end, figures.Now.WithCommune)).Code);
        Assert.Equal((3L, 2L, 1L, 2L), (figures.Now.Number(MannerListing.Persuaded), figures.Now.Number(MannerListing.Agreed), figures.Now.Number(MannerListing.Refused), figures.Now.Number(MannerListing.PersuadedWithCommune)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Communes_officers_and_months_each_add_up_to_the_whole(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var figures = await office.AskAsync(work => ReadManners.RunAsync(Year2020, work, default));

        foreach (var what in Enum.GetValues<MannerListing>())
        {
            var whole = figures.Now.Number(what);
            Assert.Equal((whole, whole, whole), (figures.Communes.Sum(part => part.Now.Number(what)), figures.Officers.Sum(part => part.Now.Number(what)), figures.Months.Sum(month => month.Now.Number(what))));
            Assert.Equal(figures.Before.Number(what), figures.Months.Sum(month => month.Before.Number(what)));
        }

        Assert.Equal(12, figures.Months.Count);
        Assert.Equal(["X2", "X1", null], figures.Communes.Select(part => part.Code));
        Assert.Equal((1L, 1L), (Month(3).Number(MannerListing.CoercionPlanned), Month(4).Number(MannerListing.CoercionPutOff)));
        Assert.Equal("O2", Assert.Single(figures.Now.Events, done => MannerListing.CoercionPutOff.Has(done)).Officer);

        MannerSums Month(int month) => figures.Months.Single(of => of.First.Month == month).Now;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Any_days_are_set_beside_the_same_days_a_year_before_and_years_beside_each_other(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var march = await office.AskAsync(work => ReadManners.RunAsync(new("D1", new(2020, 3, 1), new(2020, 4, 30)), work, default));
        var year = await office.AskAsync(work => ReadManners.RunAsync(Year2020, work, default));

        Assert.Equal((1L, 1L), (march.Now.Number(MannerListing.Settled), march.Before.Number(MannerListing.Settled)));
        Assert.Equal([(2020, 6L), (2019, 1L)], year.Years.Select(of => (of.Year.Year, of.Sums.Number(MannerListing.Settled))));
        Assert.Equal(new DateOnly(2019, 2, 28), new MannerQuestion("D1", new(2020, 2, 1), new(2020, 2, 29)).YearBefore.Last);
        Assert.Equal(new DateOnly(2020, 2, 29), new MannerQuestion("D1", new(2021, 2, 1), new(2021, 2, 28)).YearBefore.Last);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_became_known_later_is_not_in_what_was_known(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var then = await office.AskAsync(work => ReadManners.RunAsync(Year2020 with { KnownOn = new(2020, 10, 2) }, work, default));

        Assert.Equal((5L, 0L), (then.Now.Number(MannerListing.Settled), then.Now.Number(MannerListing.Unsaid)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task One_commune_or_one_officer_alone_is_cut_out_of_the_same_rows(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        async Task<MannerSums> Ask(MannerQuestion question) => await office.AskAsync(work => ReadManners.SumsAsync(question, work, default));

        Assert.Equal(3, (await Ask(Year2020 with { Commune = "X2" })).Number(MannerListing.Settled));
        Assert.Equal(1, (await Ask(Year2020 with { Commune = MannerQuestion.None })).Number(MannerListing.Settled));
        Assert.Equal(2, (await Ask(Year2020 with { Officer = "O2" })).Number(MannerListing.Settled));
        Assert.Equal("manners.commune", await SmallOffice.RefusedAsync(() => Ask(Year2020 with { Commune = "NO" })));
        Assert.Equal("report.officer", await SmallOffice.RefusedAsync(() => Ask(Year2020 with { Officer = "NO" })));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_gets_neither_a_number_nor_a_commune(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var other = await office.OfAsync("D2", Permissions.All);
        async Task<MannerSums> Ask(MannerQuestion question) => await office.AskAsync(work => ReadManners.SumsAsync(question, work, default), other);

        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => Ask(Year2020)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => Ask(Year2020 with { Unit = "P" })));
        Assert.Equal("manners.commune", await SmallOffice.RefusedAsync(() => Ask(Year2020 with { Unit = "D2", Commune = "X1" })));
        Assert.Equal("report.officer", await SmallOffice.RefusedAsync(() => Ask(Year2020 with { Unit = "D2", Officer = "O1" })));
        Assert.Equal((1L, 1L), ((await Ask(Year2020 with { Unit = "D2" })).Number(MannerListing.Settled), (await Ask(Year2020 with { Unit = "D2" })).Number(MannerListing.Persuaded)));
    }

    [Theory]
    [InlineData("2020-10-01", "2020-09-30", "manners.order")]
    [InlineData("2020-11-11", "2020-12-31", "manners.not-begun")]
    [InlineData("2000-01-01", "2020-09-30", "manners.long")]
    [InlineData("0001-01-01", "0001-02-01", "manners.day")]
    [InlineData("2019-10-01", "2020-09-30", "")]
    public void Days_that_cannot_be_are_refused(string first, string last, string code) =>
        Assert.Equal(code, MannerQuestion.WhyNot(new("D1", DateOnly.Parse(first, Words.Format), DateOnly.Parse(last, Words.Format)), FieldOffice.Today)?.Code ?? "");

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Over_any_books_the_ends_of_a_year_are_the_cells_of_the_forms(string kind)
    {
        var today = new DateOnly(2026, 6, 20);
        await using var office = await TestOffice.NewAsync(kind, today);
        await office.TakeInAsync(RandomSets.Make(17, 120, today));
        for (var year = 2023; year <= 2025; year++)
        {
            var of = new Law.StatisticalYear(year);
            var sums = await office.AskAsync(work => ReadManners.SumsAsync(new("C", of.Start, of.End), work, default));
            foreach (var (form, measure) in new[] { ("01", Measure.Matters), ("02", Measure.Money) })
            {
                var report = await office.FormAsync(new FormQuery(form, "C", year));
                Assert.Equal(report.Rows[0].Cells[report.Columns.ToList().FindIndex(column => column.Cell == "settled")], sums.Number(MannerListing.Settled, measure));
            }
        }
    }
}
