using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>A matter comes under the direction of a committee, by a conclusion of one of its meetings or by a document.</summary>
public static class DirectMatter
{
    /// <param name="Matter">Code.</param>
    /// <param name="Meeting">Id of the meeting that concluded it.</param>
    /// <param name="Document">Number and day of the document that says so.</param>
    public sealed record Input(int Committee, string Matter, DateOnly Since, string Reason, int? Meeting, string? Document, string? IdempotencyKey = null);

    /// <param name="meeting">The meeting named; null = none, or none of this committee.</param>
    /// <param name="isDirected">It is under the direction of the committee already.</param>
    public static Refusal? WhyNot(Input input, SteeringCommittee committee, Meeting? meeting, bool isDirected, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Reason) ? new("reason.missing")
        : input.Meeting is null && string.IsNullOrWhiteSpace(input.Document) ? new("directed.no-basis")
        : input.Meeting is not null && meeting is not { IsHeld: true } ? new("meeting.not-held")
        : input.Since > today ? new("meeting.future", input.Since)
        : !committee.IsThereOn(input.Since) ? new("committee.outside", input.Since, committee.Name)
        : isDirected ? new("directed.there", input.Matter)
        : null;

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`directed.*`, `reason.missing`, `meeting.*`, `committee.outside`, `task.matter`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("matter-directed", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT id FROM directed_matter WHERE act = @act", ct, ("act", before));
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Organise, work, ct);
        var matter = await SeenAsync(input.Matter, work, ct);
        var meeting = input.Meeting is null ? null : (await ReadMeetings.OfAsync(committee, work, ct)).FirstOrDefault(one => one.Id == input.Meeting);
        var directed = (await ReadDirectedMatters.AllAsync(work, ct)).Any(one => one.Committee == committee.Id && one.Id == matter && one.IsOn(input.Since));
        RefusedException.ThrowIf(WhyNot(input, committee, meeting, directed, work.Today));

        work.Begin("matter-directed", input.Reason.Trim(), input.IdempotencyKey);
        var id = await connection.ValueAsync<int>(
            """
            INSERT INTO directed_matter (id, committee_id, matter_id, since, reason, meeting_id, document, act)
            SELECT coalesce(max(id), 0) + 1, @committee, @matter, @since, @reason, @meeting, @document, @act FROM directed_matter RETURNING id
            """, ct,
            ("committee", committee.Id), ("matter", matter), ("since", input.Since), ("reason", input.Reason.Trim()), ("meeting", input.Meeting), ("document", MeetingWriting.Text(input.Document)),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(committee.Name, "directed-matter", null, input.Matter.Trim()) { Unit = committee.Unit });
        await work.FinishAsync(ct);
        return id;
    }

    /// <summary>The id of a matter the person sees.</summary>
    /// <exception cref="RefusedException">`task.matter`.</exception>
    internal static async Task<Guid> SeenAsync(string code, Work work, CancellationToken ct)
    {
        var found = await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT m.id, n.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code", r => (Id: r.Id(0), Unit: r.GetInt32(1)), ct, ("code", code.Trim()));
        return found.Count == 1 && work.Person.Sees(found[0].Unit) ? found[0].Id : throw new RefusedException(new Refusal("task.matter", code.Trim()));
    }
}
