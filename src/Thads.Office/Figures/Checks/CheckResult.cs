namespace Thads.Office.Figures.Checks;

/// <summary>What a check came to.</summary>
public enum CheckOutcome
{
    Holds = 1,

    Fails = 2,

    /// <summary>The two sides were counted by other rules, or by another tree of units: a difference says nothing.</summary>
    NotComparable = 3,

    /// <summary>There is nothing to set it against: no earlier period, no such form.</summary>
    NotApplicable = 4,
}

/// <summary>A cell that is not what it must be.</summary>
/// <param name="Form">"01", "02", "04" or "05".</param>
/// <param name="Row">Code of the row.</param>
/// <param name="IsPrinted">The values are as printed (money in thousands of đồng), not exact.</param>
/// <param name="Parts">The cells of the same row it must be the sum of; empty where it is no such sum.</param>
public sealed record FailingCell(string Form, string Row, string Cell, decimal? Value, decimal? Expected, bool IsPrinted, IReadOnlyList<CheckedPart> Parts)
{
    /// <summary>Of the row, in Vietnamese.</summary>
    public required string Label { get; init; }

    public required string LabelEn { get; init; }
}

/// <summary>A cell that is added up, or taken off.</summary>
public sealed record CheckedPart(string Cell, bool IsTakenOff, decimal? Value);

/// <summary>One of the checks K01 to K18 (statistics, section 4.2) on the forms of one period.</summary>
/// <param name="Code">"K01" … "K18"; "K10b" is the part of K10 that is a warning.</param>
/// <param name="IsHard">A report in which it fails is not sent.</param>
/// <param name="Rule">What must be so, by the regime of the forms.</param>
/// <param name="Cells">The cells that fail.</param>
/// <param name="Notes">What explains the outcome, and what was set against what.</param>
public sealed record CheckResult(string Code, bool IsHard, CheckOutcome Outcome, Refusal Rule, IReadOnlyList<FailingCell> Cells, IReadOnlyList<Refusal> Notes)
{
    public bool Blocks => IsHard && Outcome == CheckOutcome.Fails;

    /// <summary>Fails if there are cells, holds if there are none.</summary>
    internal static CheckResult Of(string code, bool isHard, IEnumerable<FailingCell> cells, params IEnumerable<Refusal> notes)
    {
        var failing = cells.ToList();
        return new(code, isHard, failing.Count == 0 ? CheckOutcome.Holds : CheckOutcome.Fails, new Refusal($"check.{code}"), failing, [.. notes]);
    }

    internal static CheckResult Not(string code, CheckOutcome outcome, params IEnumerable<Refusal> notes) => new(code, false, outcome, new Refusal($"check.{code}"), [], [.. notes]);
}

/// <summary>All checks of the forms of one period.</summary>
public sealed record CheckedForms(IReadOnlyList<CheckResult> Results)
{
    /// <summary>What keeps the report from being sent.</summary>
    public IReadOnlyList<CheckResult> Blocking => [.. Results.Where(result => result.Blocks)];

    /// <summary>What fails and keeps nobody from sending.</summary>
    public IReadOnlyList<CheckResult> Warnings => [.. Results.Where(result => !result.IsHard && result.Outcome == CheckOutcome.Fails)];

    public bool Holds => Results.All(result => result.Outcome != CheckOutcome.Fails);

    /// <summary>Why the report may not be sent: the checks that fail, by name.</summary>
    public Refusal? WhyNotSend => Blocking.Count == 0 ? null : new Refusal("check.blocks", string.Join(", ", Blocking.Select(result => result.Code)));
}
