using Thads.Office.Acts;
using Thads.Office.Manners;
using Thads.Office.Obstacles;
using Thads.Office.Tests.Manners;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Obstacles;

/// <summary>Periods in which work was impossible: by document, never changed, shown to whom they concern.</summary>
public sealed class ObstaclesTests
{
    private static readonly RecordObstacle.Input April = new(
        "D1", ObstacleCause.Epidemic, [HinderedWork.Persuasion, HinderedWork.Coercion], new(2020, 4, 1), null, [], "CT 16 mẫu", new(2020, 3, 31), "UBND tỉnh");

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task It_is_recorded_ended_corrected_and_withdrawn_and_every_row_stays(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var number = await office.AskAsync(work => RecordObstacle.RunAsync(April with { IdempotencyKey = "a" }, work, default));
        Assert.Equal(number, await office.AskAsync(work => RecordObstacle.RunAsync(April with { IdempotencyKey = "a" }, work, default)));
        await office.DoAsync(work => EndObstacle.RunAsync(new(number, new(2020, 4, 22), "CT 19"), work, default));
        Assert.Contains("D1 1 obstacle dịch bệnh; vận động, thuyết phục, tổ chức cưỡng chế; từ 01/04/2020, chưa kết thúc; toàn địa bàn; CT 16 mẫu ngày 31/03/2020 của UBND tỉnh → dịch bệnh; vận động, thuyết phục, tổ chức cưỡng chế; 01/04/2020–22/04/2020; toàn địa bàn; CT 16 mẫu ngày 31/03/2020 của UBND tỉnh; CT 19", await office.ChangesAsync("obstacle-ended"));
        await office.DoAsync(work => CorrectObstacle.RunAsync(new(number, April with { Last = new(2020, 4, 30), Hinders = [HinderedWork.All, HinderedWork.Coercion], Communes = ["X1"] }, "CT 19", "ghi nhầm ngày"), work, default));

        var holds = Assert.Single(await office.AskAsync(work => ReadObstacles.RunAsync(new("D1"), work, default)));
        Assert.Equal((new DateOnly(2020, 4, 30), "ghi nhầm ngày"), (holds.Last!.Value, holds.Reason));
        Assert.Equal([HinderedWork.All], holds.Hinders);
        Assert.True(holds.Hindered(HinderedWork.Persuasion));
        Assert.Equal("X1", Assert.Single(holds.Communes).Code);
        await office.DoAsync(work => WithdrawObstacle.RunAsync(new(number, "ghi nhầm đơn vị"), work, default));

        Assert.Empty(await office.AskAsync(work => ReadObstacles.RunAsync(new("D1"), work, default)));
        Assert.True(Assert.Single(await office.AskAsync(work => ReadObstacles.RunAsync(new("D1", WithWithdrawn: true), work, default))).IsWithdrawn);
        var history = await office.AskAsync(work => ReadObstacles.HistoryAsync(number, work, default));
        Assert.Equal([null, new DateOnly(2020, 4, 22), new DateOnly(2020, 4, 30), new DateOnly(2020, 4, 30)], history.Select(row => row.Last));
        Assert.Equal([false, false, false, true], history.Select(row => row.IsWithdrawn));
        Assert.Null(Assert.Single(await office.AskAsync(work => ReadObstacles.RunAsync(new("D1", LastAct: history[0].Act), work, default))).Last); // A report of then says what was known then.
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task It_holds_for_the_unit_and_those_below_and_other_units_know_nothing_of_it(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        await office.DoAsync(work => RecordObstacle.RunAsync(April, work, default));
        await office.DoAsync(work => RecordObstacle.RunAsync(April with { Unit = "P", Document = "CT 1 tỉnh" }, work, default));
        await office.DoAsync(work => RecordObstacle.RunAsync(April with { Unit = "P", Document = "CT 2 tỉnh", Communes = ["X1", "Y1"] }, work, default));
        await office.DoAsync(work => RecordObstacle.RunAsync(April with { Unit = "P", Document = "CT 3 tỉnh", Communes = ["X2"] }, work, default));
        var other = await office.OfAsync("D2", Permissions.All);
        async Task<string> Ask(string? unit, Person? by = null) => string.Join(", ", (await office.AskAsync(work => ReadObstacles.RunAsync(new(unit), work, default), by)).OrderBy(row => row.Number).Select(row => row.Document));

        Assert.Equal("CT 16 mẫu, CT 1 tỉnh, CT 2 tỉnh, CT 3 tỉnh", await Ask("D1"));
        Assert.Equal("CT 16 mẫu, CT 1 tỉnh, CT 2 tỉnh, CT 3 tỉnh", await Ask("P"));
        Assert.Equal("CT 1 tỉnh, CT 2 tỉnh", await Ask("D2"));
        Assert.Equal("CT 1 tỉnh, CT 2 tỉnh", await Ask(null, other));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => Ask("D1", other)));
        Assert.Empty(await office.AskAsync(work => ReadObstacles.HistoryAsync(1, work, default), other));
        var known = Assert.Single(await office.AskAsync(work => ReadObstacles.HistoryAsync(3, work, default), other));
        Assert.Equal(("Y1", 0L, ""), (Assert.Single(known.Communes).Code, known.Act, known.By)); // Of the superior's he learns what holds for him, and no more.
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task It_is_found_by_the_days_it_touches(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        await office.DoAsync(work => RecordObstacle.RunAsync(April with { Last = new(2020, 4, 22) }, work, default));
        await office.DoAsync(work => RecordObstacle.RunAsync(April with { First = new(2020, 8, 1), Document = "CT 20" }, work, default)); // goes on
        async Task<int> Ask(string first, string last) => (await office.AskAsync(work => ReadObstacles.RunAsync(new("D1", DateOnly.Parse(first, Words.Format), DateOnly.Parse(last, Words.Format)), work, default))).Count;

        Assert.Equal((0, 1, 1, 0, 1, 2), (await Ask("2020-03-01", "2020-03-31"), await Ask("2020-03-01", "2020-04-01"), await Ask("2020-04-22", "2020-07-31"), await Ask("2020-04-23", "2020-07-31"), await Ask("2020-10-01", "2021-09-30"), await Ask("2019-10-01", "2020-09-30")));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_it_touched_is_counted_on_its_days_and_the_same_days_a_year_before(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var number = await office.AskAsync(work => RecordObstacle.RunAsync(April with { Last = new(2020, 4, 30) }, work, default));
        var here = await office.AskAsync(work => RecordObstacle.RunAsync(April with { Last = new(2020, 4, 30), Document = "CT xã", Communes = ["X2"] }, work, default));
        async Task<TouchedWork> Ask(int of) => (await office.AskAsync(async work => await MeasureObstacle.RunAsync((await ReadObstacles.HistoryAsync(of, work, default))[^1], "D1", work, default)))!;

        var touched = await Ask(number);
        Assert.Equal((0L, 1L, 1L), (touched.Now.Number(MannerListing.Settled), touched.Now.Number(MannerListing.CoercionPutOff), touched.Before.Number(MannerListing.Settled)));
        Assert.Equal((0L, 1L), ((await Ask(here)).Now.Number(MannerListing.CoercionPutOff), (await Ask(here)).Before.Number(MannerListing.Settled)));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_an_obstacle_is_refused(RecordObstacle.Input input, string code) => Assert.Equal(code, RecordObstacle.WhyNot(input, FieldOffice.Today)?.Code ?? "");

    public static TheoryData<RecordObstacle.Input, string> Wrong => new()
    {
        { April, "" },
        { April with { First = new(2020, 12, 1) }, "" }, // ordered, and to come
        { April with { Hinders = [] }, "obstacle.nothing-hindered" },
        { April with { First = new(1990, 1, 1) }, "obstacle.first" },
        { April with { First = new(2022, 1, 1) }, "obstacle.first" },
        { April with { Last = new(2020, 3, 31) }, "obstacle.order" },
        { April with { Last = new(2029, 3, 31) }, "obstacle.last-far" },
        { April with { Document = " " }, "obstacle.no-document" },
        { April with { Issuer = "" }, "obstacle.no-issuer" },
        { April with { DocumentOn = new(2020, 11, 11) }, "obstacle.document-to-come" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_does_not_fit_the_books_is_refused_and_nothing_of_it_is_kept(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var number = await office.AskAsync(work => RecordObstacle.RunAsync(April, work, default));
        async Task<string> Record(RecordObstacle.Input input) => await SmallOffice.RefusedAsync(() => office.DoAsync(work => RecordObstacle.RunAsync(input, work, default)));
        async Task<string> End(EndObstacle.Input input) => await SmallOffice.RefusedAsync(() => office.DoAsync(work => EndObstacle.RunAsync(input, work, default)));
        async Task<string> Correct(CorrectObstacle.Input input) => await SmallOffice.RefusedAsync(() => office.DoAsync(work => CorrectObstacle.RunAsync(input, work, default)));

        Assert.Equal("obstacle.twice", await Record(April with { Document = "ct 16 mẫu " }));
        Assert.Equal("obstacle.unit-not-then", await Record(April with { Unit = "OLD" }));
        Assert.Equal("obstacle.commune", await Record(April with { Document = "x", Communes = ["Y1"] }));
        Assert.Equal("report.unit", await Record(April with { Unit = "NO" }));
        Assert.Equal("obstacle.unknown", await End(new(99, new(2020, 4, 22))));
        Assert.Equal("obstacle.order", await End(new(number, new(2020, 3, 31))));
        Assert.Equal("obstacle.last-far", await End(new(number, new(2029, 3, 31))));
        Assert.Equal("obstacle.no-reason", await Correct(new(number, April with { Last = new(2020, 4, 22) }, null, " ")));
        Assert.Equal("obstacle.same", await Correct(new(number, April, null, "x")));
        Assert.Equal("obstacle.unit-stays", await Correct(new(number, April with { Unit = "D2" }, null, "x")));
        Assert.Equal("obstacle.no-issuer", await Correct(new(number, April with { Issuer = "" }, null, "x")));
        Assert.Equal("", await End(new(number, new(2020, 4, 22))));
        Assert.Equal("obstacle.has-ended", await End(new(number, new(2020, 4, 23))));
        Assert.Equal("obstacle.no-reason", await SmallOffice.RefusedAsync(() => office.DoAsync(work => WithdrawObstacle.RunAsync(new(number, ""), work, default))));
        await office.DoAsync(work => WithdrawObstacle.RunAsync(new(number, "x"), work, default));
        Assert.Equal("obstacle.is-withdrawn", await End(new(number, new(2020, 4, 22))));
        Assert.Equal("", await Record(April)); // anew, after the one by mistake
        Assert.Equal(4, await office.ReadAsync(c => Thads.Office.Data.Sql.ValueAsync<long>(c, "SELECT count(*) FROM obstacle", default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Only_who_directs_the_unit_records(string kind)
    {
        await using var office = await FieldOffice.OpenAsync(kind);
        var reader = await office.OfAsync("D1", Permissions.ReadFigures | Permissions.ReadMatters | Permissions.Report);
        var other = await office.OfAsync("D2", Permissions.All);

        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(reader, work => RecordObstacle.RunAsync(April, work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => RecordObstacle.RunAsync(April, work, default)));
        var number = await office.AskAsync(work => RecordObstacle.RunAsync(April with { Unit = "P" }, work, default));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => EndObstacle.RunAsync(new(number, new(2020, 4, 22)), work, default))); // holds for D2, and is not its to end
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => WithdrawObstacle.RunAsync(new(number, "x"), work, default)));
    }
}
