using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Sharing;

/// <summary>What there is to share.</summary>
/// <param name="On">The day of payment: its law applies.</param>
/// <param name="TransferTaxes">New law only.</param>
/// <param name="CoercionOn">Day of the coercion decision the money was collected under; null = another way.</param>
public sealed record DistributionQuestion(DateOnly On, Money Received, Money Costs, Money Rent, Money TransferTaxes, IReadOnlyList<Claim> Claims, DateOnly? CoercionOn = null);

/// <summary>
/// The sharing of money collected (thứ tự thanh toán; L08 Đ47, L25 Đ54, rules MN-01, MN-02): costs, rent and transfer taxes first; a secured claim before all,
/// after the court fee of its judgment; then rank by rank, within a rank in proportion, whole đồng with remainders to the largest fractions.
/// </summary>
/// <param name="Paid">By claim, in the order in which they were given.</param>
/// <param name="Surplus">To the debtor.</param>
/// <param name="Shortfall">What the deductions lacked; then no claim gets anything.</param>
public sealed record Distribution(IReadOnlyList<KeyValuePair<string, Money>> Paid, Money Surplus, Money Shortfall, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <returns>Refused with `distribution.not-in-regime`, `distribution.unknown-kind`, `distribution.duplicate-id`, `distribution.unknown-of`, `payment-rank.not-covered`, `amount.too-large`.</returns>
    public static Answer<Distribution> Of(LawBook book, DistributionQuestion question)
    {
        var regime = LegalRegime.OfDay(question.On, book);
        if (WhyNot(question, regime) is { } why)
        {
            return why;
        }

        var ranks = new Dictionary<string, Dated<PaymentRank>>(StringComparer.Ordinal);
        foreach (var kind in question.Claims.Select(claim => claim.Kind).Distinct())
        {
            if (!book.On(PaymentRank.Table, kind, question.On).Try(out var rank, out var refusal))
            {
                return refusal.Code.EndsWith(".unknown", StringComparison.Ordinal)
                    ? new LawRefusal("distribution.unknown-kind", new($"Không có loại khoản {kind}.", $"There is no kind of claim {kind}.")) : refusal;
            }

            ranks[kind] = rank;
        }

        var sharing = new Sharing(question.Received);
        sharing.Deduct(new("Chi phí thi hành án", "Costs of enforcement"), question.Costs);
        sharing.Deduct(new("Tiền thuê nhà một năm", "One-year rent"), question.Rent);
        sharing.Deduct(new("Thuế, phí chuyển nhượng", "Taxes and fees of the transfer"), question.TransferTaxes);
        var byId = question.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);
        bool IsFeeOfSecured(Claim claim) => claim.Kind == "court_fee" && claim.Of is { } of && byId[of].Secured;
        int RankOf(Claim claim) => ranks[(claim.InterestOf is { } of ? byId[of] : claim).Kind].Value.Rank;
        bool IsLate(Claim claim) => question.CoercionOn is { } coercion && claim.RequestedOn > coercion;

        sharing.Pay(new("Án phí của khoản bảo đảm", "Court fee of the secured claim"), null, [.. question.Claims.Where(claim => !claim.Secured && IsFeeOfSecured(claim))]);
        sharing.Pay(new("Khoản được bảo đảm", "Secured claim"), null, [.. question.Claims.Where(claim => claim.Secured)]);
        foreach (var late in new[] { false, true })
        {
            foreach (var group in question.Claims.Where(claim => !claim.Secured && !IsFeeOfSecured(claim) && IsLate(claim) == late)
                .GroupBy(claim => (Rank: RankOf(claim), IsInterest: claim.InterestOf is not null)).OrderBy(group => group.Key.Rank).ThenBy(group => group.Key.IsInterest))
            {
                var tail = late ? new Said(", yêu cầu sau ngày quyết định cưỡng chế", ", requested after the coercion decision") : group.Key.IsInterest ? new Said(", lãi chậm thi hành", ", late interest") : new Said("", "");
                sharing.Pay(new($"Hàng {group.Key.Rank}{tail.Vi}", $"Rank {group.Key.Rank}{tail.En}"), ranks[group.First().Kind].Row, [.. group]);
            }
        }

        return sharing.Result(question.Claims);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>().DistinctBy(row => row.Id)];

    private static LawRefusal? WhyNot(DistributionQuestion question, Regime regime)
    {
        var ids = question.Claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var total = question.Claims.Aggregate((Int128)question.Received.Units + question.Costs.Units + question.Rent.Units + question.TransferTaxes.Units, (sum, claim) => sum + claim.Amount.Units);
        return regime == Regime.Old && question.TransferTaxes.IsPositive ? new LawRefusal("distribution.not-in-regime", new("Luật 2008 không trừ thuế, phí chuyển nhượng trước khi thanh toán.", "The law of 2008 does not deduct taxes and fees of the transfer first."), "L08 Đ47.1")
            : total > Money.Largest ? new LawRefusal("amount.too-large", new("Tổng số tiền quá lớn.", "The amounts together are too large."))
            : ids.Count < question.Claims.Count ? new LawRefusal("distribution.duplicate-id", new("Hai khoản mang cùng một mã.", "Two claims have the same id."))
            : question.Claims.SelectMany(claim => new[] { claim.Of, claim.InterestOf }).OfType<string>().FirstOrDefault(of => !ids.Contains(of)) is { } unknown
                ? new LawRefusal("distribution.unknown-of", new($"Không có khoản {unknown}.", $"There is no claim {unknown}.")) : null;
    }

    /// <summary>`distribution`.</summary>
    public static LawQuestion Question { get; } = new(
        "distribution", new("Thanh toán tiền thi hành án", "Sharing of the money collected"),
        [
            new("on", InputKind.Day, new("Ngày thanh toán", "Day of payment"), Required: true), new("received", InputKind.Amount, new("Số tiền thu được", "Received"), Required: true),
            new("costs", InputKind.Amount, new("Chi phí thi hành án", "Costs")), new("rent", InputKind.Amount, new("Tiền thuê nhà một năm", "One-year rent")),
            new("transfer_taxes", InputKind.Amount, new("Thuế, phí chuyển nhượng", "Transfer taxes")), new("coercion_on", InputKind.Day, new("Ngày quyết định cưỡng chế", "Day of the coercion decision")),
            new("claims", InputKind.Rows, new("Các khoản phải trả", "Claims"))
            {
                Columns =
                [
                    new("id", InputKind.Text, new("Mã", "Id")), new("kind", InputKind.Choice, new("Loại", "Kind")) { Choices = [.. LawBook.BuiltIn.All(PaymentRank.Table).Select(row => (row.Value.Kind, row.Value.Name)).Distinct()] },
                    new("amount", InputKind.Amount, new("Số tiền", "Amount")), new("secured", InputKind.Flag, new("Được bảo đảm", "Secured")), new("of", InputKind.Text, new("Án phí của khoản", "Court fee of")),
                    new("requested_on", InputKind.Day, new("Ngày yêu cầu", "Requested on")), new("interest_of", InputKind.Text, new("Lãi của khoản", "Interest of")),
                ],
            },
        ],
        ["paid", "surplus", "shortfall"],
        (given, book) => Of(book, new(
            given.Day("on"), given.Amount("received"), given.AmountOrNone("costs") ?? Money.Zero, given.AmountOrNone("rent") ?? Money.Zero, given.AmountOrNone("transfer_taxes") ?? Money.Zero,
            [.. given.List("claims").Select(row => new Claim(row.Text("id"), row.Text("kind"), row.Amount("amount"), row.Flag("secured"), row.TextOrNone("of"), row.DayOrNone("requested_on"), row.TextOrNone("interest_of")))], given.DayOrNone("coercion_on")))
            .Then<Outcome>(found => new Outcome(
                [new("paid", found.Paid.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Units)).ToList()), new("surplus", found.Surplus.Units), new("shortfall", found.Shortfall.Units)], found)));
}
