using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Which directions and petitions. Null = all.</summary>
/// <param name="Unit">Code: of it and all below.</param>
/// <param name="From">Code of a partner.</param>
/// <param name="IsOpen">Neither answered nor closed, or the rest.</param>
/// <param name="First">Received from this day on.</param>
public sealed record ReceivedQuestion(string Unit, ReceivedKind? Kind = null, string? From = null, bool? IsOpen = null, DateOnly? First = null, DateOnly? Last = null, string? Matter = null);

/// <summary>Reads directions and petitions of the units the person sees.</summary>
public static class ReadReceived
{
    /// <returns>Open ones first, those due soonest leading; then the latest.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<Received>> RunAsync(ReceivedQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.ScopeOf(Addressed.Seen(tree, question.Unit, work.Person), work.Today).VisibleTo(work.Person);
        var all = await ListAsync($"q.unit_id IN ({Sql.List(units)})", tree, work, ct);
        return
        [
            .. all.Where(one => (question.Kind is null || one.Kind == question.Kind) && (question.From is null || one.From.Code == question.From) && !(one.ReceivedOn < question.First) && !(one.ReceivedOn > question.Last)
                && (question.Matter is null || one.Matters.Contains(question.Matter)) && (question.IsOpen is null || IsOpen(one, work.Today) == question.IsOpen))
                .OrderBy(one => !IsOpen(one, work.Today)).ThenBy(one => IsOpen(one, work.Today) ? one.DueOn?.DayNumber ?? int.MaxValue : -one.ReceivedOn.DayNumber).ThenBy(one => one.Id),
        ];
    }

    /// <summary>Neither answered nor closed; passed on is open still.</summary>
    public static bool IsOpen(Received one, DateOnly day) => one.StateOn(day) is ReceivedState.Open or ReceivedState.Late or ReceivedState.PassedOn;

    /// <exception cref="NotFoundException">`received.unknown`.</exception>
    public static async Task<Received> OneAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var found = await ListAsync(string.Create(CultureInfo.InvariantCulture, $"q.id = {id} AND q.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))})"), tree, work, ct);
        return found.Count == 1 ? found[0] : throw new NotFoundException(new Refusal("received.unknown", id));
    }

    private static async Task<List<Received>> ListAsync(string which, UnitTree tree, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var partners = await PartnerBook.WholeAsync(work, ct);
        var events = (await connection.ListAsync(
            $"SELECT e.received_id, e.kind, e.happened_on, e.number, e.text, e.to_partner_id, e.act, a.person, a.at FROM received_event e JOIN received q ON q.id = e.received_id JOIN act a ON a.seq = e.act WHERE {which} ORDER BY e.id",
            r => (Received: r.GetInt64(0), Event: new ReceivedEvent(
                (ReceivedEventKind)r.GetInt32(1), r.Day(2), r.TextOrNone(3), r.TextOrNone(4), r.NumberOrNone(5) is { } to ? partners.Of(to) : null, r.GetInt64(6), r.GetString(7), r.Moment(8))), ct)).ToLookup(one => one.Received, one => one.Event);
        var matters = await ReadRequests.MattersAsync("received", "received_id", which, tree, work, ct);
        var tasks = (await ReadTasks.RunAsync(new TaskQuestion(Origin: TaskOrigin.Direction), work, ct)).Concat(await ReadTasks.RunAsync(new TaskQuestion(Origin: TaskOrigin.Petition), work, ct)).ToLookup(task => task.OriginId);
        return await connection.ListAsync(
            $"SELECT q.id, q.kind, q.unit_id, q.partner_id, q.number, q.issued_on, q.received_on, q.raised, q.text, q.watch_list, q.due_on, q.act, a.person, a.at FROM received q JOIN act a ON a.seq = q.act WHERE {which} ORDER BY q.id",
            r =>
            {
                var (id, kind) = (r.GetInt64(0), (ReceivedKind)r.GetInt32(1));
                var origin = kind == ReceivedKind.Direction ? TaskOrigin.Direction : TaskOrigin.Petition;
                return new Received(
                    id, kind, tree.UnitCode(r.GetInt32(2)), partners.Of(r.GetInt32(3))!, r.TextOrNone(4), r.Day(5), r.Day(6), (RaisedAt?)r.NumberOrNone(7), r.GetString(8), r.TextOrNone(9), r.DayOrNone(10),
                    [.. matters[id]], [.. tasks[id].Where(task => task.Origin == origin).OrderBy(task => task.Id)], [.. events[id]], r.GetInt64(11), r.GetString(12), r.Moment(13));
            }, ct);
    }
}
