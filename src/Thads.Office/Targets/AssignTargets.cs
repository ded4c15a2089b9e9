using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Targets;

/// <summary>Targets of a year are assigned to units and officers by a decision. Corrected by assigning again: what was assigned before stays in the history.</summary>
public static class AssignTargets
{
    /// <summary>The first statistical year there can be targets for: until 1993 the courts enforced.</summary>
    public const int FirstYear = 1993;

    /// <param name="Unit">Code.</param>
    /// <param name="Officer">Code of an officer who serves in that unit; null = the unit itself.</param>
    /// <param name="Percent">Of the enforceable; 0 to 100, at most two decimals.</param>
    public sealed record Row(string Unit, string? Officer, Measure Measure, decimal Percent, Pace Pace = Pace.Annual);

    /// <param name="Year">Statistical year.</param>
    /// <param name="Authority">Who issued the decision.</param>
    /// <param name="Decision">Its number.</param>
    public sealed record Input(int Year, string Authority, string Decision, DateOnly DecidedOn, IReadOnlyList<Row> Rows, string? IdempotencyKey = null);

    /// <summary>What is wrong with the decision itself.</summary>
    public static Refusal? WhyNot(Input input, DateOnly today) =>
        input.Year < FirstYear || input.Year > StatisticalYear.Of(today).Year + 1 ? new Refusal("target.year", Text(input.Year), Text(FirstYear), Text(StatisticalYear.Of(today).Year + 1))
        : string.IsNullOrWhiteSpace(input.Decision) ? new Refusal("target.no-number")
        : string.IsNullOrWhiteSpace(input.Authority) ? new Refusal("target.no-authority")
        : input.DecidedOn > today ? new Refusal("target.day-to-come", input.DecidedOn, today)
        : input.Rows.Count == 0 ? new Refusal("target.nothing")
        : null;

    /// <summary>What is wrong with one row.</summary>
    /// <param name="holding">What holds for it now.</param>
    public static Refusal? WhyNot(Row row, Input input, UnitTree tree, TargetRow? holding)
    {
        var year = new StatisticalYear(input.Year);
        var unit = tree.UnitOf(row.Unit)!.Value;
        var periods = tree.PeriodsOf(unit).Where(p => Validity.Overlap(p.ValidFrom, p.ValidTo, year.Start, year.End)).ToList();
        if (periods.Count == 0)
        {
            return new Refusal("target.unit-not-then", row.Unit, Text(input.Year));
        }

        if (tree.PeriodsOf(unit).All(p => p.ValidTo < input.DecidedOn))
        {
            return new Refusal("target.unit-ended", row.Unit, tree.PeriodsOf(unit).Max(p => p.ValidTo)!.Value);
        }

        return WhyNotOfficer(row, input, tree, unit)
            ?? (row.Percent is < 0 or > 100 ? new Refusal("target.value", Percent(row.Percent))
            : row.Percent * 100 != decimal.Truncate(row.Percent * 100) ? new Refusal("target.decimals", Percent(row.Percent))
            : holding?.DecidedOn > input.DecidedOn ? new Refusal("target.later-holds", row.Officer ?? row.Unit, holding.Decision ?? "–", holding.DecidedOn.Value)
            : null);
    }

    /// <returns>The number of the act.</returns>
    /// <exception cref="RefusedException">`target.year`, `target.no-number`, `target.no-authority`, `target.day-to-come`, `target.nothing`, `target.twice`, `target.unit-not-then`,
    /// `target.unit-ended`, `target.officer-not-here`, `target.officer-ended`, `target.value`, `target.decimals`, `target.later-holds`, `target.same`, `act.key-taken`.</exception>
    /// <exception cref="NotFoundException">`report.unit`, `report.officer`: not there, or not this person's to see.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("targets-assigned", input.IdempotencyKey, ct) is { } before)
        {
            return before;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        foreach (var row in input.Rows)
        {
            var unit = tree.UnitOf(row.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", row.Unit));
            work.Require(Permissions.Direct, unit);
            if (row.Officer is not null && tree.OfficerOf(row.Officer) is null)
            {
                throw new NotFoundException(new Refusal("report.officer", row.Officer));
            }
        }

        RefusedException.ThrowIf(WhyNot(input, work.Today));
        var twice = input.Rows.GroupBy(row => (row.Unit, row.Officer, row.Measure)).FirstOrDefault(group => group.Count() > 1)?.Key;
        RefusedException.ThrowIf(twice is { } key ? new Refusal("target.twice", key.Officer ?? key.Unit, key.Measure) : null);
        var lastAct = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        var book = await TargetBook.OfAsync(input.Year, new DocketCutOff(lastAct, null), null, work, ct);
        var rows = input.Rows.Select(row => (Row: row, Unit: tree.UnitOf(row.Unit)!.Value, Officer: row.Officer is null ? 0 : tree.OfficerOf(row.Officer)!.Value)).ToList();
        foreach (var (row, unit, officer) in rows)
        {
            RefusedException.ThrowIf(WhyNot(row, input, tree, book.Holding(unit, row.Measure, officer)));
        }

        var changed = rows.Where(r => !Says(book.Holding(r.Unit, r.Row.Measure, r.Officer), r.Row, input)).ToList();
        RefusedException.ThrowIf(changed.Count == 0 ? new Refusal("target.same", input.Decision.Trim()) : null);
        work.Begin("targets-assigned", $"{input.Decision.Trim()} · {input.Authority.Trim()} · {ActChange.Day(input.DecidedOn)}", input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var (row, unit, officer) in changed)
        {
            await connection.RunAsync(
                """
                INSERT INTO target (unit_id, officer_id, year, measure, value, pace, decision, decided_on, authority, act)
                VALUES (@unit, @officer, @year, @measure, @value, @pace, @decision, @on, @authority, @act)
                """, ct,
                ("unit", unit), ("officer", officer == 0 ? null : officer), ("year", input.Year), ("measure", row.Measure), ("value", (int)(row.Percent * 100)), ("pace", row.Pace),
                ("decision", input.Decision.Trim()), ("on", input.DecidedOn), ("authority", input.Authority.Trim()), ("act", act));
        }

        await work.ChangedAsync(ct, [.. changed.Select(r => new ActChange(
            $"{r.Row.Officer ?? r.Row.Unit} {Text(input.Year)}", $"target-{Codes.CodeOf(r.Row.Measure)}", Told(book.Holding(r.Unit, r.Row.Measure, r.Officer)?.Assigned),
            Told(new Assigned((int)(r.Row.Percent * 100), r.Row.Pace))) { Unit = r.Unit })]);
        await work.FinishAsync(ct);
        return act;
    }

    private static Refusal? WhyNotOfficer(Row row, Input input, UnitTree tree, int unit)
    {
        if (row.Officer is null)
        {
            return null;
        }

        var year = new StatisticalYear(input.Year);
        var service = tree.ServiceOf(tree.OfficerOf(row.Officer)!.Value).Where(s => s.Unit == unit).ToList();
        return service.TrueForAll(s => !Validity.Overlap(s.ValidFrom, s.ValidTo, year.Start, year.End)) ? new Refusal("target.officer-not-here", row.Officer, row.Unit, Text(input.Year))
            : service.TrueForAll(s => s.ValidTo < input.DecidedOn) ? new Refusal("target.officer-ended", row.Officer, row.Unit, service.Max(s => s.ValidTo)!.Value)
            : null;
    }

    private static bool Says(TargetRow? holding, Row row, Input input) =>
        holding is not null && holding.Assigned == new Assigned((int)(row.Percent * 100), row.Pace) && holding.Decision == input.Decision.Trim() && holding.DecidedOn == input.DecidedOn;

    private static string? Told(Assigned? assigned) => assigned is null ? null : $"{Percent(assigned.Value)} % ({Codes.CodeOf(assigned.Pace)})";

    private static string Percent(decimal value) => value.ToString("0.00##", Words.Format);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
