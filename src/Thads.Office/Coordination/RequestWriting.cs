using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>What the acts on a request share: take it, ask why not, add what happened.</summary>
internal static class RequestWriting
{
    /// <summary>Nothing happens to a request before it was sent, on a day to come, or once it was withdrawn.</summary>
    public static Refusal? WhyNot(CoordinationRequest request, DateOnly on, DateOnly today) =>
        request.Withdrawn is { } withdrawn ? new Refusal("request.withdrawn-before", withdrawn.On)
        : on > today ? new Refusal("request.future", on)
        : on < request.SentOn ? new Refusal("request.before-sent", on, request.SentOn)
        : null;

    /// <param name="kind">Of the act.</param>
    public static async Task AddAsync(
        string kind, long id, RequestEventKind what, DateOnly on, string? number, string text, bool? isUseful, Func<CoordinationRequest, Refusal?> whyNot, string? key, Work work, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(kind, key, ct) is not null)
        {
            return;
        }

        var request = await ReadRequests.OneAsync(id, work, ct);
        var unit = (await UnitTree.OfAsync(work, ct)).UnitOf(request.Unit)!.Value;
        work.Require(Permissions.Organise, unit);
        RefusedException.ThrowIf(whyNot(request));
        work.Begin(kind, idempotencyKey: key);
        await connection.RunAsync(
            """
            INSERT INTO coordination_request_event (id, request_id, kind, happened_on, number, text, useful, act)
            SELECT coalesce(max(id), 0) + 1, @request, @kind, @on, @number, @text, @useful, @act FROM coordination_request_event
            """, ct,
            ("request", id), ("kind", what), ("on", on), ("number", Addressed.Text(number)), ("text", text.Trim()), ("useful", isUseful is { } useful ? useful ? 1 : 0 : null), ("act", await work.NumberAsync(ct)));
        var before = request.Events.LastOrDefault(one => one.Kind == what);
        await work.ChangedAsync(
            ct,
            new ActChange(string.Create(CultureInfo.InvariantCulture, $"{request.Partner.Name} ({request.Number ?? id.ToString(CultureInfo.InvariantCulture)})"), "request-event", before is null ? null : $"{ActChange.Day(before.On)}: {before.Text}", $"{ActChange.Day(on)}: {text.Trim()}") { Unit = unit });
        await work.FinishAsync(ct);
    }
}
