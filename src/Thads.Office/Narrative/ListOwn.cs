using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Matters;

namespace Thads.Office.Narrative;

/// <summary>A matter behind a number that no form has.</summary>
/// <param name="Counted">1, or −1 where it was taken back.</param>
public sealed record OwnRow(string Code, DateOnly On, long Counted);

/// <summary>The matters behind a number by manner, or what was done in matters: the same rows the number counts.</summary>
public static class ListOwn
{
    /// <exception cref="RefusedException">`narrative.no-list`, and those of <see cref="FormScope.ResolveAsync"/>.</exception>
    public static async Task<IReadOnlyList<OwnRow>> RunAsync(NarrativeQuery query, OwnPick pick, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var scope = await FormScope.ResolveAsync(new FormQuery("04", query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: query.LastAct), work, ct);
        return pick.What switch
        {
            "manner" => await MannerAsync(scope, pick.Which, work, ct),
            "commune" => await CommuneAsync(scope, pick.Which, work, ct),
            "bank" => await BankAsync(query, pick.Which, work, ct),
            "event" => await EventAsync(scope, pick.Which, work, ct),
            _ => throw new RefusedException(new Refusal("narrative.no-list", pick.What)),
        };
    }

    private static Task<IReadOnlyList<OwnRow>> MannerAsync(FormScope scope, string which, Work work, CancellationToken ct) => CompletedAsync(
        scope, Codes.TryRead<Manner>(which, out var manner) ? $"s.manner = {(int)manner}" : which == "-" ? "s.manner IS NULL" : throw new RefusedException(new Refusal("narrative.no-list", which)), work, ct);

    /// <param name="which">Id of the commune; with a dash behind it those that ended without coercion.</param>
    private static Task<IReadOnlyList<OwnRow>> CommuneAsync(FormScope scope, string which, Work work, CancellationToken ct) => CompletedAsync(
        scope,
        int.TryParse(which.TrimEnd('-'), out var commune) && commune > 0
            ? $"c.commune_id = {commune.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(which.EndsWith('-') ? $" AND s.manner IN ({(int)Manner.FreeWill}, {(int)Manner.Persuasion})" : "")}"
            : throw new RefusedException(new Refusal("narrative.no-list", which)), work, ct);

    /// <param name="which">Form, cell and name of the bank: the matters of that cell of which it is the creditor.</param>
    private static async Task<IReadOnlyList<OwnRow>> BankAsync(NarrativeQuery query, string which, Work work, CancellationToken ct)
    {
        var parts = which.Split(':', 3);
        RefusedException.ThrowIf(parts.Length < 3 || parts[0] is not ("01" or "02") ? new Refusal("narrative.no-list", which) : null);
        var banks = await BankFacts.BanksAsync(await work.ConnectAsync(ct), ct);
        var explained = await ExplainCell.RunAsync(
            new FormQuery(parts[0], query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: query.LastAct), BankFacts.Row, parts[1], work, ct);
        return [.. explained.Matters.Where(matter => (banks.GetValueOrDefault(matter.Id) ?? "").Replace('|', ' ') == parts[2]).Select(matter => new OwnRow(matter.Code, matter.Moves.Max(move => move.On), matter.Counted))];
    }

    private static async Task<IReadOnlyList<OwnRow>> CompletedAsync(FormScope scope, string which, Work work, CancellationToken ct)
    {
        var completed = (int)DocketState.Completed;
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT c.code, max(m.happened_on), CAST(sum(CASE WHEN m.to_state = {completed} THEN m.quantity ELSE -m.quantity END) AS bigint)
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
            WHERE m.line = 0 AND {which} AND {WayFacts.Moves(scope, completed.ToString(System.Globalization.CultureInfo.InvariantCulture))}
            GROUP BY c.code HAVING sum(CASE WHEN m.to_state = {completed} THEN m.quantity ELSE -m.quantity END) <> 0 ORDER BY 2, 1
            """,
            r => new OwnRow(r.GetString(0), r.Day(1), r.GetInt64(2)), ct, WayFacts.Values(scope));
    }

    private static async Task<IReadOnlyList<OwnRow>> EventAsync(FormScope scope, string which, Work work, CancellationToken ct)
    {
        var filter = which == "agreed" ? $"e.kind = {(int)EventKind.Persuaded} AND e.result = {(int)EventResult.Agreed}"
            : Codes.TryRead<EventKind>(which, out var kind) ? $"e.kind = {(int)kind}" : throw new RefusedException(new Refusal("narrative.no-list", which));
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT c.code, e.happened_on FROM matter_event e JOIN matter c ON c.id = e.matter_id WHERE {filter} AND {WayFacts.Events(scope)} ORDER BY e.happened_on, c.code",
            r => new OwnRow(r.GetString(0), r.Day(1), 1), ct, WayFacts.Values(scope));
    }
}
