using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Interest;

/// <summary>Money paid towards a principal.</summary>
public sealed record Payment(DateOnly On, Money Amount);

/// <summary>A rate from a day on: a title can name several.</summary>
/// <param name="Percent">A year.</param>
public sealed record RateFrom(DateOnly From, decimal Percent);

/// <summary>
/// Interest for late enforcement (lãi chậm thi hành án; BLDS Đ357, Đ468; ND152 Đ29; rules MN-10…MN-18): actual days over 365, first day out, last day in, on the
/// principal still unpaid, never on interest; a payment reduces the principal from the day after; rounded once at the end.
/// </summary>
/// <param name="Exact">Not rounded: đồng times days times millionths of a percent. Adjoining periods add up in it.</param>
public sealed record LateInterest(Money Interest, Money PrincipalLeft, Int128 Exact, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <summary>Of <see cref="Exact"/> that make a đồng: 365 days, 100 percent, 1.000.000 millionths.</summary>
    public const long ExactPerDong = 365L * 100 * 1_000_000;

    /// <summary>Nobody owes interest for longer; a year typed wrongly does.</summary>
    private const int LastYear = 2200;

    /// <param name="rates">At least one, of which the first holds from <paramref name="from"/> on at the latest.</param>
    /// <param name="payments">Those after <paramref name="until"/> do not count.</param>
    /// <param name="excluded">Days without interest (MN-17, MN-18), both ends.</param>
    /// <returns>Refused with `interest.backwards`, `interest.too-late`, `interest.bad-rate`, `interest.no-rate`, `interest.payment-above-principal`, `amount.too-large`.</returns>
    public static Answer<LateInterest> Of(Money principal, IReadOnlyList<RateFrom> rates, DateOnly from, DateOnly until, IReadOnlyList<Payment> payments, IReadOnlyList<DayRange> excluded)
    {
        if (until < from)
        {
            return new LawRefusal("interest.backwards", new($"Ngày cuối {Said.Day(until)} trước ngày đầu {Said.Day(from)}.", $"The last day {Said.Day(until)} is before the first, {Said.Day(from)}."));
        }

        if (until.Year > LastYear)
        {
            return new LawRefusal("interest.too-late", new($"Ngày cuối {Said.Day(until)} quá xa: đến hết năm {LastYear}.", $"The last day {Said.Day(until)} is too far: up to the end of {LastYear}."));
        }

        if (rates.FirstOrDefault(rate => rate.Percent is < 0 or > 1000) is { } bad)
        {
            return new LawRefusal("interest.bad-rate", new($"Lãi suất {Said.Number(bad.Percent)} % không dùng được.", $"A rate of {Said.Number(bad.Percent)} % cannot be used."));
        }

        var schedule = rates.OrderBy(rate => rate.From).ToList();
        if (schedule.Count == 0 || (schedule[0].From > from.AddDays(1) && until > from))
        {
            return new LawRefusal("interest.no-rate", new($"Không có lãi suất cho ngày {Said.Day(from.AddDays(1))}.", $"There is no rate for {Said.Day(from.AddDays(1))}."));
        }

        var counted = payments.Where(payment => payment.On <= until).OrderBy(payment => payment.On).ToList();
        var (left, exact, lines) = (principal, (Int128)0, new List<DerivationLine>());
        var without = DayRange.Merged(excluded);
        // A boundary is the first day of a stretch with one principal and one rate.
        var starts = new[] { from.AddDays(1) }.Concat(counted.Select(payment => payment.On.AddDays(1))).Concat(schedule.Select(rate => rate.From)).Where(day => day > from && day <= until).Distinct().Order().ToList();
        var paid = 0;
        if (!Take(ref left, counted, ref paid, from, lines).Try(out _, out var above))
        {
            return above;
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var (first, last) = (starts[i], i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : until);
            if (!Take(ref left, counted, ref paid, first.AddDays(-1), lines).Try(out _, out above))
            {
                return above;
            }

            var rate = schedule.Last(rate => rate.From <= first || rate == schedule[0]).Percent;
            var days = last.DayNumber - first.DayNumber + 1 - Deadlines.Counting.PausedDays(without, first.AddDays(-1), last);
            var part = (Int128)left.Units * days * (Int128)(rate * 1_000_000);
            exact += part;
            if (exact > (Int128)Money.Largest * ExactPerDong)
            {
                return new LawRefusal("amount.too-large", new("Tiền lãi quá lớn.", "The interest is too large."));
            }

            lines.Add(new(new(
                $"{Said.Day(first)}–{Said.Day(last)}: {Said.Amount(left)} × {days} ngày × {Said.Number(rate)} %/365",
                $"{Said.Day(first)}–{Said.Day(last)}: {Said.Amount(left)} × {days} days × {Said.Number(rate)} %/365"), new(Money.Quotient(part, ExactPerDong))));
        }

        if (!Take(ref left, counted, ref paid, until, lines).Try(out _, out above))
        {
            return above;
        }

        var interest = new Money(Money.Quotient(exact, ExactPerDong));
        lines.Add(new(new("Gốc còn lại", "Principal left"), left));
        lines.Add(new(new("Lãi (làm tròn một lần)", "Interest (rounded once)"), interest));
        return new LateInterest(interest, left, exact, lines);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [];

    /// <summary>Takes what was paid up to a day off the principal.</summary>
    private static Answer<bool> Take(ref Money left, List<Payment> payments, ref int paid, DateOnly upTo, List<DerivationLine> lines)
    {
        for (; paid < payments.Count && payments[paid].On <= upTo; paid++)
        {
            var payment = payments[paid];
            if (payment.Amount > left)
            {
                return new LawRefusal("interest.payment-above-principal", new(
                    $"Khoản trả {Said.Amount(payment.Amount)} ngày {Said.Day(payment.On)} lớn hơn gốc còn lại {Said.Amount(left)}.",
                    $"The payment of {Said.Amount(payment.Amount)} on {Said.Day(payment.On)} is above the principal left, {Said.Amount(left)}."), "ND152 Đ29.1");
            }

            left -= payment.Amount;
            lines.Add(new(new($"{Said.Day(payment.On)}: trả {Said.Amount(payment.Amount)} vào gốc, còn {Said.Amount(left)}", $"{Said.Day(payment.On)}: {Said.Amount(payment.Amount)} paid on the principal, {Said.Amount(left)} left")));
        }

        return true;
    }

    /// <summary>`interest`.</summary>
    public static LawQuestion Question { get; } = new(
        "interest", new("Lãi chậm thi hành án", "Interest for late enforcement"),
        [
            new("principal", InputKind.Amount, new("Gốc", "Principal"), Required: true), new("rate_percent", InputKind.Number, new("Lãi suất (%/năm)", "Rate (% a year)")),
            new("from", InputKind.Day, new("Từ ngày (không tính)", "From (not counted)"), Required: true), new("until", InputKind.Day, new("Đến hết ngày", "Until the end of"), Required: true),
            new("payments", InputKind.Rows, new("Các lần trả", "Payments")) { Columns = [new("on", InputKind.Day, new("Ngày", "Day")), new("amount", InputKind.Amount, new("Số tiền", "Amount"))] },
            new("excluded", InputKind.Rows, new("Khoảng không tính lãi", "Days without interest")) { Columns = [new("from", InputKind.Day, new("Từ ngày", "From")), new("to", InputKind.Day, new("Đến ngày", "To"))] },
            new("rates", InputKind.Rows, new("Lãi suất theo thời gian", "Rates over time")) { Columns = [new("from", InputKind.Day, new("Từ ngày", "From")), new("percent", InputKind.Number, new("%/năm", "% a year"))] },
        ],
        ["interest", "principal_left"],
        (given, _) => Of(
            given.Amount("principal"),
            given.List("rates").Count > 0 ? [.. given.List("rates").Select(row => new RateFrom(row.Day("from"), row.Number("percent")))] : [new(given.Day("from"), given.Number("rate_percent"))],
            given.Day("from"), given.Day("until"), [.. given.List("payments").Select(row => new Payment(row.Day("on"), row.Amount("amount")))], given.Ranges("excluded"))
            .Then<Outcome>(found => new Outcome([new("interest", found.Interest.Units), new("principal_left", found.PrincipalLeft.Units)], found)));
}

/// <summary>To what a payment goes first (ND152 Đ29.1; TTLT 11/2016 Đ6.1; rule MN-16): the principal, then late interest, then it is too much.</summary>
public readonly record struct Imputation(Money ToPrincipal, Money ToInterest, Money TooMuch)
{
    public static Imputation Of(Money payment, Money principal, Money interest)
    {
        var first = payment < principal ? payment : principal;
        var second = payment - first < interest ? payment - first : interest;
        return new(first, second, payment - first - second);
    }
}
