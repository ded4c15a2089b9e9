using Thads.Office.Acts;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>Moves an item of the agenda one place up or down.</summary>
public static class MoveAgendaItem
{
    public sealed record Input(int Conference, int Number, bool Up, string? IdempotencyKey = null);

    /// <summary>The first cannot go up, nor the last down.</summary>
    public static Refusal? WhyNot(Input input, ConferenceFile file) =>
        !file.Conference.IsOpen ? new("conference.closed", file.Conference.MeetsOn)
        : file.Agenda.All(item => item.Number != input.Number) ? new("conference.no-item", Plain(input.Number))
        : Beside(input, file) is null ? new("conference.at-the-end")
        : null;

    /// <exception cref="NotFoundException">`conference.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("agenda-moved", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file));
        var (moved, beside) = (file.Agenda.First(item => item.Number == input.Number), Beside(input, file)!);
        work.Begin("agenda-moved", idempotencyKey: input.IdempotencyKey);
        await KeepAgendaItem.WriteAsync(input.Conference, moved with { Place = beside.Place }, isOut: false, work, ct);
        await KeepAgendaItem.WriteAsync(input.Conference, beside with { Place = moved.Place }, isOut: false, work, ct);
        await work.EndAsync(new ActChange(file.Conference.Subject, "agenda-place", beside.Title, moved.Title) { Unit = file.Conference.UnitId }, ct);
    }

    private static AgendaItem? Beside(Input input, ConferenceFile file)
    {
        var at = file.Agenda.ToList().FindIndex(item => item.Number == input.Number) + (input.Up ? -1 : 1);
        return at >= 0 && at < file.Agenda.Count ? file.Agenda[at] : null;
    }
}
