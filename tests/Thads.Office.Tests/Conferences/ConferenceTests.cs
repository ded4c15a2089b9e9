using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Conferences;

/// <summary>A conference is prepared, held and followed; what took place stays, and what it concluded are tasks.</summary>
public sealed class ConferenceTests
{
    private static readonly KeepConference.Input Called = new(null, "D1", 2020, "Hội nghị tổng kết", new(2020, 11, 6), "07:30", "Hội trường");
    private static readonly GiveTask.Item Task = new("Giải quyết xong trên 80 %", new(Unit: "D1"), new(2021, 9, 30), "KL 1");

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_conclusion_is_a_task_with_owner_and_day_and_stays_with_its_conference(string kind)
    {
        await using var office = await ReadyAsync(kind);
        Assert.Equal("conference.not-held", await RefusedAsync(office, work => RecordSaying.RunAsync(new(1, SayingKind.Conclusion, null, null, Task), work, default)));
        await office.DoAsync(work => HoldConference.RunAsync(new(1), work, default));
        Assert.Equal("conference.who-said", await RefusedAsync(office, work => RecordSaying.RunAsync(new(1, SayingKind.Direction, null, " ", Task), work, default)));

        var direction = await office.AskAsync(work => RecordSaying.RunAsync(new(1, SayingKind.Direction, "UBX", null, Task with { Number = null }, "d"), work, default));
        var again = await office.AskAsync(work => RecordSaying.RunAsync(new(1, SayingKind.Direction, "UBX", null, Task with { Number = null }, "d"), work, default));
        var conclusion = await office.AskAsync(work => RecordSaying.RunAsync(new(1, SayingKind.Conclusion, null, null, Task), work, default));

        var file = (await OneAsync(office))!;
        var tasks = await office.AskAsync(work => ReadTasks.RunAsync(new(Origin: TaskOrigin.Conference, OriginId: 1), work, default));
        Assert.Equal(direction, again);
        Assert.Equal([(SayingKind.Direction, "UBND xã Một", direction), (SayingKind.Conclusion, "Ông Chủ, Chủ tịch", conclusion)], file.Sayings.Select(one => (one.Kind, one.SaidBy, one.Task)));
        Assert.Equal(new HashSet<long> { direction, conclusion }, tasks.Select(task => task.Id).ToHashSet());
        Assert.All(tasks, task => Assert.Equal((TaskState.Open, "D1", new DateOnly(2021, 9, 30), new DateOnly(2020, 11, 6)), (task.State, task.Owner.Code, task.DueOn, task.GivenOn)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_held_cannot_be_unheld_nor_its_agenda_and_list_changed(string kind)
    {
        await using var office = await ReadyAsync(kind);
        var person = (await OneAsync(office))!.People[0];
        await office.DoAsync(work => HoldConference.RunAsync(new(1, "h"), work, default));
        await office.DoAsync(work => HoldConference.RunAsync(new(1, "h"), work, default)); // sent twice

        foreach (var act in new Func<Work, Task>[]
        {
            work => HoldConference.RunAsync(new(1), work, default), work => CancelConference.RunAsync(new(1, "x"), work, default), work => PutOffConference.RunAsync(new(1, new(2020, 12, 1), "x"), work, default),
            work => KeepConferencePerson.RunAsync(new(1, person.Number, person.Role, null, person.Name, person.Post, IsOut: true), work, default),
            work => KeepContribution.RunAsync(new(1, 1, "UBX", null, "Vận động", null, ContributionManner.Spoken, IsOut: true), work, default),
        })
        {
            Assert.Equal("conference.held", await RefusedAsync(office, act));
        }

        foreach (var act in new Func<Work, Task>[]
        {
            work => KeepConference.RunAsync(Called with { Number = 1, Title = "khác" }, work, default), work => KeepAgendaItem.RunAsync(new(1, null, "thêm", 5, null), work, default),
            work => MoveAgendaItem.RunAsync(new(1, 1, Up: false), work, default),
        })
        {
            Assert.Equal("conference.closed", await RefusedAsync(office, act));
        }

        Assert.Equal(ConferenceState.Held, (await OneAsync(office))!.Conference.State);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Put_off_it_meets_on_the_new_day_and_its_history_says_why(string kind)
    {
        await using var office = await ReadyAsync(kind);
        Assert.Equal("conference.not-later", await RefusedAsync(office, work => PutOffConference.RunAsync(new(1, new(2020, 11, 6), "dịch"), work, default)));
        Assert.Equal("conference.no-reason", await RefusedAsync(office, work => PutOffConference.RunAsync(new(1, new(2020, 11, 20), " "), work, default)));
        await office.DoAsync(work => PutOffConference.RunAsync(new(1, new(2020, 11, 20), "dịch"), work, default));

        Assert.Equal("conference.not-yet", await RefusedAsync(office, work => HoldConference.RunAsync(new(1), work, default)));
        var file = (await OneAsync(office))!;
        Assert.Equal((ConferenceState.PutOff, new DateOnly(2020, 11, 20)), (file.Conference.State, file.Conference.MeetsOn));
        Assert.Equal([(ConferenceState.PutOff, new DateOnly(2020, 11, 6), "dịch")], file.Turns.Select(turn => (turn.State, turn.On, turn.Reason!)));
        await office.DoAsync(work => CancelConference.RunAsync(new(1, "sáp nhập"), work, default));
        Assert.Equal("conference.cancelled", await RefusedAsync(office, work => HoldConference.RunAsync(new(1), work, default)));
        Assert.Equal("conference.cancelled", await RefusedAsync(office, work => KeepContribution.RunAsync(new(1, null, "UBX", null, "Mới", null, ContributionManner.Spoken), work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_agenda_moves_by_one_place_and_its_times_follow(string kind)
    {
        await using var office = await ReadyAsync(kind);
        await office.DoAsync(work => KeepAgendaItem.RunAsync(new(1, null, "Báo cáo", 30, "Chi cục trưởng"), work, default));
        await office.DoAsync(work => KeepAgendaItem.RunAsync(new(1, null, "Kết luận", 20, null), work, default));
        Assert.Equal("conference.at-the-end", await RefusedAsync(office, work => MoveAgendaItem.RunAsync(new(1, 1, Up: true), work, default)));

        await office.DoAsync(work => MoveAgendaItem.RunAsync(new(1, 3, Up: true), work, default));

        Assert.Equal([("Khai mạc", "07:30"), ("Kết luận", "07:45"), ("Báo cáo", "08:05")], (await OneAsync(office))!.Agenda.Select(item => (item.Title, item.From.ToString("HH:mm", null))));
        await office.DoAsync(work => KeepAgendaItem.RunAsync(new(1, 3, "Kết luận", 20, null, IsOut: true), work, default));
        Assert.Equal(["Khai mạc", "Báo cáo"], (await OneAsync(office))!.Agenda.Select(item => item.Title));
        Assert.Equal("conference.past-midnight", await RefusedAsync(office, async work =>
        {
            await KeepAgendaItem.RunAsync(new(1, null, "Dài", 600, null), work, default);
            await using var next = office.Work();
            await KeepAgendaItem.RunAsync(new(1, null, "Dài nữa", 600, null), next, default);
        }));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Invitations_and_attendance_are_recorded_of_those_on_the_list(string kind)
    {
        await using var office = await ReadyAsync(kind);
        Assert.Equal("conference.no-person", await RefusedAsync(office, work => InviteToConference.RunAsync(new(1, [9], new(2020, 10, 28), ConferenceChannel.Paper), work, default)));
        Assert.Equal("conference.invited-late", await RefusedAsync(office, work => InviteToConference.RunAsync(new(1, [1], new(2020, 11, 7), ConferenceChannel.Paper), work, default)));
        Assert.Equal("conference.nobody", await RefusedAsync(office, work => InviteToConference.RunAsync(new(1, [], new(2020, 10, 28), ConferenceChannel.Paper), work, default)));
        await office.DoAsync(work => InviteToConference.RunAsync(new(1, [1, 2], new(2020, 10, 28), ConferenceChannel.Mail), work, default));
        Assert.Equal("conference.no-stand-in", await RefusedAsync(office, work => TakeAttendance.RunAsync(new(1, [new(2, ConferenceAttendance.Represented)]), work, default)));
        await office.DoAsync(work => TakeAttendance.RunAsync(new(1, [new(1, ConferenceAttendance.Absent), new(2, ConferenceAttendance.Represented, "Bà Thay")]), work, default));
        await office.DoAsync(work => TakeAttendance.RunAsync(new(1, [new(1, ConferenceAttendance.Present)]), work, default)); // put right: the last holds

        var people = (await OneAsync(office))!.People;
        Assert.Equal([(ConferenceAttendance.Present, null), (ConferenceAttendance.Represented, "Bà Thay")], people.Select(one => (one.Came!.Value, one.StandIn)));
        Assert.All(people, one => Assert.Equal((new DateOnly(2020, 10, 28), ConferenceChannel.Mail), (one.InvitedOn!.Value, one.Channel!.Value)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_finds_no_conference_and_changes_none(string kind)
    {
        await using var office = await ReadyAsync(kind);
        var other = await office.OfAsync("D2", Permissions.All);
        var reader = await office.OfAsync("D1", Permissions.ReadFigures);

        Assert.Empty(await office.AskAsync(work => ReadConferences.RunAsync(null, work, default), other));
        Assert.Null(await office.AskAsync(work => ReadConferences.OfAsync(1, work, default), other));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(other, work => HoldConference.RunAsync(new(1), work, default)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(reader, work => HoldConference.RunAsync(new(1), work, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => office.AskAsync(work => DrawConferencePaper.RunAsync(1, "conference-programme", null, work, default), other));
        Assert.NotNull(await office.AskAsync(work => ReadConferences.OfAsync(1, work, default), reader));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Results_of_the_province_are_kept_as_they_were_told(string kind)
    {
        await using var office = await ReadyAsync(kind);
        await office.DoAsync(work => TellResults.RunAsync(new(1, "P"), work, default));

        var reader = await office.OfAsync("D1", Permissions.ReadFigures);
        var told = (await office.AskAsync(work => ReadConferences.OfAsync(1, work, default), reader))!.Results;
        Assert.Contains(told, one => (one.Code, one.Value) == ("settled", "348"));
        Assert.All(told, one => Assert.Equal("P", one.Unit));
        var own = await office.OfAsync("D1", Permissions.All);
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsAsync(own, work => TellResults.RunAsync(new(1, "P"), work, default)));
    }

    [Theory]
    [InlineData("conference-programme", true)]
    [InlineData("conference-invitation", true)]
    [InlineData("conference-minutes", false)]
    [InlineData("conference-conclusions", false)]
    public async Task Minutes_and_conclusions_are_written_of_what_was_held_and_not_before(string paper, bool before)
    {
        await using var office = await ReadyAsync(TestDatabases.Sqlite);
        Assert.Equal(before ? "" : "conference.not-held", await RefusedAsync(office, work => DrawConferencePaper.RunAsync(1, paper, null, work, default)));
        await office.DoAsync(work => HoldConference.RunAsync(new(1), work, default));
        await office.DoAsync(work => RecordSaying.RunAsync(new(1, SayingKind.Conclusion, null, null, Task), work, default));

        var (name, file) = await office.AskAsync(work => DrawConferencePaper.RunAsync(1, paper, 1, work, default));
        using var read = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), false);
        var text = read.MainDocumentPart!.Document!.InnerText;
        Assert.Equal($"{paper}-D1-2020.docx", name);
        Assert.Contains(paper switch { "conference-programme" => "Khai mạc", "conference-invitation" => "Ông Chủ, Chủ tịch", _ => "Giải quyết xong trên 80 %" }, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_a_conference_is_refused(KeepConference.Input input, string code) => Assert.Equal(code, KeepConference.WhyNot(input, null, RankingOffice.Today)?.Code ?? "");

    public static TheoryData<KeepConference.Input, string> Wrong => new()
    {
        { Called, "" },
        { Called with { Title = " " }, "conference.no-title" },
        { Called with { Place = "" }, "conference.no-place" },
        { Called with { BeginsAt = "7h30" }, "conference.bad-time" },
        { Called with { BeginsAt = "25:00" }, "conference.bad-time" },
        { Called with { Year = 1900 }, "conference.bad-year" },
        { Called with { Year = 2022 }, "conference.bad-year" },
        { Called with { MeetsOn = new(2023, 1, 1) }, "conference.bad-day" },
    };

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_cannot_be_on_the_list_or_among_the_contributions_is_refused(string kind)
    {
        await using var office = await ReadyAsync(kind);
        async Task IsAsync(string code, Func<Work, Task> act) => Assert.Equal(code, await RefusedAsync(office, act));

        await IsAsync("conference.no-name", work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Guest, null, " ", null), work, default));
        await IsAsync("conference.two-chairs", work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Chair, null, "Ông Hai", null), work, default));
        await IsAsync("conference.person-twice", work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Guest, null, "Ông Chủ", "Chủ tịch"), work, default));
        await IsAsync("partner.unknown", work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Guest, "NO", null, null), work, default));
        await IsAsync("conference.no-item-title", work => KeepAgendaItem.RunAsync(new(1, null, "", 5, null), work, default));
        await IsAsync("conference.bad-minutes", work => KeepAgendaItem.RunAsync(new(1, null, "x", 0, null), work, default));
        await IsAsync("conference.no-item", work => MoveAgendaItem.RunAsync(new(1, 9, true), work, default));
        await IsAsync("conference.whose", work => KeepContribution.RunAsync(new(1, null, "", null, "x", null, ContributionManner.Spoken), work, default));
        await IsAsync("conference.no-topic", work => KeepContribution.RunAsync(new(1, null, "UBX", null, " ", null, ContributionManner.Spoken), work, default));
        await IsAsync("conference.contribution-twice", work => KeepContribution.RunAsync(new(1, null, "UBX", null, "Vận động", null, ContributionManner.Written), work, default));
        await IsAsync("conference.no-contribution", work => KeepContribution.RunAsync(new(1, 7, "UBX", null, "x", null, ContributionManner.Spoken), work, default));
        await IsAsync("conference.put-off-instead", work => KeepConference.RunAsync(Called with { Number = 1, MeetsOn = new(2020, 11, 7) }, work, default));
        await IsAsync("conference.unknown", work => HoldConference.RunAsync(new(9), work, default));
        await office.DoAsync(work => KeepConference.RunAsync(Called with { Year = 2021, MeetsOn = new(2021, 11, 6) }, work, default));
        await IsAsync("ranking.not-over", work => TellResults.RunAsync(new(2, "P"), work, default));
        await office.DoAsync(work => KeepConference.RunAsync(Called with { Year = 2015, MeetsOn = new(2015, 11, 6) }, work, default));
        await IsAsync("conference.no-figures", work => TellResults.RunAsync(new(3, "P"), work, default));
        Assert.Equal("conference.no-chair", HoldConference.WhyNot((await OneAsync(office))! with { People = [] }, RankingOffice.Today)!.Code);
        Assert.Equal("conference.no-agenda", HoldConference.WhyNot((await OneAsync(office))! with { Agenda = [] }, RankingOffice.Today)!.Code);
        await IsAsync("conference.future", work => InviteToConference.RunAsync(new(1, [1], new(2020, 11, 12), ConferenceChannel.Paper), work, default));
        await IsAsync("conference.no-paper", work => DrawConferencePaper.RunAsync(1, "letter", null, work, default));
    }

    /// <summary>A conference of D1 of 6 November with a chair, a guest, an item and a contribution.</summary>
    internal static async Task<TestOffice> ReadyAsync(string kind)
    {
        var office = await RankingOffice.OpenAsync(kind);
        await office.DoAsync(work => KeepPartner.RunAsync(new("D1", "UBX", PartnerKind.Department, "UBND xã Một"), work, default));
        Assert.Equal(1, await office.AskAsync(work => KeepConference.RunAsync(Called with { IdempotencyKey = "k" }, work, default)));
        Assert.Equal(1, await office.AskAsync(work => KeepConference.RunAsync(Called with { IdempotencyKey = "k" }, work, default)));
        await office.DoAsync(work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Chair, null, "Ông Chủ", "Chủ tịch"), work, default));
        await office.DoAsync(work => KeepConferencePerson.RunAsync(new(1, null, ConferenceRole.Guest, "UBX", null, null), work, default));
        await office.DoAsync(work => KeepAgendaItem.RunAsync(new(1, null, "Khai mạc", 15, null), work, default));
        await office.DoAsync(work => KeepContribution.RunAsync(new(1, null, "UBX", "Bà Nói", "Vận động", null, ContributionManner.Spoken), work, default));
        return office;
    }

    private static Task<ConferenceFile?> OneAsync(TestOffice office) => office.AskAsync(work => ReadConferences.OfAsync(1, work, default));

    private static Task<string> RefusedAsync(TestOffice office, Func<Work, Task> act) => SmallOffice.RefusedAsync(() => office.DoAsync(act));
}
