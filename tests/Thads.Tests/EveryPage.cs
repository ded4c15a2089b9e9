namespace Thads.Tests;

/// <summary>
/// Every page and endpoint that answers a GET, with addresses that fill it in the sample office and who of it may open it. Tests of all pages
/// (nothing inline, axe, languages, foreign units, screenshots) walk this list; a page that is missing here fails `The_list_names_every_page`.
/// </summary>
internal static class EveryPage
{
    /// <param name="Route">As the program names it.</param>
    /// <param name="As">Account of the sample office; "" = before anybody signs in.</param>
    public sealed record Listed(string Route, string As, params string[] Addresses)
    {
        /// <summary>No page, but what is put into one.</summary>
        public bool IsPart { get; init; }
    }

    private const string District = "unit=D05&year=2020";

    public static readonly IReadOnlyList<Listed> All =
    [
        new("", "", "/", "/?handler=nothing"),
        new("account", "thu-truong", "/account"),
        new("acts/{sequence:long}", "thong-ke", "/acts/1", "/acts/1?page=3", "/acts/999999"),
        new("admin/acts", "quan-tri", "/admin/acts", "/admin/acts?kind=role-given&by=quan", "/admin/acts?from=x"),
        new("admin/communes", "quan-tri", "/admin/communes", "/admin/communes?q=xa&unit=D05&ended=true", "/admin/communes?q=khong-co"),
        new("admin/communes/new", "quan-tri", "/admin/communes/new"),
        new("admin/communes/{code}/{act}", "quan-tri", "/admin/communes/X14/change", "/admin/communes/X14/end"),
        new("admin/officers", "quan-tri", "/admin/officers", "/admin/officers?unit=D05&day=2016-01-01&q=mau"),
        new("admin/officers/new", "quan-tri", "/admin/officers/new"),
        new("admin/officers/{code}/{act}", "quan-tri", "/admin/officers/CHV07/change", "/admin/officers/CHV07/end"),
        new("admin/people", "quan-tri", "/admin/people", "/admin/people?q=mau&role=head&unit=D05"),
        new("admin/people/new", "quan-tri", "/admin/people/new"),
        new("admin/people/sign-ins", "quan-tri", "/admin/people/sign-ins"),
        new("admin/people/{name}", "quan-tri", "/admin/people/pho-thu-truong", "/admin/people/quan-tri"),
        new("admin/people/{name}/{act}", "quan-tri", "/admin/people/thu-ky/role", "/admin/people/thu-ky/code", "/admin/people/thu-ky/block"),
        new("admin/settings", "quan-tri", "/admin/settings", "/admin/settings?unit=D05"),
        new("admin/settings/{key}", "quan-tri", "/admin/settings/watch.idle-months", "/admin/settings/signing.delegates?unit=D05"),
        new("admin/signing", "thu-truong", "/admin/signing", "/admin/signing?unit=D05&day=2021-02-01"),
        new("admin/signing/end/{number:int}", "thu-truong", "/admin/signing/end/1"),
        new("admin/signing/new", "thu-truong", "/admin/signing/new?unit=D05"),
        new("admin/units", "quan-tri", "/admin/units", "/admin/units?day=2016-01-01"),
        new("admin/units/new", "quan-tri", "/admin/units/new?under=TVD"),
        new("admin/units/{code}", "quan-tri", "/admin/units/D05"),
        new("admin/units/{code}/{act}", "quan-tri", "/admin/units/D05/change", "/admin/units/D05/end", "/admin/units/D05/succeed"),
        new("direction", "thu-truong", "/direction"),
        new("direction/campaigns", "thu-truong", "/direction/campaigns"),
        new("direction/campaigns/plan", "thu-truong", "/direction/campaigns/plan", "/direction/campaigns/plan?campaign=1", "/direction/campaigns/plan?campaign=x"),
        new("direction/campaigns/time", "thu-truong", "/direction/campaigns/time", "/direction/campaigns/time?unit=D05&year=2021&length=1", "/direction/campaigns/time?unit=NO", "/direction/campaigns/time?year=x"),
        new("direction/campaigns/{id:int}", "thu-truong", "/direction/campaigns/1", "/direction/campaigns/1?on=15/07/2020", "/direction/campaigns/1?on=x", "/direction/campaigns/999", "/direction/campaigns/1?handler=paper&kind=x"),
        new("direction/campaigns/{id:int}/add", "thu-truong", "/direction/campaigns/1/add"),
        new("direction/campaigns/{id:int}/close", "thu-truong", "/direction/campaigns/1/close"),
        new("direction/campaigns/{id:int}/freeze", "thu-truong", "/direction/campaigns/1/freeze"),
        new("direction/campaigns/{id:int}/goals", "thu-truong", "/direction/campaigns/1/goals", "/direction/campaigns/1/goals?share=60"),
        new("direction/campaigns/{id:int}/matters", "thu-truong", "/direction/campaigns/1/matters", "/direction/campaigns/1/matters?show=settled&officer=CHV07&on=2020-07-15", "/direction/campaigns/1/matters?show=x&commune=X99"),
        new("direction/campaigns/{id:int}/measure", "thu-truong", "/direction/campaigns/1/measure", "/direction/campaigns/1/measure?as=closed"),
        new("direction/committee", "thu-ky-ban-chi-dao", "/direction/committee", "/direction/committee?unit=NO"),
        new("direction/committee/conclusions", "thu-ky-ban-chi-dao", "/direction/committee/conclusions?committee=2&state=open", "/direction/committee/conclusions?committee=2&member=4", "/direction/committee/conclusions?committee=99"),
        new("direction/committee/matters", "thu-truong", "/direction/committee/matters", "/direction/committee/matters?unit=NO"),
        new("direction/committee/matters/{number:int}/release", "thu-ky-ban-chi-dao", "/direction/committee/matters/1/release", "/direction/committee/matters/99/release"),
        new("direction/committee/meetings/{id:int}", "thu-ky-ban-chi-dao", "/direction/committee/meetings/9", "/direction/committee/meetings/6", "/direction/committee/meetings/8", "/direction/committee/meetings/99",
            "/direction/committee/meetings/9?handler=nothing"),
        new("direction/committee/meetings/{id:int}/{act}", "thu-ky-ban-chi-dao", "/direction/committee/meetings/9/invite", "/direction/committee/meetings/9/hold", "/direction/committee/meetings/9/put-off",
            "/direction/committee/meetings/7/attendance", "/direction/committee/meetings/7/minutes", "/direction/committee/meetings/7/nothing"),
        new("direction/committee/new", "thu-truong", "/direction/committee/new?unit=D05", "/direction/committee/new?unit=NO"),
        new("direction/committee/report", "thu-truong", "/direction/committee/report?committee=2&year=2020&quarter=3", "/direction/committee/report?committee=2&year=2020", "/direction/committee/report?committee=2&year=1990",
            "/direction/committee/report"),
        new("direction/committee/{id:int}", "thu-ky-ban-chi-dao", "/direction/committee/2", "/direction/committee/1", "/direction/committee/99"),
        new("direction/committee/{id:int}/{act}", "thu-ky-ban-chi-dao", "/direction/committee/2/member", "/direction/committee/2/member?replaces=3", "/direction/committee/2/term?member=3", "/direction/committee/2/rules",
            "/direction/committee/2/meeting", "/direction/committee/2/matter", "/direction/committee/2/end"),
        new("direction/files/{id:long?}", "thu-truong") { IsPart = true }, // A file, or the way back.
        new("direction/papers", "thu-ky-ban-chi-dao", "/direction/papers", "/direction/papers?unit=NO"),
        new("direction/tasks", "thu-ky-ban-chi-dao", "/direction/tasks", "/direction/tasks?state=late&q=xa", "/direction/tasks?q=khong-co"),
        new("direction/tasks/{id:long}", "thu-ky-ban-chi-dao", "/direction/tasks/1", "/direction/tasks/999999"),
        new("direction/tasks/{id:long}/{act}", "thu-ky-ban-chi-dao", "/direction/tasks/1/note", "/direction/tasks/1/nothing"),
        new("direction/commendations", "thu-truong", "/direction/commendations", "/direction/commendations?year=2020&who=person&where=outside&q=mau", "/direction/commendations?year=x&kind=nothing"),
        new("direction/commendations/council", "thu-truong", "/direction/commendations/council?unit=D05&year=2020", "/direction/commendations/council?unit=NO"),
        new("direction/commendations/decide", "thu-truong", "/direction/commendations/decide"),
        new("direction/commendations/decisions/{id:long}", "thu-truong", "/direction/commendations/decisions/3", "/direction/commendations/decisions/999999"),
        new("direction/commendations/nominate", "thu-truong", "/direction/commendations/nominate"),
        new("direction/commendations/nominations", "thu-truong", "/direction/commendations/nominations"),
        new("direction/commendations/nominations/{id:long}", "thu-truong", "/direction/commendations/nominations/1", "/direction/commendations/nominations/999999"),
        new("direction/commendations/void/{id:long}", "thu-truong", "/direction/commendations/void/1", "/direction/commendations/void/999999"),
        new("direction/conferences", "thu-truong", "/direction/conferences"),
        new("direction/conferences/new", "thu-truong", "/direction/conferences/new"),
        new("direction/conferences/{number:int}", "thu-truong", "/direction/conferences/1", "/direction/conferences/9999"),
        new("direction/conferences/{number:int}/{act}", "thu-truong", "/direction/conferences/1/conclusion", "/direction/conferences/1/direction", "/direction/conferences/1/attendance", "/direction/conferences/1/invite",
            "/direction/conferences/1/person?of=1", "/direction/conferences/1/contribution?of=1", "/direction/conferences/1/nothing"),
        new("direction/programme", "thu-truong", "/direction/programme?unit=D05&year=2021", "/direction/programme?unit=D05&year=2020", "/direction/programme?year=x", "/direction/programme?unit=NO"),
        new("direction/programme/{act}", "thu-truong", "/direction/programme/item?unit=D05&year=2021", "/direction/programme/check?unit=D05&year=2021", "/direction/programme/mistake?unit=D05&year=2021",
            "/direction/programme/draft?unit=D05&year=2022", "/direction/programme/nothing"),
        new("echo/{kind}", "thu-truong", "/echo/day?of=On&On=hn") { IsPart = true },
        new("figures/{form}", "thu-truong", "/figures/01", $"/figures/02?{District}", $"/figures/04?{District}&officer=CHV07", "/figures/05?knownOn=2020-10-02", "/figures/01?year=x",
            "/figures/01?handler=nothing"),
        new("figures/{form}/cell", "thong-ke", $"/figures/01/cell?row=I&cell=settled&{District}", $"/figures/02/cell?row=I&cell=rate&{District}"),
        new("figures/lists/{list}", "thong-ke", $"/figures/lists/separate?{District}", $"/figures/lists/carried_over?{District}&officer=CHV07", "/figures/lists/in_progress?year=x", "/figures/lists/nothing"),
        new("import", "thu-ky", "/import"),
        new("import/{id:guid}", "thu-ky", "/import/00000000-0000-0000-0000-000000000000"), // With a job: ImportJourneyTests.
        new("import/{id:guid}/columns", "thu-ky", "/import/00000000-0000-0000-0000-000000000000/columns"),
        new("matters", "chap-hanh-vien", "/matters?view=all", "/matters?q=nguoi&state=in_progress&state=paused&sort=-left&columns=code,left,officer,unit,marks", "/matters?q=khong-co-ai",
            "/matters?docketFrom=x", "/matters?unit=NO"),
        new("health", "quan-tri", "/health"),
        new("health/live", ""), // No page: a word for watchers, tested by HealthTests.
        new("health/ready", ""),
        new("matters/{*path}", "chap-hanh-vien", "/matters/D05-2016-1423", "/matters/NOBODY"),
        new("overview", "thu-truong", $"/overview?{District}", "/overview?unit=D05&year=2021&months=2", "/overview?year=x"),
        new("overview/list", "thu-truong", $"/overview/list?what=ten_years&{District}", $"/overview/list?what=collected&since=2020-11-02&{District}", "/overview/list?what=nothing"),
        new("overview/me", "chap-hanh-vien", "/overview/me"),
        new("overview/monday", "thu-truong", "/overview/monday"),
        new("overview/province", "lanh-dao-tinh", "/overview/province?unit=TVD&year=2020"),
        new("overview/statistics", "thong-ke", $"/overview/statistics?{District}"),
        new("problem/{status:int}", "", "/problem/500", "/no-such-page"),
        new("direction/manners", "thu-truong", "/direction/manners?unit=D05&first=2019-10-01&last=2020-09-30", "/direction/manners?unit=D05&year=2021&months=1", "/direction/manners?first=x", "/direction/manners?unit=D05&first=2020-09-01&last=2020-01-01"),
        new("direction/manners/commune", "thu-truong", "/direction/manners/commune?unit=D05&first=2020-06-01&last=2020-08-31&commune=X01", "/direction/manners/commune?unit=D05&first=2020-06-01&last=2020-08-31&commune=NO"),
        new("direction/manners/list", "thong-ke", "/direction/manners/list?unit=D05&first=2020-04-01&last=2020-04-30&what=coercion_put_off", "/direction/manners/list?unit=D05&first=2020-06-01&last=2020-08-31&what=amiable&measure=money&commune=X01",
            "/direction/manners/list?what=nothing"),
        new("direction/obstacles", "thu-truong", "/direction/obstacles?unit=D05", "/direction/obstacles?unit=D05&withdrawn=1", "/direction/obstacles?unit=NO"),
        new("direction/obstacles/new", "thu-truong", "/direction/obstacles/new?unit=D05"),
        new("direction/obstacles/{number:int}", "thu-truong", "/direction/obstacles/1", "/direction/obstacles/999"),
        new("direction/obstacles/{number:int}/{act}", "thu-truong", "/direction/obstacles/1/correct", "/direction/obstacles/1/end", "/direction/obstacles/1/withdraw"),
        new("direction/warning", "thu-truong", "/direction/warning?unit=D05&year=2020", "/direction/warning?unit=D05&year=2021", "/direction/warning?year=x", "/direction/warning?unit=D05&year=2020&knownOn=2020-05-04"),
        new("ranking", "lanh-dao-tinh", "/ranking", "/ranking?unit=TVD&year=2020&scheme=2015", "/ranking?unit=TVD&year=2021", "/ranking?year=x", "/ranking?unit=NO"),
        new("ranking/caseload", "lanh-dao-tinh", "/ranking/caseload?unit=TVD&year=2020", "/ranking/caseload?unit=TVD&year=2020&officer=CHV07&in=D05", "/ranking/caseload?unit=TVD&sort=weighted&by=weight&year=x"),
        new("ranking/recognition", "lanh-dao-tinh", $"/ranking/recognition?{District}", "/ranking/recognition?unit=D06&year=2021"),
        new("ranking/score/self", "thong-ke", $"/ranking/score/self?{District}&scheme=2015", "/ranking/score/self?unit=D06&year=2020&scheme=2015"),
        new("ranking/score/{stage}", "lanh-dao-tinh", $"/ranking/score/verified?{District}&scheme=2015", $"/ranking/score/final?{District}&scheme=2015", $"/ranking/score/nothing?{District}"),
        new("ranking/unit", "thu-truong", $"/ranking/unit?{District}&scheme=2015", $"/ranking/unit?{District}", "/ranking/unit?unit=D05&year=2021"),
        new("reviews", "thu-truong", "/reviews?unit=D05&year=2020", "/reviews?unit=D05&year=2021", "/reviews?year=x"),
        new("reviews/answer", "thong-ke", "/reviews/answer?unit=D05&year=2020&kind=held_past_end&subject=D05-2020-0211%3A1", "/reviews/answer?unit=D05&year=2020&kind=nothing"),
        new("reports", "thu-truong", "/reports", $"/reports?{District}", "/reports?unit=TVD&year=2020", "/reports?year=x"),
        new("reports/close", "thong-ke", $"/reports/close?{District}&months=8", $"/reports/close?{District}&months=12&officer=CHV07", "/reports/close"),
        new("reports/vintages", "thong-ke", $"/reports/vintages?{District}&months=12", $"/reports/vintages?{District}&months=12&form=04&row=officer:CHV07", "/reports/vintages?unit=NO"),
        new("reports/{id:long}", "thu-truong", "/reports/1", "/reports/11", "/reports/11?form=05", "/reports/999999"),
        new("reports/{id:long}/cell", "thong-ke", "/reports/11/cell?form=01&row=I&cell=separate", "/reports/11/cell?form=05&row=unit:D05&cell=rate", "/reports/11/cell?form=09"),
        new("reports/by-file", "lanh-dao-tinh", "/reports/by-file?unit=TVD&year=2020&months=12", "/reports/by-file?unit=TVD&year=2020&months=3", "/reports/by-file?unit=NO", "/reports/by-file?unit=TVD&year=x", "/reports/by-file?done=2"),
        new("reports/by-file/{unit}", "lanh-dao-tinh", "/reports/by-file/D01?year=2020&months=12", "/reports/by-file/D05?year=2020&months=12"),
        new("setup", "", "/setup"),
        new("sign-in", "", "/sign-in"),
        new("sign-in/code", "", "/sign-in/code"),
        new("sign-out", "thu-truong", "/sign-out"),
        new("year/measures", "thu-truong", $"/year/measures?{District}", "/year/measures?year=x"),
        new("compare", "lanh-dao-tinh", "/compare", "/compare?unit=TVD&below=1&with=D05&years=2019-2020&asOf=now", "/compare?unit=D05&years=2018,2020/6&knownOn=2020-10-02", "/compare?years=x"),
        new("targets", "thu-truong", "/targets", $"/targets?{District}", "/targets?unit=D05&year=2021&months=2&both=1", "/targets?year=x"),
        new("targets/assign", "thu-truong", "/targets/assign?unit=D05&year=2021&to=officers&propose=reach", "/targets/assign?unit=D05&year=2021"),
        new("targets/gap", "thu-truong", "/targets/gap?unit=D05&year=2021&months=2", "/targets/gap?unit=D05&year=2020&measure=money&officer=CHV07", "/targets/gap?unit=D05&year=2019&officer=CHV07"),
        new("yearly", "thu-truong", $"/yearly?{District}", $"/yearly?{District}&knownOn=2020-10-02", "/yearly?unit=D05&year=2021&months=1", "/yearly?year=x", $"/yearly?{District}&months=13"),
        new("yearly/list", "thong-ke", $"/yearly/list?what=manner&which=coercion&{District}", $"/yearly/list?what=bank&which=01:settled:x&{District}", $"/yearly/list?what=x&{District}"),
        new("yearly/number/{fact}", "thu-truong", $"/yearly/number/matters.rate?{District}", $"/yearly/number/matters.margin?{District}"),
        new("yearly/templates", "thu-truong", "/yearly/templates?unit=D05"),
        new("yearly/text/{block}", "thu-truong", $"/yearly/text/uu-diem?{District}"),
        new("year", "thu-truong", "/year", $"/year?{District}&knownOn=2020-10-02"),
    ];

    /// <summary>Address and who opens it.</summary>
    public static TheoryData<string, string> Addresses => [.. All.Where(page => !page.IsPart).SelectMany(page => page.Addresses, (page, address) => (address, page.As))];

    /// <summary>Every second address, from the first or from the second on.</summary>
    public static TheoryData<string, string> Half(int from) => [.. All.Where(page => !page.IsPart).SelectMany(page => page.Addresses, (page, address) => (address, page.As)).Where((_, i) => i % 2 == from)];
}
