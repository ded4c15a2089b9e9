using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Committee;

/// <summary>How a committee works is set by a document, from a day on. What held before stays for the meetings of then.</summary>
public static class SetWorkingRules
{
    private static readonly int[] Cycles = [1, 2, 3, 4, 6, 12];

    /// <param name="AgendaFrom">Đồng.</param>
    public sealed record Input(
        int Committee, DateOnly ValidFrom, int CycleMonths, int PapersDays, int Quorum, bool Procuracy, long AgendaFrom, string Document, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, SteeringCommittee committee) =>
        string.IsNullOrWhiteSpace(input.Document) ? new("committee.no-document")
        : input.ValidFrom < committee.BeginsOn || committee.LastOn < input.ValidFrom ? new("committee.outside", input.ValidFrom, committee.Name)
        : !Cycles.Contains(input.CycleMonths) ? new("committee.cycle", input.CycleMonths, string.Join(", ", Cycles))
        : input.PapersDays is < 0 or > 30 ? new("committee.papers-days", input.PapersDays)
        : input.Quorum is < 0 or > 99 ? new("committee.bad-quorum", input.Quorum)
        : input.AgendaFrom < 0 ? new("committee.bad-money", input.AgendaFrom)
        : null;

    /// <exception cref="NotFoundException">`committee.unknown`.</exception>
    /// <exception cref="RefusedException">`committee.*`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("committee-rules-set", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var committee = await CommitteeBook.TakeAsync(input.Committee, Permissions.Organise, work, ct);
        RefusedException.ThrowIf(WhyNot(input, committee));
        var before = committee.RuleOn(input.ValidFrom);
        work.Begin("committee-rules-set", input.Document.Trim(), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await connection.RunAsync(
            """
            INSERT INTO committee_rule (id, committee_id, valid_from, cycle_months, papers_days, quorum, procuracy, agenda_from, document, act)
            SELECT coalesce(max(id), 0) + 1, @committee, @from, @cycle, @papers, @quorum, @procuracy, @money, @document, @act FROM committee_rule
            """, ct,
            ("committee", committee.Id), ("from", input.ValidFrom), ("cycle", input.CycleMonths), ("papers", input.PapersDays), ("quorum", input.Quorum), ("procuracy", input.Procuracy ? 1 : 0),
            ("money", input.AgendaFrom), ("document", input.Document.Trim()), ("act", act));
        await work.ChangedAsync(
            ct,
            [
                new ActChange(committee.Name, "valid-from", ActChange.Day(before.ValidFrom), ActChange.Day(input.ValidFrom)) { Unit = committee.Unit },
                .. new[]
                {
                    new ActChange(committee.Name, "committee-cycle", Number(before.CycleMonths), Number(input.CycleMonths)) { Unit = committee.Unit },
                    new ActChange(committee.Name, "committee-papers", Number(before.PapersDays), Number(input.PapersDays)) { Unit = committee.Unit },
                    new ActChange(committee.Name, "committee-quorum", Number(before.Quorum), Number(input.Quorum)) { Unit = committee.Unit },
                    new ActChange(committee.Name, "committee-money", Number(before.AgendaFrom), Number(input.AgendaFrom)) { Unit = committee.Unit },
                }.Where(line => line.Before != line.After),
            ]);
        await work.FinishAsync(ct);
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
