namespace Thads.Office.Exchange;

/// <summary>
/// Brings the rows of the matter files together matter by matter, whatever the order of the files: files that already follow
/// the order of the matters are streamed; for others only the places of the rows are held and sorted, and rows are read again
/// where they stand. Memory grows with the number of rows, not with their text.
/// </summary>
public sealed class MatterGroups
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _codes = [];

    public MatterGroups() => _lookup = _ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many matters the set speaks of.</summary>
    public int Count => _codes.Count;

    public string CodeOf(int ordinal) => _codes[ordinal];

    /// <summary>Reads a file once for the matters its rows belong to.</summary>
    /// <param name="rows">Opened anew; used up by this.</param>
    /// <param name="key">Column that names the matter.</param>
    /// <param name="seen">Told the bytes read so far, for progress.</param>
    public Rows Index(RowReader rows, string key, Action<long>? seen = null)
    {
        var places = new List<(int Ordinal, RowPlace Place)>();
        var (inOrder, last) = (true, -1);
        var count = 0L;
        while (rows.Read())
        {
            var ordinal = OrdinalOf(rows.Cell(key));
            inOrder &= ordinal >= last;
            last = ordinal;
            places.Add((ordinal, rows.Place));
            if (++count % 100_000 == 0)
            {
                seen?.Invoke(rows.Position);
            }
        }

        if (inOrder)
        {
            return new Rows(count, null);
        }

        // Stable: rows of one matter keep their order, which is the order in which they enter the books.
        var order = places.ToArray();
        Array.Sort(order, (a, b) => a.Ordinal != b.Ordinal ? a.Ordinal.CompareTo(b.Ordinal) : a.Place.Offset.CompareTo(b.Place.Offset));
        return new Rows(count, order);
    }

    private int OrdinalOf(ReadOnlySpan<char> code)
    {
        if (_lookup.TryGetValue(code, out var ordinal))
        {
            return ordinal;
        }

        ordinal = _codes.Count;
        var text = code.ToString();
        _ordinals.Add(text, ordinal);
        _codes.Add(text);
        return ordinal;
    }

    /// <summary>The rows of one file: null places mean that the file follows the order of the matters.</summary>
    public sealed record Rows(long Count, (int Ordinal, RowPlace Place)[]? Places);

    /// <summary>Walks one file matter by matter. The reader stands on a row of the matter asked for while <see cref="MoveTo"/> says true.</summary>
    public sealed class Cursor(MatterGroups groups, RowReader reader, Rows rows, string key) : IDisposable
    {
        private int _next;
        private bool _waiting;
        private int _ordinal = -1;
        private readonly List<RowPlace> _taken = [];

        public RowReader Reader => reader;

        /// <summary>The rows of the matter read since <see cref="Begin"/>.</summary>
        public IReadOnlyList<RowPlace> Taken => _taken;

        /// <summary>The next matter begins.</summary>
        public void Begin() => _taken.Clear();

        /// <summary>Stands on the next row of the matter; false when there is none left. Matters must be asked for in their order.</summary>
        public bool MoveTo(int ordinal)
        {
            if (rows.Places is { } places)
            {
                if (_next >= places.Length || places[_next].Ordinal != ordinal)
                {
                    return false;
                }

                _taken.Add(places[_next].Place);
                reader.ReadAt(places[_next++].Place);
                return true;
            }

            if (!_waiting)
            {
                if (!reader.Read())
                {
                    return false;
                }

                _ordinal = groups._lookup[reader.Cell(key)];
            }

            _waiting = _ordinal != ordinal;
            if (!_waiting)
            {
                _taken.Add(reader.Place);
            }

            return !_waiting;
        }

        public void Dispose() => reader.Dispose();
    }
}
