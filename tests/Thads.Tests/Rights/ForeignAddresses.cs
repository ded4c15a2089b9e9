using Thads.Office;
using Thads.Office.Docket;
using Thads.Office.Finding;
using Thads.Office.Overview;

namespace Thads.Tests.Rights;

/// <summary>Every address of every page, and every way to ask a list: each filter, sort, column, export and count with values of the district that must not show.</summary>
internal static class ForeignAddresses
{
    private static readonly string[] Units = ["", "unit=D05", "unit=TVD", "unit=D06"];

    /// <summary>What a page of that address may be asked, one question after the other. Values name the district, its officers, matters and people.</summary>
    private static readonly (string Address, IEnumerable<string> Questions)[] Asked =
    [
        ("/", [""]),
        ("/account", [""]),
        ("/year", [.. Units, "unit=D06&year=2020", "unit=D05&year=2020&knownOn=2020-10-02"]),
        ("/year/measures", [.. Units, "unit=D06&year=2020"]),
        ("/yearly", [.. Units, "unit=D05&year=2020", "unit=TVD&year=2020", "unit=D06&year=2020", "unit=D05&year=2020&handler=docx", "unit=D05&year=2020&handler=news", "unit=D05&year=2020&sent=1"]),
        ("/yearly/list", ["what=manner&which=coercion&unit=D05&year=2020", "what=event&which=verified&unit=D05&year=2020", "what=commune&which=1&unit=D05&year=2020", "what=manner&which=-&unit=D06&year=2020"]),
        ("/yearly/number/matters.rate", ["unit=D05&year=2020", "unit=TVD&year=2020", "unit=D06&year=2020"]),
        ("/yearly/text/uu-diem", ["unit=D05&year=2020", "unit=D06&year=2020"]),
        ("/yearly/templates", ["unit=D05", "unit=TVD", "unit=D06", "unit=D05&handler=tags", "unit=D05&handler=file&kind=yearly&number=1"]),
        ("/direction", [""]),
        ("/direction/campaigns", [""]),
        ("/direction/campaigns/plan", ["", "campaign=1"]),
        ("/direction/campaigns/time", [.. Units, "unit=D05&year=2021&length=2", "unit=D06&year=2021&length=2"]),
        ("/direction/campaigns/1", ["", "on=15/07/2020", "handler=paper&kind=campaign-plan", "handler=paper&kind=campaign-bulletin", "handler=paper&kind=campaign-closing"]),
        ("/direction/campaigns/1/add", [""]),
        ("/direction/campaigns/1/close", [""]),
        ("/direction/campaigns/1/freeze", [""]),
        ("/direction/campaigns/1/goals", [""]),
        ("/direction/campaigns/1/matters", ["", "show=settled", "officer=CHV07"]),
        ("/direction/campaigns/1/measure", ["", "as=closed"]),
        ("/direction/papers", [.. Units, "unit=D05&handler=file&kind=x"]),
        ("/direction/tasks", ["", "state=open", "state=late", "origin=meeting", "owner=CHV07", "owner=CA", "q=Mẫu"]),
        ("/direction/tasks/1", [""]),
        ("/direction/tasks/1/done", [""]),
        ("/direction/files/1", [""]),
        ("/figures/01", [.. Units, "unit=TVD&year=2020", "unit=D06&year=2020", "unit=D06&officer=CHV07", "unit=D05&handler=sheet", "unit=D06&year=2020&handler=sheet", "regime=06-2019"]),
        ("/figures/04", ["unit=D05", "unit=D06&year=2020", "unit=TVD&year=2020"]),
        ("/figures/05", ["unit=TVD&year=2020", "unit=D06&year=2020"]),
        ("/figures/01/cell", ["row=I&cell=settled&unit=D05&year=2020", "row=I&cell=settled&unit=TVD&year=2020", "row=I&cell=settled&unit=D06&year=2020"]),
        ("/figures/lists/separate", [.. Units, "unit=D06&year=2020", "unit=D06&year=2020&officer=CHV07", "unit=TVD&year=2020", "unit=D06&year=2020&handler=workbook", "unit=D05&handler=workbook"]),
        ("/figures/lists/credit_institutions", ["unit=D06&year=2020", "unit=D05&year=2020"]),
        ("/matters/D05-2016-1423", ["", "voided=1"]),
        ("/matters", ["", "view=all", "unit=D05", "unit=TVD", "unit=D06", "officer=CHV07", "officer=CHV61", "officer=none", "state=completed", "state=in_progress&state=not_enforceable", "docketFrom=2016",
            "docketTo=2019", "basis=ex_officio", "basis=on_request", "type=civil", "type=criminal&type=family", "commune=D05-X01", "bank=1", "corruption=1", "delegated=1", "leftFrom=1000",
            "leftTo=1000000000", "decidedFrom=2018-01-01", "decidedTo=2019-12-31", "movedBefore=2020-01-01", "q=nguoi", "q=Người", "q=D05", "q=1423", "q=" + "%E1%BA%A5p", "q=QĐ", "sort=code",
            "sort=-left", "sort=debtor", "sort=-owed", "sort=moved", "sort=decided", "after=1.D05-2016-1423", "before=50.D05-2016-1423&sort=code", "after=1.D06-2019-0002",
            "columns=code,unit,officer,commune,judgment,marks,docket_year", "handler=workbook", "q=nguoi&handler=workbook&columns=code,debtor,left"]),
        ("/overview", ["", "unit=D05", "unit=TVD", "unit=D06&year=2020", "unit=D06&year=2020&on=2019-12-31", "unit=D06&year=2020&knownOn=2020-10-02"]),
        ("/overview/me", ["", "officer=CHV07", "officer=CHV07&unit=D06", "officer=CHV61&unit=D06", "officer=CHV61&unit=D05", "officer=CHV07&unit=D05"]),
        ("/overview/monday", ["", "unit=D05", "unit=TVD", "unit=D06&first=2019-01-01"]),
        ("/overview/statistics", ["", "unit=D05", "unit=TVD", "unit=D06&year=2020"]),
        ("/overview/province", ["", "unit=D05", "unit=TVD", "unit=D06&year=2020"]),
        ("/direction/conferences", [""]),
        ("/direction/conferences/1", ["", "handler=paper&kind=conference-minutes", "handler=paper&kind=conference-invitation&person=1"]),
        ("/direction/conferences/1/conclusion", [""]),
        ("/direction/commendations", ["", "year=2020", "who=person", "where=outside", "q=mau", "kind=giay-khen"]),
        ("/direction/commendations/decisions/3", ["", "handler=paper", "handler=certificate&of=27"]),
        ("/direction/commendations/nominations", ["", "handler=paper&unit=D05&year=2020"]),
        ("/direction/commendations/nominations/1", [""]),
        ("/direction/commendations/council", ["unit=D05&year=2020"]),
        ("/direction/commendations/void/1", [""]),
        ("/direction/programme", ["", "unit=D05&year=2021", "unit=D05&year=2020", "unit=D05&year=2021&handler=paper"]),
        ("/direction/programme/item", ["unit=D05&year=2021"]),
        ("/direction/programme/mistake", ["unit=D05&year=2021"]),
        ("/direction/manners", [.. Units, "unit=D05&first=2019-10-01&last=2020-09-30", "unit=TVD&year=2020", "unit=D06&year=2020&officer=CHV07", "unit=D06&year=2020&handler=workbook", "unit=D05&year=2020&handler=workbook"]),
        ("/direction/manners/commune", ["unit=D05&year=2020&commune=X01", "unit=D06&year=2020&commune=X01", "unit=TVD&year=2020&commune=X01", "unit=D06&year=2020&commune=-"]),
        ("/direction/manners/list", ["unit=D05&year=2020&what=settled", "unit=TVD&year=2020&what=coercion_put_off", "unit=D06&year=2020&what=settled", "unit=D06&year=2020&what=settled&commune=X01", "unit=D06&year=2020&what=amiable&officer=CHV07&measure=money"]),
        ("/direction/obstacles", [.. Units, "unit=D05&withdrawn=1"]),
        ("/direction/obstacles/1", [""]),
        ("/direction/obstacles/1/correct", [""]),
        ("/direction/obstacles/new", ["unit=D05", "unit=D06"]),
        ("/direction/warning", [.. Units, "unit=D05&year=2020", "unit=TVD&year=2020", "unit=D06&year=2020&knownOn=2020-05-04"]),
        ("/ranking", [.. Units, "unit=TVD&year=2020", "unit=TVD&year=2020&scheme=2015", "unit=D06&year=2020&knownOn=2020-10-02"]),
        ("/ranking/unit", [.. Units, "unit=D05&year=2020&scheme=2015", "unit=D06&year=2020", "unit=TVD&year=2020"]),
        ("/ranking/caseload", [.. Units, "unit=TVD&year=2020&handler=workbook", "unit=D05&year=2020&handler=workbook", "unit=D05&year=2020&officer=CHV07", "unit=D06&year=2020&officer=CHV07&in=D05"]),
        ("/ranking/score/self", ["unit=D05&year=2020&scheme=2015", "unit=D06&year=2020&scheme=2015"]),
        ("/ranking/score/verified", ["unit=D05&year=2020&scheme=2015", "unit=D06&year=2020&scheme=2015"]),
        ("/ranking/recognition", ["unit=D05&year=2020", "unit=D06&year=2020"]),
        ("/reviews", [.. Units, "unit=D05&year=2020", "unit=TVD&year=2020", "unit=D06&year=2020"]),
        ("/reviews/answer", ["unit=D05&year=2020&kind=held_past_end&subject=D05-2020-0211%3A1", "unit=D06&year=2020&kind=held_past_end&subject=D05-2020-0211%3A1"]),
        ("/reports", ["", "unit=D05", "unit=D05&year=2020", "unit=TVD&year=2020", "unit=D06&year=2020"]),
        ("/reports/close", ["unit=D05&year=2020&months=12", "unit=D05&year=2020&months=12&officer=CHV07", "unit=D06&year=2020&months=11", "unit=D06&year=2020&months=12&officer=CHV07"]),
        ("/reports/vintages", ["unit=D05&year=2020&months=12", "unit=D05&year=2020&months=12&officer=CHV07", "unit=TVD&year=2020&months=12", "unit=D06&year=2020&months=12"]),
        ("/reports/11", ["", "form=04", "form=all", "handler=sheet", "form=02&handler=sheet", "handler=content"]),
        ("/reports/11/cell", ["form=01&row=I&cell=settled", "form=04&row=officer:CHV07&cell=settled"]),
        ("/reports/3", ["", "handler=content"]),
        ("/matters/D06-2019-0001", [""]),
        ("/reports/by-file", [.. Units, "unit=TVD&year=2020&months=12", "unit=TW&year=2020&months=12", "unit=D05&year=2020&months=12"]),
        ("/reports/by-file/D01", ["year=2020&months=12"]),
        ("/reports/by-file/D05", ["year=2020&months=12"]),
        ("/matters/NOBODY", [""]),
        ("/account", [""]),
        ("/admin/acts", ["", "from=2020-01-01&to=2020-12-31", "matter=D05-2016-1423", "matter=D06-2019-0001", "kind=set-imported", "by=vai", "handler=csv", "handler=workbook"]),
        ("/acts/1", [""]),
        ("/import", [""]),
        ("/admin/signing", ["", "unit=D05", "unit=TVD", "unit=D06"]),
        ("/admin/people", ["", "unit=D05", "unit=D06", "role=head"]),
        ("/admin/communes", ["", "unit=D05", "unit=D06&ended=true", "q=xa"]),
        ("/admin/officers", ["", "unit=D05", "unit=D06", "q=chv"]),
        ("/admin/units", ["", "day=2016-01-01"]),
        ("/targets", [.. Units, "unit=D06&year=2020", "unit=D05&year=2020&knownOn=2020-10-02", "unit=TVD&year=2021&months=2&both=1"]),
        ("/targets/assign", ["unit=D05&year=2021", "unit=D06&year=2020&to=officers&propose=equal", "unit=TVD&year=2021"]),
        ("/targets/gap", ["unit=D05&year=2021&months=2", "unit=D06&year=2020", "unit=D06&year=2020&measure=money", "unit=D06&year=2020&officer=CHV07", "unit=TVD&year=2020"]),
        ("/compare", [.. Units, "unit=D06&years=2016-2020&asOf=now", "unit=D06&with=D05&years=2020", "unit=TVD&below=1&years=2020", "unit=D06&below=1&years=2019-2020&handler=workbook"]),
        ("/matters", Finding),
        ("/overview/list", [.. Codes.All<Listing>().SelectMany(what => new[] { $"what={what}&unit=D06", $"what={what}&unit=D05", $"what={what}&unit=D06&officer=CHV07&since=2015-01-01" }),
            "what=live&officer=CHV07", "what=live&age=one_to_two&unit=D06", "what=live&docketed=2019", "what=live&state=in_progress"]),
    ];

    public static IEnumerable<string> All => Asked
        .SelectMany(page => page.Questions, (page, question) => question.Length == 0 ? page.Address : $"{page.Address}?{question}")
        .Concat(EveryPage.All.SelectMany(page => page.Addresses))
        .Distinct();

    private static IEnumerable<string> Finding =>
    [
        .. Units, "view=all", "q=nguoi+mau", "q=D05", "q=1423", "q=01%2F2016", "officer=CHV07", "commune=X15", "type=civil", "basis=ex_officio", "bank=1", "corruption=1", "delegated=1",
        "docketFrom=2010&docketTo=2020", "leftFrom=1", "leftTo=1000000000000", "decidedFrom=2009-01-01", "decidedTo=2020-12-31", "movedBefore=2020-12-31", "after=x", "before=x",
        .. Codes.All<DocketState>().Select(state => "state=" + state),
        .. Codes.All<MatterOrderBy>().SelectMany(sort => new[] { "sort=" + sort, "sort=-" + sort }),
        "columns=" + string.Join(',', Codes.All<MatterColumn>()),
    ];
}
