using CsCheck;
using Thads.Law.Sharing;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Sharing;

/// <summary>What holds of every sharing of money (L08 Đ47, L25 Đ54).</summary>
public sealed class DistributionProperties
{
    private static readonly LawBook Book = LawBook.BuiltIn;
    private static readonly DateOnly Coercion = new(2026, 3, 2);
    private static readonly string[] Kinds = ["maintenance", "wage", "injury_compensation", "court_fee", "fine", "disgorgement", "social_insurance", "ordinary"];
    private static readonly Gen<DateOnly> PaidOn = Gen.Bool.Select(isNew => isNew ? new DateOnly(2026, 7, 1) : new DateOnly(2026, 6, 30));

    private static readonly Gen<Claim[]> Claims = Gen.Select(Gen.Int[0, 7].Select(kind => Kinds[kind]), Gen.Long[0, 1000], Gen.Int[0, 9], Gen.Int[-5, 5]).Array[0, 8].Select(drawn => drawn.Select((one, i) =>
        new Claim($"C{i}", one.Item1, new(one.Item2), Secured: one.Item1 == "ordinary" && one.Item3 == 0, Of: one.Item1 == "court_fee" && one.Item3 < 4 && i > 0 ? "C0" : null, RequestedOn: Coercion.AddDays(one.Item4))).ToArray());

    private static readonly Gen<DistributionQuestion> Questions = Gen.Select(PaidOn, Gen.Long[0, 5000], Gen.Long[0, 300], Gen.Long[0, 300], Claims, Gen.Bool).Select(
        (on, received, costs, rent, claims, coerced) => new DistributionQuestion(on, new(received), new(costs), new(rent), Money.Zero, claims, coerced ? Coercion : null));

    [Fact]
    public void Every_dong_goes_somewhere_and_nobody_gets_more_than_is_owed() => Questions.Sample(question =>
    {
        var found = Distribution.Of(Book, question).Value;
        var deducted = question.Costs + question.Rent - found.Shortfall;
        return found.Paid.Sum(pair => pair.Value.Units) + found.Surplus.Units + deducted.Units == question.Received.Units
            && found.Paid.Zip(question.Claims).All(pair => pair.First.Key == pair.Second.Id && pair.First.Value <= pair.Second.Amount && pair.First.Value >= Money.Zero)
            && (!found.Surplus.IsPositive || found.Paid.Zip(question.Claims).All(pair => pair.First.Value == pair.Second.Amount))
            && (!found.Shortfall.IsPositive || found.Paid.All(pair => pair.Value == Money.Zero));
    });

    [Fact]
    public void The_order_of_the_claims_moves_nobody_by_more_than_a_dong() =>
        Gen.Select(Questions, Gen.Int[0, 7]).Sample((question, turn) =>
        {
            var turned = question with { Claims = [.. question.Claims.Skip(turn % Math.Max(1, question.Claims.Count)), .. question.Claims.Take(turn % Math.Max(1, question.Claims.Count))] };
            var after = Distribution.Of(Book, turned).Value.Paid.ToDictionary(pair => pair.Key, pair => pair.Value.Units);
            return Distribution.Of(Book, question).Value.Paid.All(pair => Math.Abs(pair.Value.Units - after[pair.Key]) <= 1);
        });

    [Fact]
    public void A_rank_with_its_fill_does_not_feel_what_comes_after() => Questions.Sample(question =>
    {
        // More of the last kind of claim never takes from a claim of rank 1 that is not late and not secured.
        var more = question with { Claims = [.. question.Claims, new Claim("Z", "ordinary", new(500), RequestedOn: Coercion)] };
        var before = Distribution.Of(Book, question).Value.Paid.ToDictionary(pair => pair.Key, pair => pair.Value);
        var after = Distribution.Of(Book, more).Value.Paid.ToDictionary(pair => pair.Key, pair => pair.Value);
        return question.Claims.Where(claim => claim.Kind is "maintenance" or "wage" && (question.CoercionOn is null || claim.RequestedOn <= question.CoercionOn)).All(claim => before[claim.Id] == after[claim.Id]);
    });

    [Fact]
    public void More_money_takes_from_nobody_but_a_dong_of_a_remainder() =>
        Gen.Select(Questions, Gen.Long[0, 500]).Sample((question, more) =>
        {
            var after = Distribution.Of(Book, question with { Received = question.Received + new Money(more) }).Value.Paid.ToDictionary(pair => pair.Key, pair => pair.Value.Units);
            return Distribution.Of(Book, question).Value.Paid.All(pair => after[pair.Key] >= pair.Value.Units - 1);
        });
}
