using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>Everything kept of a meeting, beside its conclusions, which are tasks.</summary>
/// <param name="Agenda">Its last version, in order.</param>
/// <param name="Minutes">The writing that holds, per line.</param>
/// <param name="Written">Every writing, the oldest first.</param>
public sealed record MeetingFile(
    Meeting Meeting, SteeringCommittee Committee, IReadOnlyList<AgendaLine> Agenda, int AgendaVersion, IReadOnlyList<Invited> Invited, IReadOnlyDictionary<int, MinutesText> Minutes,
    IReadOnlyList<MinutesText> Written)
{
    /// <summary>"Phiên họp quý IV/2020".</summary>
    public string Title => MeetingPeriod.Title(Meeting.Year, Meeting.Month, Rule.CycleMonths, Meeting.Ordered);

    /// <summary>The working rules of the day of the meeting.</summary>
    public WorkingRule Rule => Committee.RuleOn(Meeting.Ordered);

    /// <summary>Members who serve on its day.</summary>
    public IReadOnlyList<CommitteeMember> Members => [.. Committee.ServingOn(Meeting.Ordered).Where(member => member.Position != CommitteePosition.Secretary)];

    /// <summary>Members who came or were represented.</summary>
    public int Came => Members.Count(member => Invited.Any(invited => invited.Member == member.Id && invited.Came));

    /// <summary>Whether more than the quorum came; null where the rules ask for none.</summary>
    public bool? IsQuorate => Rule.Quorum == 0 ? null : Members.Count > 0 && Came * 100 > Members.Count * Rule.Quorum;
}

/// <summary>The meetings of the committees the person sees.</summary>
public static class ReadMeetings
{
    /// <summary>Of one committee, the earliest first.</summary>
    public static async Task<IReadOnlyList<Meeting>> OfAsync(SteeringCommittee committee, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return work.Person.Sees(committee.Unit) ? await ListAsync("m.committee_id = @id", committee.Id, work, ct) : [];
    }

    /// <summary>Everything of one meeting.</summary>
    /// <exception cref="NotFoundException">`meeting.unknown`: it is not there, or not this person's.</exception>
    public static async Task<MeetingFile> FileAsync(int meeting, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var found = (await ListAsync("m.id = @id", meeting, work, ct)).SingleOrDefault();
        var committee = found is null ? null : (await CommitteeBook.OfAsync(work, ct)).Of(found.Committee);
        if (committee is null)
        {
            throw new NotFoundException(new Refusal("meeting.unknown"));
        }

        var connection = await work.ConnectAsync(ct);
        var agenda = await connection.ListAsync(
            """
            SELECT a.version, a.item, a.title, a.minutes, a.reporter, a.paper, m.code FROM meeting_agenda a LEFT JOIN matter m ON m.id = a.matter_id
            WHERE a.meeting_id = @id AND a.version = (SELECT max(version) FROM meeting_agenda WHERE meeting_id = @id) ORDER BY a.place
            """,
            r => (Version: r.GetInt32(0), Line: new AgendaLine(r.GetInt32(1), r.GetString(2), r.GetInt32(3), r.TextOrNone(4), r.TextOrNone(5), r.TextOrNone(6))), ct, ("id", meeting));
        var written = await connection.ListAsync(
            "SELECT t.item, t.text, t.act, a.person, a.at FROM meeting_minutes t JOIN act a ON a.seq = t.act WHERE t.meeting_id = @id ORDER BY t.act, t.item",
            r => new MinutesText(r.GetInt32(0), r.GetString(1), r.GetInt64(2), r.GetString(3), r.Moment(4)), ct, ("id", meeting));
        return new MeetingFile(
            found!, committee, [.. agenda.Where(row => row.Line.Item > 0).Select(row => row.Line)], agenda.Count == 0 ? 0 : agenda[0].Version, await InvitedAsync("i.meeting_id = @id", meeting, work, ct),
            written.GroupBy(text => text.Item).ToDictionary(g => g.Key, g => g.Last()), written);
    }

    /// <summary>All who were invited to the meetings of a committee.</summary>
    internal static Task<List<Invited>> InvitedOfAsync(int committee, Work work, CancellationToken ct) =>
        InvitedAsync("i.meeting_id IN (SELECT id FROM meeting WHERE committee_id = @id)", committee, work, ct);

    private static async Task<List<Invited>> InvitedAsync(string which, int id, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).ListAsync(
        $"""
        SELECT i.id, i.meeting_id, i.member_id, i.partner_id, i.name, i.sent_on, i.channel, a.answer, a.said
        FROM meeting_invited i LEFT JOIN meeting_attendance a ON a.invited_id = i.id AND a.act = (SELECT max(act) FROM meeting_attendance WHERE invited_id = i.id)
        WHERE {which} ORDER BY i.id
        """,
        r => new Invited(
            r.GetInt32(0), r.GetInt32(1), r.NumberOrNone(2), r.NumberOrNone(3), r.TextOrNone(4), r.Day(5), (InvitationChannel)r.GetInt32(6), (Attendance?)r.NumberOrNone(7), r.TextOrNone(8)), ct,
        ("id", id));

    private static async Task<List<Meeting>> ListAsync(string which, int id, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var steps = (await connection.ListAsync(
            $"""
            SELECT s.meeting_id, s.number, s.kind, s.happened_on, s.day, s.time, s.place, s.chair, s.text, s.document, s.signer, a.person, a.at
            FROM meeting_step s JOIN act a ON a.seq = s.act JOIN meeting m ON m.id = s.meeting_id WHERE {which} ORDER BY s.meeting_id, s.number
            """,
            r => (Meeting: r.GetInt32(0), Step: new MeetingStep(
                r.GetInt32(1), (MeetingStepKind)r.GetInt32(2), r.Day(3), r.DayOrNone(4), r.TextOrNone(5), r.TextOrNone(6), r.NumberOrNone(7), r.TextOrNone(8), r.TextOrNone(9), r.TextOrNone(10),
                r.GetString(11), r.Moment(12))), ct, ("id", id))).ToLookup(step => step.Meeting, step => step.Step);
        var meetings = await connection.ListAsync(
            $"SELECT m.id, m.committee_id, m.year, m.month FROM meeting m WHERE {which} ORDER BY m.id",
            r => new Meeting(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.NumberOrNone(3), [.. steps[r.GetInt32(0)]]), ct, ("id", id));
        return [.. meetings.OrderBy(meeting => meeting.Ordered).ThenBy(meeting => meeting.Id)];
    }
}
