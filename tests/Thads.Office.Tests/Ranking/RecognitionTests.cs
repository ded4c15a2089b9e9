using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Ranking;

/// <summary>Rank and recognition are decisions: recorded beside what is proposed, never changed.</summary>
public sealed class RecognitionTests
{
    private static readonly RecordRecognition.Input Fifth = new("D1", 2020, 5, 15, null, "excellent", "Cục trưởng", "512/QĐ-CTHADS", new(2020, 11, 5));

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_decision_recorded_last_holds_and_all_of_them_stay(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { IdempotencyKey = "a" }, work, default));
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { IdempotencyKey = "a" }, work, default));
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { Place = 3, OfUnits = 15, Grade = "A", Level = null, Decision = "530/QĐ-CTHADS", DecidedOn = new(2020, 11, 9) }, work, default));

        var history = await office.AskAsync(work => ReadRecognition.HistoryAsync("D1", 2020, work, default));

        Assert.Contains("D1 2020 recognised-as xếp hạng 5/15 đơn vị; hoàn thành xuất sắc nhiệm vụ → xếp hạng 3/15 đơn vị; hạng A", await office.ChangesAsync("recognition-recorded"));
        Assert.Equal(["xếp hạng 5/15 đơn vị; hoàn thành xuất sắc nhiệm vụ", "xếp hạng 3/15 đơn vị; hạng A"], history.Select(one => one.Official));
        Assert.Equal("3/15", (await office.AskAsync(work => ReadRecognition.OfAsync("D1", 2020, work, default)))!.PlaceText);
        Assert.Equal("5/15", (await office.AskAsync(work => ReadRecognition.OfAsync("D1", 2020, work, default, history[0].Act)))!.PlaceText);
        Assert.Null(await office.AskAsync(work => ReadRecognition.OfAsync("D1", 2019, work, default)));
        var ranked = await office.RankedAsync(RankingOffice.ByRates);
        Assert.Equal((4, true), (ranked.Of("D1")!.Place, ranked.IsDecidedOtherwise(ranked.Of("D1")!)));
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { Place = 3, Scheme = "2015" }, work, default)); // by another scheme: no matter of this one
        ranked = await office.RankedAsync(RankingOffice.ByRates);
        Assert.False(ranked.IsDecidedOtherwise(ranked.Of("D1")!));
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { Place = 4, OfUnits = 4, Scheme = "by-rates" }, work, default)); // as proposed
        ranked = await office.RankedAsync(RankingOffice.ByRates);
        Assert.False(ranked.IsDecidedOtherwise(ranked.Of("D1")!));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_gets_no_decision_and_records_none(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);
        await office.DoAsync(work => RecordRecognition.RunAsync(Fifth, work, default));
        var other = await office.OfAsync("D2", Permissions.All);

        Assert.Null(await office.AskAsync(work => ReadRecognition.OfAsync("D1", 2020, work, default), other));
        Assert.Empty(await office.AskAsync(work => ReadRecognition.HistoryAsync("D1", 2020, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => RecordRecognition.RunAsync(Fifth, work, default)));
        var reader = await office.OfAsync("D1", Permissions.ReadFigures | Permissions.Report);
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(reader, work => RecordRecognition.RunAsync(Fifth, work, default)));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_a_decision_is_refused(RecordRecognition.Input input, string code) => Assert.Equal(code, RecordRecognition.WhyNot(input, RankingOffice.Today)?.Code ?? "");

    public static TheoryData<RecordRecognition.Input, string> Wrong => new()
    {
        { Fifth, "" },
        { Fifth with { Place = null, OfUnits = null }, "" },
        { Fifth with { Place = null, OfUnits = null, Level = null }, "recognition.nothing" },
        { Fifth with { OfUnits = null }, "recognition.half-a-rank" },
        { Fifth with { Place = 16 }, "recognition.bad-rank" },
        { Fifth with { Place = 0 }, "recognition.bad-rank" },
        { Fifth with { Level = "superb" }, "recognition.level" },
        { Fifth with { Scheme = "none" }, "scheme.unknown" },
        { Fifth with { DecidedBy = " " }, "recognition.who" },
        { Fifth with { Decision = "" }, "recognition.number" },
        { Fifth with { DecidedOn = new(2020, 11, 11) }, "recognition.future" },
        { Fifth with { DecidedOn = new(2020, 9, 30) }, "recognition.before-end" },
        { Fifth with { Year = 2021 }, "ranking.not-over" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_that_had_ended_is_not_recognised(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        Assert.Equal("ranking.unit-ended", await SmallOffice.RefusedAsync(() => office.DoAsync(work => RecordRecognition.RunAsync(Fifth with { Unit = "OLD" }, work, default))));
    }
}
