using System.Text.Json;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class WritePublishedTests
{
    private const string Founding = "measure=tien eligible=310.1 done=180.7 rate=54.75 target=38 margin=16.75 precision=0.1";

    [Fact]
    public void The_json_is_that_of_the_specification() =>
        Assert.Equal(
            """{"rows":[{"id":"X","verdict":"inconsistent","checks":[{"rule":"P06","holds":false,"expected":"58.27","printed":"54.75"},{"rule":"P07","holds":true,"expected":"16.75","printed":"16.75"},{"rule":"P09","holds":true,"expected":"0 ≤ done ≤ eligible","printed":"180.7; 310.1"}],"repairs":[{"column":"eligible","printed":"310.1","suggested":"330.1"}]}]}""",
            WritePublished.Json([Rows.Checked(Founding)]));

    [Fact]
    public void A_row_that_agrees_has_an_empty_list_of_repairs_and_ids_stay_readable() =>
        Assert.Equal(
            """{"rows":[{"id":"Quảng Ngãi \"v\" </script>","verdict":"unverifiable","checks":[],"repairs":[]}]}""",
            WritePublished.Json(Rows.Read("id\n\"Quảng Ngãi \"\"v\"\" </script>\"\n").Rows.Select(CheckPublishedFigures.Run)));

    [Fact]
    public void A_rate_of_nothing_has_no_expected_value()
    {
        using var json = JsonDocument.Parse(WritePublished.Json([Rows.Checked("settled=5 enforceable=0 rate=1.00")]));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("rows")[0].GetProperty("checks")[0].GetProperty("expected").ValueKind);
    }

    [Theory]
    [InlineData(Language.Vietnamese, "không thể cùng đúng; 330,1 thì khớp")]
    [InlineData(Language.English, "cannot all be true; 330,1 would reconcile them")]
    public void People_read_what_would_reconcile_the_figures(Language language, string words)
    {
        var text = string.Join('\n', WritePublished.Text([Rows.Checked(Founding)], language));

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("58,27", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settled=6 enforceable=5 total=1000000", "P09: 0 ≤ giải quyết xong ≤ có điều kiện ≤ phải thi hành ≤ tổng số giải quyết; đã in: giải quyết xong 6; có điều kiện 5; tổng số giải quyết 1.000.000")]
    [InlineData("due=1 enforceable=1000 not_enforceable=234", "P03: phải thi hành ≥ có điều kiện + chưa có điều kiện; tính từ các số kia: ≥ 1.234, đã in: 1")]
    [InlineData("settled=5 enforceable=0 rate=1.00", "P06: tỷ lệ = 100 × giải quyết xong / có điều kiện; mẫu số bằng 0 nên không có tỷ lệ, đã in: 1,00")]
    [InlineData("total=99 carried=0 new=0", "không thể cùng đúng; không có chữ số nào mà chỉ đổi nó, hoặc đổi chỗ với chữ số bên cạnh, thì khớp")]
    [InlineData("total=99", "X (việc): chưa đủ số để kiểm tra")]
    [InlineData("year=2020 months=9 total=9 settled=1", "X (năm 2020, 9 tháng, việc): các số khớp nhau (số quy tắc đã kiểm tra: 1)")]
    public void People_read_the_rule_in_plain_words(string cells, string line) =>
        Assert.Contains(line, WritePublished.Text([Rows.Checked(cells)], Language.Vietnamese).Select(text => text.Trim()));

    [Theory]
    [InlineData("310.1", "310,1")]
    [InlineData("132905418000", "132.905.418.000")]
    [InlineData(">-1234.50", ">-1.234,50")]
    [InlineData("≥ 18664", "≥ 18.664")]
    [InlineData("100", "100")]
    public void Numbers_are_written_the_vietnamese_way(string cell, string written) =>
        Assert.Equal(written, WritePublished.Vietnamese(cell));

    [Fact]
    public void Nobody_is_told_that_a_figure_is_wrong()
    {
        var words = Words.All.Where(word => word.Key.StartsWith("published.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.DoesNotMatch(@"(?i)\b(sai|nhầm|lỗi)\b", word.Value.Vi));
        Assert.All(words, word => Assert.DoesNotMatch(@"(?i)\b(wrong|false|error|incorrect|mistake)\b", word.Value.En));
    }

    [Fact]
    public void Every_figure_and_rule_has_words_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(Enum.GetValues<Figure>(), figure => Words.Say(language, $"published.figure.{figure.Name}"));
            Assert.All((string[])["P01", "P02", "P03", "P03-or-more", "P04", "P05a", "P05b", "P06", "P07", "P08", "P09", "P10"], rule => Words.Say(language, $"published.{rule}"));
        }
    }
}
