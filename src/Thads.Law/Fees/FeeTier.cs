using Thads.Law.Tables;

namespace Thads.Law.Fees;

/// <summary>A tier of the enforcement fee (TT216 Đ4.1; `Tables/fee-tiers.csv`): for sums above one amount and up to another, a base and a percentage of what lies above.</summary>
/// <param name="UpTo">Null = no upper end.</param>
/// <param name="HundredthsOfPercent">Whole: 3 % is 300.</param>
public sealed record FeeTier(Money Above, Money? UpTo, Money Base, long HundredthsOfPercent)
{
    public static readonly LawTable<FeeTier> Table = new(
        "fee-tiers", ["above", "up_to", "base", "percent"], ["above"], row => new(row.Amount("above"), row.AmountOrNone("up_to"), row.Amount("base"), (long)(row.Number("percent") * 100)))
    {
        Title = new("Biểu phí thi hành án", "Tiers of the enforcement fee"),
        Refuses = "parameter",
        // On every day on which a tier begins the tiers in force follow each other, and the last one has no end.
        Check = (_, rows) => rows.Select(row => row.Row.From).Distinct().Select(day => rows.Where(row => row.HoldsOn(day)).OrderBy(row => row.Value.Above.Units).ToList())
            .SelectMany(tiers => tiers.Zip(tiers.Skip(1).Select(next => (Money?)next.Value.Above).Append(null)))
            .Where(pair => pair.First.Value.UpTo != pair.Second).Select(pair => (pair.First.Row, new Said("bậc sau phải bắt đầu nơi bậc này kết thúc", "the next tier begins where this one ends"))),
    };

    /// <summary>The fee on a sum in this tier, not rounded: numerator over 10.000.</summary>
    public Int128 Exact(Money sum) => (Int128)Base.Units * 10_000 + (Int128)(sum.Units - Above.Units) * HundredthsOfPercent;
}

/// <summary>A ground on which no fee, or less, is charged (TT216 Đ6, Đ7; `Tables/fee-relief.csv`).</summary>
/// <param name="Percent">By how much it is reduced; null = no fee at all.</param>
public sealed record FeeRelief(string Kind, string Code, Said Name, int? Percent)
{
    public static readonly LawTable<FeeRelief> Table = new(
        "fee-relief", ["kind", "code", "name_vi", "name_en", "percent"], ["code"], row => new(row.Text("kind"), row.Text("code"), row.Words("name"), row.WholeOrNone("percent")))
    {
        Title = new("Miễn, giảm, không thu phí", "Fee: exempt, reduced, not charged"),
        Refuses = "fee-relief",
    };
}
