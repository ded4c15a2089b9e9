using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>Why a line is proposed.</summary>
public enum ProposalKind
{
    /// <summary>A conclusion of an earlier meeting is late.</summary>
    LateConclusion = 1,

    /// <summary>Much is left in a matter that is not under direction.</summary>
    MuchLeft = 2,

    /// <summary>Coercion was decided, and has not been held.</summary>
    NeedsForce = 3,
}

/// <param name="Left">Đồng left in the matter; null where it is about none.</param>
/// <param name="Since">Day the conclusion was due, or coercion was decided.</param>
public sealed record ProposedLine(ProposalKind Kind, AgendaLine Line, long? Left, DateOnly? Since);

/// <summary>What an agenda could hold: drawn from late conclusions, the money left in matters, and coercions that wait. It proposes and writes nothing.</summary>
public static class ProposeAgenda
{
    /// <summary>Of matters with much left, and of coercions, so many at most.</summary>
    private const int Most = 6;

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    public static async Task<IReadOnlyList<ProposedLine>> RunAsync(int meeting, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures | Permissions.ReadMatters);
        var file = await ReadMeetings.FileAsync(meeting, work, ct);
        var connection = await work.ConnectAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = Sql.List(tree.ScopeOf(file.Committee.Unit, work.Today).VisibleTo(work.Person));
        var there = file.Agenda.Select(line => line.Matter).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var directed = (await ReadDirectedMatters.AllAsync(work, ct)).Where(one => one.IsOn(work.Today)).Select(one => one.Matter).ToHashSet(StringComparer.Ordinal);
        var late = (await Conclusions.OpenBeforeAsync(file.Meeting, file.Committee, work, ct)).Where(task => task.IsLate(work.Today) && file.Agenda.All(line => !line.Title.StartsWith(Title(task), StringComparison.Ordinal)))
            .Select(task => new ProposedLine(ProposalKind.LateConclusion, new AgendaLine(0, Title(task), 10, task.Owner.Name, null, task.Matter), null, task.DueOn));
        var large = await connection.ListAsync(
            $"""
            SELECT l.code, l.debtor, l.remainder FROM matter_list l
            WHERE l.unit_id IN ({units}) AND l.state BETWEEN 1 AND 6 AND l.remainder >= @from ORDER BY l.remainder DESC, l.code LIMIT {Most + directed.Count + there.Count}
            """,
            r => (Code: r.GetString(0), Debtor: r.TextOrNone(1), Left: r.GetInt64(2)), ct, ("from", Math.Max(1, file.Rule.AgendaFrom)));
        var force = await connection.ListAsync(
            $"""
            SELECT l.code, l.debtor, l.remainder, max(e.happened_on) FROM matter_event e JOIN matter_list l ON l.matter_id = e.matter_id
            WHERE e.kind = {(int)EventKind.CoercionDecided} AND l.unit_id IN ({units}) AND l.state BETWEEN 1 AND 6
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number)
                AND NOT EXISTS (SELECT 1 FROM matter_event h WHERE h.matter_id = e.matter_id AND h.kind = {(int)EventKind.CoercionHeld} AND h.happened_on >= e.happened_on
                    AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = h.matter_id AND v.event = h.number))
            GROUP BY l.code, l.debtor, l.remainder ORDER BY l.remainder DESC, l.code LIMIT {Most + there.Count}
            """,
            r => (Code: r.GetString(0), Debtor: r.TextOrNone(1), Left: r.GetInt64(2), On: r.Day(3)), ct);
        return
        [
            .. late,
            .. large.Where(row => !there.Contains(row.Code) && !directed.Contains(row.Code)).Take(Most)
                .Select(row => new ProposedLine(ProposalKind.MuchLeft, new AgendaLine(0, $"Việc {row.Code}{Of(row.Debtor)}: biện pháp thi hành số tiền còn lại", 20, null, null, row.Code), row.Left, null)),
            .. force.Where(row => !there.Contains(row.Code)).Take(Most)
                .Select(row => new ProposedLine(ProposalKind.NeedsForce, new AgendaLine(0, $"Việc {row.Code}{Of(row.Debtor)}: phối hợp tổ chức cưỡng chế", 20, null, null, row.Code), row.Left, row.On)),
        ];
    }

    private static string Title(OfficeTask task) => $"{task.Number} quá hạn: {task.Text}";

    private static string Of(string? debtor) => debtor is null ? "" : $" ({debtor})";
}
