using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Thresholds;

/// <summary>Which amounts a threshold means.</summary>
public enum Comparison
{
    /// <summary>The bound itself and less.</summary>
    UpTo = 1,

    Below = 2,
    Above = 3,
}

/// <summary>A bound on amounts (rules AS-09, AS-17, MN-05, MN-47, ME-31; `Tables/thresholds.csv`): fixed đồng in the old law, wages of the region in the new.</summary>
/// <param name="Times">So many <paramref name="Unit"/>.</param>
/// <param name="Unit">`VND`, `wages` (REGION_MIN_WAGE), `base-salaries`.</param>
public sealed record Threshold(string Code, Said Name, Comparison Comparison, long Times, string Unit)
{
    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal) { ["up-to"] = Comparison.UpTo, ["below"] = Comparison.Below, ["above"] = Comparison.Above };
    private static readonly Dictionary<string, string> Units = new[] { "VND", "wages", "base-salaries" }.ToDictionary(unit => unit, StringComparer.Ordinal);

    public static readonly LawTable<Threshold> Table = new(
        "thresholds", ["code", "name_vi", "name_en", "comparison", "value", "unit"], ["code"],
        row => new(row.Text("code"), row.Words("name"), row.OneOf("comparison", Comparisons), row.Amount("value").Units, row.OneOf("unit", Units)))
    {
        Title = new("Ngưỡng giá trị", "Thresholds of value"),
        Refuses = "threshold",
    };

    public bool Holds(Money bound, Money amount) => Comparison switch
    {
        Comparison.UpTo => amount <= bound,
        Comparison.Below => amount < bound,
        Comparison.Above => amount > bound,
    };

    private Said Sign => Comparison switch
    {
        Comparison.UpTo => new("không quá", "not above"),
        Comparison.Below => new("dưới", "below"),
        Comparison.Above => new("trên", "above"),
    };

    /// <summary>The bound in đồng on a day.</summary>
    /// <param name="region">Of the agency (AS-09, MN-05, MN-47) or of the debtor (ME-31); needed where the bound is in wages.</param>
    /// <returns>Refused with `threshold.unknown`, `threshold.not-covered`, `parameter.needs-region`, `parameter.unknown-region`, `parameter.not-covered`.</returns>
    public static Answer<ThresholdOnDay> On(LawBook book, string code, DateOnly day, string? region)
    {
        if (!book.On(Table, code, day).Try(out var rule, out var refusal))
        {
            return refusal;
        }

        if (rule.Value.Unit == "VND")
        {
            return new ThresholdOnDay(rule, new(rule.Value.Times), null);
        }

        return Parameter.Of(book, rule.Value.Unit == "wages" ? "REGION_MIN_WAGE" : "BASE_SALARY", region, day)
            .Then<ThresholdOnDay>(wage => new ThresholdOnDay(rule, new(wage.Value.Amount.Units * rule.Value.Times), wage));
    }

    internal Said Says(Money bound) => new($"{Name.Vi}: {Sign.Vi} {Said.Amount(bound)}", $"{Name.En}: {Sign.En} {Said.Amount(bound)}");
}

/// <summary>A threshold with its bound on a day.</summary>
/// <param name="Wage">What it is a multiple of; null = fixed đồng.</param>
public sealed record ThresholdOnDay(Dated<Threshold> Rule, Money Bound, Dated<Parameter>? Wage)
{
    public bool Holds(Money amount) => Rule.Value.Holds(Bound, amount);

    /// <param name="amount">Null = nobody asked about one.</param>
    public IReadOnlyList<DerivationLine> Lines(Money? amount) =>
    [
        .. Wage is { } wage ? [new DerivationLine(new($"{Rule.Value.Times} × {wage.Value.Key} {wage.Value.Region}", $"{Rule.Value.Times} × {wage.Value.Key} {wage.Value.Region}"), wage.Value.Amount, wage.Row)] : Array.Empty<DerivationLine>(),
        new(Rule.Value.Says(Bound), Bound, Rule.Row),
        .. amount is { } asked ? [new DerivationLine(Holds(asked) ? new("Thuộc trường hợp này", "It is one of these") : new("Không thuộc trường hợp này", "It is none of these"), asked)] : Array.Empty<DerivationLine>(),
    ];

    /// <summary>`threshold`.</summary>
    public static LawQuestion Question { get; } = new(
        "threshold", new("Ngưỡng giá trị", "Threshold of value"),
        [
            new("code", InputKind.Choice, new("Ngưỡng", "Threshold"), Required: true) { Choices = [.. LawBook.BuiltIn.All(Threshold.Table).Select(row => (row.Value.Code, row.Value.Name)).Distinct()] },
            new("on", InputKind.Day, new("Ngày", "Day"), Required: true), Parameter.RegionInput, new("amount", InputKind.Amount, new("Giá trị", "Amount")),
        ],
        ["bound", "holds"],
        (given, book) => Threshold.On(book, given.Text("code"), given.Day("on"), given.TextOrNone("region")).Then<Outcome>(found => new Outcome(
            [new("bound", found.Bound.Units), .. given.AmountOrNone("amount") is { } amount ? [new("holds", found.Holds(amount))] : Array.Empty<KeyValuePair<string, object>>()],
            new Explanation(found.Lines(given.AmountOrNone("amount"))))));
}
