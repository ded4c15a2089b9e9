using CsCheck;
using Thads.Law.Fees;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Fees;

/// <summary>What holds of every fee (TT216 Đ4–5), whatever was received.</summary>
public sealed class FeeProperties
{
    private static readonly LawBook Book = LawBook.BuiltIn;
    private static readonly long[] Bounds = [5_000_000_000, 7_000_000_000, 10_000_000_000, 15_000_000_000, 4_680_000, 5_060_000];
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3600].Select(day => new DateOnly(2017, 1, 1).AddDays(day));
    private static readonly Gen<long> Sums = Gen.OneOf(Gen.Long[0, 20_000_000], Gen.Long[0, 20_000_000_000], Gen.Int[0, 5].Select(i => Bounds[i]));

    [Fact]
    public void More_received_is_never_less_fee() =>
        Gen.Select(Days, Sums, Sums).Sample((on, one, two) => Total(on, [Math.Min(one, two)]) <= Total(on, [Math.Max(one, two)]));

    [Fact]
    public void The_fee_does_not_depend_on_how_a_sum_of_one_day_was_split() =>
        Gen.Select(Days, Sums.Array[1, 8]).Sample((on, sums) => Total(on, sums) == Total(on, [sums.Sum()]));

    [Fact]
    public void One_third_and_reductions_never_make_it_more_and_no_fee_is_negative() =>
        Gen.Select(Days, Sums.Array[1, 5], Gen.Bool, Gen.Int[0, 100]).Sample((on, sums, settled, reduction) =>
        {
            var fee = EnforcementFee.Of(Book, [.. sums.Select(sum => new Receipt(on, new(sum)))], settled, reduction: reduction).Value;
            return fee.Total.Units <= Total(on, sums) && fee.Fees.All(one => one.Units >= 0) && fee.Fees.Sum(one => one.Units) == fee.Total.Units;
        });

    [Fact]
    public void Every_fee_explains_itself_to_the_last_line() =>
        Gen.Select(Days, Sums.Array[1, 5]).Sample((on, sums) =>
        {
            var fee = EnforcementFee.Of(Book, [.. sums.Select(sum => new Receipt(on, new(sum)))]).Value;
            return fee.Lines()[^1].Amount == fee.Total && fee.Rests().Count > 0 && fee.Lines().All(line => line.Text is { Vi.Length: > 0, En.Length: > 0 });
        });

    private static long Total(DateOnly on, long[] sums) => EnforcementFee.Of(Book, [.. sums.Select(sum => new Receipt(on, new(sum)))]).Value.Total.Units;
}
