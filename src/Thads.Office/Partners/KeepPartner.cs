using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Partners;

/// <summary>A body outside the office is added, or what is said of it is said anew. Its code, kind and commune stay: another body is another partner.</summary>
public static class KeepPartner
{
    /// <param name="Unit">Code of the unit whose locality it belongs to.</param>
    /// <param name="Commune">Code of the commune; for the committee of a commune, and for that alone.</param>
    /// <param name="EndedOn">Its last day; null = it is there.</param>
    public sealed record Input(string Unit, string Code, PartnerKind Kind, string Name, string? Commune = null, string? Contact = null, DateOnly? EndedOn = null, string? IdempotencyKey = null);

    /// <param name="now">What is said of it now; null = it is new.</param>
    /// <param name="tree">The units of the books.</param>
    public static Refusal? WhyNot(Input input, Partner? now, UnitTree tree) =>
        UnitWriting.WhyNotCode(input.Code)
        ?? (string.IsNullOrWhiteSpace(input.Name) ? new Refusal("name.missing")
        : (input.Kind == PartnerKind.CommuneCommittee) != (input.Commune is not null) ? new Refusal("partner.commune")
        : input.Commune is not null && !tree.Communes.ContainsKey(input.Commune) ? new Refusal("code.unknown", input.Commune, "communes")
        : now is not null && (now.Kind != input.Kind || now.Commune != input.Commune) ? new Refusal("partner.other", now.Code)
        : now is not null && now == Said(input, now, tree) ? new Refusal("partner.unchanged", now.Name)
        : null);

    /// <returns>Id of the partner.</returns>
    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's.</exception>
    /// <exception cref="RefusedException">`code.bad`, `name.missing`, `partner.commune`, `code.unknown`, `partner.other`, `partner.unchanged`, `partner.taken`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("partner-kept", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT partner_id FROM partner_said WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.Unit));
        work.Require(Permissions.Organise, unit);
        var now = (await PartnerBook.WholeAsync(work, ct)).Of(input.Code);
        RefusedException.ThrowIf(now is not null && !work.Person.Sees(now.Unit) ? new Refusal("partner.taken", now.Code) : null);
        RefusedException.ThrowIf(WhyNot(input, now, tree));

        work.Begin("partner-kept", idempotencyKey: input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = now?.Id ?? await connection.ValueAsync<int>(
            "INSERT INTO partner (id, code, kind, commune_id, act) SELECT coalesce(max(id), 0) + 1, @code, @kind, @commune, @act FROM partner RETURNING id", ct,
            ("code", input.Code.Trim()), ("kind", input.Kind), ("commune", input.Commune is null ? null : tree.Communes[input.Commune].Id), ("act", act));
        await connection.RunAsync(
            "INSERT INTO partner_said (partner_id, unit_id, name, contact, ended_on, act) VALUES (@partner, @unit, @name, @contact, @ended, @act)", ct,
            ("partner", id), ("unit", unit), ("name", input.Name.Trim()), ("contact", Text(input.Contact)), ("ended", input.EndedOn), ("act", act));
        var after = Said(input, now ?? new Partner(id, input.Code.Trim(), input.Kind, unit, "", input.Commune, null, null), tree);
        await work.ChangedAsync(
            ct,
            [
                .. new[]
                {
                    new ActChange(after.Code, "name", now?.Name, after.Name) { Unit = unit },
                    new ActChange(after.Code, "partner-contact", now?.Contact, after.Contact) { Unit = unit },
                    new ActChange(after.Code, "last-day", ActChange.Day(now?.EndedOn), ActChange.Day(after.EndedOn)) { Unit = unit },
                    new ActChange(after.Code, "unit", now is null ? null : tree.UnitCode(now.Unit), tree.UnitCode(unit)) { Unit = unit },
                }.Where(line => line.Before != line.After),
            ]);
        await work.FinishAsync(ct);
        return id;
    }

    private static Partner Said(Input input, Partner now, UnitTree tree) =>
        now with { Unit = tree.UnitOf(input.Unit) ?? now.Unit, Name = input.Name.Trim(), Contact = Text(input.Contact), EndedOn = input.EndedOn };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
