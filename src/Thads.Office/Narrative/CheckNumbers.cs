using Thads.Office.Docket;
using Thads.Office.Figures.Published;

namespace Thads.Office.Narrative;

/// <summary>Numbers of a report that cannot all be true.</summary>
/// <param name="Rule">P01 to P10 (docs/formats/published-figures.md), or S for a sum of the report's own.</param>
/// <param name="Words">Code of the rule's words.</param>
/// <param name="Expected">What the others give; null where they give nothing.</param>
/// <param name="Facts">Keys of the numbers.</param>
public sealed record NumberClash(string Rule, string Words, string? Expected, string Printed, IReadOnlyList<string> Facts)
{
    /// <summary>As one sentence: the rule, what it gives, what is printed.</summary>
    public string In(Language language)
    {
        var rule = Office.Words.Say(language, Words);
        return Expected is null ? Office.Words.Say(language, "published.nothing-computed", Rule, rule, Printed) : Office.Words.Say(language, "published.computed", Rule, rule, Expected, Printed);
    }
}

/// <summary>Checks the numbers of a report, as they are printed, against the identities of published figures: the same as `thads figures check`.</summary>
public static class CheckNumbers
{
    private static readonly (Figure Figure, string Cell)[] OwnCells =
    [
        (Figure.Total, "total"), (Figure.Carried, "carried"), (Figure.New, "new"), (Figure.Delegated, "delegated"), (Figure.Withdrawn, "withdrawn"), (Figure.PulledUp, "pulled_up"),
        (Figure.Returned, "returned"), (Figure.Due, "due"), (Figure.Enforceable, "enforceable"), (Figure.NotEnforceable, "not_enforceable"), (Figure.Settled, "settled"), (Figure.Rate, "rate"),
        (Figure.CarriedOver, "carried_over"), (Figure.CarriedOverEnforceable, "carried_over_enforceable"),
    ];

    private static readonly (Figure Figure, string Cell)[] Beside =
    [
        (Figure.Rate, "rate"), (Figure.Settled, "settled"), (Figure.Target, "target"), (Figure.Margin, "margin"), (Figure.PreviousRate, "before.rate"), (Figure.RateChange, "change.rate"),
        (Figure.PreviousSettled, "before.settled"), (Figure.SettledChange, "change.settled"),
    ];

    private static readonly (Figure Figure, string Cell)[] BesideByNow = [(Figure.Rate, "rate"), (Figure.PreviousRate, "now.before.rate"), (Figure.RateChange, "now.change.rate")];

    /// <summary>A number that is the sum of others.</summary>
    private static readonly (string Whole, string[] Parts, string Words)[] Sums =
    [
        ("matters.total_with_separate", ["matters.total", "matters.separate"], "narrative.sum-separate"), ("money.total_with_separate", ["money.total", "money.separate"], "narrative.sum-separate"),
        ("matters.settled", ["matters.completed", "matters.terminated", "matters.reduced"], "narrative.sum-settled"), ("money.settled", ["money.completed", "money.terminated", "money.reduced"], "narrative.sum-settled"),
        ("manner.amiable", ["manner.free_will", "manner.persuasion"], "narrative.sum-amiable"),
        ("matters.completed", ["manner.free_will", "manner.persuasion", "manner.coercion_ordered", "manner.coercion", "manner.unsaid"], "narrative.sum-manners"),
    ];

    public static IReadOnlyList<NumberClash> Run(FactBook book, NarrativeQuery query)
    {
        var clashes = new List<NumberClash>();
        foreach (var measure in Enum.GetValues<Measure>())
        {
            var of = Codes.CodeOf(measure);
            var regime = Figures.FormSet.Of(query.Year, query.Months).Regime;
            clashes.AddRange(Of(Row(book, measure, regime, OwnCells, cell => $"{of}.{cell}", withStopped: true)));
            clashes.AddRange(Of(Row(book, measure, regime, Beside, cell => $"{of}.{cell}")));
            clashes.AddRange(Of(Row(book, measure, regime, BesideByNow, cell => $"{of}.{cell}")));
            clashes.AddRange(Of(Row(book, measure, null, OwnCells, cell => $"{of}.before.{cell}")));
            foreach (var kind in new[] { "credit", "corruption", "revenue", "ex_officio", "on_request" })
            {
                clashes.AddRange(Of(Row(book, measure, regime, OwnCells, cell => $"{kind}.{of}.{cell}")));
            }
        }

        clashes.AddRange(Sums.Select(sum => WhyNotSum(book, sum.Whole, sum.Parts, sum.Words)).OfType<NumberClash>());
        if (book["load.total"] is { } load && book["matters.total"] is { } total && book["enforcers"] is { Value: > 0 } enforcers && load.Value != decimal.Floor(total.Value / enforcers.Value))
        {
            clashes.Add(new NumberClash("S", "narrative.sum-load", load.TextOf(decimal.Floor(total.Value / enforcers.Value)), load.Text, ["load.total", "matters.total", "enforcers"]));
        }

        return [.. clashes.DistinctBy(clash => (clash.Rule, string.Join(',', clash.Facts.Order())))];
    }

    /// <summary>Rounded parts may miss the rounded whole by half a step each.</summary>
    private static NumberClash? WhyNotSum(FactBook book, string whole, string[] parts, string words)
    {
        var known = parts.Select(part => book[part]).OfType<Fact>().ToList();
        if (book[whole] is not { } sum || known.Count < parts.Length)
        {
            return null;
        }

        var expected = known.Sum(part => part.Value);
        var step = sum.Kind == FactKind.Billions ? (decimal)Math.Pow(10, -sum.Decimals) : 0;
        return Math.Abs(expected - sum.Value) <= step * (known.Count + 1) / 2 ? null : new NumberClash("S", words, sum.TextOf(expected), sum.Text, [whole, .. parts]);
    }

    private static (PublishedRow Row, Dictionary<Figure, string> Keys) Row(
        FactBook book, Measure measure, string? regime, IReadOnlyList<(Figure Figure, string Cell)> cells, Func<string, string> key, bool withStopped = false)
    {
        var keys = cells.Where(cell => book[key(cell.Cell)] is not null).ToDictionary(cell => cell.Figure, cell => key(cell.Cell));
        var figures = keys.ToDictionary(pair => pair.Key, pair => PrintedFigure.Read(pair.Key.Name, book[pair.Value]!.Plain, out _)!);
        if (withStopped && measure == Measure.Matters && book[key("postponed")] is { } postponed && book[key("suspended")] is { } suspended)
        {
            figures[Figure.PostponedSuspended] = PrintedFigure.Read("postponed_suspended", (postponed with { ByHand = null, Computed = postponed.Value + suspended.Value }).Plain, out _)!;
            keys[Figure.PostponedSuspended] = key("postponed");
        }

        var step = measure == Measure.Money ? Rational.StepOf(book.MoneyDecimals) : Rational.Zero;
        return (new PublishedRow(0, "", "", null, null, regime, measure, step, figures), keys);
    }

    private static IEnumerable<NumberClash> Of((PublishedRow Row, Dictionary<Figure, string> Keys) of) => CheckPublishedFigures.Checks(of.Row).Where(check => !check.Holds)
        .Select(check => new NumberClash(check.Rule, check.Words, check.Expected?.Replace('.', ','), check.Printed.Replace('.', ','), [.. check.Figures.Select(figure => of.Keys[figure])]));
}
