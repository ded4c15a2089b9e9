using System.Globalization;
using Thads.Law;
using Thads.Office.WatchLists;

namespace Thads.WatchLists;

/// <summary>What is left on a list at the end of each month, this year beside the one before, laid out in units of the drawing.</summary>
public sealed class WatchChart
{
    public const int Width = 440;
    public const int Height = 190;
    private const int Left = 44;
    private const int Right = 100;
    private const int Top = 12;
    private const int Bottom = 22;

    public WatchChart(WatchYear year, WatchYear before, bool isMoney, string? group)
    {
        _unit = isMoney ? WatchScope.Billion : 1;
        Now = [.. Enumerable.Range(1, year.Months).Select(month => year.Of(month, isMoney, group).Left)];
        Before = [.. Enumerable.Range(1, before.Months).Select(month => before.Of(month, isMoney, group).Left)];
        (NowName, BeforeName) = (year.Year.ToString(CultureInfo.InvariantCulture), before.Year.ToString(CultureInfo.InvariantCulture));
        var most = Math.Max(_unit, Now.Concat(Before).DefaultIfEmpty().Max());
        var step = _unit;
        while (most / step > 4)
        {
            // 1, 2, 5, 10, 20, 50…
            step = step.ToString(CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        }

        Step = step;
        Highest = (most + step - 1) / step * step;
    }

    /// <summary>What the numbers are divided by: đồng are drawn in tỷ.</summary>
    private readonly long _unit;

    public IReadOnlyList<long> Now { get; }

    public IReadOnlyList<long> Before { get; }

    public string NowName { get; }

    public string BeforeName { get; }

    public long Step { get; }

    public long Highest { get; }

    public IEnumerable<long> Grid => Enumerable.Range(0, (int)(Highest / Step) + 1).Select(i => i * Step);

    public static int PlotRight => Width - Right;

    public static string X(int month) => Written(Left + ((PlotRight - Left) * (month - 1) / (decimal)(StatisticalYear.Months - 1)));

    /// <summary>A value of the axis.</summary>
    public string Mark(long value) => (value / _unit).ToString("N0", Office.Words.Format);

    /// <summary>A value at the end of a line.</summary>
    public string Said(long value) => _unit == 1 ? value.ToString("N0", Office.Words.Format) : Overview.HeadModel.Billions(value);

    public string Y(long value) => Written(At(value));

    public string Points(IReadOnlyList<long> values) => string.Join(' ', values.Select((value, i) => $"{X(i + 1)},{Y(value)}"));

    /// <summary>Where the names of the two lines stand: at their ends, a line of text apart at least.</summary>
    public (string Now, string Before) Names()
    {
        var (now, before) = (At(Now[^1]) + 4, At(Before[^1]) + 4);
        if (Math.Abs(now - before) < 15)
        {
            (now, before) = now <= before ? (now, now + 15) : (before + 15, before);
        }

        return (Written(now), Written(before));
    }

    private decimal At(long value) => Height - Bottom - ((Height - Bottom - Top) * value / (decimal)Highest);

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
