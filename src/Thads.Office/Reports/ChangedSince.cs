using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>
/// Whether the figures of a sent version are others today: it stays as it is, and a supplementary report is due. What was found is kept; it is looked at
/// again only after an act that could have moved a figure of the period.
/// </summary>
public static class ChangedSince
{
    private static readonly ConditionalWeakTable<Database, ConcurrentDictionary<long, Found>> OfDatabase = [];

    /// <summary>As of the act with this id and number: a number that was given back may be another act's.</summary>
    private sealed record Found(Guid Id, long Act, bool Changed);

    /// <returns>Null where the person sees only a part of what is counted.</returns>
    public static async Task<bool?> RunAsync(ReportHead head, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var place = await ReportPlace.ResolveAsync(head.Address, work, ct);
        var scope = place.Tree.ScopeOf(place.Unit, head.Address.End);
        if (scope.Any(unit => !work.Person.Sees(unit)))
        {
            return null;
        }

        var connection = await work.ConnectAsync(ct);
        var last = (await connection.ListAsync("SELECT id, seq FROM act ORDER BY seq DESC LIMIT 1", r => (Id: r.Id(0), Act: r.GetInt64(1)), ct)).Single();
        var kept = OfDatabase.GetOrCreateValue(work.Database);
        if (kept.TryGetValue(head.Id, out var before) && await StandsAsync(before, last, scope, head, work, ct))
        {
            kept[head.Id] = before with { Id = last.Id, Act = last.Act };
            return before.Changed;
        }

        var version = await ReadReports.WholeAsync(head, work, ct);
        var now = await DrawUp.RunAsync(head.Address, new ReportCutOff(last.Act, work.Today, await UnitTree.VersionAsync(connection, last.Act, ct)), head.Regime, work, ct);
        var changed = CompareVersions.Cells(version.Forms, now).Any();
        kept[head.Id] = new Found(last.Id, last.Act, changed);
        return changed;
    }

    private static async Task<bool> StandsAsync(Found found, (Guid Id, long Act) last, IReadOnlySet<int> scope, ReportHead head, Work work, CancellationToken ct)
    {
        if (found.Id == last.Id)
        {
            return true;
        }

        var connection = await work.ConnectAsync(ct);
        if ((await connection.ListAsync("SELECT id FROM act WHERE seq = @act", r => r.Id(0), ct, ("act", found.Act))) is not [var id] || id != found.Id
            || await UnitTree.VersionAsync(connection, long.MaxValue, ct) > found.Act)
        {
            return false;
        }

        var units = $"m.happened_on <= @end AND (+m.to_unit IN ({Sql.List(scope)}) OR +m.from_unit IN ({Sql.List(scope)}))";
        return await connection.ValueAsync<long>(
            $"""
            SELECT count(*) FROM (
                SELECT 1 FROM (SELECT 1 FROM act_matter a JOIN move m ON m.matter_id = a.matter_id AND m.act = a.act WHERE a.act > @act AND {units} LIMIT 1) one
                UNION ALL SELECT 1 FROM (SELECT 1 FROM matter n JOIN move m ON m.matter_id = n.id AND m.act = n.act WHERE n.act > @act AND {units} LIMIT 1) two
                UNION ALL SELECT 1 FROM reported_figure WHERE act > @act) later
            """, ct, ("act", found.Act), ("end", head.Address.End)) == 0;
    }
}
