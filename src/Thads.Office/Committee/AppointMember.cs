using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;

namespace Thads.Office.Committee;

/// <summary>Somebody becomes a member of a committee. Where the new term replaces another, that one ends the day before.</summary>
public static class AppointMember
{
    /// <param name="Partner">Code of the body the member comes from; null = the unit itself.</param>
    /// <param name="Decision">What it rests on.</param>
    /// <param name="Replaces">Id of the term it follows; null = a seat nobody holds.</param>
    public sealed record Input(
        int Committee, CommitteePosition Position, string Name, string Title, string? Partner, DateOnly FromOn, string Decision, int? Replaces = null, string? IdempotencyKey = null);

    /// <param name="partner">Id of the body.</param>
    public static Refusal? WhyNot(Input input, SteeringCommittee committee, int? partner)
    {
        var replaced = committee.Members.FirstOrDefault(member => member.Id == input.Replaces);
        var other = committee.Members.FirstOrDefault(member => member.Id != input.Replaces && member.SameSeat(input.Position, partner, input.Name.Trim()) && !(member.LastOn < input.FromOn));
        return string.IsNullOrWhiteSpace(input.Name) ? new("name.missing")
            : string.IsNullOrWhiteSpace(input.Title) ? new("committee.no-title")
            : string.IsNullOrWhiteSpace(input.Decision) ? new("committee.no-decision")
            : input.FromOn < committee.BeginsOn || committee.LastOn < input.FromOn ? new("committee.outside", input.FromOn, committee.Name)
            : input.Replaces is not null && replaced is null ? new("committee.no-term")
            : replaced is not null && replaced.Position != input.Position ? new("committee.other-seat", replaced.Name)
            : replaced is not null && input.FromOn <= replaced.FromOn ? new("committee.term-overlaps", replaced.Name, replaced.FromOn)
            : replaced?.LastOn >= input.FromOn ? new("committee.term-overlaps", replaced.Name, replaced.FromOn)
            : other is not null ? new("committee.term-overlaps", other.Name, other.FromOn)
            : null;
    }

    /// <returns>Id of the term.</returns>
    /// <exception cref="NotFoundException">`committee.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`name.missing`, `committee.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("committee-member-appointed", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT id FROM committee_member WHERE act = @act", ct, ("act", before));
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Organise, work, ct);
        var partner = input.Partner is null ? null : (await PartnerBook.OfAsync(work, ct)).Known(input.Partner);
        RefusedException.ThrowIf(WhyNot(input, committee, partner?.Id));

        work.Begin("committee-member-appointed", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var replaced = committee.Members.FirstOrDefault(member => member.Id == input.Replaces);
        if (replaced is { LastOn: null })
        {
            await EndTerm.WriteAsync(replaced.Id, input.FromOn.AddDays(-1), input.Decision.Trim(), act, connection, ct);
        }

        var id = await connection.ValueAsync<int>(
            """
            INSERT INTO committee_member (id, committee_id, position, name, title, partner_id, from_on, decision, replaces, act)
            SELECT coalesce(max(id), 0) + 1, @committee, @position, @name, @title, @partner, @from, @decision, @replaces, @act FROM committee_member RETURNING id
            """, ct,
            ("committee", committee.Id), ("position", input.Position), ("name", input.Name.Trim()), ("title", input.Title.Trim()), ("partner", partner?.Id), ("from", input.FromOn),
            ("decision", input.Decision.Trim()), ("replaces", input.Replaces), ("act", act));
        await work.ChangedAsync(
            ct,
            new ActChange(committee.Name, "committee-member", replaced?.Name, $"{input.Name.Trim()} – {input.Title.Trim()}") { Unit = committee.Unit },
            new ActChange(input.Name.Trim(), "valid-from", null, ActChange.Day(input.FromOn)) { Unit = committee.Unit });
        await work.FinishAsync(ct);
        return id;
    }
}
