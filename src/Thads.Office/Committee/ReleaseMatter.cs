using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>A matter is no longer under the direction of a committee, with the reason. That it was stays in its history and in the reports.</summary>
public static class ReleaseMatter
{
    /// <param name="Number">Of the direction.</param>
    public sealed record Input(int Number, DateOnly LastOn, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, DirectedMatter directed, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new("reason.missing")
        : directed.LastOn is { } last ? new("directed.released", directed.Matter, last)
        : input.LastOn > today ? new("meeting.future", input.LastOn)
        : input.LastOn < directed.Since ? new("committee.ends-before", input.LastOn, directed.Since)
        : null;

    /// <exception cref="NotFoundException">`directed.unknown`.</exception>
    /// <exception cref="RefusedException">`reason.missing`, `directed.released`, `meeting.future`, `committee.ends-before`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("matter-released", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var directed = (await ReadDirectedMatters.AllAsync(work, ct)).FirstOrDefault(one => one.Number == input.Number) ?? throw new NotFoundException(new Refusal("directed.unknown"));
        var committee = await CommitteeBook.TakeAsync(directed.Committee, Permissions.Organise, work, ct);
        RefusedException.ThrowIf(WhyNot(input, directed, work.Today));
        work.Begin("matter-released", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO directed_matter_end (directed_id, last_on, reason, act) VALUES (@number, @last, @reason, @act)", ct,
            ("number", input.Number), ("last", input.LastOn), ("reason", input.Reason.Trim()), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(committee.Name, "directed-matter", directed.Matter, null) { Unit = committee.Unit });
        await work.FinishAsync(ct);
    }
}
