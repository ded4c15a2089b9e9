using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Relief;

/// <summary>When a claim of the State can be exempted or reduced (L08 Đ61; L25 Đ42; `Tables/relief-thresholds.csv`).</summary>
/// <param name="IsExempt">Else reduced.</param>
/// <param name="OfOriginal">The bounds are of the sum as it was; else of what remains.</param>
/// <param name="ForPartlyPerformed">Only for who has performed a part.</param>
/// <param name="ForHardship">Only for who was struck by a disaster or has great merit.</param>
/// <param name="UpTo">Null = no upper end.</param>
/// <param name="Years">Since the first decision of enforcement.</param>
/// <param name="Share">At most 1/Share of what remains; null where exempt.</param>
/// <param name="Most">At most this much; null = no such bound.</param>
public sealed record ReliefThreshold(string Code, bool IsExempt, bool OfOriginal, bool ForPartlyPerformed, bool ForHardship, Money AtLeast, Money? UpTo, int Years, int? Share, Money? Most)
{
    private static readonly Dictionary<string, bool> Kinds = new(StringComparer.Ordinal) { ["exempt"] = true, ["reduce"] = false };
    private static readonly Dictionary<string, bool> Bases = new(StringComparer.Ordinal) { ["original"] = true, ["remaining"] = false };

    public static readonly LawTable<ReliefThreshold> Table = new(
        "relief-thresholds", ["code", "kind", "basis", "partly", "hardship", "at_least", "up_to", "years", "share", "most"], ["code"],
        row => new(row.Text("code"), row.OneOf("kind", Kinds), row.OneOf("basis", Bases), row.Flag("partly"), row.Flag("hardship"), row.Amount("at_least"), row.AmountOrNone("up_to"), row.Whole("years"), row.WholeOrNone("share"), row.AmountOrNone("most")))
    {
        Title = new("Miễn, giảm nghĩa vụ nộp ngân sách", "Relief of claims of the State"),
        Refuses = "relief",
        Check = (_, rows) => rows.Where(row => !row.Value.IsExempt && !(row.Value.Share > 0)).Select(row => (row.Row, new Said("giảm phải có mẫu số", "a reduction needs its share"))),
    };
}

/// <summary>Exemption or reduction of a claim of the State (miễn, giảm; rulebook 9.6): by the law of the day, the years since the first decision and the sum.</summary>
/// <param name="ReduceAtMost">Whole đồng; 0 when exempt or when nothing can be done yet.</param>
public sealed record BudgetRelief(bool Exempt, Money ReduceAtMost, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="partlyPerformed">Asked by the old law, and by the new for hardship.</param>
    /// <param name="hardship">Disaster, fire, or great merit (L08 Đ61.4, L25 Đ42.3).</param>
    /// <param name="lastRelief">Day of the last relief in this judgment: there is one a year; null = there was none.</param>
    /// <returns>Refused with `relief.remaining-above-original`, `relief.not-covered`, `relief.before-first`.</returns>
    public static Answer<BudgetRelief> Of(LawBook book, DateOnly on, DateOnly firstDecision, Money original, Money remaining, bool partlyPerformed, bool hardship = false, DateOnly? lastRelief = null)
    {
        if (remaining > original)
        {
            return new LawRefusal("relief.remaining-above-original", new($"Số còn lại {Said.Amount(remaining)} lớn hơn số ban đầu {Said.Amount(original)}.", $"What remains, {Said.Amount(remaining)}, is above the original {Said.Amount(original)}."));
        }

        if (on < firstDecision)
        {
            return new LawRefusal("relief.before-first", new("Ngày xét trước quyết định thi hành án đầu tiên.", "The day is before the first decision of enforcement."));
        }

        var rows = book.On(ReliefThreshold.Table, on).ToList();
        if (rows.Count == 0)
        {
            return ReliefThreshold.Table.NotCovered("RELIEF_THRESHOLDS", on);
        }

        var lines = new List<DerivationLine> { new(new($"Từ quyết định đầu tiên {Said.Day(firstDecision)} đến {Said.Day(on)}; còn phải nộp", $"From the first decision {Said.Day(firstDecision)} to {Said.Day(on)}; remaining"), remaining) };
        if (lastRelief is { } last)
        {
            if (!Parameters.Parameter.Of(book, "RELIEF_AGAIN_YEARS", null, on).Try(out var again, out var refusal))
            {
                return refusal;
            }

            if (!HasWaited(last, (int)again.Value.Number, on))
            {
                lines.Add(new(new($"Đã được xét ngày {Said.Day(last)}: mỗi năm một lần", $"Relieved on {Said.Day(last)}: once a year"), Money.Zero, again.Row));
                return new BudgetRelief(false, Money.Zero, lines);
            }
        }

        bool Fits(ReliefThreshold row)
        {
            var sum = row.OfOriginal ? original : remaining;
            return (partlyPerformed || !row.ForPartlyPerformed) && (hardship || !row.ForHardship) && sum >= row.AtLeast && !(sum > row.UpTo) && HasWaited(firstDecision, row.Years, on);
        }

        if (rows.FirstOrDefault(row => row.Value.IsExempt && Fits(row.Value)) is { } exempt)
        {
            lines.Add(new(
                exempt.Value.ForHardship ? new("Đã thi hành một phần và gặp thiên tai hoặc có công lớn: xét miễn phần còn lại", "Partly performed, and struck by a disaster or of great merit: the rest is exempt")
                    : new($"Đủ {exempt.Value.Years} năm, dưới mức: xét miễn toàn bộ", $"{exempt.Value.Years} years, below the bound: exempt"), remaining, exempt.Row));
            return new BudgetRelief(true, Money.Zero, lines);
        }

        var most = Money.Zero;
        foreach (var row in rows.Where(row => !row.Value.IsExempt && Fits(row.Value)))
        {
            var part = new Money(Money.Quotient(remaining.Units, row.Value.Share!.Value));
            most = part > row.Value.Most ? row.Value.Most.Value : part;
            lines.Add(new(new($"Đủ {row.Value.Years} năm: giảm không quá 1/{row.Value.Share}{(row.Value.Most is { } cap ? $" và {Said.Amount(cap)}" : "")}", $"{row.Value.Years} years: reduced by at most 1/{row.Value.Share}{(row.Value.Most is { } bound ? $" and {Said.Amount(bound)}" : "")}"), most, row.Row));
        }

        if (!most.IsPositive)
        {
            lines.Add(new(new("Chưa đủ thời gian hoặc điều kiện về số tiền", "Not long enough yet, or not within the bounds"), Money.Zero));
        }

        return new BudgetRelief(false, most, lines);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    /// <summary>The anniversary itself counts (open point A).</summary>
    private static bool HasWaited(DateOnly since, int years, DateOnly on) => since.Year <= DateOnly.MaxValue.Year - years && on >= since.AddYears(years);

    /// <summary>`relief`.</summary>
    public static LawQuestion Question { get; } = new(
        "relief", new("Miễn, giảm nghĩa vụ nộp ngân sách", "Relief of claims of the State"),
        [
            new("on", InputKind.Day, new("Ngày xét", "Day"), Required: true), new("first_decision", InputKind.Day, new("Quyết định thi hành án đầu tiên", "First decision of enforcement"), Required: true),
            new("original", InputKind.Amount, new("Số phải nộp ban đầu", "Original sum"), Required: true), new("remaining", InputKind.Amount, new("Còn phải nộp", "Remaining"), Required: true),
            new("partly_performed", InputKind.Flag, new("Đã thi hành một phần", "Partly performed")), new("hardship", InputKind.Flag, new("Thiên tai, hỏa hoạn hoặc có công lớn", "Disaster, fire or great merit")),
            new("last_relief", InputKind.Day, new("Lần xét gần nhất", "Last relief")),
        ],
        ["exempt", "reduce_at_most"],
        (given, book) => Of(book, given.Day("on"), given.Day("first_decision"), given.Amount("original"), given.Amount("remaining"), given.Flag("partly_performed"), given.Flag("hardship"), given.DayOrNone("last_relief"))
            .Then<Outcome>(found => new Outcome([new("exempt", found.Exempt), new("reduce_at_most", found.ReduceAtMost.Units)], found)));
}
