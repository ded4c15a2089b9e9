using Thads.Office.Acts;
using Thads.Office.Tasks;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>
/// Writes an item of a programme, changes it, or takes it out of the draft with a reason. Of an adopted programme an item can be added, and is a task at once; what became a task is changed as a task.
/// </summary>
public static class KeepProgrammeItem
{
    /// <param name="Number">Null = a new one.</param>
    /// <param name="Heading">Code of a <see cref="ProgrammeHeading"/>.</param>
    /// <param name="Drop">Why it is taken out; null = it stands.</param>
    public sealed record Input(
        string Unit, int Year, int? Number, string Heading, string Says, string? Measure, TaskOwner Owner, DateOnly DueOn, string? Drop = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, YearProgramme programme, TaskOwners owners) => input switch
    {
        { Number: { } number } when programme.Items.All(item => item.Number != number) => new("programme.no-item", Plain(number)),
        { Number: not null } when programme.IsAdopted => new("programme.adopted", programme.Decision!, programme.DecidedOn!.Value),
        _ when ProgrammeHeading.Find(input.Heading) is null => new("programme.no-heading", input.Heading),
        { Drop: { } drop } when Text(drop) is null => new("programme.no-reason"),
        { Drop: not null } => null,
        { Number: { } number } when programme.Items.First(item => item.Number == number) is { Continues: not null } before && (before.Says, before.Owner, before.DueOn) != (input.Says.Trim(), input.Owner, input.DueOn) => new("programme.as-task"),
        _ when string.IsNullOrWhiteSpace(input.Says) => new("task.no-text"),
        _ => programme.DecidedOn is { } on ? GiveTask.WhyNot(new(input.Says, input.Owner, input.DueOn), on, owners) : owners.WhyNot(input.Owner, input.DueOn),
    };

    /// <exception cref="NotFoundException">`programme.unknown`.</exception>
    /// <exception cref="RefusedException">`programme.*`, and those of a task.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("programme-item-kept", input.IdempotencyKey, ct) is not null)
        {
            return input.Number ?? 0;
        }

        var programme = await ReadProgramme.OfAsync(input.Unit, input.Year, work, ct) ?? throw new NotFoundException(new Refusal("programme.unknown", input.Unit, Plain(input.Year)));
        work.Require(Permissions.Organise, programme.UnitId);
        RefusedException.ThrowIf(WhyNot(input, programme, await TaskOwners.OfAsync(work, ct)));
        var before = programme.Items.FirstOrDefault(item => item.Number == input.Number);
        work.Begin("programme-item-kept", Text(input.Drop), input.IdempotencyKey);
        var item = new ProgrammeItem(
            input.Number ?? programme.Items.Select(one => one.Number).DefaultIfEmpty(0).Max() + 1, ProgrammeHeading.Find(input.Heading)!, input.Says.Trim(), Text(input.Measure), input.Owner, input.DueOn, before?.DrawnFrom,
            Text(input.Drop), null);
        long? task = programme.IsAdopted ? (await GiveTask.WriteAsync(AdoptProgramme.Source(programme, programme.DecidedOn!.Value), [AdoptProgramme.TaskOf(item)], work, ct))[0] : null;
        await DraftProgramme.WriteAsync(programme.Number, item, task, work, ct);
        await work.EndAsync(new ActChange($"{programme.Unit} {Plain(programme.Year)}", "programme-item", before is { Stands: true } ? before.Says : null, item.Stands ? item.Says : null) { Unit = programme.UnitId }, ct);
        return item.Number;
    }
}
