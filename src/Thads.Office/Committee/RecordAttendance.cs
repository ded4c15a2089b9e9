using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>What those who are invited answer, and after the meeting was opened who came. Each recording stays, the last holds.</summary>
public static class RecordAttendance
{
    /// <param name="Invited">Id of the invitation.</param>
    /// <param name="Said">Who came instead; why not.</param>
    public sealed record Line(int Invited, Attendance Answer, string? Said);

    public sealed record Input(int Meeting, IReadOnlyList<Line> Lines, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file)
    {
        var about = file.Meeting.IsHeld;
        var wrong = input.Lines.FirstOrDefault(line => line.Answer is Attendance.WillCome or Attendance.WillNotCome == about);
        var silent = input.Lines.FirstOrDefault(line => line.Answer is Attendance.Represented or Attendance.Absent && string.IsNullOrWhiteSpace(line.Said));
        return file.Meeting.State == MeetingState.Cancelled ? new("meeting.cancelled")
            : input.Lines.Count == 0 ? new("meeting.nothing-said")
            : input.Lines.Any(line => file.Invited.All(invited => invited.Id != line.Invited)) ? new("meeting.not-invited")
            : wrong is not null ? new(about ? "meeting.answer-late" : "meeting.answer-early")
            : silent is not null ? new(silent.Answer == Attendance.Absent ? "meeting.no-excuse" : "meeting.by-whom")
            : null;
    }

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "attendance-recorded", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file));
        var lines = input.Lines.Where(line => file.Invited.First(invited => invited.Id == line.Invited) is var now && (now.Answer != line.Answer || now.Said != MeetingWriting.Text(line.Said))).ToList();
        RefusedException.ThrowIf(lines.Count == 0 ? new Refusal("meeting.nothing-said") : null);
        work.Begin("attendance-recorded", idempotencyKey: input.IdempotencyKey);
        var connection = await work.ConnectAsync(ct);
        var act = await work.NumberAsync(ct);
        foreach (var line in lines)
        {
            await connection.RunAsync(
                "INSERT INTO meeting_attendance (invited_id, answer, said, act) VALUES (@invited, @answer, @said, @act)", ct,
                ("invited", line.Invited), ("answer", line.Answer), ("said", MeetingWriting.Text(line.Said)), ("act", act));
        }

        var came = file.Invited.Count(invited => (lines.FirstOrDefault(line => line.Invited == invited.Id)?.Answer ?? invited.Answer) is Attendance.Present or Attendance.Represented or Attendance.WillCome);
        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-attendance", Shown(file.Invited.Count(invited => invited.Came || invited.Answer == Attendance.WillCome)), Shown(came)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);

        string Shown(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}/{file.Invited.Count}");
    }
}
