using Thads.Law;
using Thads.Office.Fields;

namespace Thads.Office.Tests.Fields;

public sealed class AmountInWordsTests
{
    [Theory]
    [InlineData(0, "không")]
    [InlineData(1, "một")]
    [InlineData(5, "năm")]
    [InlineData(10, "mười")]
    [InlineData(11, "mười một")]
    [InlineData(14, "mười bốn")]
    [InlineData(15, "mười lăm")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(24, "hai mươi tư")]
    [InlineData(25, "hai mươi lăm")]
    [InlineData(40, "bốn mươi")]
    [InlineData(100, "một trăm")]
    [InlineData(101, "một trăm linh một")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(111, "một trăm mười một")]
    [InlineData(1_005, "một nghìn không trăm linh năm")]
    [InlineData(1_010, "một nghìn không trăm mười")]
    [InlineData(1_000_005, "một triệu không trăm linh năm")]
    [InlineData(1_005_000, "một triệu không trăm linh năm nghìn")]
    [InlineData(10_000_024, "mười triệu không trăm hai mươi tư")]
    [InlineData(1_234_567_000, "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn")]
    [InlineData(21_021_021_021, "hai mươi mốt tỷ không trăm hai mươi mốt triệu không trăm hai mươi mốt nghìn không trăm hai mươi mốt")]
    [InlineData(2_005_000_000_000, "hai nghìn không trăm linh năm tỷ")]
    [InlineData(1_100_000_000_000, "một nghìn một trăm tỷ")]
    [InlineData(1_000_000_001, "một tỷ không trăm linh một")]
    [InlineData(Money.Largest, "chín triệu tỷ")]
    public void Numbers_are_read_as_papers_have_them(long number, string words) => Assert.Equal(words, AmountInWords.Of(number));

    [Fact]
    public void An_amount_begins_with_a_capital_and_ends_with_its_currency() =>
        Assert.Equal("Một triệu không trăm linh năm đồng", AmountInWords.Of(new Money(1_000_005)));

    [Fact]
    public void What_is_below_zero_has_no_words() => Assert.Throws<ArgumentOutOfRangeException>(() => AmountInWords.Of(-1));
}
