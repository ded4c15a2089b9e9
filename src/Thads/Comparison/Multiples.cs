using System.Globalization;

namespace Thads.Comparison;

/// <summary>Small multiples: the rate of each unit over the periods, all on one scale, drawn in a grid.</summary>
public sealed class Multiples(IReadOnlyList<(string Name, IReadOnlyList<decimal?> Rates)> units, IReadOnlyList<string> periods)
{
    /// <summary>So many are drawn; the table has all.</summary>
    public const int Most = 20;
    private const int Columns = 4;
    private const int CellWidth = 150;
    private const int CellHeight = 84;
    private const int Left = 8;
    private const int Right = 46;
    private const int Top = 22;
    private const int Bottom = 18;

    public static int Width => Columns * CellWidth;

    public int Height => ((units.Count + Columns - 1) / Columns) * CellHeight;

    public IReadOnlyList<(string Name, IReadOnlyList<decimal?> Rates)> Units => units;

    public string First => periods[0];

    public string Last => periods[^1];

    private decimal Highest => Math.Max(1m, units.SelectMany(unit => unit.Rates).Max() ?? 1m);

    public static string At(int unit) => string.Create(CultureInfo.InvariantCulture, $"translate({unit % Columns * CellWidth} {unit / Columns * CellHeight})");

    public string X(int period) => Written(Left + ((CellWidth - Left - Right) * period / (decimal)Math.Max(1, periods.Count - 1)));

    public string Y(decimal rate) => Written(CellHeight - Bottom - ((CellHeight - Top - Bottom) * rate / Highest));

    public static string Ground => Written(CellHeight - Bottom);

    public static string Names => Written(CellHeight - 5);

    public string Points(IReadOnlyList<decimal?> rates) =>
        string.Join(' ', rates.Select((rate, i) => rate is { } there ? $"{X(i)},{Y(there)}" : null).OfType<string>());

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
