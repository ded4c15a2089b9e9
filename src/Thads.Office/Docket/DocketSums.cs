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
/// <param name="Unit">0 = the whole country.</param>
/// <param name="Month">1 (October) to 12 (September).</param>
/// <param name="From">A docket state, or <see cref="Elsewhere"/>.</param>
/// <param name="KnownOn">Of the whole country null when known within the month in which it happened.</param>
public readonly record struct DocketChange(
    int Unit, int Officer, int Year, int Month, Measure Measure, int Class, int From, int To, DateOnly? KnownOn)
{
    /// <summary>From one account to another: for the whole country nothing has changed.</summary>
    public bool IsHandover => From >= Elsewhere.Old || To >= Elsewhere.Old;

    /// <summary>The same change in the account of the whole country.</summary>
    public DocketChange OfCountry() => this with
    {
        Unit = 0,
        Officer = 0,
        KnownOn = KnownOn is { } day && StatisticalYear.Of(day).Year == Year && StatisticalYear.MonthOf(day) == Month ? null : KnownOn,
    };

    /// <summary>The changes of a posted move, each with its quantity.</summary>
    public static void Of(in PostedMove posted, int docketClass, int docketYear, Action<DocketChange, long> add)
    {
        var move = posted.Move;
        var year = StatisticalYear.Of(move.On).Year;
        var month = StatisticalYear.MonthOf(move.On);
        if (!move.IsHandover)
        {
            add(new(move.ToUnit, move.ToOfficer, year, month, move.Measure, docketClass, (int)move.From, (int)move.To, posted.KnownOn), posted.Quantity);
            return;
        }

        var elsewhere = docketYear < year ? Elsewhere.Old : Elsewhere.New;
        add(new(move.FromUnit, move.FromOfficer, year, month, move.Measure, docketClass, (int)move.From, elsewhere, posted.KnownOn), posted.Quantity);
        add(new(move.ToUnit, move.ToOfficer, year, month, move.Measure, docketClass, elsewhere, (int)move.To, posted.KnownOn), posted.Quantity);
    }

    /// <summary>The order of the summary's key, then the rest.</summary>
    public static int InOrder(in DocketChange a, in DocketChange b) =>
        a.Unit != b.Unit ? a.Unit.CompareTo(b.Unit)
        : a.Measure != b.Measure ? a.Measure.CompareTo(b.Measure)
        : a.Year != b.Year ? a.Year.CompareTo(b.Year)
        : a.Month != b.Month ? a.Month.CompareTo(b.Month)
        : a.Officer != b.Officer ? a.Officer.CompareTo(b.Officer)
        : a.Class != b.Class ? a.Class.CompareTo(b.Class)
        : a.From != b.From ? a.From.CompareTo(b.From)
        : a.To != b.To ? a.To.CompareTo(b.To)
        : Nullable.Compare(a.KnownOn, b.KnownOn);

    public override int GetHashCode() =>
        HashCode.Combine((Unit << 12) ^ Officer, (Year << 5) ^ (Month << 1) ^ (int)Measure, (Class << 10) ^ (From << 5) ^ To, KnownOn?.DayNumber ?? 0);
}

/// <summary>
/// Builds one batch of the summary from the moves of whole acts (see 0004-docket.sql). Changes wait in memory and are written
/// out, sorted, when they are many; the same key may then stand in several rows, which adds up all the same.
/// </summary>
public sealed class DocketSums : IDisposable
{
    private const int Waiting = 300_000;
    private const int CountryWaiting = 1_000_000;
    private readonly DbConnection _connection;
    private readonly int _batch;
    private readonly List<(DocketChange Change, long Quantity)> _waiting = [];
    private readonly Dictionary<DocketChange, long> _country = [];
    private readonly SortedSet<int> _writtenUnits = [];
    private readonly BulkTable _months;
    private readonly BulkTable _openings;
    private readonly Action<DocketChange, long> _add;
    private int _firstYear = int.MaxValue;
    private int _number;

    private DocketSums(DbConnection connection, int batch)
    {
        _connection = connection;
        _batch = batch;
        _months = BulkTable.Of(
            connection, "docket_month", "unit_id", "officer_id", "measure", "year", "month", "class", "from_state", "to_state", "known_on", "quantity", "batch", "number");
        _openings = BulkTable.Of(connection, "docket_opening", "unit_id", "officer_id", "measure", "year", "class", "state", "known_on", "quantity", "batch", "number");
        _add = Add;
    }

    /// <summary>Starts the next batch, inside the transaction that is open on the connection.</summary>
    public static async Task<DocketSums> NextBatchAsync(DbConnection connection, CancellationToken ct) =>
        new(connection, 1 + await connection.ValueAsync<int>("SELECT coalesce(max(number), 0) FROM docket_batch", ct));

    public void Add(in PostedMove move, int docketClass, int docketYear)
    {
        DocketChange.Of(move, docketClass, docketYear, _add);
        if (_waiting.Count > Waiting)
        {
            _writtenUnits.UnionWith(WriteMonths(_waiting).Select(u => u.Unit));
            _waiting.Clear();
        }

        if (_country.Count > CountryWaiting)
        {
            WriteMonths(Country());
            _country.Clear();
            _writtenUnits.Add(0);
        }
    }

    /// <summary>Writes what is left, the opening stocks of the years after the first move up to the one after today's, and the batch itself.</summary>
    public async Task FinishAsync(long firstAct, long lastAct, DateOnly today, CancellationToken ct)
    {
        var lastYear = Math.Max(StatisticalYear.Of(today).Year + 1, _firstYear == int.MaxValue ? 0 : _firstYear + 1);
        var left = WriteMonths(Country());
        left.AddRange(WriteMonths(_waiting));
        _months.Flush();
        foreach (var (unit, changes) in left.Where(u => !_writtenUnits.Contains(u.Unit)))
        {
            WriteOpenings(unit, changes, lastYear);
        }

        // What did not fit into memory is read again, a unit at a time.
        foreach (var unit in _writtenUnits)
        {
            WriteOpenings(unit, await ReadMonthsAsync(unit, ct), lastYear);
        }

        _openings.Flush();
        await _connection.RunAsync(
            "INSERT INTO docket_batch (number, first_act, last_act, last_year) VALUES (@number, @first, @last, @year)", ct,
            ("number", _batch), ("first", firstAct), ("last", lastAct), ("year", lastYear));
    }

    public void Dispose()
    {
        _months.Dispose();
        _openings.Dispose();
    }

    private void Add(DocketChange change, long quantity)
    {
        _firstYear = Math.Min(_firstYear, change.Year);
        _waiting.Add((change, quantity));
        if (!change.IsHandover)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_country, change.OfCountry(), out _);
            sum += quantity;
        }
    }

    private List<(DocketChange Change, long Quantity)> Country() => [.. _country.Select(c => (c.Key, c.Value))];

    /// <summary>Writes the changes, equal ones added up, in the order of the key.</summary>
    /// <returns>What was written, by unit.</returns>
    private List<(int Unit, List<(DocketChange Change, long Quantity)> Changes)> WriteMonths(List<(DocketChange Change, long Quantity)> changes)
    {
        changes.Sort((a, b) => DocketChange.InOrder(a.Change, b.Change));
        var written = new List<(int Unit, List<(DocketChange, long)> Changes)>();
        for (var i = 0; i < changes.Count;)
        {
            var (change, quantity) = changes[i++];
            while (i < changes.Count && changes[i].Change == change)
            {
                quantity += changes[i++].Quantity;
            }

            if (quantity == 0)
            {
                continue;
            }

            _months.Whole(change.Unit).Whole(change.Officer).Small((int)change.Measure).Small(change.Year).Small(change.Month).Small(change.Class)
                .Small(change.From).Small(change.To).Day(change.KnownOn).Number(quantity).Whole(_batch).Whole(++_number).EndRow();
            if (_months.IsFull)
            {
                _months.Flush();
            }

            if (written.Count == 0 || written[^1].Unit != change.Unit)
            {
                written.Add((change.Unit, []));
            }

            written[^1].Changes.Add((change, quantity));
        }

        return written;
    }

    private Task<List<(DocketChange Change, long Quantity)>> ReadMonthsAsync(int unit, CancellationToken ct) => _connection.ListAsync(
        $"""
        SELECT officer_id, year, month, measure, class, from_state, to_state, known_on, quantity FROM docket_month
        WHERE unit_id = {unit} AND batch = {_batch} AND (from_state BETWEEN 1 AND 7 OR to_state BETWEEN 1 AND 7)
        """,
        r => (new DocketChange(unit, r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), (Measure)r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.DayOrNone(7)), r.GetInt64(8)), ct);

    /// <summary>Opening of the year after = opening of the year + what changed in it; what was known before that opening loses its day.</summary>
    private void WriteOpenings(int unit, List<(DocketChange Change, long Quantity)> changes, int lastYear)
    {
        foreach (var ofMeasure in changes.GroupBy(c => c.Change.Measure).OrderBy(g => g.Key))
        {
            var byYear = ofMeasure.ToLookup(c => c.Change.Year);
            var stock = new Dictionary<Stock, long>();
            for (var year = byYear.Min(y => y.Key) + 1; year <= lastYear; year++)
            {
                var start = new StatisticalYear(year).Start;
                foreach (var (change, quantity) in byYear[year - 1])
                {
                    AddTo(stock, change, change.To, quantity);
                    AddTo(stock, change, change.From, -quantity);
                }

                foreach (var (late, quantity) in stock.Where(s => s.Key.KnownOn < start).ToList())
                {
                    stock.Remove(late);
                    AddTo(stock, late with { KnownOn = null }, quantity);
                }

                foreach (var (of, quantity) in stock.Where(s => s.Value != 0))
                {
                    _openings.Whole(unit).Whole(of.Officer).Small((int)ofMeasure.Key).Small(year).Small(of.Class).Small(of.State).Day(of.KnownOn)
                        .Number(quantity).Whole(_batch).Whole(++_number).EndRow();
                }

                if (_openings.IsFull)
                {
                    _openings.Flush();
                }
            }
        }
    }

    private static void AddTo(Dictionary<Stock, long> stock, in DocketChange change, int state, long quantity)
    {
        if (DocketBook.IsStock(state))
        {
            AddTo(stock, new Stock(change.Officer, change.Class, state, change.KnownOn), quantity);
        }
    }

    private static void AddTo(Dictionary<Stock, long> stock, Stock of, long quantity)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(stock, of, out _);
        sum += quantity;
    }

    /// <summary>What opens a year in one unit.</summary>
    private readonly record struct Stock(int Officer, int Class, int State, DateOnly? KnownOn);
}
