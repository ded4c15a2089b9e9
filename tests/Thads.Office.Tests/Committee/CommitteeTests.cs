using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Committee;

/// <summary>Committees by the law of their day, members with their terms, working rules, and meetings.</summary>
public sealed class CommitteeTests
{
    [Theory]
    [InlineData(CommitteeLevel.District, "2025-06-30", "")]
    [InlineData(CommitteeLevel.District, "2025-07-01", "committee.not-by-law")]
    [InlineData(CommitteeLevel.Province, "2026-07-01", "")]
    [InlineData(CommitteeLevel.Province, "2009-06-30", "committee.not-by-law")]
    [InlineData(null, "2025-07-01", "committee.no-level")]
    public void A_district_has_a_committee_until_the_middle_of_2025_and_a_province_after(CommitteeLevel? level, string day, string code)
    {
        var begins = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var refused = SetUpCommittee.WhyNot(CommitteeOffice.SetUp with { DecidedOn = begins, BeginsOn = begins }, level, "A", null, new(2027, 1, 1));

        Assert.Equal(code, refused?.Code ?? "");
        Assert.Equal(code == "committee.not-by-law", refused?.LegalBasis is { Length: > 0 });
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_a_committee_is_refused(SetUpCommittee.Input input, string code) =>
        Assert.Equal(code, SetUpCommittee.WhyNot(input, CommitteeLevel.District, "A", null, RankingOffice.Today)?.Code ?? "");

    public static TheoryData<SetUpCommittee.Input, string> Wrong => new()
    {
        { CommitteeOffice.SetUp, "" },
        { CommitteeOffice.SetUp with { Name = " " }, "name.missing" },
        { CommitteeOffice.SetUp with { Decision = "" }, "committee.no-decision" },
        { CommitteeOffice.SetUp with { Issuer = "" }, "committee.no-decision" },
        { CommitteeOffice.SetUp with { DecidedOn = new(2021, 1, 1), BeginsOn = new(2021, 1, 1) }, "committee.future" },
        { CommitteeOffice.SetUp with { BeginsOn = new(2018, 9, 9) }, "committee.begins-before" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_seat_is_held_by_one_at_a_time_and_stands_vacant_until_somebody_follows(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        AppointMember.Input next = CommitteeOffice.Head with { Name = "Bà Mới", FromOn = new(2020, 1, 1), Decision = "5/QĐ" };
        Assert.Equal("committee.term-overlaps", await RefusedAsync(office, next));
        Assert.Equal("committee.term-overlaps", await RefusedAsync(office, next with { Replaces = 1, FromOn = CommitteeOffice.Begins }));
        Assert.Equal("committee.other-seat", await RefusedAsync(office, next with { Replaces = 3 }));
        Assert.Equal("committee.outside", await RefusedAsync(office, next with { FromOn = new(2018, 9, 9) }));
        Assert.Equal("partner.unknown", await RefusedAsync(office, next with { Partner = "NO" }));

        await office.DoAsync(work => AppointMember.RunAsync(next with { Replaces = 1 }, work, default));
        await office.DoAsync(work => EndTerm.RunAsync(new(1, 3, new(2020, 6, 30), "Nghỉ hưu"), work, default));

        var committee = (await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).Known(1);
        Assert.Equal("Ông Trưởng", Assert.Single(committee.ServingOn(new(2019, 12, 31)), member => member.Position == CommitteePosition.Head).Name);
        Assert.Equal("Bà Mới", Assert.Single(committee.ServingOn(new(2020, 1, 1)), member => member.Position == CommitteePosition.Head).Name);
        Assert.Empty(committee.VacantOn(new(2020, 6, 30)));
        Assert.Equal(["Ông An"], committee.VacantOn(new(2020, 7, 1)).Select(member => member.Name));
        Assert.Equal("committee.term-ended", await SmallOffice.RefusedAsync(() => office.DoAsync(work => EndTerm.RunAsync(new(1, 3, new(2020, 7, 1), "x"), work, default))));
        await office.DoAsync(work => AppointMember.RunAsync(new(1, CommitteePosition.Member, "Ông Bảo", "Trưởng Công an", "CA", new(2020, 8, 1), "6/QĐ", 3), work, default));
        Assert.Empty((await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).Known(1).VacantOn(new(2020, 8, 1)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_new_committee_follows_the_one_that_is_there(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var again = CommitteeOffice.SetUp with { Decision = "2/QĐ", DecidedOn = new(2020, 10, 1), BeginsOn = new(2020, 10, 5), IdempotencyKey = "a" };
        Assert.Equal("committee.before-the-last", await SmallOffice.RefusedAsync(() => office.DoAsync(work => SetUpCommittee.RunAsync(CommitteeOffice.SetUp, work, default))));
        await office.DoAsync(work => SetUpCommittee.RunAsync(again, work, default));
        await office.DoAsync(work => SetUpCommittee.RunAsync(again, work, default));

        var book = await office.AskAsync(work => CommitteeBook.OfAsync(work, default));
        Assert.Equal([(1, (DateOnly?)new DateOnly(2020, 10, 4), (int?)null), (2, null, 1)], book.All.Select(one => (one.Id, one.LastOn, one.Predecessor)));
        Assert.Equal("committee.ended", await SmallOffice.RefusedAsync(() => office.DoAsync(work => EndCommittee.RunAsync(new(1, office.Today, "x"), work, default))));
        var clerk = await office.OfAsync("D1", Permissions.ReadFigures | Permissions.ReadMatters | Permissions.Organise);
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(clerk, work => EndCommittee.RunAsync(new(2, office.Today, "x"), work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Working_rules_are_the_defaults_of_the_law_until_a_document_sets_others(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        async Task<WorkingRule> RuleAsync(DateOnly day) => (await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).Known(1).RuleOn(day);
        Assert.Equal((3, 3, true, 0L), (await RuleAsync(office.Today)) is var rule ? (rule.CycleMonths, rule.PapersDays, rule.Procuracy, rule.Act) : default);
        Assert.Contains("152/2026", (await RuleAsync(new(2026, 7, 1))).Document, StringComparison.Ordinal);
        SetWorkingRules.Input set = new(1, new(2020, 1, 1), 6, 5, 66, false, 5, "2/QC");
        foreach (var (input, code) in new[] { (set with { Document = "" }, "committee.no-document"), (set with { CycleMonths = 5 }, "committee.cycle"), (set with { PapersDays = 31 }, "committee.papers-days"), (set with { Quorum = 100 }, "committee.bad-quorum"), (set with { AgendaFrom = -1 }, "committee.bad-money"), (set with { ValidFrom = new(2018, 1, 1) }, "committee.outside") })
        {
            Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(work => SetWorkingRules.RunAsync(input, work, default))));
        }

        await office.DoAsync(work => SetWorkingRules.RunAsync(set, work, default));
        Assert.Equal((6, 3), ((await RuleAsync(new(2020, 1, 1))).CycleMonths, (await RuleAsync(new(2019, 12, 31))).CycleMonths));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_rules_say_which_meeting_is_due_and_which_was_missed(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        await office.HoldAsync(1, new(2020, 3, 6));
        var off = await office.PlanAsync(4, new(2020, 4, 17));
        await office.DoAsync(work => PutOffMeeting.RunAsync(new(off, null, "Dịch"), work, default));
        await office.HoldAsync(7, new(2020, 10, 2));
        Assert.Equal("meeting.there", await SmallOffice.RefusedAsync(() => office.PlanAsync(7, new(2020, 9, 1))));
        Assert.Equal("meeting.period", await SmallOffice.RefusedAsync(() => office.PlanAsync(8, new(2020, 9, 1))));

        var committee = (await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).Known(1);
        var periods = MeetingPeriod.Of(committee, await office.AskAsync(work => ReadMeetings.OfAsync(committee, work, default)), office.Today);

        Assert.Equal(
            ["quý IV/2018 Missed", "quý I/2019 Missed", "quý II/2019 Missed", "quý III/2019 Missed", "quý IV/2019 Missed", "quý I/2020 Held", "quý II/2020 Missed", "quý III/2020 HeldLate", "quý IV/2020 Due"],
            periods.Select(period => $"{period.Named} {period.State}"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Papers_sent_late_are_no_refusal_and_the_minutes_say_it(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var meeting = await office.PlanAsync(7, CommitteeOffice.Day); // a Friday: three working days before is Tuesday, 8 September
        Assert.Equal(new DateOnly(2020, 9, 8), (await office.MeetingAsync(meeting)).Meeting.PapersBy((await office.MeetingAsync(meeting)).Rule));
        await office.DoAsync(work => SendPapers.RunAsync(new(meeting, new(2020, 9, 9), "Thư"), work, default));
        Assert.Equal("meeting.papers-sent", await SmallOffice.RefusedAsync(() => office.DoAsync(work => SendPapers.RunAsync(new(meeting, new(2020, 9, 9), "Thư"), work, default))));
        await office.DoAsync(work => InviteToMeeting.RunAsync(new(meeting, [1, 2, 3], ["VKS"], ["Ông Khách"], new(2020, 9, 3), InvitationChannel.Paper), work, default));
        Assert.Equal("meeting.answer-early", await SmallOffice.RefusedAsync(() => SayAsync(office, meeting, new RecordAttendance.Line(1, Attendance.Present, null))));
        await SayAsync(office, meeting, new RecordAttendance.Line(1, Attendance.WillCome, null));
        await office.DoAsync(work => HoldMeeting.RunAsync(new(meeting, CommitteeOffice.Day), work, default));
        Assert.Equal("meeting.answer-late", await SmallOffice.RefusedAsync(() => SayAsync(office, meeting, new RecordAttendance.Line(1, Attendance.WillCome, null))));
        Assert.Equal("meeting.no-excuse", await SmallOffice.RefusedAsync(() => SayAsync(office, meeting, new RecordAttendance.Line(3, Attendance.Absent, null))));
        Assert.Equal("meeting.by-whom", await SmallOffice.RefusedAsync(() => SayAsync(office, meeting, new RecordAttendance.Line(2, Attendance.Represented, " "))));
        await SayAsync(office, meeting, new RecordAttendance.Line(1, Attendance.Present, null), new(2, Attendance.Absent, "Ốm"), new(3, Attendance.Absent, "Công tác"));
        await office.DoAsync(work => KeepAgenda.RunAsync(new(meeting, 0, [new(0, "Một", 30, null, null, "M1"), new(0, "Hai", 10, null, null, null)]), work, default));
        await office.DoAsync(work => WriteMinutes.RunAsync(new(meeting, new Dictionary<int, string> { [1] = "Nháp" }), work, default));
        await office.DoAsync(work => WriteMinutes.RunAsync(new(meeting, new Dictionary<int, string> { [1] = "Đã bàn" }), work, default));

        var file = await office.MeetingAsync(meeting);
        Assert.Equal((1, false, 2, "Đã bàn"), (file.Came, file.IsQuorate, file.Written.Count, file.Minutes[1].Text));
        var notes = MeetingNotes.Of(file);
        Assert.Contains("1/3", notes[0], StringComparison.Ordinal);
        Assert.Contains("gửi ngày 09/09/2020, muộn hơn quy định: chậm nhất ngày 08/09/2020", notes[1], StringComparison.Ordinal);
        Assert.Equal("agenda.has-minutes", await SmallOffice.RefusedAsync(() => office.DoAsync(work => KeepAgenda.RunAsync(new(meeting, 1, [file.Agenda[1]]), work, default))));
        Assert.Equal("agenda.changed-meanwhile", await SmallOffice.RefusedAsync(() => office.DoAsync(work => KeepAgenda.RunAsync(new(meeting, 0, file.Agenda), work, default))));
        await office.DoAsync(work => KeepAgenda.RunAsync(new(meeting, 1, [file.Agenda[1], file.Agenda[0]]), work, default));
        Assert.Equal(["Hai", "Một"], (await office.MeetingAsync(meeting)).Agenda.Select(line => line.Title));
        foreach (var paper in WriteMeetingPaper.Kinds)
        {
            Assert.True((await office.AskAsync(work => WriteMeetingPaper.RunAsync(meeting, paper.Code, work, default))).Length > 1000, paper.Code);
        }

        Assert.True((await office.AskAsync(work => WriteCommitteeReport.RunAsync(1, 2020, 3, work, default))).Length > 1000);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_is_under_direction_by_a_meeting_or_a_document_until_it_is_released(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var meeting = await office.HoldAsync(7, CommitteeOffice.Day);
        DirectMatter.Input input = new(1, "M9", CommitteeOffice.Day, "Lớn", meeting, null);
        foreach (var (wrong, code) in new[] { (input with { Meeting = null }, "directed.no-basis"), (input with { Reason = "" }, "reason.missing"), (input with { Meeting = 99 }, "meeting.not-held"), (input with { Matter = "NO" }, "task.matter"), (input with { Since = new(2021, 1, 1) }, "meeting.future") })
        {
            Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(work => DirectMatter.RunAsync(wrong, work, default))));
        }

        await office.DoAsync(work => DirectMatter.RunAsync(input, work, default));
        Assert.Equal("directed.there", await SmallOffice.RefusedAsync(() => office.DoAsync(work => DirectMatter.RunAsync(input, work, default))));
        Assert.Empty(await office.AskAsync(work => ReadDirectedMatters.OfAsync("D1", CommitteeOffice.Day.AddDays(-1), work, default)));
        Assert.Equal(("M9", "Lớn"), Assert.Single(await office.AskAsync(work => ReadDirectedMatters.OfAsync("P", office.Today, work, default))) is var one ? (one.Matter, one.Reason) : default);
        await office.DoAsync(work => EndCommittee.RunAsync(new(1, new(2020, 10, 1), "x"), work, default));
        Assert.Single(await office.AskAsync(work => ReadDirectedMatters.OfAsync("D1", office.Today, work, default)));
        await office.DoAsync(work => ReleaseMatter.RunAsync(new(1, new(2020, 10, 31), "Xong"), work, default));
        Assert.Equal("directed.released", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ReleaseMatter.RunAsync(new(1, office.Today, "x"), work, default))));

        Assert.Empty(await office.AskAsync(work => ReadDirectedMatters.OfAsync("D1", office.Today, work, default)));
        Assert.Single(await office.AskAsync(work => ReadDirectedMatters.AllAsync(work, default)));
        Assert.Empty(await office.AskAsync(work => ReadDirectedMatters.AllAsync(work, default), await office.OfAsync("D2", Permissions.All)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_agenda_is_proposed_from_late_conclusions_much_money_and_coercions_that_wait(string kind)
    {
        await using var office = await CommitteeOffice.OpenAsync(kind);
        var meeting = await office.HoldAsync(7, CommitteeOffice.Day);
        await office.ConcludeAsync(meeting, new RecordConclusions.Line("Trả lời", new(Partner: "TNMT"), new(2020, 9, 30)), new("Sau", new(Partner: "CA"), new(2020, 12, 30)));
        var next = await office.PlanAsync(10, new(2020, 12, 11));

        var proposed = await office.AskAsync(work => ProposeAgenda.RunAsync(next, work, default));

        Assert.Equal([ProposalKind.LateConclusion, ProposalKind.MuchLeft, ProposalKind.MuchLeft], proposed.Select(line => line.Kind));
        Assert.Equal(["M10", "M9"], proposed.Where(line => line.Kind == ProposalKind.MuchLeft).Select(line => line.Line.Matter).Order(StringComparer.Ordinal));
        await office.DoAsync(work => DirectMatter.RunAsync(new(1, "M9", CommitteeOffice.Day, "Lớn", meeting, null), work, default));
        Assert.DoesNotContain("M9", (await office.AskAsync(work => ProposeAgenda.RunAsync(next, work, default))).Select(line => line.Line.Matter));
    }

    private static Task<string> RefusedAsync(TestOffice office, AppointMember.Input input) => SmallOffice.RefusedAsync(() => office.DoAsync(work => AppointMember.RunAsync(input, work, default)));

    private static Task SayAsync(TestOffice office, int meeting, params IReadOnlyList<RecordAttendance.Line> lines) => office.DoAsync(work => RecordAttendance.RunAsync(new(meeting, lines), work, default));
}
