using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Conferences;

/// <summary>The conferences of the units a person sees. What is there is never changed: of several rows of one number the last holds.</summary>
public static class ReadConferences
{
    /// <summary>The newest first.</summary>
    /// <param name="unit">Code; null = all units that are seen.</param>
    public static async Task<IReadOnlyList<Conference>> RunAsync(string? unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var connection = await work.ConnectAsync(ct);
        return [.. (await HeadsAsync(tree, null, work, connection, ct)).Where(one => unit is null || one.Unit == unit).OrderByDescending(one => one.MeetsOn).ThenByDescending(one => one.Number)];
    }

    /// <summary>Those of a unit about a year, the newest first.</summary>
    public static async Task<IReadOnlyList<ConferenceFile>> OfYearAsync(string unit, int year, Work work, CancellationToken ct)
    {
        var files = new List<ConferenceFile>();
        foreach (var one in (await RunAsync(unit, work, ct)).Where(one => one.Year == year))
        {
            files.Add((await OfAsync(one.Number, work, ct))!);
        }

        return files;
    }

    /// <summary>Null where there is none of that number, or its unit is not this person's to see.</summary>
    public static async Task<ConferenceFile?> OfAsync(int number, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var connection = await work.ConnectAsync(ct);
        if (await HeadsAsync(tree, number, work, connection, ct) is not [var head])
        {
            return null;
        }

        (string, object?) of = ("number", number);
        var turns = await connection.ListAsync(
            "SELECT s.state, s.on_day, s.reason, a.person, a.at FROM conference_state s JOIN act a ON a.seq = s.act WHERE s.conference = @number ORDER BY s.id",
            r => new ConferenceTurn((ConferenceState)r.GetInt32(0), r.Day(1), r.TextOrNone(2), r.GetString(3), r.Moment(4)), ct, of);
        var results = await connection.ListAsync(
            "SELECT unit_id, code, value, link, last_act FROM conference_result WHERE conference = @number AND act = (SELECT max(act) FROM conference_result WHERE conference = @number) ORDER BY id",
            r => new ConferenceResult(tree.UnitCode(r.GetInt32(0)), tree.UnitName(r.GetInt32(0), head.MeetsOn), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4)), ct, of);
        var sayings = await connection.ListAsync(
            "SELECT number, kind, partner, said_by, task FROM conference_saying WHERE conference = @number ORDER BY id",
            r => new Saying(r.GetInt32(0), (SayingKind)r.GetInt32(1), r.TextOrNone(2), r.GetString(3), r.GetInt64(4)), ct, of);
        return new ConferenceFile(head, turns, await PeopleAsync(number, connection, ct), await AgendaAsync(head, connection, ct), await ContributionsAsync(number, connection, ct), sayings, results);
    }

    private static async Task<List<Conference>> HeadsAsync(UnitTree tree, int? number, Work work, DbConnection connection, CancellationToken ct) => await connection.ListAsync(
        $"""
        SELECT c.number, c.unit_id, c.year, c.title, c.meets_on, c.begins_at, c.place, c.note,
            coalesce((SELECT s.state FROM conference_state s WHERE s.conference = c.number ORDER BY s.id DESC LIMIT 1), 1)
        FROM conference c
        WHERE c.id = (SELECT max(l.id) FROM conference l WHERE l.number = c.number) AND c.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}){(number is null ? "" : " AND c.number = @number")}
        ORDER BY c.number
        """,
        r => new Conference(
            r.GetInt32(0), tree.UnitCode(r.GetInt32(1)), tree.UnitName(r.GetInt32(1), r.Day(4)), r.GetInt32(2), r.GetString(3), r.Day(4), TimeOnly.ParseExact(r.GetString(5), "HH:mm"), r.GetString(6),
            r.TextOrNone(7), (ConferenceState)r.GetInt32(8))
        { UnitId = r.GetInt32(1) },
        ct, ("number", number ?? 0));

    private static async Task<IReadOnlyList<ConferencePerson>> PeopleAsync(int conference, DbConnection connection, CancellationToken ct)
    {
        (string, object?) of = ("number", conference);
        var invited = (await connection.ListAsync("SELECT person, sent_on, channel FROM conference_invited WHERE conference = @number ORDER BY id", r => (Person: r.GetInt32(0), On: r.Day(1), By: (ConferenceChannel)r.GetInt32(2)), ct, of))
            .GroupBy(sent => sent.Person).ToDictionary(g => g.Key, g => g.Last());
        var came = (await connection.ListAsync("SELECT person, attendance, stand_in FROM conference_attendance WHERE conference = @number ORDER BY id", r => (Person: r.GetInt32(0), Came: (ConferenceAttendance)r.GetInt32(1), StandIn: r.TextOrNone(2)), ct, of))
            .GroupBy(one => one.Person).ToDictionary(g => g.Key, g => g.Last());
        return await connection.ListAsync(
            """
            SELECT p.number, p.role, p.partner, p.name, p.post FROM conference_person p
            WHERE p.conference = @number AND p.is_out = 0 AND p.id = (SELECT max(l.id) FROM conference_person l WHERE l.conference = p.conference AND l.number = p.number) ORDER BY p.role, p.number
            """,
            r =>
            {
                var person = r.GetInt32(0);
                var (sent, attended) = (invited.GetValueOrDefault(person), came.GetValueOrDefault(person));
                return new ConferencePerson(person, (ConferenceRole)r.GetInt32(1), r.TextOrNone(2), r.GetString(3), r.TextOrNone(4))
                {
                    InvitedOn = sent.Person == 0 ? null : sent.On,
                    Channel = sent.Person == 0 ? null : sent.By,
                    Came = attended.Person == 0 ? null : attended.Came,
                    StandIn = attended.StandIn,
                };
            }, ct, of);
    }

    private static async Task<IReadOnlyList<AgendaItem>> AgendaAsync(Conference head, DbConnection connection, CancellationToken ct)
    {
        var from = head.BeginsAt;
        return await connection.ListAsync(
            """
            SELECT i.number, i.place, i.minutes, i.title, i.speaker FROM conference_item i
            WHERE i.conference = @number AND i.is_out = 0 AND i.id = (SELECT max(l.id) FROM conference_item l WHERE l.conference = i.conference AND l.number = i.number) ORDER BY i.place, i.number
            """,
            r =>
            {
                var item = new AgendaItem(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3), r.TextOrNone(4), from);
                from = from.AddMinutes(item.Minutes);
                return item;
            }, ct, ("number", head.Number));
    }

    private static async Task<IReadOnlyList<Contribution>> ContributionsAsync(int conference, DbConnection connection, CancellationToken ct) => await connection.ListAsync(
        """
        SELECT c.number, c.partner, c.speaker, c.topic, c.said, c.manner FROM conference_contribution c
        WHERE c.conference = @number AND c.is_out = 0 AND c.id = (SELECT max(l.id) FROM conference_contribution l WHERE l.conference = c.conference AND l.number = c.number) ORDER BY c.number
        """,
        r => new Contribution(conference, r.GetInt32(0), r.GetString(1), r.TextOrNone(2), r.GetString(3), r.TextOrNone(4), (ContributionManner)r.GetInt32(5)), ct, ("number", conference));
}
