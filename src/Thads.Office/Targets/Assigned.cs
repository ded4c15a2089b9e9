using Thads.Law;
using Thads.Office.Figures;

namespace Thads.Office.Targets;

/// <summary>What was assigned for a year. Targets are worded "trên": one is reached by the printed rate that is strictly above it (statistics.md, 6.2).</summary>
/// <param name="Hundredths">Hundredths of a percent of the enforceable.</param>
public sealed record Assigned(int Hundredths, Pace Pace)
{
    /// <summary>Percent of the whole year.</summary>
    public decimal Value => Hundredths / 100m;

    /// <summary>Percent that a period of so many months is compared with.</summary>
    public decimal ComparedAt(int months) => Pace switch
    {
        Pace.Annual => Value,
        Pace.Prorata => ProRata(months),
    };

    /// <summary>So many twelfths of the year's value, to two decimals: the pace that reaches it evenly.</summary>
    public decimal ProRata(int months) => Money.Rate((long)Hundredths * months, 12 * 10_000L)!.Value;

    /// <summary>Whether a rate, as printed, is above what is compared with: 80,00 is not above 80,00.</summary>
    public static bool IsAbove(decimal? rate, decimal compared) => rate > compared;

    /// <summary>
    /// The least whole number of matters, or đồng, of what is enforceable that must still be settled for the printed rate to stand strictly above the year's
    /// value; 0 when it does, and where nothing is enforceable. More than is open where no rate could be above (a target of 100 %).
    /// </summary>
    public long Missing(long settled, long enforceable) =>
        (long)Int128.Max(0, LeastAbove(Hundredths, enforceable) - settled);

    /// <summary>The least part of <paramref name="whole"/> whose rate, rounded half up to hundredths, is above so many hundredths of a percent.</summary>
    private static Int128 LeastAbove(int hundredths, long whole) => ((Int128)whole * (2 * hundredths + 1) + 19_999) / 20_000;
}
