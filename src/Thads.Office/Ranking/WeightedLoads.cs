using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Matters;

namespace Thads.Office.Ranking;

/// <summary>A matter in the load of an officer.</summary>
/// <param name="Counted">What it adds to the officer's total: 1, or −1 where it was handed on in the period and came before it.</param>
/// <param name="Weights">The weights that lie on it.</param>
public sealed record WeighedMatter(Guid Id, string Code, int Counted, IReadOnlyList<CaseloadWeight> Weights)
{
    /// <summary>Hundredths of a plain matter.</summary>
    public int Hundredths => Weights.Sum(weight => weight.Hundredths) * Counted;
}

/// <summary>The weighted load of an officer in one unit: which matters, and what each weight adds.</summary>
/// <param name="Officer">Id; 0 = not assigned.</param>
public sealed record WeightedLoad(int Unit, int Officer, IReadOnlyList<WeighedMatter> Matters)
{
    /// <summary>Hundredths of a plain matter.</summary>
    public long Hundredths => Matters.Sum(matter => (long)matter.Hundredths);

    /// <summary>Of each weight how many matters, and what they add in hundredths.</summary>
    public IReadOnlyList<(CaseloadWeight Weight, long Matters, long Hundredths)> Parts =>
        [.. CaseloadWeight.All.Select(weight => (weight, Matters.Where(matter => matter.Weights.Contains(weight)).Sum(matter => (long)matter.Counted)))
            .Where(part => part.Item2 != 0).Select(part => (part.weight, part.Item2, part.Item2 * part.weight.Hundredths))];
}

/// <summary>Weighs the matters behind the totals of form 04, officer by officer: the plain load is that total exactly.</summary>
public static class ReadWeightedLoads
{
    /// <summary>So many matters are weighed at most; a larger scope is asked for unit by unit.</summary>
    public const long Most = 200_000;

    /// <returns>Null where the scope holds more than <see cref="Most"/>.</returns>
    public static async Task<IReadOnlyList<WeightedLoad>?> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var scope = await FormScope.ResolveAsync(query with { Form = "04" }, work, ct);
        var connection = await work.ConnectAsync(ct);
        if (await connection.ValueAsync<long>($"SELECT count(*) FROM matter_now WHERE unit_id IN ({Sql.List(scope.Units)})", ct) > Most)
        {
            return null;
        }

        var held = await HeldAsync(scope, connection, ct);
        var burdens = await BurdensAsync([.. held.Select(one => one.Key.Matter).Distinct()], scope, connection, ct);
        return [.. held.Select(one =>
            {
                var burden = burdens[one.Key.Matter];
                var docketClass = DocketClass.Of(one.Value.Class);
                return (one.Key.Unit, one.Key.Officer, Matter: new WeighedMatter(one.Key.Matter, burden.Code, one.Value.Counted, CaseloadWeight.Of(new Burden(
                    docketClass.Type, docketClass.CreditInstitution, docketClass.Corruption, burden.Lines, burden.Amount, burden.IsCoerced, one.Key.IsSeparate))));
            })
            .GroupBy(one => (one.Unit, one.Officer))
            .Select(g => new WeightedLoad(g.Key.Unit, g.Key.Officer, [.. g.Select(one => one.Matter).OrderByDescending(matter => matter.Hundredths).ThenBy(matter => matter.Code, StringComparer.Ordinal)]))
            .OrderBy(load => load.Unit).ThenBy(load => load.Officer)];
    }

    /// <summary>What each matter adds to the cells "total" and "separate" in each account; nothing where it adds nothing.</summary>
    private static async Task<Dictionary<(int Unit, int Officer, Guid Matter, bool IsSeparate), (int Counted, int Class)>> HeldAsync(FormScope scope, DbConnection connection, CancellationToken ct)
    {
        var (total, separate) = (scope.Set.Formulas[scope.Set.ColumnOf("total")], scope.Set.Formulas[scope.Set.ColumnOf("separate")]);
        var sums = new Dictionary<(int, int, Guid, bool), (int Counted, int Class)>();
        await connection.EachAsync(
            $"""
            SELECT m.class, m.docket_year, {DocketBook.Columns}, m.matter_id FROM move m
            WHERE m.line = 0 AND m.happened_on <= @end AND m.act <= @act{(scope.CutOff.KnownOn is null ? "" : " AND m.known_on <= @known")}
                AND {(scope.IsEverything ? "1 = 1" : $"(m.to_unit IN ({Sql.List(scope.Units)}) OR (m.from_unit <> m.to_unit AND m.from_unit IN ({Sql.List(scope.Units)})))")}
            """,
            r =>
            {
                var (docketClass, posted, matter) = (r.GetInt32(0), DocketBook.Read(r, 2), r.Id(15));
                var phase = posted.Move.On < scope.Year.Start ? Phase.Before : Phase.Within;
                DocketChange.Of(posted, docketClass, r.GetInt32(1), (change, quantity) =>
                {
                    if (scope.Units.Contains(change.Unit) && (scope.Officer == 0 || change.Officer == scope.Officer))
                    {
                        Add((change.Unit, change.Officer, matter, false), total, change, quantity);
                        Add((change.Unit, change.Officer, matter, true), separate, change, quantity);
                    }
                });

                void Add((int, int, Guid, bool) key, Formula formula, DocketChange change, long quantity)
                {
                    var weight = formula.Weight(phase, change.From, change.To, (docketClass & DocketClass.ByDelegationBit) != 0);
                    if (weight != 0)
                    {
                        sums[key] = (sums.GetValueOrDefault(key).Counted + weight * (int)quantity, docketClass);
                    }
                }
            }, ct, ("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue));
        return sums.Where(sum => sum.Value.Counted != 0).ToDictionary(sum => sum.Key, sum => sum.Value);
    }

    private static async Task<Dictionary<Guid, (string Code, int Lines, long Amount, bool IsCoerced)>> BurdensAsync(IReadOnlyList<Guid> matters, FormScope scope, DbConnection connection, CancellationToken ct)
    {
        var found = new Dictionary<Guid, (string, int, long, bool)>(matters.Count);
        foreach (var block in matters.Chunk(MatterFiles.Block))
        {
            var names = block.Select((id, i) => ($"m{i}", (object?)id)).ToArray();
            await connection.EachAsync(
                $"""
                SELECT c.id, c.code, (SELECT count(*) FROM obligation o WHERE o.matter_id = c.id), (SELECT CAST(coalesce(sum(o.amount), 0) AS bigint) FROM obligation o WHERE o.matter_id = c.id),
                    CASE WHEN EXISTS (SELECT 1 FROM matter_event e WHERE e.matter_id = c.id AND e.kind IN ({(int)EventKind.CoercionDecided}, {(int)EventKind.CoercionPlanned}, {(int)EventKind.CoercionHeld})
                        AND e.happened_on <= @end AND e.act <= @act{(scope.CutOff.KnownOn is null ? "" : " AND e.known_on <= @known")}
                        AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act)) THEN 1 ELSE 0 END
                FROM matter c WHERE c.id IN ({string.Join(',', names.Select(name => '@' + name.Item1))})
                """,
                r => found.Add(r.Id(0), (r.GetString(1), (int)r.GetInt64(2), r.GetInt64(3), r.GetInt32(4) != 0)), ct,
                [("end", scope.End), ("act", scope.CutOff.Act), ("known", scope.CutOff.KnownOn ?? DateOnly.MaxValue), .. names]);
        }

        return found;
    }
}
