using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Records a direction or a petition that came in, with the tasks given from it. A petition has an owner from the start: its first task.</summary>
public static class RecordReceived
{
    /// <param name="Unit">Code of the unit that received it.</param>
    /// <param name="From">Code of the partner.</param>
    /// <param name="Number">Of the document; null = none, as for what was said at a meeting.</param>
    /// <param name="Raised">Of a petition; null for a direction.</param>
    /// <param name="WatchList">Code of the list a direction concerns.</param>
    /// <param name="DueOn">By when an answer is asked for.</param>
    /// <param name="Tasks">Given from it on the day it was received.</param>
    public sealed record Input(
        ReceivedKind Kind, string Unit, string From, string? Number, DateOnly IssuedOn, DateOnly ReceivedOn, string Text, RaisedAt? Raised = null, string? WatchList = null, DateOnly? DueOn = null,
        IReadOnlyList<string>? Matters = null, IReadOnlyList<GiveTask.Item>? Tasks = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, DateOnly today) => input switch
    {
        _ when string.IsNullOrWhiteSpace(input.Text) => new("received.text"),
        _ when input.ReceivedOn > today => new("received.future", input.ReceivedOn),
        _ when input.IssuedOn > input.ReceivedOn => new("received.before-issued", input.ReceivedOn, input.IssuedOn),
        _ when input.DueOn < input.ReceivedOn => new("received.due", input.DueOn.Value, input.ReceivedOn),
        { Kind: ReceivedKind.Direction } when string.IsNullOrWhiteSpace(input.Number) => new("received.number"),
        { Kind: ReceivedKind.Direction, Raised: not null } => new("received.raised-direction"),
        { Kind: ReceivedKind.Petition, Raised: null } => new("received.raised"),
        { Kind: ReceivedKind.Petition } when input.Tasks is not { Count: > 0 } => new("received.owner"),
        { Kind: ReceivedKind.Petition, DueOn: null } => new("received.no-due"),
        { WatchList: { } list } when WatchLists.WatchList.Find(list) is null => new("watch-list.unknown", list, string.Join(", ", WatchLists.WatchList.All.Select(one => one.Code))),
        _ => null,
    };

    /// <returns>Its id.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `partner.unknown`, `matter.unknown`.</exception>
    /// <exception cref="RefusedException">`received.*`, `task.*`, `act.key-taken`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        var kind = input.Kind == ReceivedKind.Direction ? "direction-received" : "petition-received";
        if (await work.SameBeforeAsync(kind, input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<long>("SELECT id FROM received WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = Addressed.Seen(tree, input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var from = await Addressed.PartnerAsync(input.From, work, ct);
        RefusedException.ThrowIf(WhyNot(input, work.Today));
        var matters = await Addressed.MattersAsync(input.Matters ?? [], work, ct);
        _ = input.Kind == ReceivedKind.Direction ? work.Begin("direction-received", idempotencyKey: input.IdempotencyKey) : work.Begin("petition-received", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await connection.ValueAsync<long>(
            """
            INSERT INTO received (id, kind, unit_id, partner_id, number, issued_on, received_on, raised, text, watch_list, due_on, act)
            SELECT coalesce(max(id), 0) + 1, @kind, @unit, @from, @number, @issued, @on, @raised, @text, @list, @due, @act FROM received RETURNING id
            """, ct,
            ("kind", input.Kind), ("unit", unit), ("from", from.Id), ("number", Addressed.Text(input.Number)), ("issued", input.IssuedOn), ("on", input.ReceivedOn), ("raised", input.Raised),
            ("text", input.Text.Trim()), ("list", input.WatchList), ("due", input.DueOn), ("act", act));
        foreach (var matter in matters)
        {
            await connection.RunAsync("INSERT INTO received_matter (received_id, matter_id, act) VALUES (@id, @matter, @act)", ct, ("id", id), ("matter", matter), ("act", act));
        }

        await GiveTask.WriteAsync(ReceivedWriting.SourceOf(input.Kind, id, from.Name, Addressed.Text(input.Number), unit, input.ReceivedOn), input.Tasks ?? [], work, ct);
        await work.ChangedAsync(
            ct, new ActChange(string.Create(CultureInfo.InvariantCulture, $"{from.Name} ({input.Number ?? id.ToString(CultureInfo.InvariantCulture)})"), "received", null, input.Text.Trim()) { Unit = unit });
        await work.FinishAsync(ct);
        return id;
    }
}
