using Microsoft.AspNetCore.Html;
using Thads.Shared.Kit;

namespace Thads.Tests.Shared.Kit;

public sealed class ListHelperTests
{
    private static readonly ListPage Whole = new()
    {
        Action = "/matters",
        Counted = "1.204 việc",
        Shown = "1–100",
        Chips = [new("Trạng thái: <hoãn>", "/matters?unit=D05"), new("Đơn vị: D05", "/matters?state=postponed")],
        Clear = "/matters",
        Next = "/matters?after=100",
        First = "/matters",
        Workbook = "/matters?handler=workbook",
        Columns = new("col", [("number", "Số", true), ("left", "Còn lại", false)], [("state", "postponed")]),
        Views = new([new("7", "Quá hạn", "/matters?state=postponed", IsCurrent: true, IsOwn: true), new("8", "Của cơ quan", "/matters?x=1", false, IsOwn: false)], "/views", "/views/remove", "?state=postponed", MayShare: true),
        Carried = [("sort", "left")],
        Printed = "Chi cục · Nguyễn Văn Mẫu · 23/11/2026",
    };

    [Fact]
    public async Task A_list_has_count_chips_views_columns_workbook_and_paging()
    {
        var page = await new Rendered().PartialAsync("/Shared/Kit/_List.cshtml", Slots(Whole));

        Assert.Equal("1.204 việc", page.QuerySelector("[data-announce] strong")!.TextContent);
        Assert.Equal(["/matters?unit=D05", "/matters?state=postponed", "/matters"], page.QuerySelectorAll(".chips a").Select(chip => chip.GetAttribute("href")));
        Assert.Contains("Trạng thái: <hoãn>", page.QuerySelector(".chips a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["left", "postponed"], page.QuerySelectorAll("input[type=hidden][name=sort], input[type=hidden][name=state]").Select(hidden => hidden.GetAttribute("value")));
        Assert.Equal(["number"], page.QuerySelectorAll("input[name=col][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(["7"], page.QuerySelectorAll("form[action='/views/remove'] input[name=view]").Select(view => view.GetAttribute("value")));
        Assert.Equal("?state=postponed", page.QuerySelector("form[action='/views'] input[name=query]")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]")));
        Assert.Equal("/matters?after=100", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
        Assert.Equal("/matters?handler=workbook", page.QuerySelector(".list-tools > a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_filter_form_stands_outside_what_its_answer_replaces()
    {
        var page = await new Rendered().PartialAsync("/Shared/Kit/_List.cshtml", Slots(Whole));

        var form = page.QuerySelector("form.filter")!;
        Assert.Equal("#list", form.GetAttribute("hx-target"));
        Assert.Null(form.Closest("#list"));
        Assert.Equal("/matters", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("button"));
    }

    [Fact]
    public async Task An_empty_list_says_so_and_offers_to_take_the_filters_off()
    {
        var page = await new Rendered().PartialAsync("/Shared/Kit/_List.cshtml", new ListHelper.Slots(Whole with { Empty = "Không có việc nào", Next = null }));

        Assert.Contains("Không có việc nào", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/matters", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("table, .pager"));
    }

    [Fact]
    public async Task What_a_list_does_not_offer_is_not_on_it()
    {
        var page = await new Rendered().PartialAsync("/Shared/Kit/_List.cshtml", Slots(new ListPage { Action = "/x", Counted = "3" }));

        Assert.Empty(page.QuerySelectorAll(".menu, .list-tools a, .chips, .pager, .print-line"));
    }

    private static ListHelper.Slots Slots(ListPage page) => new(page) { Filter = new HtmlString("<input name=q>"), Table = new HtmlString("<table></table>") };
}
