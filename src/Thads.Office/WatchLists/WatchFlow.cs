namespace Thads.Office.WatchLists;

/// <summary>A column of a list's figures. Its word stands in addresses (`what=settled`).</summary>
public enum WatchColumn
{
    /// <summary>On the list when the year began.</summary>
    Start = 1,

    /// <summary>Came: docketed, old enough, live again, handed in.</summary>
    In = 2,

    /// <summary>Settled as the forms count it: completed, terminated, reduced, less what was reopened.</summary>
    Settled = 3,

    /// <summary>Left otherwise: separated, delegated, withdrawn, handed out, no longer under direction.</summary>
    Gone = 4,

    /// <summary>On the list at the end.</summary>
    Left = 5,
}

/// <summary>What one matter adds to a figure of its list.</summary>
/// <param name="Month">Of the statistical year; 0 = before it.</param>
/// <param name="Column">Never <see cref="WatchColumn.Left"/>: that is the sum.</param>
/// <param name="Quantity">1, đồng, or less than none where the books took it back.</param>
public readonly record struct WatchRow(Guid Matter, int Month, WatchColumn Column, bool IsMoney, long Quantity);

/// <summary>Figures of a list, or of a part of it, over some months: start + in − settled − gone = left, by construction.</summary>
public readonly record struct ListFigures(long Start, long In, long Settled, long Gone)
{
    public long Left => Start + In - Settled - Gone;

    public long this[WatchColumn column] => column switch
    {
        WatchColumn.Start => Start,
        WatchColumn.In => In,
        WatchColumn.Settled => Settled,
        WatchColumn.Gone => Gone,
        WatchColumn.Left => Left,
    };

    /// <param name="first">First month that counts as movement; what came before is the start.</param>
    public static ListFigures Of(IEnumerable<WatchRow> rows, bool isMoney, int first, int last)
    {
        long start = 0, came = 0, settled = 0, gone = 0;
        foreach (var row in rows)
        {
            if (row.IsMoney != isMoney || row.Month > last)
            {
                continue;
            }

            var sign = row.Column is WatchColumn.Settled or WatchColumn.Gone ? -1 : 1;
            if (row.Month < first)
            {
                start += sign * row.Quantity;
            }
            else
            {
                came += row.Column == WatchColumn.In ? row.Quantity : 0;
                settled += row.Column == WatchColumn.Settled ? row.Quantity : 0;
                gone += row.Column == WatchColumn.Gone ? row.Quantity : 0;
            }
        }

        return new ListFigures(start, came, settled, gone);
    }
}

/// <summary>The figures of a list through a statistical year: every row by matter, so that each number opens into its matters.</summary>
/// <param name="Months">Months of the year that have begun.</param>
public sealed record WatchYear(int Year, int Months, IReadOnlyList<WatchRow> Rows, IReadOnlyDictionary<Guid, WatchEntry> Entries)
{
    /// <param name="month">1 to 12; 0 = the whole year.</param>
    public ListFigures Of(int month, bool isMoney, string? group = null) =>
        ListFigures.Of(Within(group), isMoney, month == 0 ? 1 : month, month == 0 ? StatisticalMonths : month);

    /// <summary>Groups that had anything in the year, the most left first.</summary>
    public IReadOnlyList<string> Groups =>
        [.. Rows.GroupBy(row => Entries[row.Matter].Group).OrderBy(g => g.Key.Length == 0).ThenByDescending(g => ListFigures.Of(g, isMoney: true, 1, StatisticalMonths).Left).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    /// <summary>The matters a figure counts, with what each adds.</summary>
    public IReadOnlyList<(WatchEntry Entry, long Counted)> Behind(WatchColumn column, int month, bool isMoney, string? group = null)
    {
        var (first, last) = (month == 0 ? 1 : month, month == 0 ? StatisticalMonths : month);
        return [.. Within(group).GroupBy(row => row.Matter).Select(g => (Entry: Entries[g.Key], Counted: ListFigures.Of(g, isMoney, first, last)[column]))
            .Where(one => one.Counted != 0).OrderBy(one => one.Entry.DecidedOn).ThenBy(one => one.Entry.Code, StringComparer.Ordinal)];
    }

    private const int StatisticalMonths = Law.StatisticalYear.Months;

    private IEnumerable<WatchRow> Within(string? group) => group is null ? Rows : Rows.Where(row => Entries[row.Matter].Group == group);
}
