namespace Thads.Office.Tests;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Nguyễn Thị Bưởi", "nguyen thi buoi")]
    [InlineData("NGUYỄN THỊ BƯỞI", "nguyen thi buoi")]
    [InlineData("Đặng Đình Đức", "dang dinh duc")] // neither database folds đ
    [InlineData("hoà", "hoa")]
    [InlineData("hòa", "hoa")] // the tone on the other letter
    [InlineData("Thu\u0323\u0301y", "thuy")]
    [InlineData("e\u0302\u0303", "e")] // decomposed
    [InlineData("  Tân \t Lập\n", "tan lap")]
    [InlineData("125/QĐ-THADS", "125/qd-thads")]
    [InlineData("Ấ ẫ Ẵ ữ Ỗ ỵ", "a a a u o y")]
    [InlineData("", "")]
    public void A_key_has_no_marks_and_no_capitals(string text, string key) => Assert.Equal(key, SearchKey.Of(text));
}
