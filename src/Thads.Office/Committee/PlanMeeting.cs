using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>A meeting is planned: for a period of the working rules, or out of turn.</summary>
public static class PlanMeeting
{
    /// <param name="Year">Calendar year of the period it is for.</param>
    /// <param name="Month">First month of that period; null = out of turn.</param>
    /// <param name="Time">"08:30".</param>
    /// <param name="Chair">Id of the term of who chairs; null = not said yet.</param>
    /// <param name="PlannedOn">Day it was planned; null = today.</param>
    public sealed record Input(int Committee, int Year, int? Month, DateOnly Day, string Time, string Place, int? Chair, DateOnly? PlannedOn = null, string? IdempotencyKey = null);

    /// <param name="meetings">Those of the committee.</param>
    public static Refusal? WhyNot(Input input, SteeringCommittee committee, IReadOnlyList<Meeting> meetings, DateOnly today) =>
        !committee.IsThereOn(input.Day) ? new("committee.outside", input.Day, committee.Name)
        : input.PlannedOn > today ? new("meeting.future", input.PlannedOn)
        : MeetingWriting.Hour(input.Time) is null ? new("meeting.hour", input.Time)
        : string.IsNullOrWhiteSpace(input.Place) ? new("meeting.place")
        : input.Month is { } month && month % committee.RuleOn(input.Day).CycleMonths != 1 % committee.RuleOn(input.Day).CycleMonths ? new("meeting.period", month, committee.RuleOn(input.Day).CycleMonths)
        : input.Month is not null && meetings.Any(other => other.State != MeetingState.Cancelled && other.Year == input.Year && other.Month == input.Month) ? new("meeting.there", MeetingPeriod.Name(input.Year, input.Month, committee.RuleOn(input.Day).CycleMonths))
        : MeetingWriting.WhyNotChair(input.Chair, committee, input.Day);

    /// <returns>Id of the meeting.</returns>
    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.outside`, `committee.no-term`, `meeting.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("meeting-planned", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT id FROM meeting WHERE act = @act", ct, ("act", before));
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Organise, work, ct);
        RefusedException.ThrowIf(WhyNot(input, committee, await ReadMeetings.OfAsync(committee, work, ct), work.Today));
        work.Begin("meeting-planned", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = await connection.ValueAsync<int>(
            "INSERT INTO meeting (id, committee_id, year, month, act) SELECT coalesce(max(id), 0) + 1, @committee, @year, @month, @act FROM meeting RETURNING id", ct,
            ("committee", committee.Id), ("year", input.Year), ("month", input.Month), ("act", act));
        await MeetingWriting.StepAsync(
            id, 1, new(MeetingStepKind.Planned, input.PlannedOn ?? work.Today, input.Day, MeetingWriting.Hour(input.Time), input.Place, input.Chair), work, ct);
        var title = MeetingPeriod.Title(input.Year, input.Month, committee.RuleOn(input.Day).CycleMonths, input.Day);
        await work.ChangedAsync(ct, new ActChange($"{committee.Name}: {title}", "meeting-day", null, ActChange.Day(input.Day)) { Unit = committee.Unit });
        await work.FinishAsync(ct);
        return id;
    }
}
