using System.Globalization;

namespace Thads.Overview.Charts;

/// <summary>One line of a chart, named at its end.</summary>
/// <param name="Class">How it is drawn: "main", "before", "goal".</param>
/// <param name="Values">Percent, one per month from the first; null where there is none.</param>
public sealed record ChartLine(string Name, string Class, IReadOnlyList<decimal?> Values);

/// <summary>Lines over the twelve months of a statistical year, laid out in units of the drawing. Names stand at the ends of the lines, moved apart where they would touch.</summary>
public sealed class LineChart
{
    public const int Width = 440;
    public const int Height = 232;
    private const int Left = 34;
    private const int Right = 128;
    private const int Top = 12;
    private const int Bottom = 22;
    private const int LineOfText = 15;

    /// <param name="hindered">Months in which work was impossible: a band lies behind each, and a mark below it.</param>
    public LineChart(IReadOnlyList<ChartLine> lines, IReadOnlyList<int>? hindered = null)
    {
        (Lines, Hindered) = (lines, hindered ?? []);
        var highest = lines.SelectMany(line => line.Values).Max() ?? 0;
        Step = highest <= 25 ? 5 : highest <= 50 ? 10 : 20;
        Highest = Math.Max(Step, (int)decimal.Ceiling(highest / Step) * Step);
    }

    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>Months, 1 = the first of the year.</summary>
    public IReadOnlyList<int> Hindered { get; }

    public int Highest { get; }

    public int Step { get; }

    public static int PlotRight => Width - Right;

    public static int PlotBottom => Height - Bottom;

    public IEnumerable<int> Grid => Enumerable.Range(0, (Highest / Step) + 1).Select(i => i * Step);

    /// <summary>Where the band of a month begins and how wide it is: up to half-way to the months beside it.</summary>
    public static (string X, string Width) Band(int month)
    {
        var step = (PlotRight - Left) / 11m;
        var from = Math.Max(Left, Left + (step * (month - 1.5m)));
        return (Written(from), Written(Math.Min(PlotRight, Left + (step * (month - 0.5m))) - from));
    }

    public static string X(int month) => Written(Left + ((PlotRight - Left) * (month - 1) / 11m));

    public string Y(decimal value) => Written(At(value));

    /// <summary>"x,y x,y …" for the months that have a value.</summary>
    public string Points(ChartLine line) =>
        string.Join(' ', line.Values.Select((value, i) => value is { } there ? $"{X(i + 1)},{Y(there)}" : null).OfType<string>());

    /// <summary>Where the line ends; null for one without a value.</summary>
    public static (int Month, decimal Value)? End(ChartLine line)
    {
        for (var i = line.Values.Count; i > 0; i--)
        {
            if (line.Values[i - 1] is { } value)
            {
                return (i, value);
            }
        }

        return null;
    }

    /// <summary>The names, each at the height of its line's end, at least a line of text apart.</summary>
    public IReadOnlyList<(ChartLine Line, string Y)> Names()
    {
        var placed = new List<(ChartLine Line, decimal Y)>();
        foreach (var line in Lines.Where(line => End(line) is not null).OrderBy(line => At(End(line)!.Value.Value)))
        {
            var wanted = At(End(line)!.Value.Value) + 4;
            placed.Add((line, placed.Count == 0 ? Math.Max(wanted, Top + 4) : Math.Max(wanted, placed[^1].Y + LineOfText)));
        }

        var over = placed.Count == 0 ? 0 : Math.Max(0, placed[^1].Y - PlotBottom);
        return [.. placed.Select(name => (name.Line, Written(name.Y - over)))];
    }

    private decimal At(decimal value) => PlotBottom - ((PlotBottom - Top) * value / Highest);

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
