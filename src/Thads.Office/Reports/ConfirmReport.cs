using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Reports;

/// <summary>An officer signs his report and the head confirms it (TT 05/2024 Điều 9).</summary>
public static class ConfirmReport
{
    /// <param name="Confirmer">Name as printed; null = who confirms.</param>
    public sealed record Input(long Report, string? Confirmer = null, string? ConfirmerRole = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(ReportHead head) =>
        head.Address.Officer is null ? new Refusal("report.not-of-officer", head.Id)
        : head.Sending is null ? new Refusal("report.not-sent", head.Id)
        : head.Confirmation is not null ? new Refusal("report.confirmed-already", head.Id)
        : null;

    /// <exception cref="NotFoundException">`report.unknown`.</exception>
    /// <exception cref="RefusedException">`report.not-of-officer`, `report.not-sent`, `report.confirmed-already`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Sign);
        var connection = await work.StartAsync(ct, alone: true);
        var head = await ReadReports.HeadAsync(input.Report, work, ct);
        var place = await ReportPlace.ResolveAsync(head.Address, work, ct);
        if (!await ReportSigning.MaySignAsync(place, work, ct))
        {
            throw new NotAllowedException(nameof(Permissions.Sign));
        }

        if (await work.SameBeforeAsync("report-confirmed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        RefusedException.ThrowIf(WhyNot(head));
        work.Begin("report-confirmed", idempotencyKey: input.IdempotencyKey);
        var ofUnit = place with { Officer = 0 };
        var (confirmer, role) = (input.Confirmer ?? work.Person.FullName, input.ConfirmerRole ?? await ReportSigning.RoleAsync(ofUnit, work, ct));
        await connection.RunAsync(
            "INSERT INTO report_confirmed (closed_id, confirmer, confirmer_role, act) VALUES (@id, @confirmer, @role, @act)", ct,
            ("id", head.Id), ("confirmer", confirmer), ("role", role), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(CloseReport.Subject(head.Address), "report-confirmed", null, $"{CloseReport.Period(head.Address)} #{head.ShortHash}") { Unit = place.Unit });
        await work.FinishAsync(ct);
    }
}
