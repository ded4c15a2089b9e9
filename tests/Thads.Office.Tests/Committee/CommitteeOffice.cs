using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Partners;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Committee;

/// <summary>The province P of <see cref="RankingOffice"/> with partners of D1, a committee of D1 since 2018 (1) with a head, a deputy of the unit and the police, and a first meeting.</summary>
internal static class CommitteeOffice
{
    public static readonly DateOnly Day = new(2020, 9, 11);

    public static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await RankingOffice.OpenAsync(kind);
        foreach (var (code, of, name) in new[] { ("CA", PartnerKind.Police, "Công an"), ("VKS", PartnerKind.Procuracy, "Viện kiểm sát"), ("UB", PartnerKind.PeoplesCommittee, "Ủy ban"), ("TNMT", PartnerKind.Department, "Phòng Tài nguyên") })
        {
            await office.DoAsync(work => KeepPartner.RunAsync(new("D1", code, of, name), work, default));
        }

        await office.DoAsync(work => SetUpCommittee.RunAsync(SetUp, work, default));
        await office.DoAsync(work => AppointMember.RunAsync(Head, work, default));
        await office.DoAsync(work => AppointMember.RunAsync(new(1, CommitteePosition.Standing, "Bà Phó", "Chi cục trưởng", null, Begins, "1/QĐ"), work, default));
        await office.DoAsync(work => AppointMember.RunAsync(new(1, CommitteePosition.Member, "Ông An", "Phó Trưởng Công an", "CA", Begins, "1/QĐ"), work, default));
        return office;
    }

    public static DateOnly Begins { get; } = new(2018, 9, 10);

    public static SetUpCommittee.Input SetUp { get; } = new("D1", "Ban chỉ đạo Một", "1/QĐ", Begins, "Chủ tịch Ủy ban", Begins);

    public static AppointMember.Input Head { get; } = new(1, CommitteePosition.Head, "Ông Trưởng", "Chủ tịch", "UB", Begins, "1/QĐ");

    /// <summary>Plans and opens a meeting with everybody invited; its number.</summary>
    public static async Task<int> HoldAsync(this TestOffice office, int month, DateOnly day, int committee = 1)
    {
        var meeting = await office.PlanAsync(month, day, committee);
        await office.DoAsync(work => HoldMeeting.RunAsync(new(meeting, day), work, default));
        return meeting;
    }

    public static async Task<int> PlanAsync(this TestOffice office, int? month, DateOnly day, int committee = 1)
    {
        var meeting = 0;
        await office.DoAsync(async work => meeting = await PlanMeeting.RunAsync(new(committee, day.Year, month, day, "8h30", "Phòng họp", await ChairAsync(office, committee, day), new(2020, 7, 1)), work, default));
        return meeting;
    }

    /// <summary>Records conclusions and gives their task numbers.</summary>
    public static async Task<IReadOnlyList<long>> ConcludeAsync(this TestOffice office, int meeting, params IReadOnlyList<RecordConclusions.Line> lines) =>
        await office.AskAsync(work => RecordConclusions.RunAsync(new(meeting, lines), work, default));

    public static async Task<MeetingFile> MeetingAsync(this TestOffice office, int meeting, Person? by = null) => await office.AskAsync(work => ReadMeetings.FileAsync(meeting, work, default), by);

    private static async Task<int> ChairAsync(TestOffice office, int committee, DateOnly day) =>
        (await office.AskAsync(work => CommitteeBook.OfAsync(work, default))).Known(committee).ServingOn(day).First(member => member.Position == CommitteePosition.Head).Id;
}
