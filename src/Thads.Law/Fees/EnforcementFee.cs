using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Fees;

/// <summary>Money or value a creditor really received.</summary>
public sealed record Receipt(DateOnly On, Money Amount);

/// <summary>
/// The enforcement fee (phí thi hành án; TT216 Đ4–7, rules MN-20…MN-28): on the running total per case and creditor by the table of each receipt's day,
/// after one third and percentage, rounded once, less what was charged before, never negative.
/// </summary>
/// <param name="Fees">Of each receipt, whole đồng.</param>
public sealed record EnforcementFee(IReadOnlyList<Money> Fees, Money Total, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="receipts">In the order in which they came in.</param>
    /// <param name="settled">The parties settled between themselves after the decision and before coercion was carried out: one third (MN-21).</param>
    /// <param name="reduction">Percent, 0 to 100 (MN-28).</param>
    /// <param name="ground">A ground of the table (MN-26…MN-28): free of the fee, or the most it can be reduced by when <paramref name="reduction"/> says nothing.</param>
    /// <returns>Refused with `parameter.not-covered` before the first table, `fee.out-of-order`, `fee.bad-reduction`, `fee.reduction-above-max`, `amount.too-large`.</returns>
    public static Answer<EnforcementFee> Of(LawBook book, IReadOnlyList<Receipt> receipts, bool settled = false, bool exempt = false, decimal reduction = 0, Dated<FeeRelief>? ground = null)
    {
        if (ground is not null)
        {
            exempt |= ground.Value.Percent is null;
            if (reduction > ground.Value.Percent)
            {
                return new LawRefusal("fee.reduction-above-max", new($"{ground.Value.Name.Vi}: giảm không quá {ground.Value.Percent} %.", $"{ground.Value.Name.En}: reduced by at most {ground.Value.Percent} %."), ground.Row.Article);
            }

            reduction = reduction > 0 ? reduction : ground.Value.Percent ?? 0;
        }

        if (reduction is < 0 or > 100)
        {
            return new LawRefusal("fee.bad-reduction", new($"Mức giảm {Said.Number(reduction)} % phải từ 0 đến 100.", $"A reduction of {Said.Number(reduction)} % must lie between 0 and 100."), "TT216 Đ7.2");
        }

        if (receipts.Zip(receipts.Skip(1)).FirstOrDefault(pair => pair.Second.On < pair.First.On) is { Second: { } late })
        {
            return new LawRefusal("fee.out-of-order", new($"Các lần thu phải theo thứ tự ngày: {Said.Day(late.On)} đứng sau ngày muộn hơn.", $"Receipts come in the order of their days: {Said.Day(late.On)} follows a later day."));
        }

        var (lines, fees, running, charged) = (new List<DerivationLine>(), new List<Money>(), Money.Zero, Money.Zero);
        foreach (var receipt in receipts)
        {
            if (running.Units > Money.Largest - receipt.Amount.Units)
            {
                return new LawRefusal("amount.too-large", new("Tổng số tiền quá lớn.", "The amounts together are too large."));
            }

            running += receipt.Amount;
            if (!Whole(book, running, receipt.On).Try(out var whole, out var refusal))
            {
                return refusal;
            }

            var due = exempt ? Money.Zero : new Money(Money.Quotient(whole.Exact * (Int128)((100 - reduction) * 1_000_000), (Int128)1_000_000_000_000 * (settled ? 3 : 1)));
            var fee = due > charged ? due - charged : Money.Zero;
            lines.Add(new(new($"{Said.Day(receipt.On)}: thực nhận {Said.Amount(receipt.Amount)}, lũy kế {Said.Amount(running)}", $"{Said.Day(receipt.On)}: received {Said.Amount(receipt.Amount)}, together {Said.Amount(running)}"), receipt.Amount));
            lines.Add(whole.Line);
            if (exempt || settled || reduction > 0)
            {
                lines.Add(new(exempt ? new("Được miễn, không thu phí", "Exempt: no fee") : new(
                    $"{(settled ? "Tự giao nhận trước cưỡng chế: 1/3. " : "")}{(reduction > 0 ? $"Giảm {Said.Number(reduction)} %." : "")}",
                    $"{(settled ? "Settled before coercion: one third. " : "")}{(reduction > 0 ? $"Reduced by {Said.Number(reduction)} %." : "")}"), due, ground?.Row));
            }

            lines.Add(new(new($"Trừ phí đã thu {Said.Amount(charged)}: thu lần này", $"Less what was charged, {Said.Amount(charged)}: charged now"), fee));
            charged += fee;
            fees.Add(fee);
        }

        lines.Add(new(new("Tổng phí", "Fee in all"), charged));
        return new EnforcementFee(fees, charged, lines);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>().DistinctBy(row => row.Id)];

    private static Answer<(Int128 Exact, DerivationLine Line)> Whole(LawBook book, Money sum, DateOnly day)
    {
        if (!Parameter.Of(book, "FEE_FREE_BASE_SALARIES", null, day).Try(out var times, out var none) || !Parameter.Of(book, "BASE_SALARY", null, day).Try(out var salary, out none))
        {
            return none;
        }

        var free = new Money(times.Value.Amount.Units * salary.Value.Amount.Units);
        if (sum <= free)
        {
            return ((Int128)0, new DerivationLine(new($"Không quá {times.Value.Value} lần lương cơ sở ({Said.Amount(free)}): không thu", $"Not above {times.Value.Value} base salaries ({Said.Amount(free)}): nothing"), Money.Zero, times.Row));
        }

        var tier = book.On(FeeTier.Table, day).FirstOrDefault(row => sum > row.Value.Above && !(sum > row.Value.UpTo));
        return tier is null ? FeeTier.Table.NotCovered("FEE_TIERS", day)
            : (tier.Value.Exact(sum), new DerivationLine(new(
                $"Bậc trên {Said.Amount(tier.Value.Above)}: {Said.Amount(tier.Value.Base)} + {Said.Number(tier.Value.HundredthsOfPercent / 100m)} % phần vượt",
                $"Tier above {Said.Amount(tier.Value.Above)}: {Said.Amount(tier.Value.Base)} + {Said.Number(tier.Value.HundredthsOfPercent / 100m)} % of the rest"), new(Money.Quotient(tier.Value.Exact(sum), 10_000)), tier.Row));
    }

    /// <summary>`fee`.</summary>
    public static LawQuestion Question { get; } = new(
        "fee", new("Phí thi hành án", "Enforcement fee"),
        [
            new("receipts", InputKind.Rows, new("Các lần thực nhận", "What was received"), Required: true) { Columns = [new("on", InputKind.Day, new("Ngày", "Day")), new("amount", InputKind.Amount, new("Số tiền", "Amount"))] },
            new("settled_between_parties", InputKind.Flag, new("Tự giao nhận trước cưỡng chế (1/3)", "Settled between the parties (one third)")),
            new("exempt", InputKind.Flag, new("Được miễn", "Exempt")),
            new("reduction_percent", InputKind.Number, new("Giảm (%)", "Reduced by (%)")),
            new("relief", InputKind.Choice, new("Căn cứ không thu, miễn, giảm", "Ground of relief")) { Choices = [.. LawBook.BuiltIn.All(FeeRelief.Table).Select(row => (row.Value.Code, row.Value.Name)).Distinct()] },
        ],
        ["fees", "total"],
        (given, book) =>
        {
            IReadOnlyList<Receipt> receipts = [.. given.List("receipts").Select(row => new Receipt(row.Day("on"), row.Amount("amount")))];
            if (receipts.Count == 0)
            {
                return new LawRefusal("input.missing", new("Thiếu receipts: chưa có lần thu nào.", "receipts is missing: nothing was received."));
            }

            Dated<FeeRelief>? ground = null;
            if (given.TextOrNone("relief") is { } code && !book.On(FeeRelief.Table, code, receipts[0].On).Try(out ground, out var refusal))
            {
                return refusal;
            }

            return Of(book, receipts, given.Flag("settled_between_parties"), given.Flag("exempt"), given.NumberOrNone("reduction_percent") ?? 0, ground)
                .Then<Outcome>(found => new Outcome([new("fees", found.Fees.Select(fee => fee.Units).ToList()), new("total", found.Total.Units)], found));
        });
}
