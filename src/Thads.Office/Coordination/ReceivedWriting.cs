using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>What the acts on a direction or petition share: take it, ask why not, add what happened.</summary>
internal static class ReceivedWriting
{
    /// <summary>Nothing happens to it before it was received, on a day to come, or once it was closed.</summary>
    public static Refusal? WhyNot(Received received, DateOnly on, DateOnly today) =>
        received.Closed is { } closed ? new Refusal("received.closed-before", closed.On)
        : on > today ? new Refusal("received.future", on)
        : on < received.ReceivedOn ? new Refusal("received.before-received", on, received.ReceivedOn)
        : null;

    /// <summary>What its tasks come from.</summary>
    public static TaskSource SourceOf(ReceivedKind kind, long id, string from, string? number, int unit, DateOnly on) => new(
        kind == ReceivedKind.Direction ? TaskOrigin.Direction : TaskOrigin.Petition, id,
        kind == ReceivedKind.Direction ? $"Chỉ đạo {number} của {from}" : number is null ? $"Kiến nghị của {from}" : $"Kiến nghị {number} của {from}", unit, on);

    /// <param name="kind">Of the act.</param>
    public static async Task AddAsync(
        string kind, long id, ReceivedEventKind what, DateOnly on, string? number, string? text, string? to, Func<Received, Partner?, Refusal?> whyNot, string? key, Work work, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(kind, key, ct) is not null)
        {
            return;
        }

        var received = await ReadReceived.OneAsync(id, work, ct);
        var unit = (await UnitTree.OfAsync(work, ct)).UnitOf(received.Unit)!.Value;
        work.Require(Permissions.Organise, unit);
        var partner = to is null ? null : await Addressed.PartnerAsync(to, work, ct);
        RefusedException.ThrowIf(whyNot(received, partner));
        work.Begin(kind, idempotencyKey: key);
        await connection.RunAsync(
            """
            INSERT INTO received_event (id, received_id, kind, happened_on, number, text, to_partner_id, act)
            SELECT coalesce(max(id), 0) + 1, @received, @kind, @on, @number, @text, @to, @act FROM received_event
            """, ct,
            ("received", id), ("kind", what), ("on", on), ("number", Addressed.Text(number)), ("text", Addressed.Text(text)), ("to", partner?.Id), ("act", await work.NumberAsync(ct)));
        var before = received.Events.LastOrDefault(one => one.Kind == what);
        var now = string.Join(" ", new[] { $"{ActChange.Day(on)}:", number, partner?.Name, text }.Where(part => !string.IsNullOrWhiteSpace(part)));
        await work.ChangedAsync(
            ct,
            new ActChange(string.Create(CultureInfo.InvariantCulture, $"{received.From.Name} ({received.Number ?? id.ToString(CultureInfo.InvariantCulture)})"), "received-event", before is null ? null : $"{ActChange.Day(before.On)}: {before.Number ?? before.Text}", now) { Unit = unit });
        await work.FinishAsync(ct);
    }
}
