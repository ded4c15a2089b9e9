using Thads.Office.Acts;
using Thads.Office.Tasks;

namespace Thads.Office.Committee;

/// <summary>What a term of a member came to in a time: meetings, and the conclusions given to the member's body.</summary>
/// <param name="Invited">Meetings held to which the member was invited.</param>
/// <param name="Attended">Of these, present or represented.</param>
/// <param name="InTime">Conclusions done by their day.</param>
/// <param name="OpenLate">Open past their day; counted in <paramref name="Open"/>.</param>
public sealed record MemberActivity(CommitteeMember Member, int Invited, int Attended, int InTime, int Late, int Open, int OpenLate, int Withdrawn)
{
    public int Given => InTime + Late + Open + Withdrawn;
}

public static class ReadMemberActivity
{
    /// <summary>Of every term that fell into a time: meetings and conclusions of these days, the conclusions as they stood on the last of them.</summary>
    public static async Task<IReadOnlyList<MemberActivity>> OfAsync(SteeringCommittee committee, DateOnly first, DateOnly last, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        if (!work.Person.Sees(committee.Unit))
        {
            return [];
        }

        var until = last < work.Today ? last : work.Today;
        var meetings = (await ReadMeetings.OfAsync(committee, work, ct)).Where(meeting => meeting.IsHeld && meeting.On >= first && meeting.On <= last).ToList();
        var invited = (await ReadMeetings.InvitedOfAsync(committee.Id, work, ct)).Where(one => meetings.Any(meeting => meeting.Id == one.Meeting)).ToLookup(one => one.Member);
        var tasks = (await Conclusions.OfAsync(committee, until, work, ct)).Where(task => task.GivenOn >= first && task.GivenOn <= last).Select(task => task.AsOf(until)).OfType<OfficeTask>().ToList();
        return
        [
            .. committee.Members.Where(member => member.FromOn <= last && !(member.LastOn < first)).Select(member =>
            {
                var own = tasks.Where(task => member.ServesOn(task.GivenOn) && IsOf(task.Owner, member, committee)).ToList();
                return new MemberActivity(
                    member, invited[member.Id].Count(), invited[member.Id].Count(one => one.Came), own.Count(task => task.State == TaskState.Done && !task.IsLate(until)),
                    own.Count(task => task.State == TaskState.Done && task.IsLate(until)), own.Count(task => task.State == TaskState.Open), own.Count(task => task.State == TaskState.Open && task.IsLate(until)),
                    own.Count(task => task.State == TaskState.Withdrawn));
            }),
        ];
    }

    /// <summary>A conclusion is its member's where it was given to the body the member comes from; the unit's own where the member comes from the unit, its officers counted in.</summary>
    public static bool IsOf(OwnedBy owner, CommitteeMember member, SteeringCommittee committee) =>
        member.Position != CommitteePosition.Secretary && (member.Partner is { } body ? owner.Partner == body : owner.Unit == committee.Unit || owner.Officer is not null);
}
