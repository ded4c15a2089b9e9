using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>The term of a member ends and nobody follows yet: the seat is vacant. What was given to the member's body stays with it.</summary>
public static class EndTerm
{
    /// <param name="Member">Id of the term.</param>
    public sealed record Input(int Committee, int Member, DateOnly LastOn, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, CommitteeMember? member) =>
        member is null ? new("committee.no-term")
        : string.IsNullOrWhiteSpace(input.Reason) ? new("reason.missing")
        : member.LastOn is { } ended ? new("committee.term-ended", member.Name, ended)
        : input.LastOn < member.FromOn ? new("committee.ends-before", input.LastOn, member.FromOn)
        : null;

    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.no-term`, `reason.missing`, `committee.term-ended`, `committee.ends-before`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("committee-term-ended", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Organise, work, ct);
        var member = committee.Members.FirstOrDefault(m => m.Id == input.Member);
        RefusedException.ThrowIf(WhyNot(input, member));
        work.Begin("committee-term-ended", input.Reason.Trim(), input.IdempotencyKey);
        await WriteAsync(input.Member, input.LastOn, input.Reason.Trim(), await work.NumberAsync(ct), connection, ct);
        await work.ChangedAsync(ct, new ActChange(member!.Name, "last-day", null, ActChange.Day(input.LastOn)) { Unit = committee.Unit });
        await work.FinishAsync(ct);
    }

    internal static Task<int> WriteAsync(int member, DateOnly last, string reason, long act, DbConnection connection, CancellationToken ct) => connection.RunAsync(
        "INSERT INTO committee_member_end (member_id, last_on, reason, act) VALUES (@id, @last, @reason, @act)", ct, ("id", member), ("last", last), ("reason", reason), ("act", act));
}
