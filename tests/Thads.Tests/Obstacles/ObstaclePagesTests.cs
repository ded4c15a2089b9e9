using System.Net;
using Thads.Office.Acts;
using Thads.Tests.Administration;

namespace Thads.Tests.Obstacles;

/// <summary>Recording what made work impossible, and showing it where it explains a figure.</summary>
public sealed class ObstaclePagesTests(SampleWeb web)
{
    [Theory]
    [InlineData("/year?unit=D05&year=2020", true)]
    [InlineData("/year?unit=D05&year=2020&months=6", false)] // until March
    [InlineData("/year?unit=TVD&year=2020", true)]
    [InlineData("/compare?unit=D05&years=2019-2020", true)]
    [InlineData("/compare?unit=D05&years=2018-2019", false)]
    [InlineData("/targets?unit=D05&year=2020", true)]
    [InlineData("/targets/gap?unit=D05&year=2020&months=12", true)]
    [InlineData("/direction/manners?unit=D05&first=2020-04-01&last=2020-04-30", true)]
    [InlineData("/direction/manners?unit=D05&first=2020-05-01&last=2020-06-30", false)]
    [InlineData("/direction/warning?unit=D05&year=2020", true)]
    [InlineData("/reports?unit=D05&year=2020", true)]
    public async Task It_stands_where_it_explains_a_figure_and_nowhere_else(string address, bool explains)
    {
        var page = await web.PageAsync(address);

        Assert.Equal(explains ? 1 : 0, page.QuerySelectorAll(".hindering a[href='/direction/obstacles/1']").Length);
    }

    [Fact]
    public async Task The_yearly_report_names_it_among_the_causes_with_what_the_books_have_of_its_days()
    {
        var text = (await web.PageAsync("/yearly?unit=D05&year=2020")).Body!.TextContent;

        Assert.Contains("từ ngày 01/04/2020 đến ngày 30/04/2020, dịch bệnh, không làm được: vận động, thuyết phục, tổ chức cưỡng chế (CT 16 mẫu ngày 31/03/2020 của Ủy ban nhân dân tỉnh Ví Dụ (mẫu))", text, StringComparison.Ordinal);
        var list = await web.PageAsync("/yearly/list?what=obstacle&which=settled&unit=D05&year=2020");
        Assert.Contains("60 việc giải quyết xong trong thời gian có trở ngại khách quan", list.Body!.TextContent, StringComparison.Ordinal);
        list = await web.PageAsync("/yearly/list?what=obstacle&which=put_off&unit=D05&year=2020");
        Assert.Contains("30 cuộc cưỡng chế phải hoãn", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_recorded_ended_corrected_and_withdrawn_by_the_forms()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong-mot", Role.Head, "D1");
        using var other = await office.ClientAsync("truong-hai", Role.Head, "D2");
        using var officer = await office.ClientAsync("chv", Role.Enforcer, "D1");
        const string New = "/direction/obstacles/new?unit=D1";
        (string Name, string Value)[] typed = [("Cause", "disaster"), ("First", "2/11/2026"), ("Hinders", "coercion"), ("Document", "05/CĐ"), ("DocumentOn", "1/11/2026"), ("Issuer", "UBND tỉnh"), ("Communes", "X1")];
        (string Name, string Value)[] With(params (string Name, string Value)[] more) => [.. typed, .. more];
        var empty = await AdminOffice.SendAsync(head, New, ("Document", "05/CĐ"), ("First", "31/2/2026"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal("05/CĐ", empty.Page.QuerySelector("[name=Document]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await AdminOffice.SendAsync(head, New, With(("Last", "1/11/2026")))).Status);

        var key = (await AdminOffice.PageAsync(head, New)).QuerySelector("input[name=Key]")!.GetAttribute("value")!;
        foreach (var _ in new[] { 1, 2 })
        {
            var sent = await AdminOffice.SendWithAsync(head, New, key, typed);
            Assert.Equal((HttpStatusCode.Redirect, "/direction/obstacles/1?done=1"), (sent.Status, sent.To));
        }

        Assert.Equal(1, await office.CountAsync("obstacle"));
        Assert.Equal(HttpStatusCode.Redirect, (await AdminOffice.SendAsync(head, "/direction/obstacles/1/end", ("LastOn", "4/11/2026"))).Status);
        var page = await AdminOffice.PageAsync(head, "/direction/obstacles/1");
        Assert.Contains("02/11/2026–04/11/2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xã Đông", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await AdminOffice.SendAsync(head, "/direction/obstacles/1/correct", With(("Last", "5/11/2026")))).Status); // no reason
        Assert.Equal(HttpStatusCode.Redirect, (await AdminOffice.SendAsync(head, "/direction/obstacles/1/correct", With(("Last", "5/11/2026"), ("Reason", "ghi nhầm")))).Status);
        await AdminOffice.PageAsync(other, "/direction/obstacles/1", HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(other, New, HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(officer, New, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Redirect, (await AdminOffice.SendAsync(head, "/direction/obstacles/1/withdraw", ("Reason", "không có thật"))).Status);
        Assert.Contains("không có thật", (await AdminOffice.PageAsync(head, "/direction/obstacles/1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, await office.CountAsync("obstacle"));
        Assert.Empty((await AdminOffice.PageAsync(head, "/direction/obstacles?unit=D1")).QuerySelectorAll("tbody tr"));
    }
}
