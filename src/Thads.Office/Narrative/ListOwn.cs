using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Manners;
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
            "manner" => await MannerAsync(query, scope, pick.Which, work, ct),
            "commune" => await CommuneAsync(query, scope, pick.Which, work, ct),
            "bank" => await BankAsync(query, pick.Which, work, ct),
            "obstacle" => await ObstacleFacts.RowsAsync(query, scope, pick.Which, work, ct),
            "campaign" => await CampaignFacts.RowsAsync(scope, pick.Which, work, ct),
            "event" => await EventAsync(query, scope, pick.Which, work, ct),
            _ => throw new RefusedException(new Refusal("narrative.no-list", pick.What)),
        };
    }

    private static Task<IReadOnlyList<OwnRow>> MannerAsync(NarrativeQuery query, FormScope scope, string which, Work work, CancellationToken ct)
    {
        var listing = which == WayFacts.WithCommune ? MannerListing.WithCommune
            : Codes.TryRead<Manner>(which, out var manner) ? MannerListing.Of(manner) : which == "-" ? MannerListing.Of(null) : throw new RefusedException(new Refusal("narrative.no-list", which));
        return CompletedAsync(query, scope, (end, part) => listing.Has(end, part), work, ct);
    }

    /// <param name="which">Id of the commune; with a dash behind it those that ended without coercion.</param>
    private static Task<IReadOnlyList<OwnRow>> CommuneAsync(NarrativeQuery query, FormScope scope, string which, Work work, CancellationToken ct)
    {
        RefusedException.ThrowIf(int.TryParse(which.TrimEnd('-'), out var id) && id > 0 ? null : new Refusal("narrative.no-list", which));
        var code = scope.Tree.Communes.Values.FirstOrDefault(commune => commune.Id == id)?.Code;
        var listing = which.EndsWith('-') ? MannerListing.Amiable : MannerListing.Completed;
        return CompletedAsync(query, scope, (end, part) => code is not null && end.Commune == code && listing.Has(end, part), work, ct);
    }

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

    private static async Task<IReadOnlyList<OwnRow>> CompletedAsync(NarrativeQuery query, FormScope scope, Func<MatterEnd, IReadOnlySet<Guid>, bool> counts, Work work, CancellationToken ct)
    {
        var question = WayFacts.Question(query.Unit, scope, scope.Year);
        var part = await ReadCommunePart.RunAsync(question, work, ct);
        return [.. (await ReadEnds.RunAsync(question, work, ct)).Where(end => !end.IsMoney && end.State == DocketState.Completed && counts(end, part)).GroupBy(end => end.Code)
            .Select(ends => new OwnRow(ends.Key, ends.Max(end => end.On), ends.Sum(end => end.Quantity))).Where(row => row.Counted != 0).OrderBy(row => row.On).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<OwnRow>> EventAsync(NarrativeQuery query, FormScope scope, string which, Work work, CancellationToken ct)
    {
        var (kind, isAgreed) = which == "agreed" ? (EventKind.Persuaded, true)
            : Codes.TryRead<EventKind>(which, out var read) ? (read, false) : throw new RefusedException(new Refusal("narrative.no-list", which));
        return [.. (await ReadFieldEvents.RunAsync(WayFacts.Question(query.Unit, scope, scope.Year), [kind], work, ct)).Where(done => !isAgreed || done.Result == EventResult.Agreed).Select(done => new OwnRow(done.Code, done.On, 1))];
    }
}
