using Thads.Law.Asked;
using Thads.Law.Parameters;
using Thads.Law.Tables;

namespace Thads.Law.Sale;

/// <summary>
/// Rent set aside when a debtor's only home is sold and too little is left (tiền thuê nhà một năm; rule MN-03): a year at the average rent of the place
/// (L08 Đ115.5), under the new law twelve minimum wages of the region where the debtor lives (L25 Đ89.2, ND152 Đ67.3).
/// </summary>
public static class OneYearRent
{
    /// <param name="region">Of the debtor's residence; new law only.</param>
    /// <param name="monthlyAverage">Average rent of a month at the place; old law only.</param>
    /// <returns>Refused with `rent.needs-average`, `parameter.needs-region`, `parameter.unknown-region`, `parameter.not-covered`, `amount.too-large`.</returns>
    public static Answer<(Money Rent, Explanation Explained)> Of(LawBook book, DateOnly on, string? region, Money? monthlyAverage)
    {
        var isOld = LegalRegime.OfDay(on, book) == Regime.Old;
        if (isOld && monthlyAverage is null)
        {
            return new LawRefusal("rent.needs-average", new("Luật 2008 tính theo giá thuê trung bình tại địa phương: cần giá thuê một tháng.", "The law of 2008 takes the average rent of the place: the rent of a month is needed."), "L08 Đ115.5");
        }

        if (!Parameter.Of(book, isOld ? "RENT_MONTHS" : "RENT_WAGES", null, on).Try(out var times, out var refusal) || (!isOld && !Parameter.Of(book, "REGION_MIN_WAGE", region, on).Try(out _, out refusal)))
        {
            return refusal!;
        }

        var wage = isOld ? null : Parameter.Of(book, "REGION_MIN_WAGE", region, on).Value;
        var one = wage?.Value.Amount ?? monthlyAverage!.Value;
        if ((Int128)one.Units * times.Value.Amount.Units > Money.Largest)
        {
            return new LawRefusal("amount.too-large", new("Số tiền quá lớn.", "The amount is too large."));
        }

        var rent = new Money(one.Units * times.Value.Amount.Units);
        return (rent, new Explanation(
        [
            wage is null ? new(new("Giá thuê trung bình một tháng", "Average rent of a month"), one) : new(new($"Lương tối thiểu vùng {wage.Value.Region}", $"Minimum wage of region {wage.Value.Region}"), one, wage.Row),
            new(new($"{times.Value.Value} lần", $"{times.Value.Value} times"), rent, times.Row),
        ]));
    }

    /// <summary>`rent`.</summary>
    public static LawQuestion Question { get; } = new(
        "rent", new("Tiền thuê nhà một năm", "One-year rent"),
        [
            new("on", InputKind.Day, new("Ngày thanh toán", "Day of payment"), Required: true), Parameter.RegionInput,
            new("monthly_average", InputKind.Amount, new("Giá thuê trung bình một tháng (luật 2008)", "Average rent of a month (law of 2008)")),
        ],
        ["rent"],
        (given, book) => Of(book, given.Day("on"), given.TextOrNone("region"), given.AmountOrNone("monthly_average")).Then<Outcome>(found => new Outcome([new("rent", found.Rent.Units)], found.Explained)));
}
