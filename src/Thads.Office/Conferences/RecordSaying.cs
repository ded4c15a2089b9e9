using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Conferences;

/// <summary>
/// Records a direction given at a conference, or one of its conclusions. Each becomes a task with an owner and a day, and lives on as that task: it is done with proof, given more time with a
/// reason, and never taken away.
/// </summary>
public static class RecordSaying
{
    /// <param name="Partner">Code of the body that said it, or null.</param>
    /// <param name="SaidBy">As printed; null = the name of the body, for a conclusion the chair.</param>
    /// <param name="Task">What is to be done, by whom, until when.</param>
    public sealed record Input(int Conference, SayingKind Kind, string? Partner, string? SaidBy, GiveTask.Item Task, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, ConferenceFile file) => input switch
    {
        _ when file.Conference.State != ConferenceState.Held => new("conference.not-held"),
        { Kind: SayingKind.Direction } when Text(input.Partner) is null && Text(input.SaidBy) is null => new("conference.who-said"),
        _ => null,
    };

    /// <returns>The number of the task.</returns>
    /// <exception cref="NotFoundException">`conference.unknown`, `partner.unknown`.</exception>
    /// <exception cref="RefusedException">`conference.*`, and those of a task.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("conference-task-given", input.IdempotencyKey, ct) is { } same)
        {
            return await connection.ValueAsync<long>("SELECT task FROM conference_saying WHERE act = @act", ct, ("act", same));
        }

        var file = await TakeAsync(input.Conference, work, ct);
        RefusedException.ThrowIf(WhyNot(input, file));
        var partner = Text(input.Partner) is { } code ? (await PartnerBook.OfAsync(work, ct)).Known(code) : null;
        var by = Text(input.SaidBy) ?? partner?.Name ?? file.Chair?.Full ?? file.Conference.UnitName;
        work.Begin("conference-task-given", idempotencyKey: input.IdempotencyKey);
        var tasks = await GiveTask.WriteAsync(new TaskSource(TaskOrigin.Conference, input.Conference, file.Conference.Title, file.Conference.UnitId, file.Conference.MeetsOn), [input.Task], work, ct);
        var number = (int)await work.NextAsync("conference_saying", "number", ct, input.Conference);
        await connection.RunAsync(
            "INSERT INTO conference_saying (id, conference, number, kind, partner, said_by, task, act) SELECT coalesce(max(id), 0) + 1, @conference, @number, @kind, @partner, @by, @task, @act FROM conference_saying", ct,
            ("conference", input.Conference), ("number", number), ("kind", input.Kind), ("partner", partner?.Code), ("by", by), ("task", tasks[0]), ("act", await work.NumberAsync(ct)));
        await work.EndAsync(new ActChange(file.Conference.Subject, "conference-saying", null, $"{by}: {input.Task.Text}") { Unit = file.Conference.UnitId }, ct);
        return tasks[0];
    }
}
