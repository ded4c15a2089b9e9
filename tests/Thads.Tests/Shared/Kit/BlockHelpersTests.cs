using System.Diagnostics;
using Thads.Office.Docket;
using Thads.Shared.Kit;

namespace Thads.Tests.Shared.Kit;

public sealed class BlockHelpersTests
{
    [Fact]
    public async Task A_tag_says_a_state_of_the_book_in_words()
    {
        foreach (var state in Enum.GetValues<DocketState>())
        {
            var tag = (await new Rendered().PageAsync<StateTagHelper>(helper => helper.Of = state)).QuerySelector("span.tag")!;

            Assert.NotEmpty(tag.TextContent);
            Assert.Equal(state.IsOpen, !tag.ClassList.Contains("fine"));
        }
    }

    [Theory]
    [InlineData("page.show")]
    [InlineData(null)]
    public async Task Words_that_are_not_of_the_closed_list_make_no_tag(string? code) =>
        await Assert.ThrowsAsync<UnreachableException>(() => new Rendered().PageAsync<StateTagHelper>(helper => helper.Code = code));

    [Fact]
    public async Task A_chart_without_its_table_is_not_drawn()
    {
        var page = new Rendered();
        await Assert.ThrowsAsync<UnreachableException>(() => page.PageAsync<FigureHelper>(figure => figure.Caption = "Tăng", "<svg></svg>"));
        await Assert.ThrowsAsync<UnreachableException>(() => page.HtmlAsync<FigureHelper>(
            _ => { }, async items => "<svg></svg>" + await page.HtmlAsync<FigureTableHelper>(_ => { }, _ => Task.FromResult("<table></table>"), items)));
    }

    [Fact]
    public async Task A_chart_stands_with_its_sentence_and_its_table()
    {
        var page = new Rendered();
        var html = await page.HtmlAsync<FigureHelper>(figure => figure.Caption = "Tỷ lệ tăng",
            async items => "<svg></svg>" + await page.HtmlAsync<FigureTableHelper>(_ => { }, _ => Task.FromResult("<table><tr><td>1</td></tr></table>"), items));
        var read = SampleWeb.Parsed("<body>" + html);

        Assert.Equal("Tỷ lệ tăng", read.QuerySelector("figure.chart > figcaption")!.TextContent);
        Assert.NotNull(read.QuerySelector("figure .drawn > svg"));
        Assert.Equal("Tỷ lệ tăng", read.QuerySelector("details > .pane[role=region][tabindex='0']")!.GetAttribute("aria-label"));
        Assert.Equal("1", read.QuerySelector("details table td")!.TextContent);
    }

    [Fact]
    public async Task A_day_is_written_once_and_a_time_only_where_it_is_known()
    {
        var page = new Rendered();
        var html = await page.HtmlAsync<TimelineHelper>(_ => { }, async items =>
            await page.HtmlAsync<EventHelper>(e => (e.On, e.Title) = (new(2026, 11, 23), "Xác minh"), _ => Task.FromResult("một"), items)
            + await page.HtmlAsync<EventHelper>(e => (e.On, e.Title, e.At, e.Void) = (new(2026, 11, 23), "Thông báo", new(14, 5), true), null, items)
            + await page.HtmlAsync<EventHelper>(e => (e.On, e.Title) = (new(2026, 11, 12), "Thụ lý"), null, items));
        var lines = SampleWeb.Parsed("<body>" + html).QuerySelectorAll("ol.timeline > li");

        Assert.Equal(["23/11/2026", "23/11/2026 14:05", "12/11/2026"], lines.Select(line => line.QuerySelector("time")!.TextContent));
        Assert.Equal([false, true, false], lines.Select(line => line.ClassList.Contains("same")));
        Assert.Equal([false, true, false], lines.Select(line => line.ClassList.Contains("void")));
        Assert.DoesNotContain("00:00", html, StringComparison.Ordinal);
        Assert.Contains("(đã hủy)", lines[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_before_it_is_done_goes_with_a_reason_and_a_way_back()
    {
        var page = await new Rendered(method: "POST").Typed("Reason", "", "Hãy ghi lý do").PageAsync<ConfirmHelper>(
            ask => (ask.Action, ask.Button, ask.Back, ask.Reason, ask.Danger) = ("/views/3/remove", "Bỏ", "/matters", "Reason", true), "<p>Mất hẳn.</p>");

        var form = page.QuerySelector("form[method=post][action='/views/3/remove']")!;
        Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("true", form.QuerySelector("textarea[name=Reason][required]")!.GetAttribute("aria-invalid"));
        Assert.Equal("Bỏ", form.QuerySelector("button.danger")!.TextContent);
        Assert.Equal("/matters", form.QuerySelector("a.quiet")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_may_not_be_done_has_its_reason_and_no_button()
    {
        var page = await new Rendered().PageAsync<ConfirmHelper>(ask => (ask.Refused, ask.Back) = ("Đã gửi rồi.", "/x"), "");

        Assert.Empty(page.QuerySelectorAll("form, button"));
        Assert.Contains("Đã gửi rồi.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_says_how_it_is_sorted()
    {
        var page = await new Rendered().HtmlAsync<ColumnHelper>(column => (column.Title, column.Sort, column.Sorted, column.Number) = ("Còn lại", "/matters?sort=left", "descending", true));
        var head = SampleWeb.Parsed($"<table><tr>{page}</tr></table>").QuerySelector("th[scope=col].n")!;

        Assert.Equal("descending", head.GetAttribute("aria-sort"));
        Assert.Equal("/matters?sort=left", head.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_fact_that_is_a_name_stays_vietnamese()
    {
        Assert.Equal("vi", (await new Rendered("en").PageAsync<FactHelper>(fact => (fact.Label, fact.Vi) = ("Unit", true), "Chi cục")).QuerySelector("dd")!.GetAttribute("lang"));
        Assert.Equal("/x", (await new Rendered("en").PageAsync<FactHelper>(fact => (fact.Label, fact.Change) = ("Unit", "/x"), "Chi cục")).QuerySelector("dd > a.change")!.GetAttribute("href"));
    }
}
