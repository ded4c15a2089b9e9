using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>A committee ends by a document. What it concluded and what it directs stays: it passes to the committee that follows, or to the one above.</summary>
public static class EndCommittee
{
    public sealed record Input(int Committee, DateOnly LastOn, string Document, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, SteeringCommittee committee) =>
        string.IsNullOrWhiteSpace(input.Document) ? new("committee.no-document")
        : committee.LastOn is { } ended ? new("committee.ended", committee.Name, ended)
        : input.LastOn < committee.BeginsOn ? new("committee.ends-before", input.LastOn, committee.BeginsOn)
        : null;

    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.no-document`, `committee.ended`, `committee.ends-before`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("committee-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Direct, work, ct);
        RefusedException.ThrowIf(WhyNot(input, committee));
        work.Begin("committee-ended", idempotencyKey: input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO committee_end (committee_id, last_on, document, act) VALUES (@id, @last, @document, @act)", ct,
            ("id", committee.Id), ("last", input.LastOn), ("document", input.Document.Trim()), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(committee.Name, "last-day", null, ActChange.Day(input.LastOn)) { Unit = committee.Unit });
        await work.FinishAsync(ct);
    }
}
