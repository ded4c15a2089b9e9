using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures.Checks;

namespace Thads.Office.Reports;

/// <summary>
/// A closed version is signed and sent: the first of its address as version 1, each later one as a supplementary report (báo cáo bổ sung), which needs a
/// reason for every changed cell (TT 05/2024 Điều 11). What is sent can never change.
/// </summary>
public static class SendReport
{
    /// <param name="Number">As the document carries it.</param>
    /// <param name="SentOn">Null = the office's day; earlier for what went out on paper.</param>
    /// <param name="Signer">Name as printed; null = who sends it.</param>
    /// <param name="SignerRole">As printed; null = what the person is.</param>
    public sealed record Input(long Report, string Number, DateOnly? SentOn = null, string? Signer = null, string? SignerRole = null, string? IdempotencyKey = null);

    private const string Supplement = "TT 05/2024 Điều 11";

    /// <summary>What stands in the way of sending, whoever signs and whenever.</summary>
    /// <param name="changed">Cells that changed since the version sent before; null = none was.</param>
    /// <param name="hasReason">Cells for which a reason was typed.</param>
    public static Refusal? WhyNotSend(ReportHead head, bool isIntact, IReadOnlyCollection<CellName>? changed, Func<CellName, bool> hasReason, CheckedForms checks)
    {
        var missing = changed?.Count(cell => !hasReason(cell)) ?? 0;
        return head.Sending is not null ? new Refusal("report.sent-already", head.Id)
            : head.IsSuperseded ? new Refusal("report.superseded", head.Id)
            : !isIntact ? new Refusal("report.not-intact", head.Id)
            : checks.WhyNotSend is { } failing ? failing
            : changed is { Count: 0 } ? new Refusal("report.nothing-changed", [], Supplement)
            : missing > 0 ? new Refusal("report.reason-missing", [missing], Supplement)
            : null;
    }

    /// <summary>What is wrong with number, days and signature.</summary>
    public static Refusal? WhyNot(Input input, ReportHead head, ReportHead? before, DateOnly sentOn, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Number) ? new Refusal("report.needs-number")
        : sentOn > today ? new Refusal("report.sent-future", sentOn, today)
        : sentOn < head.KnownOn ? new Refusal("report.sent-early", sentOn, head.KnownOn)
        : before?.Sending is { } sent && sentOn < sent.SentOn ? new Refusal("report.sent-before-version", sentOn, sent.Version, sent.SentOn)
        : string.IsNullOrWhiteSpace(input.Signer) || string.IsNullOrWhiteSpace(input.SignerRole) ? new Refusal("report.needs-signer")
        : null;

    /// <exception cref="NotFoundException">`report.unknown`.</exception>
    /// <exception cref="RefusedException">
    /// `report.sent-already`, `report.superseded`, `report.not-intact`, `check.blocks`, `report.nothing-changed`, `report.reason-missing`, `report.needs-number`, `report.sent-future`,
    /// `report.sent-early`, `report.sent-before-version`, `report.needs-signer`.
    /// </exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        // What is closed does not change: it is checked before others have to wait.
        var closed = await ReadReports.ByIdAsync(input.Report, work, ct);
        var checks = await ReadChecks.OfAsync(closed, work, ct);
        var connection = await work.StartAsync(ct, alone: true);
        var head = await ReadReports.HeadAsync(input.Report, work, ct);
        var place = await ReportPlace.ResolveAsync(head.Address, work, ct);
        if (!await ReportSigning.MaySendAsync(place, work, ct))
        {
            throw new NotAllowedException(nameof(Permissions.Sign));
        }

        if (await work.SameBeforeAsync("report-sent", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var before = await ReadReports.LastSentHeadAsync(head.Address, work, ct);
        RefusedException.ThrowIf(await WhyNotAsync(closed, head, before, checks, work, ct));
        var sentOn = input.SentOn ?? work.Today;
        var signed = input with { Signer = input.Signer ?? work.Person.FullName, SignerRole = input.SignerRole ?? await ReportSigning.RoleAsync(place, work, ct) };
        RefusedException.ThrowIf(WhyNot(signed, head, before, sentOn, work.Today));

        var version = (before?.Sending!.Version ?? 0) + 1;
        work.Begin("report-sent", idempotencyKey: input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO report_sent (closed_id, version, number, sent_on, signer, signer_role, act) VALUES (@id, @version, @number, @on, @signer, @role, @act)", ct,
            ("id", head.Id), ("version", version), ("number", signed.Number.Trim()), ("on", sentOn), ("signer", signed.Signer!.Trim()), ("role", signed.SignerRole!.Trim()),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(
            ct, new ActChange(CloseReport.Subject(head.Address), "report-sent", null, $"{CloseReport.Period(head.Address)} v{version} {signed.Number.Trim()} #{head.ShortHash}") { Unit = place.Unit });
        await work.FinishAsync(ct);
    }

    private static async Task<Refusal?> WhyNotAsync(ReportVersion version, ReportHead head, ReportHead? before, CheckedForms checks, Work work, CancellationToken ct)
    {
        var changed = before is null || head.Sending is not null ? null
            : CompareVersions.Cells((await ReadReports.WholeAsync(before, work, ct)).Forms, version.Forms).Select(c => new CellName(c.Form.Form, c.Row.Row, c.Column.Cell)).ToList();
        var reasons = await ReportReasons.OfAsync(head.Id, work, ct);
        return WhyNotSend(head, version.IsIntact, changed, reasons.ContainsKey, checks);
    }
}
