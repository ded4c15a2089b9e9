using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;

namespace Thads.Office.Committee;

/// <summary>Invitations to a meeting go out: to members, to bodies that are none, to people by name. Who was invited stays invited.</summary>
public static class InviteToMeeting
{
    /// <param name="Members">Ids of terms.</param>
    /// <param name="Partners">Codes of bodies that are no members: the procuracy for one.</param>
    public sealed record Input(
        int Meeting, IReadOnlyList<int> Members, IReadOnlyList<string> Partners, IReadOnlyList<string> Names, DateOnly SentOn, InvitationChannel Channel, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file, DateOnly today)
    {
        var stranger = input.Members.FirstOrDefault(id => file.Committee.Members.All(member => member.Id != id || !member.ServesOn(file.Meeting.Ordered)));
        return MeetingWriting.WhyNotOpen(file.Meeting)
            ?? (input.Members.Count + input.Partners.Count + input.Names.Count(name => !string.IsNullOrWhiteSpace(name)) == 0 ? new("meeting.nobody-invited")
            : stranger != 0 ? new("committee.no-term")
            : input.SentOn > today ? new("meeting.future", input.SentOn)
            : input.SentOn > file.Meeting.Ordered ? new("meeting.papers-after", input.SentOn, file.Meeting.Ordered)
            : null);
    }

    /// <exception cref="NotFoundException">`meeting.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.*`, `committee.no-term`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "meeting-invited", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file, work.Today));
        var book = await PartnerBook.OfAsync(work, ct);
        var guests = new List<(int? Member, int? Partner, string? Name, string Title)>();
        guests.AddRange(input.Members.Distinct().Select(id => ((int?)id, (int?)null, (string?)null, file.Committee.Members.First(member => member.Id == id).Name)));
        guests.AddRange(input.Partners.Distinct().Select(code => ((int?)null, (int?)book.Known(code).Id, (string?)null, book.Known(code).Name)));
        guests.AddRange(input.Names.Select(MeetingWriting.Text).OfType<string>().Distinct().Select(name => ((int?)null, (int?)null, (string?)name, name)));
        guests = [.. guests.Where(guest => !file.Invited.Any(there => there.Member == guest.Member && there.Partner == guest.Partner && there.Name == guest.Name))];
        RefusedException.ThrowIf(guests.Count == 0 ? new Refusal("meeting.all-invited") : null);
        work.Begin("meeting-invited", idempotencyKey: input.IdempotencyKey);
        var connection = await work.ConnectAsync(ct);
        var act = await work.NumberAsync(ct);
        foreach (var (member, partner, name, _) in guests)
        {
            await connection.RunAsync(
                """
                INSERT INTO meeting_invited (id, meeting_id, member_id, partner_id, name, sent_on, channel, act)
                SELECT coalesce(max(id), 0) + 1, @meeting, @member, @partner, @name, @sent, @channel, @act FROM meeting_invited
                """, ct,
                ("meeting", input.Meeting), ("member", member), ("partner", partner), ("name", name), ("sent", input.SentOn), ("channel", input.Channel), ("act", act));
        }

        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-guests", null, string.Join(", ", guests.Select(guest => guest.Title))) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }
}
