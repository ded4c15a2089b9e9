using System.Globalization;

namespace Thads.Overview.Charts;

/// <summary>One bar, made of parts side by side.</summary>
/// <param name="Parts">Class and quantity of each part.</param>
/// <param name="Said">What stands behind the bar.</param>
public sealed record ChartBar(string Name, IReadOnlyList<(string Class, long Quantity)> Parts, string Said)
{
    public long Whole => Parts.Sum(part => part.Quantity);
}

/// <summary>Bars lying below one another, laid out in units of the drawing.</summary>
/// <param name="Key">Class and name of each kind of part; empty where there is one kind.</param>
public sealed record BarChart(IReadOnlyList<ChartBar> Bars, IReadOnlyList<(string Class, string Name)> Key)
{
    public const int Width = 440;
    public const int Left = 142;
    private const int Right = 70;
    private const int Row = 24;

    public int KeyHeight => Key.Count == 0 ? 0 : 22;

    public int Height => (Bars.Count * Row) + KeyHeight + 4;

    public int Y(int bar) => KeyHeight + (bar * Row);

    /// <summary>Where a part begins and how long it is.</summary>
    public IEnumerable<(string Class, string X, string Width)> PartsOf(ChartBar bar)
    {
        var at = 0L;
        foreach (var (kind, quantity) in bar.Parts.Where(part => part.Quantity > 0))
        {
            yield return (kind, Written(Left + Units(at)), Written(Math.Max(1m, Units(quantity))));
            at += quantity;
        }
    }

    public string EndOf(ChartBar bar) => Written(Left + Units(bar.Whole) + 6);

    private decimal Units(long quantity)
    {
        var longest = Math.Max(1, Bars.Select(bar => bar.Whole).DefaultIfEmpty().Max());
        return (Width - Left - Right) * (decimal)quantity / longest;
    }

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
