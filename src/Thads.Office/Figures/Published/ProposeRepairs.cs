namespace Thads.Office.Figures.Published;

/// <summary>
/// The slips of a typist that would explain a row: one digit for another, or two neighbouring digits in the other order.
/// A proposal says what would reconcile the figures, never which of them is at fault.
/// </summary>
public static class ProposeRepairs
{
    /// <summary>All of them: changes before swaps, figures in the order of the specification, places from the left, digits upwards.</summary>
    public static IEnumerable<Repair> Of(PublishedRow row, IReadOnlyList<RuleCheck> checks)
    {
        var failing = checks.Where(check => !check.Holds).ToList();

        // A figure outside a failing rule cannot mend that rule.
        var candidates = row.Figures.Keys.Where(figure => failing.All(check => check.Figures.Contains(figure))).Order().ToList();
        return Repairs(Changes).Concat(Repairs(Swaps));

        IEnumerable<Repair> Repairs(Func<string, IEnumerable<string>> slips) =>
            from figure in candidates
            let printed = row.Figures[figure]
            from text in slips(printed.Text)
            where !HasLeadingZero(text) && Reconciles(row, figure, PrintedFigure.Read(printed.Column, text, out _)!)
            select new Repair(figure, printed.Column, printed.Text, text);
    }

    private static bool Reconciles(PublishedRow row, Figure figure, PrintedFigure changed)
    {
        var figures = new Dictionary<Figure, PrintedFigure>(row.Figures) { [figure] = changed };
        return CheckPublishedFigures.Checks(row with { Figures = figures }).All(check => check.Holds);
    }

    private static IEnumerable<string> Changes(string text) =>
        from place in Enumerable.Range(0, text.Length)
        where char.IsAsciiDigit(text[place])
        from digit in "0123456789"
        where digit != text[place]
        select $"{text[..place]}{digit}{text[(place + 1)..]}";

    private static IEnumerable<string> Swaps(string text) =>
        from place in Enumerable.Range(0, text.Length - 1)
        where char.IsAsciiDigit(text[place]) && char.IsAsciiDigit(text[place + 1]) && text[place] != text[place + 1]
        select $"{text[..place]}{text[place + 1]}{text[place]}{text[(place + 2)..]}";

    /// <summary>Nobody prints 0312; a lone 0 before the point is not a leading one.</summary>
    private static bool HasLeadingZero(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('0', '9');
        return text[first] == '0' && first + 1 < text.Length && char.IsAsciiDigit(text[first + 1]);
    }
}
