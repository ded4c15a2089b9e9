using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Ranking;
using Thads.Office.Tests.Conferences;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Commendations;

/// <summary>Nominations rest on figures, conditions are checked with their number, and the register counts what holds.</summary>
public sealed class CommendationTests
{
    private static readonly Nominate.Input Good = new(
        "D1", 2020, Occasion.Year, null, "tap-the-lao-dong-tien-tien", "Cục trưởng", RecipientKind.Unit, "D1", null, null, null, new(2020, 11, 9));

    private static readonly RecordCommendations.Line Outsider = new(null, "giay-khen", RecipientKind.Outsider, "UBX", "Bà Mẫu", "Chủ tịch xã");

    private static readonly RecordCommendations.Input Decision = new(
        "D1", 2020, Occasion.Campaign, "Đợt cao điểm", "Chủ tịch huyện", "UBX", "12/QĐ-UBND", new(2020, 11, 5),
        [new(null, "giay-khen", RecipientKind.Unit, "D1", null, null), new(null, "giay-khen", RecipientKind.Body, "UBX", null, null), new(null, "giay-khen", RecipientKind.Officer, "O1", null, "Chấp hành viên"), Outsider]);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Grounds_are_taken_from_the_figures_with_their_source_and_kept_as_they_were(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await RecogniseAsync(office, "good");
        var id = await office.AskAsync(work => Nominate.RunAsync(Good with { IdempotencyKey = "n" }, work, default));
        Assert.Equal(id, await office.AskAsync(work => Nominate.RunAsync(Good with { IdempotencyKey = "n" }, work, default)));
        await RecogniseAsync(office, "done"); // what is decided later changes no nomination

        var one = (await office.AskAsync(work => ReadNominations.OneAsync(id, work, default)))!;
        var matters = one.For.First(ground => ground.Code == "matters");
        Assert.Equal("Giải quyết xong 8 việc trong 10 việc có điều kiện, đạt 80,00 %, vượt chỉ tiêu 2,00 điểm %", matters.Says);
        Assert.Equal("/figures/04/cell?row=unit%3AD1&cell=settled&unit=D1&year=2020", matters.Link);
        Assert.Contains(one.For, ground => ground.Code == "recognition" && ground.Says.Contains("hoàn thành tốt nhiệm vụ", StringComparison.Ordinal));
        Assert.Equal((ConditionState.Met, ConditionState.NotKnown), (State(one, "unit-good"), State(one, "nobody-disciplined")));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_condition_that_is_not_met_refuses_with_its_number_and_its_source(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await RecogniseAsync(office, "good");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(work => Nominate.RunAsync(Good with { Kind = "tap-the-lao-dong-xuat-sac" }, work, default)));
        Assert.Equal("commendation.not-met", refused.Refusal.Code);
        Assert.Contains("hoàn thành tốt nhiệm vụ", (string)refused.Refusal.Arguments[1], StringComparison.Ordinal);
        Assert.Contains("Điều 27", refused.Refusal.LegalBasis!, StringComparison.Ordinal);

        await RecogniseAsync(office, "excellent"); // now the money: 80 of 85 percent
        refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(work => Nominate.RunAsync(Good with { Kind = "tap-the-lao-dong-xuat-sac" }, work, default)));
        Assert.Contains("chỉ tiêu 85,00 %", (string)refused.Refusal.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Nobody_is_nominated_or_commended_twice_for_the_same_thing(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await RecogniseAsync(office, "good");
        var first = await office.AskAsync(work => Nominate.RunAsync(Good, work, default));
        Assert.Equal("commendation.nominated-twice", await RefusedAsync(office, work => Nominate.RunAsync(Good with { Body = "Ai khác" }, work, default)));
        Assert.Equal("commendation.no-reason", await RefusedAsync(office, work => WithdrawNomination.RunAsync(new(first, ""), work, default)));
        await office.DoAsync(work => WithdrawNomination.RunAsync(new(first, "ghi nhầm"), work, default));
        Assert.Equal("commendation.withdrawn", await RefusedAsync(office, work => WithdrawNomination.RunAsync(new(first, "nữa"), work, default)));
        var second = await office.AskAsync(work => Nominate.RunAsync(Good, work, default));

        Assert.Equal(["ghi nhầm"], (await office.AskAsync(work => ReadNominations.RunAsync("D1", 2020, work, default))).Select(one => one.Withdrawn).OfType<string>());
        await office.DoAsync(work => RecordCommendations.RunAsync(Decision, work, default));
        Assert.Equal("commendation.twice", await RefusedAsync(office, work => RecordCommendations.RunAsync(Decision with { Decision = "13/QĐ", Lines = [Outsider] }, work, default)));
        Assert.Equal("commendation.twice", await RefusedAsync(office, work => RecordCommendations.RunAsync(Decision with { OccasionTitle = "Khác", Lines = [Outsider, Outsider] }, work, default)));
        await office.DoAsync(work => RecordCommendations.RunAsync(Decision with { Occasion = Occasion.Year, Body = "Cục trưởng", Lines = [new(second, null, RecipientKind.Officer, null, null, null)] }, work, default));
        Assert.Equal("commendation.decided", await RefusedAsync(office, work => WithdrawNomination.RunAsync(new(second, "x"), work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_register_counts_by_body_occasion_collectives_persons_and_outside(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        var id = await office.AskAsync(work => RecordCommendations.RunAsync(Decision with { IdempotencyKey = "d" }, work, default));
        Assert.Equal(id, await office.AskAsync(work => RecordCommendations.RunAsync(Decision with { IdempotencyKey = "d" }, work, default)));

        var count = Assert.Single(CommendationCount.Of(await RegisterAsync(office, new())));
        Assert.Equal((0, 4, 2, 2, 2, "Đợt cao điểm"), (count.Titles, count.Certificates, count.Collectives, count.Persons, count.Outside, count.OccasionTitle));
        Assert.Equal(["Chi cục Một", "UBND xã Một"], (await RegisterAsync(office, new(IsCollective: true))).Select(one => one.Recipient.Name));
        Assert.Equal(["Bà Mẫu"], (await RegisterAsync(office, new(Find: "ba mau"))).Select(one => one.Recipient.Name));
        Assert.Empty(await RegisterAsync(office, new(Year: 2019)));
        var voided = (await RegisterAsync(office, new(IsOutside: true, IsCollective: false)))[0].Id;
        await office.DoAsync(work => VoidCommendation.RunAsync(new(voided, "khai sai", "3/QĐ"), work, default));
        Assert.Equal("commendation.voided", await RefusedAsync(office, work => VoidCommendation.RunAsync(new(voided, "nữa", "4/QĐ"), work, default)));
        Assert.Equal((4, 3), ((await RegisterAsync(office, new())).Count, CommendationCount.Of(await RegisterAsync(office, new())).Sum(one => one.All)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task They_are_handed_out_at_a_conference_that_was_held_and_once(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        var id = await office.AskAsync(work => RecordCommendations.RunAsync(Decision, work, default));
        Assert.Equal("conference.not-held", await RefusedAsync(office, work => HandOut.RunAsync(new(id, 1, null), work, default)));
        Assert.Equal("commendation.no-day", await RefusedAsync(office, work => HandOut.RunAsync(new(id, null, null), work, default)));
        Assert.Equal("commendation.handed-before", await RefusedAsync(office, work => HandOut.RunAsync(new(id, null, new(2020, 11, 4)), work, default)));
        await office.DoAsync(work => HoldConference.RunAsync(new(1), work, default));
        await office.DoAsync(work => HandOut.RunAsync(new(id, 1, null), work, default));

        Assert.Equal("commendation.handed", await RefusedAsync(office, work => HandOut.RunAsync(new(id, 1, null), work, default)));
        Assert.Equal(4, (await office.AskAsync(work => ReadCommendations.HandedAtAsync(1, work, default))).Count(one => one.HandedOn == new DateOnly(2020, 11, 6)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_the_council_votes_down_is_not_decided(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await RecogniseAsync(office, "good");
        var id = await office.AskAsync(work => Nominate.RunAsync(Good, work, default));
        RecordCouncil.Input council = new("D1", 2020, new(2020, 11, 9), "Một\nHai\nBa", null, [new(id, 1, 2)]);
        Assert.Equal("commendation.bad-votes", await RefusedAsync(office, work => RecordCouncil.RunAsync(council with { Votes = [new(id, 3, 1)] }, work, default)));
        Assert.Equal("commendation.no-members", await RefusedAsync(office, work => RecordCouncil.RunAsync(council with { Members = " " }, work, default)));
        Assert.Equal("commendation.member-twice", await RefusedAsync(office, work => RecordCouncil.RunAsync(council with { Members = "Một\nMột" }, work, default)));
        Assert.Equal("commendation.no-votes", await RefusedAsync(office, work => RecordCouncil.RunAsync(council with { Votes = [] }, work, default)));
        Assert.Equal("commendation.no-nomination", await RefusedAsync(office, work => RecordCouncil.RunAsync(council with { Votes = [new(99, 1, 0)] }, work, default)));
        await office.DoAsync(work => RecordCouncil.RunAsync(council, work, default));

        var granted = Decision with { Lines = [new(id, null, RecipientKind.Unit, null, null, null)] };
        Assert.Equal("commendation.voted-down", await RefusedAsync(office, work => RecordCommendations.RunAsync(granted, work, default)));
        await office.DoAsync(work => RecordCouncil.RunAsync(council with { Votes = [new(id, 3, 0)] }, work, default)); // voted again: the last holds
        await office.DoAsync(work => RecordCommendations.RunAsync(granted, work, default));
        Assert.Equal(2, (await office.AskAsync(work => ReadNominations.CouncilsAsync("D1", 2020, work, default))).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_sees_no_line_no_count_and_no_nomination(string kind)
    {
        await using var office = await ConferenceTests.ReadyAsync(kind);
        await RecogniseAsync(office, "good");
        var id = await office.AskAsync(work => Nominate.RunAsync(Good, work, default));
        var decision = await office.AskAsync(work => RecordCommendations.RunAsync(Decision, work, default));
        var other = await office.OfAsync("D2", Permissions.All);

        Assert.Empty(await office.AskAsync(work => ReadCommendations.RunAsync(new(), work, default), other));
        Assert.Null(await office.AskAsync(work => ReadCommendations.DecisionAsync(decision, work, default), other));
        Assert.Empty(await office.AskAsync(work => ReadNominations.RunAsync(null, null, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => WithdrawNomination.RunAsync(new(id, "x"), work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => HandOut.RunAsync(new(decision, null, new(2020, 11, 6)), work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => VoidCommendation.RunAsync(new(1, "x", "y"), work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => DrawCommendationPaper.RunAsync(new(Commendation: 1), work, default)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(work => RecordCommendations.RunAsync(Decision, work, default), Permissions.ReadFigures | Permissions.Organise));
    }

    [Fact]
    public async Task What_cannot_be_nominated_or_decided_is_refused()
    {
        await using var office = await ConferenceTests.ReadyAsync(TestDatabases.Sqlite);
        async Task IsAsync(string code, Func<Work, Task> act) => Assert.Equal(code, await RefusedAsync(office, act));

        await IsAsync("commendation.kind", work => Nominate.RunAsync(Good with { Kind = "x" }, work, default));
        await IsAsync("commendation.no-law", work => Nominate.RunAsync(Good with { On = new(2003, 1, 1) }, work, default));
        await IsAsync("commendation.no-body", work => Nominate.RunAsync(Good with { Body = " " }, work, default));
        await IsAsync("commendation.no-occasion", work => Nominate.RunAsync(Good with { Occasion = Occasion.Campaign }, work, default));
        await IsAsync("commendation.future", work => Nominate.RunAsync(Good with { On = new(2020, 11, 11) }, work, default));
        await IsAsync("commendation.for-persons", work => Nominate.RunAsync(Good with { Kind = "lao-dong-tien-tien" }, work, default));
        await IsAsync("commendation.for-collectives", work => Nominate.RunAsync(Good with { Recipient = RecipientKind.Officer, Code = "O1" }, work, default));
        await IsAsync("commendation.no-officer", work => Nominate.RunAsync(Good with { Recipient = RecipientKind.Officer, Code = "NO" }, work, default));
        await IsAsync("commendation.no-name", work => Nominate.RunAsync(Good with { Recipient = RecipientKind.Outsider, Code = null }, work, default));
        await IsAsync("commendation.not-met", work => Nominate.RunAsync(Good with { Kind = "giay-khen", Recipient = RecipientKind.Outsider, Code = null, Name = "Ai đó" }, work, default));
        await IsAsync("commendation.no-number", work => RecordCommendations.RunAsync(Decision with { Decision = "" }, work, default));
        await IsAsync("commendation.nobody", work => RecordCommendations.RunAsync(Decision with { Lines = [] }, work, default));
        await IsAsync("commendation.no-nomination", work => WithdrawNomination.RunAsync(new(9, "x"), work, default));
        await IsAsync("commendation.no-decision", work => HandOut.RunAsync(new(9, 1, null), work, default));
        await IsAsync("commendation.unknown", work => VoidCommendation.RunAsync(new(9, "x", "y"), work, default));
        await IsAsync("commendation.no-paper", work => DrawCommendationPaper.RunAsync(new(), work, default));
    }

    [Fact]
    public void The_law_of_a_day_governs_and_every_condition_says_its_source()
    {
        Assert.Equal("Điều 24 Luật Thi đua, khen thưởng số 15/2003/QH11", CommendationKind.Find("lao-dong-tien-tien")!.Basis(new(2023, 12, 31)));
        Assert.Equal("Điều 24 Luật Thi đua, khen thưởng số 06/2022/QH15", CommendationKind.Find("lao-dong-tien-tien")!.Basis(new(2024, 1, 1)));
        Assert.Null(CommendationKind.Find("lao-dong-tien-tien")!.Basis(new(2004, 6, 30)));
        Assert.All(CommendationKind.All, kind => Assert.All(kind.Conditions, condition => Assert.NotEmpty(condition.Source)));
        Assert.Equal(CommendationKind.All.Count, CommendationKind.All.Select(kind => kind.Code).Distinct().Count());
    }

    [Fact]
    public async Task Certificate_decision_and_submission_say_who_and_why()
    {
        await using var office = await ConferenceTests.ReadyAsync(TestDatabases.Sqlite);
        await RecogniseAsync(office, "good");
        await office.DoAsync(work => Nominate.RunAsync(Good, work, default));
        var decision = await office.AskAsync(work => RecordCommendations.RunAsync(Decision, work, default));

        var certificate = await TextAsync(office, new(Commendation: 4));
        Assert.Contains("GIẤY KHEN", certificate, StringComparison.Ordinal);
        Assert.Contains("Bà Mẫu", certificate, StringComparison.Ordinal);
        Assert.Contains("12/QĐ-UBND ngày 05/11/2020", certificate, StringComparison.Ordinal);
        var list = await TextAsync(office, new(Decision: decision));
        Assert.Contains("02 tập thể và 02 cá nhân", list, StringComparison.Ordinal);
        Assert.Contains("Luật Thi đua, khen thưởng số 15/2003/QH11", list, StringComparison.Ordinal);
        Assert.Contains("Giải quyết xong 8 việc trong 10 việc có điều kiện", await TextAsync(office, new(Unit: "D1", Year: 2020)), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TestOffice office, DrawCommendationPaper.Question question)
    {
        var (_, file) = await office.AskAsync(work => DrawCommendationPaper.RunAsync(question, work, default));
        using var read = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), false);
        return read.MainDocumentPart!.Document!.InnerText;
    }

    private static ConditionState? State(Nomination one, string code) => one.Conditions.First(condition => condition.Code == code).State;

    private static Task<IReadOnlyList<Commendation>> RegisterAsync(TestOffice office, RegisterQuestion question) => office.AskAsync(work => ReadCommendations.RunAsync(question, work, default));

    private static Task RecogniseAsync(TestOffice office, string level) =>
        office.DoAsync(work => RecordRecognition.RunAsync(new("D1", 2020, null, null, null, level, "Cục trưởng", "1/QĐ", new(2020, 11, 5)), work, default));

    private static Task<string> RefusedAsync(TestOffice office, Func<Work, Task> act) => SmallOffice.RefusedAsync(() => office.DoAsync(act));
}
