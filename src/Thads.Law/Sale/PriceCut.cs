using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Sale;

/// <summary>
/// Price after each cut when an auction failed (giảm giá; L08 Đ104, L25 Đ83.3; rules AS-20, AS-21): at most ten percent of the price before; from the second
/// cut on the creditor may take the asset at the price at which the auction failed.
/// </summary>
/// <param name="Prices">After the first cut, the second…</param>
/// <param name="TakenAt">At which the creditor may take it when the last auction failed; null = not yet.</param>
public sealed record PriceCut(IReadOnlyList<Money> Prices, Money? TakenAt, IReadOnlyList<DerivationLine> All) : IExplained
{
    private const int MostCuts = 200;

    /// <param name="on">Day of the cut: its law applies.</param>
    /// <param name="percent">Of each cut; null = the most there may be.</param>
    /// <returns>Refused with `price-cut.count`, `price-cut.percent`, `price-cut.above-max`, `parameter.not-covered`.</returns>
    public static Answer<PriceCut> Of(LawBook book, DateOnly on, Money price, int count, decimal? percent)
    {
        if (count is < 1 or > MostCuts)
        {
            return new LawRefusal("price-cut.count", new($"Số lần giảm {count} phải từ 1 đến {MostCuts}.", $"{count} cuts: between 1 and {MostCuts}."));
        }

        if (!Parameter.Of(book, "PRICE_CUT_MAX", null, on).Try(out var most, out var refusal) || !Parameter.Of(book, "CREDITOR_TAKES_FROM_CUT", null, on).Try(out var takes, out refusal))
        {
            return refusal!;
        }

        var cut = percent ?? most.Value.Number;
        if (cut <= 0)
        {
            return new LawRefusal("price-cut.percent", new($"Mức giảm {Said.Number(cut)} % phải lớn hơn 0.", $"A cut of {Said.Number(cut)} % must be above 0."));
        }

        if (cut > most.Value.Number)
        {
            return new LawRefusal("price-cut.above-max", new($"Mỗi lần giảm không quá {Said.Number(most.Value.Number)} %.", $"A cut is at most {Said.Number(most.Value.Number)} %."), most.Row.Article);
        }

        var (prices, lines, at) = (new List<Money>(), new List<DerivationLine> { new(new("Giá khởi điểm", "Starting price"), price) }, price);
        for (var i = 1; i <= count; i++)
        {
            at = new(Money.Quotient(at.Units * (Int128)((100 - cut) * 10_000), 1_000_000));
            prices.Add(at);
            lines.Add(new(new($"Giảm lần {i}: {Said.Number(cut)} % của giá trước", $"Cut {i}: {Said.Number(cut)} % of the price before"), at, most.Row));
        }

        Money? taken = count >= takes.Value.Number ? at : null;
        if (taken is not null)
        {
            lines.Add(new(new("Đấu giá ở giá này không thành: người được thi hành án có quyền nhận", "When the auction at this price fails the creditor may take the asset"), at, takes.Row));
        }

        return new PriceCut(prices, taken, lines);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>().DistinctBy(row => row.Id)];

    /// <summary>`price-cut`.</summary>
    public static LawQuestion Question { get; } = new(
        "price-cut", new("Giảm giá tài sản", "Price cuts"),
        [
            new("on", InputKind.Day, new("Ngày giảm giá", "Day of the cut"), Required: true), new("price", InputKind.Amount, new("Giá khởi điểm", "Starting price"), Required: true),
            new("count", InputKind.Whole, new("Số lần giảm", "How many cuts")), new("percent", InputKind.Number, new("Mức giảm mỗi lần (%)", "Each cut (%)")),
        ],
        ["prices", "taken_at"],
        (given, book) => Of(book, given.Day("on"), given.Amount("price"), given.WholeOrNone("count") ?? 1, given.NumberOrNone("percent")).Then<Outcome>(found => new Outcome(
            [new("prices", found.Prices.Select(price => price.Units).ToList()), .. found.TakenAt is { } taken ? [new("taken_at", taken.Units)] : Array.Empty<KeyValuePair<string, object>>()], found)));
}
