using System.Net;
using AngleSharp.Dom;
using Thads.Office.Acts;
using Thads.Tests.Administration;

namespace Thads.Tests.Ranking;

/// <summary>The province's units in order, what was decided, the caseload and what is to be reviewed, over the sample office; and the forms that record it.</summary>
public sealed class RankingPagesTests(SampleWeb web)
{
    [Fact]
    public async Task The_district_is_fifth_of_fifteen_by_both_rates_and_was_recognised()
    {
        var page = await web.PageAsync("/ranking?unit=TVD&year=2020");
        var rows = page.QuerySelectorAll("table tbody tr").ToList();
        var fifth = rows[4].Children.Select(Plain).ToList();

        Assert.Equal(15, rows.Count);
        Assert.Equal("5", fifth[0]);
        Assert.Contains("Mẫu Năm", fifth[1], StringComparison.Ordinal);
        Assert.Equal(["84,88 % thứ 5", "54,75 % thứ 5", "5.211 thứ 1"], fifth[2..5]);
        Assert.Equal("xếp hạng 5/15 đơn vị; hoàn thành xuất sắc nhiệm vụ", fifth[6]);
        Assert.Equal(14, rows.Count(row => row.QuerySelector(".tag")?.TextContent == "Theo tệp"));
        Assert.Contains("không phân biệt được", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_units_own_people_see_what_was_decided_and_no_other_unit()
    {
        using var officer = await web.ClientAsAsync("chap-hanh-vien");
        using var sent = await officer.GetAsync("/ranking", TestContext.Current.CancellationToken);
        Assert.Equal("/ranking/unit?unit=D05&year=2020", sent.Headers.Location?.ToString());

        var page = SampleWeb.Parsed(await officer.GetStringAsync("/ranking/unit?unit=D05&year=2020&scheme=2015", TestContext.Current.CancellationToken));

        Assert.Contains("512/QĐ-CTHADS", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu Bảy", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a.go"));
    }

    [Fact]
    public async Task The_district_has_the_highest_caseload_of_the_province()
    {
        var page = await web.PageAsync("/ranking/caseload?unit=TVD&year=2020");
        var first = page.QuerySelector("table tbody tr")!.Children.Select(Plain).ToList();

        Assert.Contains("Mẫu Năm", first[1], StringComparison.Ordinal);
        Assert.Equal(["744", "5.211", "7"], first[2..5]);
        var officers = page.QuerySelectorAll("#officers tbody tr").Select(row => Plain(row.Children[2])).ToList();
        Assert.Equal(("781", 7), (officers[0], officers.Count));
        Assert.Equal(5211, officers.Sum(total => int.Parse(total.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task An_officers_load_opens_into_its_weights_and_matters()
    {
        var page = await web.PageAsync("/ranking/caseload?unit=TVD&year=2020&officer=CHV01&in=D05");

        Assert.Equal(Plain(page.QuerySelector(".figure b")!), Plain(page.QuerySelector("tfoot strong")!));
        Assert.Equal("781", Plain(page.QuerySelector("dl a")!));
        Assert.StartsWith("/matters/D05-", page.QuerySelector("#matters")!.ParentElement!.QuerySelector("tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await web.GetAsync("/ranking/caseload?unit=TVD&year=2020&officer=NOBODY")).StatusCode);
    }

    [Fact]
    public async Task The_caseload_goes_out_as_a_workbook_with_the_same_numbers()
    {
        using var answer = await web.GetAsync("/ranking/caseload?unit=TVD&year=2020&handler=workbook");
        var rows = WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split("<row");

        Assert.Contains(rows, row => row.Contains("D05", StringComparison.Ordinal) && row.Contains("5211", StringComparison.Ordinal) && row.Contains("744", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("CHV01", StringComparison.Ordinal) && row.Contains("781", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_late_step_of_the_story_stands_among_the_matters_to_review()
    {
        var page = await web.PageAsync("/reviews?unit=TVD&year=2020");

        Assert.Contains("Giải quyết xong ngày 28/09/2020, vào sổ ngày 12/10/2020", page.QuerySelector("#held_past_end")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/matters/D05-", page.QuerySelector("#held_past_end tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href^='/reviews/answer']")); // the province does not answer in the office's place
    }

    [Fact]
    public async Task Points_and_a_decision_are_recorded_by_the_forms_and_pressing_twice_records_once()
    {
        await using var office = await AdminOffice.OpenAsync();
        using var head = await office.ClientAsync("truong-mot", Role.Head, "D1");
        using var above = await office.ClientAsync("truong-tinh", Role.Head, "T");
        const string Self = "/ranking/score/self?unit=D1&year=2026&scheme=2015";
        var empty = await AdminOffice.SendAsync(head, Self, ("Points.tasks", "8O"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal("8O", empty.Page.QuerySelector("[name='Points.tasks']")!.GetAttribute("value"));
        var noReason = await AdminOffice.SendAsync(head, Self, ("Points.tasks", "70,5"));
        Assert.Equal(HttpStatusCode.BadRequest, noReason.Status);

        var key = (await AdminOffice.PageAsync(head, Self)).QuerySelector("input[name=Key]")!.GetAttribute("value")!;
        foreach (var _ in new[] { 1, 2 })
        {
            var given = await AdminOffice.SendWithAsync(head, Self, key, ("Points.tasks", "70,5"), ("Reason.tasks", "theo biên bản"), ("Points.breaches", "1"), ("Reason.breaches", "một kết luận"));
            Assert.Equal(HttpStatusCode.Redirect, given.Status);
        }

        Assert.Equal(2, await office.CountAsync("score"));
        var verified = await AdminOffice.SendAsync(above, "/ranking/score/verified?unit=D1&year=2026&scheme=2015", ("Points.tasks", "70"), ("Reason.tasks", "thiếu"), ("Points.breaches", "1"));
        Assert.Equal(HttpStatusCode.Redirect, verified.Status);
        await AdminOffice.PageAsync(head, "/ranking/score/verified?unit=D1&year=2026&scheme=2015", HttpStatusCode.NotFound);
        await AdminOffice.PageAsync(above, Self, HttpStatusCode.NotFound);

        var refused = await AdminOffice.SendAsync(above, "/ranking/recognition?unit=D1&year=2026", ("Place", "3"), ("OfUnits", "2"), ("DecidedBy", "Trưởng"), ("Decision", "9/QĐ"), ("DecidedOn", "10/11/2026"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("3/2", refused.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        var decided = await AdminOffice.SendAsync(above, "/ranking/recognition?unit=D1&year=2026", ("Place", "2"), ("OfUnits", "2"), ("Level", "good"), ("DecidedBy", "Trưởng"), ("Decision", "9/QĐ"), ("DecidedOn", "10/11/2026"));
        Assert.Equal((HttpStatusCode.Redirect, "/ranking/unit?unit=D1&year=2026&done=1"), (decided.Status, decided.To));
        var page = await AdminOffice.PageAsync(head, "/ranking/unit?unit=D1&year=2026&scheme=2015");
        Assert.Contains("xếp hạng 2/2 đơn vị; hoàn thành tốt nhiệm vụ", page.QuerySelector(".identity")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("theo biên bản", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
