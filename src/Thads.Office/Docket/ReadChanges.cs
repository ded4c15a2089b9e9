using System.Data.Common;
using System.Runtime.InteropServices;
using Thads.Law;
using Thads.Office.Data;

namespace Thads.Office.Docket;

/// <summary>What changes are told apart by when they are summed.</summary>
public enum ChangeGrain
{
    /// <summary>By class: the rows of forms 01 and 02.</summary>
    Class = 1,

    /// <summary>By unit.</summary>
    Unit = 2,

    /// <summary>By unit and officer.</summary>
    Officer = 3,
}

/// <summary>A sum of changes before a period or in it. Unit, officer and class are 0 where the grain does not tell them apart;
/// of the class of the grains by unit and officer only "by delegation" is kept.</summary>
public readonly record struct SummedChange(bool Within, int Unit, int Officer, int Class, int From, int To, long Quantity);

/// <summary>
/// Reads the book: the changes in the accounts of some units, before and in a period, as known at a cut-off. The summary gives
/// the opening of the year and its whole months; only a month cut by the day of knowledge and acts not yet in the summary are
/// read as moves. All history is never read.
/// </summary>
public sealed class ReadChanges(DbConnection connection, DocketCutOff cutOff)
{
    /// <param name="units">Units whose accounts count; null = every unit.</param>
    /// <param name="officer">Only this officer's accounts; 0 = all.</param>
    /// <param name="end">Last day of the period, a last day of a month of <paramref name="year"/>.</param>
    public async Task<IReadOnlyList<SummedChange>> SumAsync(
        ChangeGrain grain, IReadOnlySet<int>? units, int officer, Measure measure, StatisticalYear year, DateOnly end, CancellationToken ct)
    {
        var batches = await BatchesAsync(ct);
        var summed = batches.Count == 0 ? 0 : batches[^1].LastAct;
        var sums = new Sums(grain, units, officer, year.Start);

        // What happened after the day of knowledge cannot be known on it.
        var last = cutOff.KnownOn is { } known && known < end ? known : end;
        if (officer != 0 && grain == ChangeGrain.Class)
        {
            await ReadOfficerByClassAsync(sums, officer, units, measure, last, ct);
            return sums.Result();
        }

        var baseYear = last < year.Start ? StatisticalYear.Of(last) : year;
        await ReadOpeningAsync(sums, batches, baseYear, measure, ct);
        var whole = Enumerable.Range(1, 12).TakeWhile(m => baseYear.EndOfMonth(m) <= last).DefaultIfEmpty(0).Max();
        await ReadMonthsAsync(sums, batches, baseYear, whole, measure, ct);
        var from = whole == 0 ? baseYear.Start : baseYear.EndOfMonth(whole).AddDays(1);
        if (from <= last)
        {
            await ReadMovesAsync(sums, $"m.happened_on >= '{from:yyyy-MM-dd}' AND m.act <= {summed} AND {InUnits(units)}", measure, last, ct);
        }

        if (summed < cutOff.Act)
        {
            const string OfActs = "act_matter a JOIN move m ON m.matter_id = a.matter_id AND m.act = a.act";
            await ReadMovesAsync(sums, $"a.act > {summed} AND a.act <= {cutOff.Act} AND {InUnits(units)}", measure, last, ct, OfActs);
        }

        return sums.Result();
    }

    private async Task<List<(int Number, long LastAct, int LastYear)>> BatchesAsync(CancellationToken ct) =>
        await connection.ListAsync(
            "SELECT number, last_act, last_year FROM docket_batch WHERE last_act <= @act ORDER BY number", r => (r.GetInt32(0), r.GetInt64(1), r.GetInt32(2)), ct, ("act", cutOff.Act));

    private async Task ReadOpeningAsync(Sums sums, List<(int Number, long LastAct, int LastYear)> batches, StatisticalYear year, Measure measure, CancellationToken ct)
    {
        if (batches.Count == 0)
        {
            return;
        }

        var table = sums.NeedsOfficer ? "docket_opening_officer" : "docket_opening";
        foreach (var group in batches.GroupBy(b => Math.Min(b.LastYear, year.Year)))
        {
            await connection.ListAsync(
                $"""
                SELECT {sums.Columns}, 0, state, {SumOf} FROM {table}
                WHERE year = {group.Key} AND measure = {(int)measure} AND {Batches(group.Select(b => b.Number), batches.Count)} AND {sums.Where} AND {Known}
                GROUP BY {sums.GroupBy}state
                """,
                r =>
                {
                    sums.Add(within: false, r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt64(5));
                    return 0;
                }, ct, KnownParameter);
        }
    }

    private async Task ReadMonthsAsync(Sums sums, List<(int Number, long LastAct, int LastYear)> batches, StatisticalYear year, int months, Measure measure, CancellationToken ct)
    {
        if (batches.Count == 0 || months == 0)
        {
            return;
        }

        var table = sums.NeedsOfficer ? "docket_month_officer" : "docket_month";
        var within = year.Start >= sums.Start;
        await connection.ListAsync(
            $"""
            SELECT {sums.Columns}, from_state, to_state, {SumOf} FROM {table}
            WHERE year = {year.Year} AND month <= {months} AND measure = {(int)measure} AND batch <= {batches[^1].Number} AND {sums.Where} AND {Known}
            GROUP BY {sums.GroupBy}from_state, to_state
            """,
            r =>
            {
                sums.Add(within, r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt64(5));
                return 0;
            }, ct, KnownParameter);
    }

    /// <summary>One officer's accounts by class: the summary by officer knows no class, so the moves of the units in question are read.</summary>
    private async Task ReadOfficerByClassAsync(Sums sums, int officer, IReadOnlySet<int>? units, Measure measure, DateOnly last, CancellationToken ct)
    {
        var his = await connection.ListAsync(
            $"SELECT DISTINCT unit_id FROM docket_month_officer WHERE officer_id = {officer} UNION SELECT DISTINCT unit_id FROM officer_period WHERE officer_id = {officer} "
            + $"UNION SELECT DISTINCT unit_id FROM matter_now WHERE officer_id = {officer}",
            r => r.GetInt32(0), ct);
        var asked = his.Where(u => units?.Contains(u) ?? true).ToHashSet();
        await ReadMovesAsync(sums, $"m.act <= {cutOff.Act} AND {InUnits(asked)}", measure, last, ct);
    }

    private async Task ReadMovesAsync(Sums sums, string where, Measure measure, DateOnly last, CancellationToken ct, string from = "move m")
    {
        var known = cutOff.KnownOn is null ? "" : " AND m.known_on <= @known";
        var ofMeasure = measure == Measure.Matters ? "m.line = 0" : "m.line > 0";
        await connection.ListAsync(
            $"SELECT m.class, m.docket_year, {DocketBook.Columns} FROM {from} WHERE {where} AND {ofMeasure} AND m.happened_on <= @last{known}",
            r =>
            {
                DocketChange.Of(DocketBook.Read(r, 2), r.GetInt32(0), r.GetInt32(1), sums.AddChange);
                return 0;
            }, ct, ("last", last), KnownParameter);
    }

    private string Known => cutOff.KnownOn is null ? "1 = 1" : "(known_on IS NULL OR known_on <= @known)";

    private (string, object?) KnownParameter => ("known", cutOff.KnownOn ?? DateOnly.MaxValue);

    /// <summary>PostgreSQL sums bigint as numeric.</summary>
    private string SumOf => connection.IsPostgres() ? "sum(quantity)::bigint" : "sum(quantity)";

    private static string InUnits(IReadOnlySet<int>? units) =>
        units is null ? "1 = 1" : $"(m.to_unit IN ({Sql.List(units)}) OR (m.from_unit <> m.to_unit AND m.from_unit IN ({Sql.List(units)})))";

    private static string Batches(IEnumerable<int> numbers, int all)
    {
        var list = numbers.ToList();
        return list.Count == all ? $"batch <= {list.Max()}" : $"batch IN ({Sql.List(list)})";
    }

    /// <summary>Adds up what is read, in the grain asked for.</summary>
    private sealed class Sums(ChangeGrain grain, IReadOnlySet<int>? units, int officer, DateOnly start)
    {
        private readonly Dictionary<SummedChange, long> _sums = [];

        public DateOnly Start => start;

        public bool NeedsOfficer => grain == ChangeGrain.Officer || officer != 0;

        public string Columns => grain switch
        {
            ChangeGrain.Class => "0, 0, class",
            ChangeGrain.Unit => $"unit_id, 0, class & {DocketClass.ByDelegationBit}",
            ChangeGrain.Officer => "unit_id, officer_id, class",
        };

        public string GroupBy => grain switch
        {
            ChangeGrain.Class => "class, ",
            ChangeGrain.Unit => $"unit_id, class & {DocketClass.ByDelegationBit}, ",
            ChangeGrain.Officer => "unit_id, officer_id, class, ",
        };

        public string Where => (units is null ? "1 = 1" : $"unit_id IN ({Sql.List(units)})") + (officer == 0 ? "" : $" AND officer_id = {officer}");

        public void Add(bool within, int unit, int officerId, int docketClass, int from, int to, long quantity)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, new SummedChange(within, unit, officerId, docketClass, from, to, 0), out _);
            sum += quantity;
        }

        /// <summary>A change of a move: taken when it lies in an account asked for.</summary>
        public void AddChange(DocketChange change, long quantity)
        {
            if ((units?.Contains(change.Unit) ?? true) && (officer == 0 || change.Officer == officer))
            {
                var byDelegation = change.Class & DocketClass.ByDelegationBit;
                var within = new StatisticalYear(change.Year).Start >= start;
                switch (grain)
                {
                    case ChangeGrain.Class:
                        Add(within, 0, 0, change.Class, change.From, change.To, quantity);
                        break;
                    case ChangeGrain.Unit:
                        Add(within, change.Unit, 0, byDelegation, change.From, change.To, quantity);
                        break;
                    case ChangeGrain.Officer:
                        Add(within, change.Unit, change.Officer, byDelegation, change.From, change.To, quantity);
                        break;
                }
            }
        }

        public IReadOnlyList<SummedChange> Result() => [.. _sums.Where(s => s.Value != 0).Select(s => s.Key with { Quantity = s.Value })];
    }
}
