using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Reports;

/// <summary>Why a cell is another than before, as a person typed it.</summary>
/// <param name="Person">Name of the account.</param>
public sealed record ReportReason(CellName Cell, string Reason, string Person, DateTime At, long Act);

public static class ReportReasons
{
    /// <summary>The reason typed last for each cell of a version.</summary>
    public static async Task<IReadOnlyDictionary<CellName, ReportReason>> OfAsync(long report, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var reasons = await (await work.ConnectAsync(ct)).ListAsync(
            "SELECT r.form, r.row_code, r.cell, r.reason, a.person, a.at, r.act FROM report_reason r JOIN act a ON a.seq = r.act WHERE r.closed_id = @id ORDER BY r.act",
            r => new ReportReason(new CellName(r.GetString(0), r.GetString(1), r.GetString(2)), r.GetString(3), r.GetString(4), r.Moment(5), r.GetInt64(6)), ct, ("id", report));
        return reasons.GroupBy(r => r.Cell).ToDictionary(g => g.Key, g => g.Last());
    }
}

/// <summary>A person says why cells of a supplementary version are others than before. One reason may be given for several cells at once; the one typed last holds.</summary>
public static class GiveReason
{
    /// <param name="Report">Number of the version.</param>
    public sealed record Input(long Report, IReadOnlyList<CellName> Cells, string Reason, string? IdempotencyKey = null);

    public const int Longest = 1000;

    /// <param name="changed">The cells that changed; null = there is no version before.</param>
    public static Refusal? WhyNot(ReportHead head, IReadOnlySet<CellName>? changed, Input input) =>
        head.Sending is not null ? new Refusal("report.sent-already", head.Id)
        : head.IsSuperseded ? new Refusal("report.superseded", head.Id)
        : changed is null ? new Refusal("report.first-version", head.Id)
        : input.Cells.Count == 0 ? new Refusal("report.no-cells")
        : input.Cells.FirstOrDefault(cell => !changed.Contains(cell)) is { } same ? new Refusal("report.cell-not-changed", same)
        : string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("report.reason-empty", [], ReportBasis.Of(head.Regime, 11))
        : input.Reason.Trim().Length > Longest ? new Refusal("report.reason-long", Longest)
        : null;

    /// <exception cref="NotFoundException">`report.unknown`.</exception>
    /// <exception cref="RefusedException">
    /// `report.sent-already`, `report.superseded`, `report.first-version`, `report.no-cells`, `report.cell-not-changed`, `report.reason-empty`, `report.reason-long`.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var connection = await work.StartAsync(ct, alone: true);
        var head = await ReadReports.HeadAsync(input.Report, work, ct);
        var place = await ReportPlace.ResolveAsync(head.Address, work, ct);
        place.RequireToDraw(work);
        if (await work.SameBeforeAsync("report-reason-given", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var before = head.Sending is null ? await ReadReports.LastSentHeadAsync(head.Address, work, ct) : null;
        IReadOnlySet<CellName>? changed = before is null ? null : CompareVersions.Cells((await ReadReports.WholeAsync(before, work, ct)).Forms, (await ReadReports.WholeAsync(head, work, ct)).Forms)
            .Select(c => new CellName(c.Form.Form, c.Row.Row, c.Column.Cell)).ToHashSet();
        RefusedException.ThrowIf(WhyNot(head, changed, input));

        work.Begin("report-reason-given", input.Reason.Trim(), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var cell in input.Cells.Distinct())
        {
            await connection.RunAsync(
                "INSERT INTO report_reason (closed_id, form, row_code, cell, reason, act) VALUES (@id, @form, @row, @cell, @reason, @act)", ct,
                ("id", head.Id), ("form", cell.Form), ("row", cell.Row), ("cell", cell.Cell), ("reason", input.Reason.Trim()), ("act", act));
        }

        await work.ChangedAsync(
            ct, new ActChange(CloseReport.Subject(head.Address), "report-reason", null, $"{CloseReport.Period(head.Address)} #{head.ShortHash}: {input.Cells.Distinct().Count()}") { Unit = place.Unit });
        await work.FinishAsync(ct);
    }
}
