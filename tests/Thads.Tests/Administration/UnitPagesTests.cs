using System.Net;
using AngleSharp.Dom;
using Thads.Office.Acts;

namespace Thads.Tests.Administration;

public sealed class UnitPagesTests
{
    [Fact]
    public async Task What_is_refused_stays_in_the_form_and_a_wrong_day_is_said_at_its_field()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);
        (string, string)[] typed = [("Code", "D1"), ("Name", "Phòng gõ dở"), ("Kind", "room"), ("Parent", "T"), ("From", "1/7/2026"), ("To", "")];

        var refused = await AdminOffice.SendAsync(http, "/admin/units/new", typed);
        var wrong = await AdminOffice.SendAsync(http, "/admin/units/new", [.. typed.SkipLast(2), ("From", "31/11/2026"), ("To", "")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Mã đơn vị D1 đã có", refused.Page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Phòng gõ dở", "1/7/2026", "room"), (Value(refused.Page, "Name"), Value(refused.Page, "From"), refused.Page.QuerySelector("[name=Kind] option[selected]")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotNull(wrong.Page.QuerySelector("#errors a[href='#f-from']"));
        Assert.Equal("true", wrong.Page.QuerySelector("[name=From]")!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await office.CountAsync("act WHERE kind = 'unit-added'"));

        static string? Value(IDocument page, string name) => page.QuerySelector($"[name={name}]")!.GetAttribute("value");
    }

    [Fact]
    public async Task Pressed_twice_a_form_acts_once_and_changed_contents_are_another_act()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);
        (string, string)[] typed = [("Code", "K1"), ("Name", "Phòng Một"), ("Kind", "room"), ("Parent", "T"), ("From", "1/7/2026")];

        var first = await AdminOffice.SendWithAsync(http, "/admin/units/new", "cùng một khóa", typed);
        var second = await AdminOffice.SendWithAsync(http, "/admin/units/new", "cùng một khóa", typed);
        var other = await AdminOffice.SendWithAsync(http, "/admin/units/new", "cùng một khóa", [("Code", "K2"), .. typed.Skip(1)]);

        Assert.Equal(("/admin/units/K1?done=1", "/admin/units/K1?done=1", "/admin/units/K2?done=1"), (first.To, second.To, other.To));
        Assert.Equal(2, await office.CountAsync("act WHERE kind = 'unit-added'"));
    }

    [Fact]
    public async Task A_succession_tells_how_many_matters_it_brings_before_it_is_recorded()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);
        (string, string)[] typed = [("To", "D2"), ("On", "01/11/2026"), ("Ends", "true"), ("Reason", "QĐ 7/QĐ-BTP")];

        var asked = await AdminOffice.SendAsync(http, "/admin/units/D1/succeed", typed);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var told = asked.Page.QuerySelector(".confirm")!.TextContent;
        Assert.Contains("2 việc chưa xong và 0 việc đã xong", told, StringComparison.Ordinal);
        Assert.Contains("1 cán bộ còn công tác", told, StringComparison.Ordinal);
        Assert.Equal(0, await office.CountAsync("unit_succession"));

        var hidden = asked.Page.QuerySelectorAll(".confirm input[type=hidden]").Where(i => !i.GetAttribute("name")!.StartsWith("__", StringComparison.Ordinal))
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).ToArray();
        var done = await AdminOffice.SendWithAsync(http, "/admin/units/D1/succeed", hidden.Single(h => h.Item1 == "Key").Item2, [.. hidden.Where(h => h.Item1 != "Key")]);

        Assert.Equal("/admin/units/D1?done=1", done.To);
        Assert.Equal(1, await office.CountAsync("unit_succession"));
        var page = await AdminOffice.PageAsync(http, "/admin/units/D1");
        Assert.Contains("Được D2 kế thừa từ ngày 01/11/2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31/10/2026", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Chi cục Một", (await AdminOffice.PageAsync(http, "/admin/units")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chi cục Một", (await AdminOffice.PageAsync(http, "/admin/units?day=2026-10-31")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_of_a_unit_sees_its_part_of_every_list_and_opens_nothing_else()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri-1", Role.Administrator, "D1");
        using var other = await office.ClientAsync("quan-tri-2", Role.Administrator, "D2");

        foreach (var list in new[] { "/admin/units", "/admin/communes", "/admin/officers", "/admin/people", "/admin/settings", "/admin/people/sign-ins", "/admin/signing", "/admin/acts" })
        {
            var main = (await AdminOffice.PageAsync(http, list)).QuerySelector("main")!;
            main.QuerySelectorAll("nav").ToList().ForEach(nav => nav.Remove());
            foreach (var foreign in new[] { "D2", "Chi cục Hai", "X2", "O2", "quan-tri-2", "Tỉnh Mẫu", "M3" })
            {
                Assert.False(main.TextContent.Contains(foreign, StringComparison.Ordinal), $"{list} shows {foreign}");
            }
        }

        foreach (var address in new[]
        {
            "/admin/units/D2", "/admin/units/D2/change", "/admin/units/T", "/admin/units/NO", "/admin/communes/X2/end", "/admin/officers/O2/change", "/admin/people/quan-tri-2", "/admin/people/quan-tri-2/code",
            "/admin/settings/sign-in.code-days", "/admin/settings/signing.delegates?unit=D2", "/admin/signing/new?unit=D2", "/admin/signing/end/1", "/admin/units/D1/no-such",
        })
        {
            await AdminOffice.PageAsync(http, address, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Communes_are_found_without_marks_changed_and_ended()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);

        Assert.Equal("1 xã", (await AdminOffice.PageAsync(http, "/admin/communes?q=xa+dong")).QuerySelector(".counted")!.TextContent.Trim());
        var added = await AdminOffice.SendAsync(http, "/admin/communes/new", ("Code", "X3"), ("Name", "Phường Nam"), ("Unit", "D1"), ("From", ""));
        var changed = await AdminOffice.SendAsync(http, "/admin/communes/X1/change", ("Name", "Xã Đông"), ("Unit", "D2"), ("Reason", ""));
        var ended = await AdminOffice.SendAsync(http, "/admin/communes/X2/end", ("LastOn", "hn"), ("Successor", "X3"));

        Assert.Equal(("/admin/communes?q=X3&done=1", "/admin/communes?q=X1&done=1", "/admin/communes?q=X2&ended=true&done=1"), (added.To, changed.To, ended.To));
        Assert.Equal("X2 Xã Tây D2 – 20/11/2026 X3", string.Join(' ', (await AdminOffice.PageAsync(http, ended.To!)).QuerySelectorAll("tbody tr > *").Take(6).Select(cell => cell.TextContent.Trim())));
    }

    [Fact]
    public async Task The_end_of_an_officers_service_tells_what_they_hold_and_is_asked_twice()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var http = await office.ClientAsync("quan-tri", Role.Administrator, null);

        var asked = await AdminOffice.SendAsync(http, "/admin/officers/O1/end", ("LastOn", "hn"), ("Reason", "QĐ nghỉ hưu"));
        Assert.Contains("Đang giữ 2 việc chưa xong", asked.Page.QuerySelector(".confirm")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await office.CountAsync("officer_period_end"));
        var done = await AdminOffice.SendWithAsync(http, "/admin/officers/O1/end", "k", ("LastOn", "hn"), ("Reason", "QĐ nghỉ hưu"), ("Sure", "true"));

        Assert.Equal("/admin/officers?q=O1&day=2026-11-20&done=1", done.To);
        Assert.Equal(1, await office.CountAsync("officer_period_end"));
        Assert.Empty((await AdminOffice.PageAsync(http, "/admin/officers?q=O1&day=2026-11-21")).QuerySelectorAll("tbody tr"));
    }
}
