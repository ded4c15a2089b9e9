using System.Text;
using Thads.Office.Fields;

namespace Thads.Office.Tests.Fields;

public sealed class NamesAndNumbersTests
{
    [Theory]
    [InlineData("Nguyễn Thị Bưởi", "nguyen thi buoi")]
    [InlineData("  ĐẶNG\u00a0 Văn   Đạt ", "dang van dat")]
    [InlineData("hoà", "hoa")]
    [InlineData("hòa", "hoa")]
    [InlineData("125/QĐ-CCTHADS", "125/qd-ccthads")]
    [InlineData("", "")]
    public void A_search_key_has_neither_marks_nor_capitals(string text, string key)
    {
        Assert.Equal(key, SearchKey.Of(text));
        Assert.Equal(key, SearchKey.Of(text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(key, SearchKey.Of(key));
    }

    [Fact]
    public void People_are_listed_by_given_name_then_family_name()
    {
        string[] expected =
        [
            "Lê An", "Nguyễn An", "Nguyễn Văn An", "Trần Thị Ánh", "Vũ Ăn", "Bùi Ân", "Trương Mỹ Ẩn", "Phan Bình", "Lê Danh", "Đỗ Đạt", "Mai Hoa", "Cao Yến",
        ];

        Assert.Equal(expected, expected.Reverse().Order(PersonNameOrder.Instance));
    }

    [Theory]
    [InlineData("125", "125/QĐ-THADS", null)]
    [InlineData("0125", "125/QĐ-THADS", null)]
    [InlineData("125/2026", "125/QĐ-THADS", 2026)]
    [InlineData("125/QĐ-THADS", "125/QĐ-THADS", null)]
    [InlineData(" 125 / qd-ccthads ", "125/QĐ-CCTHADS", null)]
    [InlineData("125/2026/QĐ-CTHADS", "125/QĐ-CTHADS", 2026)]
    public void A_decision_has_one_number_however_it_is_typed(string typed, string canonical, int? year)
    {
        Assert.Null(DecisionNumber.Read(typed, "QĐ-THADS", out var number));
        Assert.Equal((canonical, year), (number!.ToString(), number.Year));
    }

    [Theory]
    [InlineData("QĐ 125")]
    [InlineData("125/")]
    [InlineData("125//QĐ")]
    [InlineData("125/26")]
    public void What_is_no_number_of_a_decision_is_refused_with_an_example(string typed) =>
        Assert.Contains("125/QĐ-THADS", DecisionNumber.Read(typed, "QĐ-THADS", out _)!.In(Language.English), StringComparison.Ordinal);
}
