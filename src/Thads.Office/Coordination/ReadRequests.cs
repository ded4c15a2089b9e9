using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Which requests. Null = all.</summary>
/// <param name="Unit">Code: of it and all below.</param>
/// <param name="Partner">Code.</param>
/// <param name="Kind">Code.</param>
/// <param name="State">As of <paramref name="On"/>.</param>
/// <param name="First">Sent from this day on.</param>
/// <param name="Last">Sent up to this day.</param>
/// <param name="Matter">Code.</param>
/// <param name="On">Day on which states are asked for; null = today.</param>
public sealed record RequestQuestion(
    string Unit, string? Partner = null, string? Kind = null, RequestState? State = null, DateOnly? First = null, DateOnly? Last = null, string? Matter = null, DateOnly? On = null);

/// <summary>Reads requests to partners, of the units the person sees.</summary>
public static class ReadRequests
{
    /// <returns>Those due first lead; the answered ones follow, the latest first.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<CoordinationRequest>> RunAsync(RequestQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.ScopeOf(Addressed.Seen(tree, question.Unit, work.Person), work.Today).VisibleTo(work.Person);
        var on = question.On ?? work.Today;
        var all = await ListAsync($"q.unit_id IN ({Sql.List(units)})", tree, work, ct);
        return
        [
            .. all.Where(request => (question.Partner is null || request.Partner.Code == question.Partner) && (question.Kind is null || request.Kind.Code == question.Kind)
                && !(request.SentOn < question.First) && !(request.SentOn > question.Last) && request.SentOn <= on && (question.Matter is null || request.Matters.Contains(question.Matter))
                && (question.State is null || request.StateOn(on) == question.State))
                .OrderBy(request => request.StateOn(on) is not (RequestState.Overdue or RequestState.Waiting)).ThenBy(request => request.StateOn(on) is RequestState.Overdue or RequestState.Waiting ? request.DueOn.DayNumber : -request.SentOn.DayNumber)
                .ThenBy(request => request.Id),
        ];
    }

    /// <exception cref="NotFoundException">`request.unknown`: it is not there, or not this person's to see.</exception>
    public static async Task<CoordinationRequest> OneAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var found = await ListAsync(string.Create(CultureInfo.InvariantCulture, $"q.id = {id} AND q.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))})"), tree, work, ct);
        return found.Count == 1 ? found[0] : throw new NotFoundException(new Refusal("request.unknown", id));
    }

    private static async Task<List<CoordinationRequest>> ListAsync(string which, UnitTree tree, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var partners = await PartnerBook.WholeAsync(work, ct);
        var events = (await connection.ListAsync(
            $"SELECT e.request_id, e.kind, e.happened_on, e.number, e.text, e.useful, e.act, a.person, a.at FROM coordination_request_event e JOIN coordination_request q ON q.id = e.request_id JOIN act a ON a.seq = e.act WHERE {which} ORDER BY e.id",
            r => (Request: r.GetInt64(0), Event: new RequestEvent(
                (RequestEventKind)r.GetInt32(1), r.Day(2), r.TextOrNone(3), r.GetString(4), r.NumberOrNone(5) is { } useful ? useful == 1 : null, r.GetInt64(6), r.GetString(7), r.Moment(8))), ct)).ToLookup(one => one.Request, one => one.Event);
        var matters = await MattersAsync("coordination_request", "request_id", which, tree, work, ct);
        return await connection.ListAsync(
            $"SELECT q.id, q.unit_id, q.partner_id, q.kind, q.what, q.number, q.sent_on, q.channel, q.due_on, q.rule, q.act, a.person, a.at FROM coordination_request q JOIN act a ON a.seq = q.act WHERE {which} ORDER BY q.id",
            r =>
            {
                var (id, kind) = (r.GetInt64(0), RequestKind.Find(r.GetString(3))!);
                return new CoordinationRequest(
                    id, tree.UnitCode(r.GetInt32(1)), partners.Of(r.GetInt32(2))!, kind, r.GetString(4), r.TextOrNone(5), r.Day(6), (RequestChannel)r.GetInt32(7), r.Day(8),
                    r.TextOrNone(9) is { } rule ? kind.Limits.FirstOrDefault(one => kind.NameOf(one) == rule) : null, [.. matters[id]], [.. events[id]], r.GetInt64(10), r.GetString(11), r.Moment(12));
            }, ct);
    }

    /// <summary>Codes of matters that rows of a table name, of those the person sees; none without the right to read matters.</summary>
    internal static async Task<ILookup<long, string>> MattersAsync(string table, string key, string which, UnitTree tree, Work work, CancellationToken ct) =>
        (!work.Person.May.HasFlag(Permissions.ReadMatters) ? [] : await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT x.{key}, m.code FROM {table}_matter x JOIN {table} q ON q.id = x.{key} JOIN matter m ON m.id = x.matter_id JOIN matter_now n ON n.matter_id = m.id
            WHERE {which} AND n.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}) ORDER BY m.code
            """, r => (Id: r.GetInt64(0), Code: r.GetString(1)), ct)).ToLookup(one => one.Id, one => one.Code);
}
