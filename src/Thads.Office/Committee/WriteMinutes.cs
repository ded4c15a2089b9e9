using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>What was said to the lines of the agenda is written down. Every writing stays, the last holds.</summary>
public static class WriteMinutes
{
    /// <param name="Texts">By item; 0 = the open conclusions of earlier meetings.</param>
    public sealed record Input(int Meeting, IReadOnlyDictionary<int, string> Texts, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file) => MeetingWriting.WhyNotHeld(file.Meeting)
        ?? (input.Texts.Keys.Any(item => item != 0 && file.Agenda.All(line => line.Item != item)) ? new("agenda.unknown-line") : null);

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`meeting.not-held`, `agenda.unknown-line`, `meeting.nothing-said`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "minutes-written", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file));
        var texts = input.Texts.Where(text => text.Value.Trim() != (file.Minutes.GetValueOrDefault(text.Key)?.Text ?? "")).OrderBy(text => text.Key).ToList();
        RefusedException.ThrowIf(texts.Count == 0 ? new Refusal("meeting.nothing-said") : null);
        work.Begin("minutes-written", idempotencyKey: input.IdempotencyKey);
        var connection = await work.ConnectAsync(ct);
        var act = await work.NumberAsync(ct);
        foreach (var (item, text) in texts)
        {
            await connection.RunAsync(
                "INSERT INTO meeting_minutes (meeting_id, item, text, act) VALUES (@meeting, @item, @text, @act)", ct, ("meeting", input.Meeting), ("item", item), ("text", text.Trim()), ("act", act));
        }

        await work.ChangedAsync(ct, [.. texts.Select(text => new ActChange(file.Title, "meeting-minutes", file.Minutes.GetValueOrDefault(text.Key)?.Text, text.Value.Trim()) { Unit = file.Committee.Unit })]);
        await work.FinishAsync(ct);
    }
}
