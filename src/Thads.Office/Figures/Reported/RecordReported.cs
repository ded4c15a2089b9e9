using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Figures.Reported;

/// <summary>
/// Records what units that do not work in the system report of a period. What a unit sends later takes the place of what it sent before, which stays
/// in the books; then the reason is asked for (TT 05/2024 Điều 11).
/// </summary>
public static class RecordReported
{
    /// <summary>What an act's record tells of a row.</summary>
    private static readonly string[] Main = ["total", "enforceable", "settled"];

    /// <param name="Source">Name of the file; null = typed.</param>
    /// <param name="Reason">Needed where a unit corrects what it reported.</param>
    public sealed record Input(IReadOnlyList<ReportedRow> Rows, string? Source, string? Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(IReadOnlyList<ReportedCheck> checks, string? reason) =>
        checks.Count == 0 ? new Refusal("reported.no-row")
        : checks.FirstOrDefault(check => check.WhyNot is not null)?.WhyNot
        ?? (checks.All(check => check.IsSame) ? new Refusal("reported.same")
            : checks.Any(check => check.IsCorrection) && string.IsNullOrWhiteSpace(reason) ? new Refusal("reported.reason", [], "TT 05/2024 Điều 11")
            : null);

    /// <returns>So many rows were recorded; those that say what is recorded already are not.</returns>
    /// <exception cref="RefusedException">
    /// `reported.no-row`, `reported.unit`, `reported.not-valid`, `reported.not-leaf`, `reported.not-over`, `reported.in-books`, `reported.regime`, `reported.whole`, `reported.rate`,
    /// `reported.twice`, `reported.same`, `reported.reason`.
    /// </exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("figures-reported", input.IdempotencyKey, ct) is { } before)
        {
            return (int)await connection.ValueAsync<long>("SELECT count(*) FROM reported_figure WHERE act = @act", ct, ("act", before));
        }

        var checks = await CheckReported.RunAsync(input.Rows, work, ct);
        RefusedException.ThrowIf(WhyNot(checks, input.Reason));

        work.Begin("figures-reported", string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var recorded = checks.Where(check => !check.IsSame).ToList();
        foreach (var row in recorded.Select(check => check.Row))
        {
            await connection.RunAsync(
                "INSERT INTO reported_figure (unit_id, year, months, measure, cells, act, source) VALUES (@unit, @year, @months, @measure, @cells, @act, @source)", ct,
                ("unit", tree.UnitOf(row.Unit)!.Value), ("year", row.Year), ("months", row.Months), ("measure", row.Measure), ("cells", row.Json), ("act", act), ("source", input.Source));
        }

        await work.ChangedAsync(ct, [.. recorded.Select(check => new ActChange(check.Row.Unit, $"by-file-{Codes.CodeOf(check.Row.Measure)}", Said(check.Before), Said(check.Row)) { Unit = tree.UnitOf(check.Row.Unit)!.Value })]);
        await work.FinishAsync(ct);
        return recorded.Count;
    }

    private static string? Said(ReportedRow? row) => row is null ? null
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Months}/{row.Year}: {string.Join(", ", Main.Where(row.Cells.ContainsKey).Select(cell => $"{cell} {row.Cells[cell]}"))}");
}
