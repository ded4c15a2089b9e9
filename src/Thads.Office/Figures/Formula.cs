using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>Whether a change lies before the period of a report or in it.</summary>
public enum Phase
{
    Before = 0,
    Within = 1,
}

/// <summary>
/// What a cell counts, as a weight for every kind of change: a cell is the sum of the quantities of the changes in its row,
/// each times its weight. That a formula is such a sum is what lets every figure be opened into the moves behind it.
/// </summary>
/// <remarks>
/// The language of the form files: terms joined by + and −, each one of `opening(S)`, `stock(S)`, `flow(S &gt; S)`,
/// `delegated(S &gt; S)`, `handed(old|new)`, or the name of another cell; or `percent(cell / cell)` alone. S is a state or `live`.
/// </remarks>
public sealed class Formula
{
    /// <summary>Docket states and the two ends of a handover.</summary>
    private const int States = Elsewhere.New + 1;
    private readonly int[] _weights;

    private Formula(string cell, string text, int[] weights, bool isLeaf, IReadOnlyList<(int Sign, string Cell)> parts, (string Part, string Whole)? rate)
    {
        Cell = cell;
        Text = text;
        _weights = weights;
        IsLeaf = isLeaf;
        Parts = parts;
        Rate = rate;
    }

    public string Cell { get; }

    /// <summary>As it stands in the form file.</summary>
    public string Text { get; }

    /// <summary>It is drawn from the book itself, not from other cells.</summary>
    public bool IsLeaf { get; }

    /// <summary>The cells it adds and subtracts; empty for a leaf.</summary>
    public IReadOnlyList<(int Sign, string Cell)> Parts { get; }

    /// <summary>The cells of a percentage, which is no sum.</summary>
    public (string Part, string Whole)? Rate { get; }

    /// <summary>How often a change counts: usually 1, 0 or −1.</summary>
    public int Weight(Phase phase, int from, int to, bool byDelegation) => _weights[Index(phase, from, to, byDelegation)];

    /// <summary>The pairs of states whose change counts in some way: whatever else moved needs no look when the cell is opened.</summary>
    public IEnumerable<(int From, int To)> Counted() =>
        from pair in Enumerable.Range(0, States * States).Select(i => (From: i / States, To: i % States))
        where Enum.GetValues<Phase>().Any(phase => Weight(phase, pair.From, pair.To, false) != 0 || Weight(phase, pair.From, pair.To, true) != 0)
        select pair;

    /// <param name="find">Formula of another cell of the form.</param>
    /// <exception cref="FormatException">The text is not of the language.</exception>
    public static Formula Parse(string cell, string text, Func<string, Formula> find)
    {
        if (text.StartsWith("percent(", StringComparison.Ordinal))
        {
            var of = text["percent(".Length..^1].Split('/', StringSplitOptions.TrimEntries);
            return new Formula(cell, text, new int[2 * States * States * 2], false, [], (of[0], of[1]));
        }

        var weights = new int[2 * States * States * 2];
        var parts = new List<(int, string)>();
        foreach (var (sign, term) in Terms(text))
        {
            var open = term.IndexOf('(', StringComparison.Ordinal);
            if (open < 0)
            {
                parts.Add((sign, term));
                Add(weights, sign, find(term).Weight);
            }
            else
            {
                Add(weights, sign, Term(term[..open], term[(open + 1)..^1]));
            }
        }

        return new Formula(cell, text, weights, parts.Count == 0, parts, null);
    }

    /// <summary>The terms of a text that is no percentage, each with its sign.</summary>
    public static IEnumerable<(int Sign, string Term)> Terms(string text)
    {
        var (sign, start) = (1, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] is '+' or '-' && text[..i].Count(c => c == '(') == text[..i].Count(c => c == ')')))
            {
                if (text[start..i].Trim() is { Length: > 0 } term)
                {
                    yield return (sign, term);
                }

                sign = i < text.Length && text[i] == '-' ? -1 : 1;
                start = i + 1;
            }
        }
    }

    private static Func<Phase, int, int, bool, int> Term(string kind, string argument)
    {
        switch (kind)
        {
            case "opening":
                var opened = Set(argument);
                return (phase, from, to, _) => phase == Phase.Before ? In(opened, to) - In(opened, from) : 0;
            case "stock":
                var held = Set(argument);
                return (_, from, to, _) => In(held, to) - In(held, from);
            case "flow" or "delegated":
                var sides = argument.Split('>', StringSplitOptions.TrimEntries);
                var (left, entered) = (Set(sides[0]), Set(sides[1]));
                return (phase, from, to, byDelegation) =>
                    phase == Phase.Within && (kind == "flow" || byDelegation) ? In(left, from) * In(entered, to) : 0;
            case "handed":
                var elsewhere = argument == "old" ? Elsewhere.Old : Elsewhere.New;
                var live = Set("live");
                return (phase, from, to, _) => phase != Phase.Within ? 0 : from == elsewhere ? In(live, to) : to == elsewhere ? -In(live, from) : 0;
            default:
                throw new FormatException($"No term {kind}({argument}).");
        }
    }

    private static HashSet<int> Set(string name) =>
        name == "live" ? [.. Enum.GetValues<DocketState>().Where(s => s.IsLive).Select(s => (int)s)]
        : Codes.TryRead<DocketState>(name, out var state) ? [(int)state]
        : throw new FormatException($"No state {name}.");

    private static int In(HashSet<int> set, int state) => set.Contains(state) ? 1 : 0;

    private static void Add(int[] weights, int sign, Func<Phase, int, int, bool, int> weight)
    {
        foreach (var phase in Enum.GetValues<Phase>())
        {
            for (var from = 0; from < States; from++)
            {
                for (var to = 0; to < States; to++)
                {
                    weights[Index(phase, from, to, false)] += sign * weight(phase, from, to, false);
                    weights[Index(phase, from, to, true)] += sign * weight(phase, from, to, true);
                }
            }
        }
    }

    private static int Index(Phase phase, int from, int to, bool byDelegation) => ((((int)phase * States) + from) * States + to) * 2 + (byDelegation ? 1 : 0);
}
