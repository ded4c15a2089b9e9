using System.Data.Common;
using System.Runtime.InteropServices;
using Thads.Law;
using Thads.Office.Data;

namespace Thads.Office.Docket;

/// <summary>
/// Pseudo-states of the summary: the other end of a handover, seen from one account. Old and new are told apart because
/// the forms count a handed-over matter of an earlier docket year as carried and one of this year as new.
/// </summary>
public static class Elsewhere
{
    /// <summary>Docketed in an earlier statistical year than the handover.</summary>
    public const int Old = 16;

    /// <summary>Docketed in the statistical year of the handover.</summary>
    public const int New = 17;
}

/// <summary>
/// One change in one account in one month: the grain of the summary. A move within an account is one such change, a
/// handover is two (state → elsewhere, elsewhere → state). All figures are sums over these.
/// </summary>
/// <param name="Month">1 (October) to 12 (September).</param>
/// <param name="From">A docket state, or <see cref="Elsewhere"/>.</param>
/// <param name="KnownOn">Null when known within the month in which it happened.</param>
public readonly record struct DocketChange(
    int Unit, int Officer, int Year, int Month, Measure Measure, int Class, int From, int To, DateOnly? KnownOn)
{
    /// <summary>The changes of a posted move, each with its quantity.</summary>
    public static void Of(in PostedMove posted, int docketClass, int docketYear, Action<DocketChange, long> add)
    {
        var move = posted.Move;
        var year = StatisticalYear.Of(move.On).Year;
        var month = StatisticalYear.MonthOf(move.On);
        DateOnly? late = posted.KnownOn.Year == move.On.Year && posted.KnownOn.Month == move.On.Month ? null : posted.KnownOn;
        if (!move.IsHandover)
        {
            add(new(move.ToUnit, move.ToOfficer, year, month, move.Measure, docketClass, (int)move.From, (int)move.To, late), posted.Quantity);
            return;
        }

        var elsewhere = docketYear < year ? Elsewhere.Old : Elsewhere.New;
        add(new(move.FromUnit, move.FromOfficer, year, month, move.Measure, docketClass, (int)move.From, elsewhere, late), posted.Quantity);
        add(new(move.ToUnit, move.ToOfficer, year, month, move.Measure, docketClass, elsewhere, (int)move.To, late), posted.Quantity);
    }
}

/// <summary>
/// Builds one batch of the summary from the moves of whole acts (see 0004-docket.sql). Sums wait in memory and are written
/// out when they are many; the same key may then stand in several rows, which adds up all the same.
/// </summary>
public sealed class DocketSums : IDisposable
{
    private const int Waiting = 400_000;
    private readonly DbConnection _connection;
    private readonly int _batch;
    private readonly Dictionary<DocketChange, long> _byUnit = [];
    private readonly Dictionary<DocketChange, long> _byOfficer = [];
    private readonly BulkTable _months;
    private readonly BulkTable _officerMonths;
    private readonly Action<DocketChange, long> _add;
    private int _firstYear = int.MaxValue;

    private DocketSums(DbConnection connection, int batch)
    {
        _connection = connection;
        _batch = batch;
        string[] rest = ["year", "month", "measure", "class", "from_state", "to_state", "known_on", "quantity", "batch"];
        _months = BulkTable.Of(connection, "docket_month", ["unit_id", .. rest]);
        _officerMonths = BulkTable.Of(connection, "docket_month_officer", ["unit_id", "officer_id", .. rest]);
        _add = Add;
    }

    /// <summary>Starts the next batch, inside the transaction that is open on the connection.</summary>
    public static async Task<DocketSums> NextBatchAsync(DbConnection connection, CancellationToken ct) =>
        new(connection, 1 + await connection.ValueAsync<int>("SELECT coalesce(max(number), 0) FROM docket_batch", ct));

    public void Add(in PostedMove move, int docketClass, int docketYear)
    {
        DocketChange.Of(move, docketClass, docketYear, _add);
        if (_byUnit.Count > Waiting || _byOfficer.Count > Waiting)
        {
            WriteMonths();
        }
    }

    /// <summary>Writes what is left, the opening stocks of the years after the first move up to the one after today's, and the batch itself.</summary>
    public async Task FinishAsync(long firstAct, long lastAct, DateOnly today, CancellationToken ct)
    {
        WriteMonths();
        var lastYear = Math.Max(StatisticalYear.Of(today).Year + 1, _firstYear == int.MaxValue ? 0 : _firstYear + 1);
        for (var year = _firstYear; year < lastYear; year++)
        {
            await WriteOpeningAsync("docket_opening", "docket_month", "", year, ct);
            await WriteOpeningAsync("docket_opening_officer", "docket_month_officer", "officer_id, ", year, ct);
        }

        await _connection.RunAsync(
            "INSERT INTO docket_batch (number, first_act, last_act, last_year) VALUES (@number, @first, @last, @year)", ct,
            ("number", _batch), ("first", firstAct), ("last", lastAct), ("year", lastYear));
    }

    public void Dispose()
    {
        _months.Dispose();
        _officerMonths.Dispose();
    }

    private void Add(DocketChange change, long quantity)
    {
        _firstYear = Math.Min(_firstYear, change.Year);
        Sum(_byUnit, change with { Officer = 0 }, quantity);
        Sum(_byOfficer, change with { Class = change.Class & DocketClass.ByDelegationBit }, quantity);
    }

    private static void Sum(Dictionary<DocketChange, long> sums, DocketChange change, long quantity)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, change, out _);
        sum += quantity;
    }

    private void WriteMonths()
    {
        Write(_byUnit, _months, withOfficer: false);
        Write(_byOfficer, _officerMonths, withOfficer: true);
    }

    private void Write(Dictionary<DocketChange, long> sums, BulkTable table, bool withOfficer)
    {
        foreach (var (change, quantity) in sums)
        {
            if (quantity == 0)
            {
                continue;
            }

            table.Whole(change.Unit);
            if (withOfficer)
            {
                table.Whole(change.Officer);
            }

            table.Small(change.Year).Small(change.Month).Small((int)change.Measure).Small(change.Class).Small(change.From).Small(change.To)
                .Day(change.KnownOn).Number(quantity).Whole(_batch).EndRow();
            if (table.IsFull)
            {
                table.Flush();
            }
        }

        table.Flush();
        sums.Clear();
    }

    /// <summary>Opening of the year after = opening of the year + what changed in it; what was known before that opening loses its day.</summary>
    private async Task WriteOpeningAsync(string opening, string month, string officer, int year, CancellationToken ct)
    {
        const string Known = "CASE WHEN known_on < @start THEN NULL ELSE known_on END";
        await _connection.RunAsync(
            $"""
            INSERT INTO {opening} (unit_id, {officer}year, measure, class, state, known_on, quantity, batch)
            SELECT unit_id, {officer}{year + 1}, measure, class, state, known, sum(quantity), {_batch}
            FROM (
                SELECT unit_id, {officer}measure, class, state, {Known} AS known, quantity
                FROM {opening} WHERE year = {year} AND batch = {_batch}
                UNION ALL
                SELECT unit_id, {officer}measure, class, to_state, {Known}, quantity
                FROM {month} WHERE year = {year} AND batch = {_batch} AND to_state BETWEEN 1 AND 7
                UNION ALL
                SELECT unit_id, {officer}measure, class, from_state, {Known}, -quantity
                FROM {month} WHERE year = {year} AND batch = {_batch} AND from_state BETWEEN 1 AND 7
            ) stock
            GROUP BY unit_id, {officer}measure, class, state, known
            HAVING sum(quantity) <> 0
            """, ct, ("start", new StatisticalYear(year + 1).Start));
    }
}
