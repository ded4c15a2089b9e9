using Thads.Office.Finding;

namespace Thads.Office.Tests.Finding;

public sealed class NameOrderTests
{
    [Fact]
    public void People_stand_by_given_name_then_family_name_then_what_is_between()
    {
        string[] inOrder = ["Lê An", "Trần Văn An", "Lê Thị Ánh", "Vũ Ăn", "Đỗ Ân", "Đỗ Ẩn", "Nguyễn Dũng", "Đỗ Đạt", "Nguyễn Văn Tân", "Nguyễn Xuân Tân", "Trần Ơn", "Trần Ưng"];
        string[] vietnamese = [.. inOrder[..8], "Trần Ơn", .. inOrder[8..10], "Trần Ưng"];

        Assert.Equal(vietnamese, inOrder.Reverse().OrderBy(name => NameOrder.Of(name, isPerson: true), StringComparer.Ordinal));
    }

    [Fact]
    public void Organisations_stand_by_their_whole_name() =>
        Assert.Equal(
            ["Công ty An", "Công ty Bình", "Ngân hàng A"],
            new[] { "Ngân hàng A", "Công ty Bình", "Công ty An" }.OrderBy(name => NameOrder.Of(name, isPerson: false), StringComparer.Ordinal));

    [Fact]
    public void Letters_and_tones_stand_as_in_the_alphabet()
    {
        string[] inOrder = ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"];

        Assert.Equal(inOrder, inOrder.OrderBy(_ => Random.Shared.Next()).OrderBy(name => NameOrder.Of(name, isPerson: true), StringComparer.Ordinal));
    }
}
