using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Costs;

/// <summary>Relief of the costs of coercion for persons (miễn, giảm chi phí cưỡng chế; ND152 Đ87, rule MN-37; `Tables/cost-relief.csv`). What the old law gave was not obtained.</summary>
/// <param name="Percent">Of the costs, but not more than is still unpaid.</param>
/// <param name="PaidPercent">So much must have been paid.</param>
public sealed record CostRelief(string Ground, Said Name, int Percent, int PaidPercent)
{
    public static readonly LawTable<CostRelief> Table = new(
        "cost-relief", ["ground", "name_vi", "name_en", "percent", "paid_percent"], ["ground"], row => new(row.Text("ground"), row.Words("name"), row.Whole("percent"), row.Whole("paid_percent")))
    {
        Title = new("Miễn, giảm chi phí cưỡng chế", "Relief of the costs of coercion"),
        Refuses = "cost-relief",
    };
}

/// <summary>How much of the costs of coercion a person need not pay.</summary>
public sealed record RelievedCosts(Money Relieved, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <returns>Refused with `cost-relief.unknown`, `cost-relief.not-covered`, `cost-relief.paid-above-costs`.</returns>
    public static Answer<RelievedCosts> Of(LawBook book, DateOnly on, string ground, Money costs, Money paid)
    {
        if (paid > costs)
        {
            return new LawRefusal("cost-relief.paid-above-costs", new($"Đã nộp {Said.Amount(paid)}, nhiều hơn chi phí {Said.Amount(costs)}.", $"{Said.Amount(paid)} was paid, more than the costs of {Said.Amount(costs)}."));
        }

        return book.On(CostRelief.Table, ground, on).Then<RelievedCosts>(found =>
        {
            var isPaidEnough = (Int128)paid.Units * 100 >= (Int128)costs.Units * found.Value.PaidPercent;
            var most = new Money(Money.Quotient((Int128)costs.Units * found.Value.Percent, 100));
            var relieved = !isPaidEnough ? Money.Zero : most < costs - paid ? most : costs - paid;
            return new RelievedCosts(relieved,
            [
                new(new($"{found.Value.Name.Vi}: {found.Value.Percent} % chi phí{(found.Value.PaidPercent > 0 ? $", khi đã nộp từ {found.Value.PaidPercent} %" : "")}", $"{found.Value.Name.En}: {found.Value.Percent} % of the costs{(found.Value.PaidPercent > 0 ? $" once {found.Value.PaidPercent} % is paid" : "")}"), most, found.Row),
                new(isPaidEnough ? new($"Còn phải nộp {Said.Amount(costs - paid)}: được miễn, giảm", $"{Said.Amount(costs - paid)} still unpaid: relieved") : new($"Mới nộp {Said.Amount(paid)}: chưa đủ", $"Only {Said.Amount(paid)} was paid: not enough"), relieved),
            ]);
        });
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    /// <summary>`cost-relief`.</summary>
    public static LawQuestion Question { get; } = new(
        "cost-relief", new("Miễn, giảm chi phí cưỡng chế", "Relief of the costs of coercion"),
        [
            new("on", InputKind.Day, new("Ngày xét", "Day"), Required: true),
            new("ground", InputKind.Choice, new("Căn cứ", "Ground"), Required: true) { Choices = [.. LawBook.BuiltIn.All(CostRelief.Table).Select(row => (row.Value.Ground, row.Value.Name)).Distinct()] },
            new("costs", InputKind.Amount, new("Chi phí phải chịu", "Costs"), Required: true), new("paid", InputKind.Amount, new("Đã nộp", "Paid")),
        ],
        ["relieved"],
        (given, book) => Of(book, given.Day("on"), given.Text("ground"), given.Amount("costs"), given.AmountOrNone("paid") ?? Money.Zero).Then<Outcome>(found => new Outcome([new("relieved", found.Relieved.Units)], found)));
}
