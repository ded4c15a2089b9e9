using System.Globalization;

namespace Thads.Manners;

/// <summary>What stands in one month: a name, its columns, and whether work was impossible in it.</summary>
public sealed record ColumnMonth(string Name, IReadOnlyList<long> Values, bool IsHindered);

/// <summary>Columns side by side for each month, laid out in units of the drawing; behind a month in which work was impossible lies a band, and a mark below it.</summary>
/// <param name="Key">Class and name of each column.</param>
public sealed record MonthColumns(IReadOnlyList<ColumnMonth> Months, IReadOnlyList<(string Class, string Name)> Key)
{
    public const int Width = 560;
    public const int Height = 190;
    public const int Ground = 160;
    public const int Top = 34;
    private const int Left = 36;

    public long Highest => Nice(Math.Max(1, Months.SelectMany(month => month.Values).DefaultIfEmpty().Max()));

    public IEnumerable<long> Grid => [0, Highest / 2, Highest];

    public static string Y(long value, long highest) => Written(Ground - ((decimal)(Ground - Top) * value / highest));

    public string X(int month) => Written(Left + (Step * month));

    public string Middle(int month) => Written(Left + (Step * month) + (Step / 2));

    public string BandWidth => Written(Step);

    /// <summary>Where a column of a month begins, how wide and how high it is.</summary>
    public (string X, string Y, string Width, string Height) Column(int month, int column)
    {
        var wide = Step * 0.76m / Key.Count;
        var value = Months[month].Values[column];
        var high = Math.Max(value > 0 ? 1m : 0m, (decimal)(Ground - Top) * value / Highest);
        return (Written(Left + (Step * month) + (Step * 0.12m) + (wide * column)), Written(Ground - high), Written(Math.Max(1m, wide - 1)), Written(high));
    }

    /// <summary>Every month is named while there is room, then every third.</summary>
    public bool IsNamed(int month) => Months.Count <= 18 || month % 3 == 0;

    private decimal Step => (Width - Left - 4) / (decimal)Math.Max(1, Months.Count);

    /// <summary>The next even number of 1, 2, 5, 10…</summary>
    private static long Nice(long value)
    {
        for (var power = 1L; ; power *= 10)
        {
            foreach (var step in new[] { 2L, 4L, 6L, 10L })
            {
                if (step * power >= value)
                {
                    return step * power;
                }
            }
        }
    }

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
