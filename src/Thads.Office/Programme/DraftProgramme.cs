using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Ranking;
using Thads.Office.Units;
using static Thads.Office.Conferences.ConferenceTaking;

namespace Thads.Office.Programme;

/// <summary>Drafts a year's programme from what is open; drafted again, it takes in what has come since. Nothing that was edited or taken out comes back.</summary>
public static class DraftProgramme
{
    /// <param name="Unit">Code.</param>
    /// <param name="IsEmpty">Begin with an empty draft: its items are written by hand.</param>
    public sealed record Input(string Unit, int Year, bool IsEmpty = false, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, YearProgramme? before, DateOnly today) =>
        before is { IsAdopted: true } ? new Refusal("programme.adopted", before.Decision!, before.DecidedOn!.Value)
        : input.Year < today.Year - 10 || input.Year > today.Year + 2 ? new Refusal("programme.bad-year", input.Year.ToString(CultureInfo.InvariantCulture))
        : null;

    /// <returns>How many items were drawn in.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`programme.*`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("programme-drafted", input.IdempotencyKey, ct) is { } same)
        {
            return (int)await connection.ValueAsync<long>("SELECT count(*) FROM programme_item WHERE act = @act", ct, ("act", same));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.Seen(input.Unit, work.Person);
        work.Require(Permissions.Organise, unit);
        var code = tree.UnitCode(unit);
        var before = await ReadProgramme.OfAsync(code, input.Year, work, ct);
        RefusedException.ThrowIf(WhyNot(input, before, work.Today));
        var known = (before?.Items ?? []).Select(item => item.DrawnFrom).ToHashSet();
        var drawn = input.IsEmpty ? [] : (await ProposeProgramme.RunAsync(code, input.Year, work, ct)).Where(item => !known.Contains(item.DrawnFrom)).ToList();
        work.Begin("programme-drafted", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var number = before?.Number ?? (int)await work.NextAsync("programme", "number", ct);
        if (before is null)
        {
            await connection.RunAsync(
                "INSERT INTO programme (id, number, unit_id, year, act) SELECT coalesce(max(id), 0) + 1, @number, @unit, @year, @act FROM programme", ct,
                ("number", number), ("unit", unit), ("year", input.Year), ("act", act));
        }

        var next = (before?.Items ?? []).Select(item => item.Number).DefaultIfEmpty(0).Max();
        foreach (var item in drawn)
        {
            await WriteAsync(number, item with { Number = ++next }, null, work, ct);
        }

        await work.EndAsync(new ActChange($"{code} {input.Year.ToString(CultureInfo.InvariantCulture)}", "programme", null, Plain(drawn.Count)) { Unit = unit }, ct);
        return drawn.Count;
    }

    internal static async Task WriteAsync(int programme, ProgrammeItem item, long? task, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).RunAsync(
        """
        INSERT INTO programme_item (id, programme, number, heading, says, measure, owner_unit, owner_officer, owner_partner, due_on, drawn_from, is_out, reason, task, act)
        SELECT coalesce(max(id), 0) + 1, @programme, @number, @heading, @says, @measure, @unit, @officer, @partner, @due, @from, @out, @reason, @task, @act FROM programme_item
        """, ct,
        ("programme", programme), ("number", item.Number), ("heading", item.Heading.Code), ("says", item.Says), ("measure", item.Measure), ("unit", item.Owner.Unit), ("officer", item.Owner.Officer),
        ("partner", item.Owner.Partner), ("due", item.DueOn), ("from", item.DrawnFrom), ("out", item.Stands ? 0 : 1), ("reason", item.Dropped), ("task", task), ("act", await work.NumberAsync(ct)));
}
