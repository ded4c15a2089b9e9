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

    /// <summary>By month of the year: the course of a year in one reading.</summary>
    Month = 4,
}

/// <summary>A sum of changes before a period or in it. Unit, officer, class and month are 0 where the grain does not tell them apart;
/// of the class of the grains by unit, officer and month only "by delegation" is kept.</summary>
/// <param name="Month">1 (October) to 12 of the year asked for; 0 for what was before it.</param>
public readonly record struct SummedChange(bool Within, int Unit, int Officer, int Class, int From, int To, long Quantity, int Month = 0);

/// <summary>
/// Reads the book: the changes in the accounts of some units, before and in a period, as known at a cut-off. The summary gives
/// the opening of the year and its months; only acts not yet in the summary are read as moves. All history is never read.
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
        var sums = new Sums(grain, units, officer, year.Start);

        // What happened after the day of knowledge cannot be known on it.
        var last = cutOff.KnownOn is { } known && known < end ? known : end;
        if (batches.Count > 0)
        {
            var baseYear = last < year.Start ? StatisticalYear.Of(last) : year;
            var month = StatisticalYear.MonthOf(last);
            var isCountry = units is null && officer == 0 && grain is (ChangeGrain.Class or ChangeGrain.Month);
            var everyUnit = units is null ? await EveryUnitAsync(ct) : "";
            var listed = isCountry ? "unit_id = 0" : $"unit_id IN ({(units is null ? everyUnit : Sql.List(units))})";
            await ReadOpeningAsync(sums, listed, batches, baseYear, measure, ct);
            if (isCountry && last < baseYear.EndOfMonth(month))
            {
                // The country's sums are by month: of the month that is cut, the units' are read.
                await ReadMonthsAsync(sums, listed, $"month < {month}", batches, baseYear, measure, ct);
                await ReadMonthsAsync(sums, $"unit_id IN ({everyUnit})", $"month = {month}", batches, baseYear, measure, ct);
            }
            else
            {
                await ReadMonthsAsync(sums, listed, $"month <= {month}", batches, baseYear, measure, ct);
            }
        }

        var summed = batches.Count == 0 ? 0 : batches[^1].LastAct;
        if (summed < cutOff.Act)
        {
            await ReadMovesAsync(sums, summed, units, measure, last, ct);
        }

        return sums.Result();
    }

    private async Task<string> EveryUnitAsync(CancellationToken ct) => Sql.List(await connection.ListAsync("SELECT id FROM unit ORDER BY id", r => r.GetInt32(0), ct));

    private async Task<List<(int Number, long LastAct, int LastYear)>> BatchesAsync(CancellationToken ct) =>
        await connection.ListAsync(
            "SELECT number, last_act, last_year FROM docket_batch WHERE last_act <= @act ORDER BY number", r => (r.GetInt32(0), r.GetInt64(1), r.GetInt32(2)), ct, ("act", cutOff.Act));

    private async Task ReadOpeningAsync(Sums sums, string units, List<(int Number, long LastAct, int LastYear)> batches, StatisticalYear year, Measure measure, CancellationToken ct)
    {
        foreach (var group in batches.GroupBy(b => Math.Min(b.LastYear, year.Year)))
        {
            await connection.EachAsync(
                $"""
                SELECT {sums.Columns}, 0, 0, state, {SumOf} FROM docket_opening
                WHERE {units} AND measure = {(int)measure} AND year = {group.Key} AND {Batches(group.Select(b => b.Number), batches.Count)} AND {sums.Where} AND {Known}
                GROUP BY {sums.GroupBy}state
                """,
                r => sums.Add(within: false, r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), 0, r.GetInt32(4), r.GetInt32(5), r.GetInt64(6)), ct, KnownParameter);
        }
    }

    private async Task ReadMonthsAsync(
        Sums sums, string units, string months, List<(int Number, long LastAct, int LastYear)> batches, StatisticalYear year, Measure measure, CancellationToken ct)
    {
        var within = year.Start >= sums.Start;
        await connection.EachAsync(
            $"""
            SELECT {sums.Columns}, {sums.Month}, from_state, to_state, {SumOf} FROM docket_month
            WHERE {units} AND measure = {(int)measure} AND year = {year.Year} AND {months} AND batch <= {batches[^1].Number} AND {sums.Where} AND {Known}
            GROUP BY {sums.GroupBy}{(sums.Month == "month" ? "month, " : "")}from_state, to_state
            """,
            r => sums.Add(within, r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), within ? r.GetInt32(3) : 0, r.GetInt32(4), r.GetInt32(5), r.GetInt64(6)), ct, KnownParameter);
    }

    /// <summary>The moves of the acts that are not yet in the summary.</summary>
    private async Task ReadMovesAsync(Sums sums, long summed, IReadOnlySet<int>? units, Measure measure, DateOnly last, CancellationToken ct)
    {
        var known = cutOff.KnownOn is null ? "" : " AND m.known_on <= @known";
        var ofMeasure = measure == Measure.Matters ? "m.line = 0" : "m.line > 0";
        await connection.EachAsync(
            $"""
            SELECT m.class, m.docket_year, {DocketBook.Columns} FROM act_matter a JOIN move m ON m.matter_id = a.matter_id AND m.act = a.act
            WHERE a.act > {summed} AND a.act <= {cutOff.Act} AND {InUnits(units)} AND {ofMeasure} AND m.happened_on <= @last{known}
            """,
            r => DocketChange.Of(DocketBook.Read(r, 2), r.GetInt32(0), r.GetInt32(1), sums.AddChange), ct, ("last", last), KnownParameter);
    }

    private string Known => cutOff.KnownOn is null ? "1 = 1" : "(known_on IS NULL OR known_on <= @known)";

    private (string, object?) KnownParameter => ("known", cutOff.KnownOn ?? DateOnly.MaxValue);

    /// <summary>PostgreSQL sums bigint as numeric.</summary>
    private string SumOf => connection.IsPostgres() ? "sum(quantity)::bigint" : "sum(quantity)";

    /// <summary>The plus keeps SQLite from looking by unit: the few acts come first, and not all moves of the units.</summary>
    private static string InUnits(IReadOnlySet<int>? units) =>
        units is null ? "1 = 1" : $"(+m.to_unit IN ({Sql.List(units)}) OR (m.from_unit <> m.to_unit AND +m.from_unit IN ({Sql.List(units)})))";

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

        public string Columns => grain switch
        {
            ChangeGrain.Class => "0, 0, class",
            ChangeGrain.Unit => $"unit_id, 0, class & {DocketClass.ByDelegationBit}",
            ChangeGrain.Officer => $"unit_id, officer_id, class & {DocketClass.ByDelegationBit}",
            ChangeGrain.Month => $"0, 0, class & {DocketClass.ByDelegationBit}",
        };

        public string Month => grain == ChangeGrain.Month ? "month" : "0";

        public string GroupBy => grain switch
        {
            ChangeGrain.Class => "class, ",
            ChangeGrain.Unit => $"unit_id, class & {DocketClass.ByDelegationBit}, ",
            ChangeGrain.Officer => $"unit_id, officer_id, class & {DocketClass.ByDelegationBit}, ",
            ChangeGrain.Month => $"class & {DocketClass.ByDelegationBit}, ",
        };

        public string Where => officer == 0 ? "1 = 1" : $"officer_id = {officer}";

        public void Add(bool within, int unit, int officerId, int docketClass, int month, int from, int to, long quantity)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, new SummedChange(within, unit, officerId, docketClass, from, to, 0, month), out _);
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
                        Add(within, 0, 0, change.Class, 0, change.From, change.To, quantity);
                        break;
                    case ChangeGrain.Unit:
                        Add(within, change.Unit, 0, byDelegation, 0, change.From, change.To, quantity);
                        break;
                    case ChangeGrain.Officer:
                        Add(within, change.Unit, change.Officer, byDelegation, 0, change.From, change.To, quantity);
                        break;
                    case ChangeGrain.Month:
                        Add(within, 0, 0, byDelegation, within ? change.Month : 0, change.From, change.To, quantity);
                        break;
                }
            }
        }

        public IReadOnlyList<SummedChange> Result() => [.. _sums.Where(s => s.Value != 0).Select(s => s.Key with { Quantity = s.Value })];
    }
}
