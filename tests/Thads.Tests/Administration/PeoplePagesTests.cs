using System.Net;
using Thads.Office.Acts;

namespace Thads.Tests.Administration;

public sealed class PeoplePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_administers_nothing_opens_only_who_signs_and_the_record_of_acts()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        using var clerk = await office.ClientAsync("thu-ky", Role.Clerk, "D1");
        string[] administered = ["/admin/people", "/admin/people/new", "/admin/people/sign-ins", "/admin/people/thu-ky", "/admin/units", "/admin/communes", "/admin/officers", "/admin/settings"];
        string[] read = ["/admin/signing", "/admin/acts"];

        foreach (var address in administered)
        {
            await AdminOffice.PageAsync(head, address, HttpStatusCode.Forbidden);
        }

        foreach (var address in read)
        {
            await AdminOffice.PageAsync(head, address);
            await AdminOffice.PageAsync(clerk, address, HttpStatusCode.Forbidden);
        }

        var places = (await AdminOffice.PageAsync(head, "/admin/acts")).QuerySelectorAll(".places a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Subset(places.ToHashSet(), read.ToHashSet());
        Assert.Empty(places.Intersect(administered));
    }

    [Fact]
    public async Task A_new_account_shows_its_code_once_and_enters_with_it()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);
        (string, string)[] typed = [("FullName", "Nguyễn Văn Mới"), ("Name", "moi"), ("Officer", "O1"), ("Role", "enforcer"), ("Unit", "D1")];

        await AdminOffice.SendWithAsync(http, "/admin/people/new", "k", typed);
        var answer = await AdminOffice.SendWithAsync(http, "/admin/people/new", "k", typed);

        var code = answer.Page.QuerySelector("main code")!.TextContent;
        Assert.Equal((1L, 1L), (await office.CountAsync("account WHERE name = 'moi'"), await office.CountAsync("role_given WHERE account_id = (SELECT id FROM account WHERE name = 'moi')")));
        Assert.DoesNotContain(code, (await AdminOffice.PageAsync(http, "/admin/people/moi")).Body!.TextContent, StringComparison.Ordinal);
        using var visitor = office.Visitor();
        using var entered = await SampleWeb.SubmitAsync(visitor, "/sign-in/code", "/sign-in/code", ("Name", "moi"), ("Code", code), ("Password", "mùa gặt năm nay sớm"), ("Again", "mùa gặt năm nay sớm"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/matters/M1", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_role_that_ends_and_an_account_that_is_blocked_close_with_the_next_request()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);
        using var clerk = await office.ClientAsync("thu-ky", Role.Clerk, "D1");
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/matters/M1", Ct)).StatusCode);
        var end = (await AdminOffice.PageAsync(http, "/admin/people/thu-ky")).QuerySelector("a[href*=end-role]")!.GetAttribute("href")!;

        var ended = await AdminOffice.SendAsync(http, end, ("LastOn", "hq"), ("Reason", "chuyển đơn vị"));
        Assert.Equal("/admin/people/thu-ky?done=1", ended.To);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/matters/M1", Ct)).StatusCode);
        Assert.Contains("chuyển đơn vị", (await AdminOffice.PageAsync(http, "/admin/people/thu-ky")).Body!.TextContent, StringComparison.Ordinal);

        var asked = await AdminOffice.PageAsync(http, "/admin/people/thu-ky/block");
        Assert.Contains("1 phiên đang mở", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await AdminOffice.SendAsync(http, "/admin/people/thu-ky/block", ("Reason", " "))).Status);
        Assert.Equal("/admin/people/thu-ky?done=1", (await AdminOffice.SendAsync(http, "/admin/people/thu-ky/block", ("Reason", "mất máy"))).To);
        Assert.StartsWith("/sign-in", (await clerk.GetAsync("/account", Ct)).Headers.Location!.ToString(), StringComparison.Ordinal);

        var last = (await AdminOffice.PageAsync(http, "/admin/people/quan-tri")).QuerySelector("a[href*=end-role]")!.GetAttribute("href")!;
        var refused = await AdminOffice.SendAsync(http, last, ("LastOn", "hq"), ("Reason", "thử"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("quản trị viên cuối cùng", refused.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("thử", refused.Page.QuerySelector("[name=Reason]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_head_gives_the_deputy_the_signing_and_takes_it_back()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong", Role.Head, "D1");
        using var deputy = await office.ClientAsync("pho", Role.Deputy, "D1");
        (string, string)[] typed = [("Account", "pho"), ("Matters", "giấy mời"), ("Document", "12/GUQ"), ("From", "hn"), ("To", "+10")];
        await AdminOffice.PageAsync(deputy, "/admin/signing/new?unit=D1", HttpStatusCode.NotFound);

        Assert.Equal("/admin/signing?unit=D1&done=1", (await AdminOffice.SendAsync(head, "/admin/signing/new?unit=D1", typed)).To);

        Assert.Equal(["Người truong (truong)", "Người pho (pho)"], await SignsAsync("2026-11-30"));
        Assert.Equal(["Người truong (truong)"], await SignsAsync("2026-12-01"));
        await AdminOffice.PageAsync(deputy, "/admin/signing/new?unit=D1", HttpStatusCode.NotFound);
        var end = (await AdminOffice.PageAsync(head, "/admin/signing?unit=D1")).QuerySelector("a[href*='/signing/end/']")!.GetAttribute("href")!;
        Assert.Equal("/admin/signing?unit=D1&done=1", (await AdminOffice.SendAsync(head, end, ("LastOn", "hq"), ("Reason", ""))).To);
        Assert.Equal(["Người truong (truong)"], await SignsAsync("2026-11-20"));

        async Task<List<string>> SignsAsync(string day) =>
            [.. (await AdminOffice.PageAsync(head, $"/admin/signing?unit=D1&day={day}")).QuerySelector("table")!.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
    }

    [Fact]
    public async Task A_setting_is_decided_from_a_day_on_and_its_history_stays()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);

        var refused = await AdminOffice.SendAsync(http, "/admin/settings/watch.old-years", ("Value", "0"), ("From", "hn"));
        var done = await AdminOffice.SendAsync(http, "/admin/settings/watch.old-years", ("Value", "5"), ("From", "hn"), ("Reason", "QĐ 9"));

        Assert.Equal((HttpStatusCode.Conflict, "0"), (refused.Status, refused.Page.QuerySelector("[name=Value]")!.GetAttribute("value")));
        Assert.Equal("/admin/settings?done=1", done.To);
        var row = (await AdminOffice.PageAsync(http, "/admin/settings")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Án cũ", StringComparison.Ordinal)).TextContent;
        Assert.Contains("5 năm", row, StringComparison.Ordinal);
        Assert.Contains("10 năm", row, StringComparison.Ordinal);
        Assert.Contains("QĐ 9", (await AdminOffice.PageAsync(http, "/admin/settings/watch.old-years")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, (await office.DoAsync(work => Office.Overview.WatchLimits.OfAsync(work, Ct))).OldYears);
    }

    [Fact]
    public async Task The_record_of_acts_is_filtered_and_taken_out_as_it_is_seen()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("truong", Role.Head, "D1");
        using var other = await office.ClientAsync("truong-2", Role.Head, "D2");

        var page = await AdminOffice.PageAsync(http, "/admin/acts?kind=set-imported");
        var csv = await http.GetStringAsync("/admin/acts?kind=set-imported&handler=csv", Ct);
        var workbook = WorkbookText.Of(await http.GetByteArrayAsync("/admin/acts?handler=workbook", Ct));

        Assert.Equal("M1 M2", string.Join(' ', page.QuerySelectorAll("tbody a").Select(a => a.TextContent)));
        Assert.Equal(2, csv.TrimEnd().Split("\r\n").Length);
        Assert.EndsWith(",2", csv.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("Nhập bộ dữ liệu", csv, StringComparison.Ordinal);
        Assert.Contains("truong", workbook, StringComparison.Ordinal);
        Assert.DoesNotContain("truong-2", workbook, StringComparison.Ordinal);
        Assert.Equal(2, await office.CountAsync("act WHERE kind = 'acts-exported' AND person = 'truong'"));
        Assert.Equal("0 thao tác", (await AdminOffice.PageAsync(http, "/admin/acts?matter=M3")).QuerySelector(".counted strong")!.TextContent[..10]);
        await AdminOffice.PageAsync(http, "/admin/acts?from=32/1/2026", HttpStatusCode.BadRequest);
    }
}
