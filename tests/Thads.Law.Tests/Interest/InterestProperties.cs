using CsCheck;
using Thads.Law.Interest;

namespace Thads.Law.Tests.Interest;

/// <summary>What holds of every late interest (ND152 Đ29), whatever was paid and when.</summary>
public sealed class InterestProperties
{
    private static readonly DateOnly First = new(2018, 1, 1);
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3000].Select(First.AddDays);
    private static readonly Gen<IReadOnlyList<RateFrom>> Rates = Gen.Select(Gen.Decimal[0, 25], Gen.Decimal[0, 25], Days).Select<decimal, decimal, DateOnly, IReadOnlyList<RateFrom>>(
        (before, after, on) => [new(new(2010, 1, 1), decimal.Round(before, 3)), new(on, decimal.Round(after, 3))]);
    private static readonly Gen<IReadOnlyList<DayRange>> Excluded = Gen.Select(Days, Gen.Int[0, 200]).Select((from, days) => new DayRange(from, from.AddDays(days))).Array[0, 3].Select<DayRange[], IReadOnlyList<DayRange>>(ranges => ranges);
    private static readonly Gen<IReadOnlyList<Payment>> Payments = Gen.Select(Days, Gen.Long[0, 10_000_000]).Select((on, amount) => new Payment(on, new(amount))).Array[0, 5].Select<Payment[], IReadOnlyList<Payment>>(payments => payments);
    private static readonly Money Principal = new(500_000_000);

    [Fact]
    public void Interest_over_adjoining_periods_adds_up_before_it_is_rounded() =>
        Gen.Select(Days.Array[3], Rates, Payments, Excluded).Sample((days, rates, payments, excluded) =>
        {
            Array.Sort(days);
            var whole = LateInterest.Of(Principal, rates, days[0], days[2], payments, excluded).Value;
            var before = LateInterest.Of(Principal, rates, days[0], days[1], payments, excluded).Value;
            // What the first period took off the principal is not taken off again.
            var after = LateInterest.Of(before.PrincipalLeft, rates, days[1], days[2], [.. payments.Where(payment => payment.On > days[1])], excluded).Value;
            return before.Exact + after.Exact == whole.Exact && after.PrincipalLeft == whole.PrincipalLeft;
        });

    [Fact]
    public void A_plain_walk_from_day_to_day_comes_to_the_same() =>
        Gen.Select(Days.Array[2], Rates, Payments, Excluded).Sample((days, rates, payments, excluded) =>
        {
            Array.Sort(days);
            return LateInterest.Of(Principal, rates, days[0], days[1], payments, excluded).Value.Exact == Walked(days[0], days[1], rates, payments, excluded);
        });

    [Fact]
    public void Paying_and_excluding_never_make_it_more() =>
        Gen.Select(Days.Array[2], Rates, Payments, Excluded).Sample((days, rates, payments, excluded) =>
        {
            Array.Sort(days);
            return LateInterest.Of(Principal, rates, days[0], days[1], payments, excluded).Value.Exact <= LateInterest.Of(Principal, rates, days[0], days[1], [], []).Value.Exact;
        });

    [Fact]
    public void A_payment_goes_to_the_principal_first_then_to_interest_and_nothing_is_lost() =>
        Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000]).Sample((paid, principal, interest) =>
        {
            var found = Imputation.Of(new(paid), new(principal), new(interest));
            return found.ToPrincipal.Units == Math.Min(paid, principal) && found.ToPrincipal + found.ToInterest + found.TooMuch == new Money(paid)
                && (!found.TooMuch.IsPositive || found.ToInterest.Units == interest) && (!found.ToInterest.IsPositive || found.ToPrincipal.Units == principal);
        });

    private static Int128 Walked(DateOnly from, DateOnly until, IReadOnlyList<RateFrom> rates, IReadOnlyList<Payment> payments, IReadOnlyList<DayRange> excluded)
    {
        Int128 sum = 0;
        for (var day = from.AddDays(1); day <= until; day = day.AddDays(1))
        {
            var left = Principal.Units - payments.Where(payment => payment.On < day).Sum(payment => payment.Amount.Units);
            var rate = rates.Where(rate => rate.From <= day).MaxBy(rate => rate.From)!.Percent;
            sum += excluded.Any(range => range.Holds(day)) ? 0 : (Int128)left * (Int128)(rate * 1_000_000);
        }

        return sum;
    }
}
