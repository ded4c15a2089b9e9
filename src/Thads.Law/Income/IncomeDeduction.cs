using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Income;

/// <summary>
/// How much of an income can be deducted (trừ vào thu nhập; rule ME-34): at most 30 % under the old law (L08 Đ78); under the new what is above one regional minimum
/// wage for the debtor and one for each dependant on the tax authority's list (ND152 Đ51), nothing where there is no more than that.
/// </summary>
public sealed record IncomeDeduction(Money Deduct, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="region">Where the debtor really lives: I to IV. Not needed under the old law.</param>
    /// <returns>Refused with `income.dependants`, `parameter.needs-region`, `parameter.unknown-region`, `parameter.not-covered`.</returns>
    public static Answer<IncomeDeduction> Of(LawBook book, DateOnly on, Money income, string? region, int dependants)
    {
        if (dependants is < 0 or > 100)
        {
            return new LawRefusal("income.dependants", new($"Số người phụ thuộc {dependants} không dùng được.", $"{dependants} dependants cannot be."));
        }

        if (LegalRegime.OfDay(on, book) == Regime.Old)
        {
            return Parameter.Of(book, "INCOME_DEDUCT_PERCENT", null, on).Then<IncomeDeduction>(percent =>
            {
                var most = new Money(Money.Quotient((Int128)income.Units * percent.Value.Amount.Units, 100));
                return new IncomeDeduction(most, [new(new($"Không quá {percent.Value.Value} % của {Said.Amount(income)}", $"At most {percent.Value.Value} % of {Said.Amount(income)}"), most, percent.Row)]);
            });
        }

        return Parameter.Of(book, "REGION_MIN_WAGE", region, on).Then<IncomeDeduction>(wage =>
        {
            var kept = new Money(wage.Value.Amount.Units * (1 + dependants));
            var most = income > kept ? income - kept : Money.Zero;
            return new IncomeDeduction(most,
            [
                new(new($"Để lại {1 + dependants} × lương tối thiểu vùng {wage.Value.Region} ({Said.Amount(wage.Value.Amount)})", $"Left: {1 + dependants} × the minimum wage of region {wage.Value.Region} ({Said.Amount(wage.Value.Amount)})"), kept, wage.Row),
                new(most.IsPositive ? new($"Trừ được: {Said.Amount(income)} − {Said.Amount(kept)}", $"Deducted: {Said.Amount(income)} − {Said.Amount(kept)}") : new("Thu nhập không hơn mức để lại: không trừ", "No more than what is left: nothing"), most),
            ]);
        });
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    /// <summary>`income-deduction`.</summary>
    public static LawQuestion Question { get; } = new(
        "income-deduction", new("Trừ vào thu nhập", "Deduction from income"),
        [
            new("on", InputKind.Day, new("Ngày trừ", "Day"), Required: true), new("income", InputKind.Amount, new("Thu nhập một tháng", "Income of a month"), Required: true),
            Parameter.RegionInput, new("dependants", InputKind.Whole, new("Số người phụ thuộc", "Dependants")),
        ],
        ["deduct"],
        (given, book) => Of(book, given.Day("on"), given.Amount("income"), given.TextOrNone("region"), given.WholeOrNone("dependants") ?? 0).Then<Outcome>(found => new Outcome([new("deduct", found.Deduct.Units)], found)));
}
