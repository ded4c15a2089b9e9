using CsCheck;
using Thads.Law;
using Thads.Office.Fields;

namespace Thads.Office.Tests.Fields;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("1234567", 1_234_567)]
    [InlineData("1.234.567", 1_234_567)]
    [InlineData("1 234 567", 1_234_567)]
    [InlineData("1\u00a0234\u00a0567", 1_234_567)] // copied from a page
    [InlineData("1.234.567 đ", 1_234_567)]
    [InlineData("1.234.567 đồng", 1_234_567)]
    [InlineData("5tr", 5_000_000)]
    [InlineData("5 triệu", 5_000_000)]
    [InlineData("1,2 tỷ", 1_200_000_000)]
    [InlineData("1,2ty", 1_200_000_000)]
    [InlineData("1,2 TỈ", 1_200_000_000)]
    [InlineData("1.200 tỷ", 1_200_000_000_000)]
    [InlineData("350 nghìn đồng", 350_000)]
    [InlineData("0", 0)]
    [InlineData("0,000000001 tỷ", 1)]
    [InlineData("9.000.000.000.000.000", 9_000_000_000_000_000)]
    public void What_people_type_is_read(string typed, long units)
    {
        Assert.Null(MoneyText.Read(typed, out var amount));
        Assert.Equal(new Money(units), amount);
    }

    [Theory]
    [InlineData("1,234", "money.comma", "1.234.")]
    [InlineData("1,234,567", "money.comma", "1.234.567.")]
    [InlineData("1234.5", "money.grouping", "gõ 1.234,")]
    [InlineData("1.23.456", "money.grouping", "gõ 123.456,")]
    [InlineData("1.234 567", "money.grouping", "gõ 1.234.567,")]
    [InlineData("12 34", "money.grouping", "gõ 1.234,")]
    [InlineData("1.5 tỷ", "money.dot-before-unit", "1,5 tỷ")]
    [InlineData("1,2345678901 tỷ", "money.part-of-dong", "tròn đồng")]
    [InlineData("-5000", "money.negative", "dấu trừ")]
    [InlineData("(5.000)", "money.negative", "dấu trừ")]
    [InlineData("9.000.000.000.000.001", "money.too-large", "9.000.000.000.000.000")]
    [InlineData("99999999999999999999999999999999", "money.too-large", "9.000.000.000.000.000")]
    [InlineData("9999999999999999 tỷ", "money.too-large", "9.000.000.000.000.000")]
    [InlineData("năm triệu", "money.unreadable", "1,2 tỷ")]
    [InlineData("đồng", "money.unreadable", "1.234.567")]
    [InlineData("1e6", "money.unreadable", "1.234.567")]
    public void What_is_no_amount_is_refused_with_what_to_type_instead(string typed, string code, string instead)
    {
        var refusal = MoneyText.Read(typed, out var amount);

        Assert.Null(amount);
        Assert.Equal(code, refusal!.Code);
        Assert.Contains(instead, refusal.In(Language.Vietnamese), StringComparison.Ordinal);
        Assert.DoesNotContain("{", refusal.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_is_read_back_as_it_is_written() =>
        Gen.Long[0, Money.Largest].Sample(units => MoneyText.Read(MoneyText.Write(new Money(units)), out var amount) is null && amount == new Money(units));

    [Theory]
    [InlineData("84,27", "84,27")]
    [InlineData("84,27 %", "84,27")]
    [InlineData("100", "100")]
    [InlineData("0,5", "0,5")]
    [InlineData("84.27", "percent.dot")]
    [InlineData("100,01", "percent.above-hundred")]
    [InlineData("84,275", "percent.unreadable")]
    [InlineData("-1", "percent.unreadable")]
    [InlineData("%", "percent.unreadable")]
    [InlineData("", null)]
    public void A_rate_is_typed_with_a_comma(string typed, string? expected) =>
        Assert.Equal(expected, PercentText.Read(typed, out var percent)?.Code ?? percent?.ToString(Words.Format));

    [Fact]
    public void A_rate_with_a_dot_is_told_its_comma() =>
        Assert.Equal("Dùng dấu phẩy: 84,27.", PercentText.Read("84.27", out _)!.In(Language.Vietnamese));
}
