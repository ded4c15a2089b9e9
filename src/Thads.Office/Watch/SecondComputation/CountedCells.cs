namespace Thads.Office.Watch.SecondComputation;

/// <summary>The cells of one row: counted ones, from which the others follow.</summary>
public sealed class CountedCells
{
    /// <summary>The cells that are counted.</summary>
    public static readonly IReadOnlyList<string> Leaves =
        ["carried", "new", "delegated_in", "delegated", "withdrawn", "pulled_up", "returned", "completed", "terminated", "reduced",
        "in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "separate"];

    private static readonly Dictionary<string, int> Places = Leaves.Select((cell, i) => (cell, i)).ToDictionary(p => p.cell, p => p.i, StringComparer.Ordinal);

    private readonly decimal[] counted = new decimal[Leaves.Count];

    public decimal this[string leaf] => counted[Places[leaf]];

    public void Add(string leaf, decimal quantity) => counted[Places[leaf]] += quantity;

    public void Add(CountedCells other)
    {
        for (var i = 0; i < counted.Length; i++)
        {
            counted[i] += other.counted[i];
        }
    }

    /// <summary>All cells by name, by the formulas of the regime; the rate is null without a base.</summary>
    public Dictionary<string, decimal?> All(string regime)
    {
        var cells = Leaves.ToDictionary(cell => cell, cell => (decimal?)this[cell], StringComparer.Ordinal);
        cells["total"] = cells["carried"] + cells["new"];
        cells["due"] = cells["total"] - cells["delegated"] - cells["withdrawn"] - cells["pulled_up"] - cells["returned"];
        cells["settled"] = cells["completed"] + cells["terminated"] + cells["reduced"];
        cells["enforceable"] = cells["settled"] + cells["in_progress"] + cells["postponed_by_agreement"] + cells["paused"]
            + (regime == "08-2015" ? cells["postponed"] + cells["suspended"] : 0);
        cells["carried_over"] = cells["due"] - cells["settled"];
        cells["carried_over_enforceable"] = cells["enforceable"] - cells["settled"];
        cells["rate"] = Rate(cells["settled"]!.Value, cells["enforceable"]!.Value);
        return cells;
    }

    /// <summary>Percent with two decimals, half away from zero; null of nothing.</summary>
    public static decimal? Rate(decimal part, decimal whole) => whole == 0 ? null : decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// As printed: the leaves rounded to thousands, half away from zero; where what is due by flows then differs from what is due by stocks, the
    /// difference goes into the largest stock (of equal ones the first).
    /// </summary>
    public CountedCells InThousands()
    {
        var rounded = new CountedCells();
        foreach (var leaf in Leaves)
        {
            rounded.Add(leaf, decimal.Round(this[leaf] / 1000m, 0, MidpointRounding.AwayFromZero));
        }

        var byFlows = rounded["carried"] + rounded["new"] - rounded["delegated"] - rounded["withdrawn"] - rounded["pulled_up"] - rounded["returned"];
        string[] stocks = ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended"];
        var byStocks = rounded["completed"] + rounded["terminated"] + rounded["reduced"] + stocks.Sum(stock => rounded[stock]);
        rounded.Add(stocks.MaxBy(stock => rounded[stock])!, byFlows - byStocks);
        return rounded;
    }
}
