using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Ranking;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Ranking;

/// <summary>Units from the books and from files in one order, and what is refused.</summary>
public sealed class ReadRankingTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Books_and_files_are_ranked_together_and_ties_are_ties(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        var ranked = await office.RankedAsync(RankingOffice.ByRates);

        Assert.Equal(["1 D4 90,00 file", "2 D2 80,00 file", "2 D3 80,00 file", "4 D1 80,00 books"], ranked.Units.Select(unit =>
            $"{unit.Place} {unit.Code} {unit.Values[RankedUnits.Rate]!.Value.ToString("N2", Words.Format)} {(unit.Values.IsReported ? "file" : "books")}"));
        Assert.Equal(["NEW"], ranked.Missing.Select(unit => unit.Code));
        Assert.Equal((4, 4), (ranked.Ranked, ranked.Units.Count));
        Assert.Equal((1, 3), (ranked.PlaceBy(RankedUnits.Total, ranked.Of("D4")!), ranked.PlaceBy(RankedUnits.MoneyRate, ranked.Of("D1")!)));
        Assert.Equal([["D4", "D1", "D2", "D3"]], ranked.Bands.Select(band => band.Codes));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_ranking_of_a_day_of_knowledge_is_of_what_was_known_then(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        await office.RecordAsync(new("M9", StepKind.Terminated, new(2020, 9, 28)));

        Assert.Equal(90, (await office.RankedAsync(RankingOffice.ByRates)).Of("D1")!.Values[RankedUnits.Rate]);
        Assert.Equal(80, (await office.RankedAsync(RankingOffice.ByRates with { KnownOn = new(2020, 10, 2) })).Of("D1")!.Values[RankedUnits.Rate]);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_year_is_measured_by_the_whole_target_and_the_year_before(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        var ranked = await office.RankedAsync(RankingOffice.Of2015);

        // D2: 80 above 78; 90 above 85 whatever its pace; 20 left after 30: by a third fewer.
        Assert.Equal(["matters 78 80 True", "money 85 90 True", "carried-over 3 33.33 True"], ranked.Of("D2")!.Targets.Select(target =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{target.Target.Code} {target.Value:0.##} {target.Result:0.##} {target.IsMet}")));
        Assert.Equal([45m, 45m, 20m, null, 0m, null], ranked.Of("D2")!.Points.Select(points => points.Computed)); // its 100 matters are below the mean
        Assert.Equal((110m, 2), (ranked.Of("D2")!.KnownPoints, ranked.Of("D2")!.OpenCriteria));
        Assert.All(ranked.Units, unit => Assert.Null(unit.Place)); // while points are open nothing is proposed
        Assert.Null(ranked.Of("D1")!.Targets[2].Result); // the books hold nothing of the year before
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_year_that_is_not_over_is_not_ranked(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind, new(2020, 9, 30));

        Assert.Equal("ranking.not-over", await SmallOffice.RefusedAsync(() => office.RankedAsync(RankingOffice.ByRates)));
        Assert.Equal("ranking.not-over", await SmallOffice.RefusedAsync(() => office.YearAsync(new("D1", 2020))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Whoever_does_not_see_the_others_sees_one_unit_and_no_rank(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        var officer = await office.OfAsync("D1", Permissions.ReadFigures);

        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.RankedAsync(RankingOffice.ByRates, officer)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.YearAsync(new("D2", 2020), officer)));
        var own = await office.YearAsync(new("D1", 2020, "2015"), officer);
        Assert.Equal((null, null, null), (own.Superior, own.Unit.Place, own.Unit.Range));
        Assert.Equal(80, own.Unit.Values[RankedUnits.Rate]);
        Assert.Equal("P", (await office.YearAsync(new("D1", 2020), await office.OfAsync("P", Permissions.ReadFigures))).Superior);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_that_had_ended_and_one_without_figures_have_no_year(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        Assert.Equal("ranking.unit-ended", await SmallOffice.RefusedAsync(() => office.YearAsync(new("OLD", 2020))));
        Assert.Equal("ranking.no-figures", await SmallOffice.RefusedAsync(() => office.YearAsync(new("NEW", 2020))));
        Assert.Equal("scheme.unknown", await SmallOffice.RefusedAsync(() => office.YearAsync(new("D1", 2020, "2099"))));
    }
}
