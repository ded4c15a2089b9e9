using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Ranking;

/// <summary>Points go from the unit to its superior to the council; each stage stays, with its reasons.</summary>
public sealed class PointsTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Self_verified_and_final_points_stand_side_by_side_and_the_last_counts(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        var (own, above) = (await office.OfAsync("D2", Permissions.All), await office.OfAsync("P", Permissions.All));
        await office.DoAsAsync(own, work => ScoreSelf.RunAsync(Of("D2", new("tasks", 78, null, "biên bản họp"), new("breaches", null, 0, "không có"), new("matters", 45, null, "theo biểu đã gửi")), work, default));
        await office.DoAsAsync(above, work => VerifyScore.RunAsync(Of("D2", new("tasks", 75, null, "thiếu hai báo cáo"), new("breaches", null, 1, "một kết luận thanh tra")), work, default));
        await office.DoAsAsync(above, work => DecideScore.RunAsync(Of("D2", new TypedPoints("tasks", 76, null, "hội đồng xét lại")), work, default));

        var unit = (await office.RankedAsync(RankingOffice.Of2015)).Of("D2")!;

        var tasks = unit.Points.Single(points => points.Criterion.Code == "tasks");
        Assert.Equal(["Self 78 biên bản họp", "Verified 75 thiếu hai báo cáo", "Final 76 hội đồng xét lại"], tasks.History.Select(given => $"{given.Stage} {given.Points:0.##} {given.Reason}"));
        Assert.Equal([45m, 45m, 20m, 76m, 0m, -5m], unit.Points.Select(points => points.Holding));
        Assert.Equal((181m, "A", null), (unit.Total, unit.Grade!.Grade.Code, unit.Place)); // the others have not all their points: nobody is first yet
        Assert.Equal((45m, null), (unit.Points[0].Given(ScoreStage.Self)!.Points, unit.Points[0].Given(ScoreStage.Self)!.Computed)); // its own people do not see what it reported by file
        Assert.Equal(["D2 2020 2015 tasks points 75 → 76"], await office.ChangesAsync("score-decided"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task By_points_ranks_are_proposed_when_every_unit_has_all_of_them(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        var above = await office.OfAsync("P", Permissions.All);
        foreach (var (unit, tasks) in new[] { ("D1", 80), ("D2", 60), ("D3", 70), ("D4", 60) })
        {
            Assert.All((await office.RankedAsync(RankingOffice.Of2015)).Units, one => Assert.Null(one.Place));
            await office.DoAsAsync(above, work => DecideScore.RunAsync(
                Of(unit, new("tasks", tasks, null, "x"), new("carried-over", 10, null, "x"), new("large-caseload", 0, null, "x"), new("breaches", null, 0, "x"), new("money", 45, null, "x"), new("matters", 45, null, "x")), work, default));
        }

        Assert.Equal(["1 D1 180", "2 D3 170", "3 D4 160", "4 D2 160"], (await office.RankedAsync(RankingOffice.Of2015)).Units.Select(unit => $"{unit.Place} {unit.Code} {unit.Total:0.##}"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Only_the_unit_scores_itself_and_only_its_superior_verifies(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        var (own, above, other) = (await office.OfAsync("D2", Permissions.All), await office.OfAsync("P", Permissions.All), await office.OfAsync("D3", Permissions.All));
        var line = Of("D2", new TypedPoints("tasks", 70, null, "x"));

        Assert.Equal("score.not-own", await SmallOffice.RefusedAsync(() => office.DoAsAsync(above, work => ScoreSelf.RunAsync(line, work, default))));
        Assert.Equal("score.not-superior", await SmallOffice.RefusedAsync(() => office.DoAsAsync(own, work => VerifyScore.RunAsync(line, work, default))));
        Assert.Equal("score.not-superior", await SmallOffice.RefusedAsync(() => office.DoAsAsync(own, work => DecideScore.RunAsync(line, work, default))));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => ScoreSelf.RunAsync(line, work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_cannot_be_given_is_refused_and_nothing_of_it_is_kept(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        async Task<string> GivenAsync(GivePointsInput input) => await SmallOffice.RefusedAsync(() => office.DoAsync(work => ScoreSelf.RunAsync(input, work, default)));

        Assert.Equal("score.reason", await GivenAsync(Of("D2", new TypedPoints("matters", 44, null, " "))));
        Assert.Equal("score.reason", await GivenAsync(Of("D2", new("matters", 45, null, null), new("tasks", 80, null, null))));
        Assert.Equal("score.bad-points", await GivenAsync(Of("D2", new TypedPoints("tasks", 80.01m, null, "x"))));
        Assert.Equal("score.bad-points", await GivenAsync(Of("D2", new TypedPoints("tasks", -1, null, "x"))));
        Assert.Equal("score.bad-points", await GivenAsync(Of("D2", new TypedPoints("tasks", 1.005m, null, "x"))));
        Assert.Equal("score.points", await GivenAsync(Of("D2", new TypedPoints("tasks", null, 3, "x"))));
        Assert.Equal("score.breaches", await GivenAsync(Of("D2", new TypedPoints("breaches", -5, null, "x"))));
        Assert.Equal("score.bad-breaches", await GivenAsync(Of("D2", new TypedPoints("breaches", null, -1, "x"))));
        Assert.Equal("score.criterion", await GivenAsync(Of("D2", new TypedPoints("luck", 1, null, "x"))));
        Assert.Equal("score.twice", await GivenAsync(Of("D2", new("tasks", 1, null, "x"), new("tasks", 2, null, "x"))));
        Assert.Equal("score.nothing", await GivenAsync(Of("D2")));
        Assert.Equal("score.no-points", await GivenAsync(Of("D2", new TypedPoints("tasks", 1, null, "x")) with { Scheme = Scheme.ByRates }));
        Assert.Equal("ranking.not-over", await GivenAsync(Of("D2", new TypedPoints("tasks", 1, null, "x")) with { Year = 2021 }));
        Assert.Equal("ranking.unit-ended", await GivenAsync(Of("OLD", new TypedPoints("tasks", 1, null, "x"))));
        Assert.Equal(0, await office.ReadAsync(connection => Thads.Office.Data.Sql.ValueAsync<long>(connection, "SELECT count(*) FROM score", default)));
    }

    private static GivePointsInput Of(string unit, params IReadOnlyList<TypedPoints> points) => new(unit, 2020, "2015", points);
}
