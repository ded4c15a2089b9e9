using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>A live matter as a campaign sees it on a day.</summary>
/// <param name="Officer">Id; 0 = nobody.</param>
/// <param name="Left">Đồng left on its live lines.</param>
/// <param name="Commune">Id of the debtor's commune.</param>
/// <param name="Bank">Creditor of its first line, where a credit institution is a party.</param>
public sealed record ScopedMatter(Guid Id, string Code, DateOnly DecidedOn, int Unit, int Officer, DocketState State, long Left, DocketClass Traits, int? Commune, string? Bank)
{
    public int DocketYear => Law.StatisticalYear.Of(DecidedOn).Year;

    /// <summary>What makes two matters alike: enforceable or not, kind of judgment, credit institution, age. Matters of one group are compared with each other only.</summary>
    public string GroupOn(DateOnly day) =>
        $"{(CampaignScope.Takes(CampaignStates.Enforceable, State) ? 1 : 0)}/{(int)Traits.Type}/{(Traits.CreditInstitution ? 1 : 0)}/{(int)Age.BandOf(DecidedOn, day)}";
}

/// <summary>So many matters with so much money.</summary>
public readonly record struct ScopedSum(int Matters, long Left)
{
    public static ScopedSum Of(IEnumerable<ScopedMatter> matters) => matters.Aggregate(new ScopedSum(0, 0), (sum, matter) => new ScopedSum(sum.Matters + 1, sum.Left + matter.Left));
}

/// <summary>The live matters of a unit at the end of a day, as known on it, with what a campaign's filter asks for.</summary>
public static class ReadScopedMatters
{
    private static readonly KeptAnswers<IReadOnlyList<ScopedMatter>> Kept = new(16);

    /// <param name="unit">Id.</param>
    /// <exception cref="RefusedException">`overview.day`: a day to come.</exception>
    public static async Task<IReadOnlyList<ScopedMatter>> RunAsync(int unit, DateOnly on, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var scope = await OverviewScope.ResolveAsync(new OverviewQuestion(tree.UnitCode(unit), on, on), work, ct);
        return await Kept.OfAsync(work.Database, $"{scope.Key}/{scope.CutOff.Act}", () => ReadAsync(scope, work, ct));
    }

    /// <summary>Those a filter takes.</summary>
    public static async Task<IReadOnlyList<ScopedMatter>> OfAsync(CampaignScope filter, int unit, DateOnly on, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var officer = filter.Officer is { } code ? tree.OfficerOf(code) : null;
        var commune = filter.Commune is { } where ? tree.Communes.GetValueOrDefault(where)?.Id : null;
        return [.. (await RunAsync(unit, on, work, ct)).Where(matter => filter.Takes(matter, officer, commune))];
    }

    private static async Task<IReadOnlyList<ScopedMatter>> ReadAsync(OverviewScope scope, Work work, CancellationToken ct)
    {
        var open = (await ReadOpenMatters.RunAsync(scope, work, ct)).Where(matter => matter.State.IsLive).ToList();
        var connection = await work.ConnectAsync(ct);
        var here = scope.IsEverything ? "" : $"AND EXISTS (SELECT 1 FROM move m WHERE m.matter_id = c.id AND m.to_unit IN ({Sql.List(scope.Units)}))";
        var traits = new Dictionary<Guid, (DocketClass Traits, int? Commune)>();
        await connection.EachAsync(
            $"SELECT c.id, c.basis, c.type, c.credit_institution, c.corruption, c.by_delegation, c.commune_id FROM matter c WHERE c.decided_on <= @day {here}",
            r => traits[r.Id(0)] = (new DocketClass((Basis)r.GetInt32(1), (JudgmentType)r.GetInt32(2), r.GetInt32(3) != 0, r.GetInt32(4) != 0, false, r.GetInt32(5) != 0), r.NumberOrNone(6)), ct, ("day", scope.On));
        var banks = new Dictionary<Guid, string>();
        await connection.EachAsync(
            "SELECT o.matter_id, o.creditor FROM obligation o JOIN matter m ON m.id = o.matter_id WHERE m.credit_institution = 1 AND o.creditor IS NOT NULL ORDER BY o.matter_id, o.number",
            r => banks.TryAdd(r.Id(0), r.GetString(1)), ct);
        return [.. open.Select(matter => new ScopedMatter(
            matter.Id, matter.Code, matter.DecidedOn, matter.Unit, matter.Officer, matter.State, matter.Left, traits[matter.Id].Traits, traits[matter.Id].Commune, banks.GetValueOrDefault(matter.Id)))];
    }
}
