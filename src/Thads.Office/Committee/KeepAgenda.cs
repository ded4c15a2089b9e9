using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>The agenda of a meeting is written anew, whole. The open conclusions of earlier meetings are no line of it: they come before it by themselves and cannot be taken off.</summary>
public static class KeepAgenda
{
    /// <param name="Version">The version it was made from; 0 = there was none.</param>
    /// <param name="Lines">In order; a line with item 0 is new.</param>
    public sealed record Input(int Meeting, int Version, IReadOnlyList<AgendaLine> Lines, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, MeetingFile file)
    {
        var untitled = input.Lines.FirstOrDefault(line => string.IsNullOrWhiteSpace(line.Title));
        var long_ = input.Lines.FirstOrDefault(line => line.Minutes is < 0 or > 480);
        var gone = file.Agenda.FirstOrDefault(line => file.Minutes.ContainsKey(line.Item) && input.Lines.All(other => other.Item != line.Item));
        return file.Meeting.State == MeetingState.Cancelled ? new("meeting.cancelled")
            : file.Meeting.State == MeetingState.Noticed ? new("meeting.noticed", file.Meeting.Notice!.Document!)
            : input.Version != file.AgendaVersion ? new("agenda.changed-meanwhile")
            : untitled is not null ? new("agenda.no-title")
            : long_ is not null ? new("agenda.minutes", long_.Minutes)
            : input.Lines.Any(line => line.Item < 0 || (line.Item > 0 && file.Agenda.All(known => known.Item != line.Item))) ? new("agenda.unknown-line")
            : input.Lines.Where(line => line.Item > 0).GroupBy(line => line.Item).Any(same => same.Count() > 1) ? new("agenda.unknown-line")
            : gone is not null ? new("agenda.has-minutes", gone.Title)
            : null;
    }

    /// <exception cref="NotFoundException">`meeting.unknown`.</exception>
    /// <exception cref="RefusedException">`agenda.*`, `meeting.cancelled`, `meeting.noticed`, `task.matter`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        if (await MeetingWriting.TakeAsync(input.Meeting, "agenda-kept", input.IdempotencyKey, work, ct) is not { } file)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(input, file));
        var connection = await work.ConnectAsync(ct);
        var matters = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var code in input.Lines.Select(line => MeetingWriting.Text(line.Matter)).OfType<string>().Distinct())
        {
            matters[code] = await DirectMatter.SeenAsync(code, work, ct);
        }

        var next = await connection.ValueAsync<int>("SELECT coalesce(max(item), 0) FROM meeting_agenda WHERE meeting_id = @meeting", ct, ("meeting", input.Meeting));
        work.Begin("agenda-kept", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        IReadOnlyList<AgendaLine> lines = input.Lines.Count > 0 ? input.Lines : [new AgendaLine(0, "–", 0, null, null, null)];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var item = line.Item > 0 || input.Lines.Count == 0 ? line.Item : ++next;
            await connection.RunAsync(
                """
                INSERT INTO meeting_agenda (meeting_id, version, place, item, title, minutes, reporter, paper, matter_id, act)
                VALUES (@meeting, @version, @place, @item, @title, @minutes, @reporter, @paper, @matter, @act)
                """, ct,
                ("meeting", input.Meeting), ("version", file.AgendaVersion + 1), ("place", i + 1), ("item", item), ("title", line.Title.Trim()), ("minutes", line.Minutes),
                ("reporter", MeetingWriting.Text(line.Reporter)), ("paper", MeetingWriting.Text(line.Paper)), ("matter", MeetingWriting.Text(line.Matter) is { } code ? matters[code] : null), ("act", act));
        }

        await work.ChangedAsync(ct, new ActChange(file.Title, "meeting-agenda", Titles(file.Agenda), Titles(input.Lines)) { Unit = file.Committee.Unit });
        await work.FinishAsync(ct);
    }

    private static string Titles(IReadOnlyList<AgendaLine> lines) => string.Join("; ", lines.Select((line, i) => $"{i + 1}. {line.Title.Trim()}"));
}
