using Thads.Office.Acts;
using Thads.Office.Figures.Checks;
using Thads.Office.Matters;
using Thads.Office.People;
using Thads.Office.Reports;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Reports;

public sealed class SendReportTests
{
    private static readonly DateOnly First = new(2020, 10, 2);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_first_version_is_sent_and_the_next_one_tells_what_changed_and_why(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var first = await office.CloseAsync(ReportOffice.OfA, First);
        await office.SendAsync(first, "215/BC", First);
        Assert.Equal(1, (await office.VersionAsync(first)).Sending!.Version);

        await office.RecordAsync(new("A2", StepKind.Collected, new(2020, 9, 28), Line: "1", Amount: 700_250));
        var second = await office.CloseAsync(ReportOffice.OfA);
        Assert.Equal("report.reason-missing", await SmallOffice.RefusedAsync(() => office.SendAsync(second, "300/BC")));

        var changes = await office.ChangesAsync(first, second);
        var settled = changes.Cells.Single(c => c.Name == new CellName("01", "I", "settled"));
        Assert.Equal((1m, 2m, 1m, 0m), (settled.Old!.Value, settled.New!.Value, settled.Difference, settled.Rest));
        Assert.Equal(("A2", 1L), (settled.Matters.Single().Code, settled.Matters.Single().Counted));
        Assert.Equal(700_250m, changes.Cells.Single(c => c.Name == new CellName("02", "I", "settled")).Difference);
        Assert.Contains(changes.Cells, c => c.Name == new CellName("04", "officer:O1", "settled"));
        Assert.DoesNotContain(changes.Cells, c => c.Name.Row == "officer:O2");
        var rate = changes.Cells.Single(c => c.Name == new CellName("01", "I", "rate"));
        Assert.Equal(("A2", 0m), (rate.Matters.Single().Code, rate.Rest));

        var (one, others) = (changes.Cells[0].Name, changes.Cells.Skip(1).Select(c => c.Name).ToList());
        await office.ReasonAsync(second, "Biên lai nộp trễ", [.. others]);
        Assert.Equal("report.reason-missing", await SmallOffice.RefusedAsync(() => office.SendAsync(second, "300/BC")));
        await office.ReasonAsync(second, "Gõ sai", one);
        await office.ReasonAsync(second, "Biên lai nộp trễ ngày 28/9", one);
        await office.SendAsync(second, "300/BC");

        var sent = await office.VersionAsync(second);
        Assert.Equal((2, "300/BC", ReportOffice.Today), (sent.Sending!.Version, sent.Sending.Number, sent.Sending.SentOn));
        Assert.Equal("Biên lai nộp trễ ngày 28/9", (await office.AskAsync(work => ReportReasons.OfAsync(second, work, default)))[one].Reason);
        Assert.Equal(second, (await office.AskAsync(work => ReadReports.LastSentAsync("A", null, 2020, 12, work, default)))!.Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_supplementary_report_that_changes_nothing_is_not_sent(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        await office.SendAsync(await office.CloseAsync(ReportOffice.OfA, First), "1", First);

        Assert.Equal("report.nothing-changed", await SmallOffice.RefusedAsync(async () => await office.SendAsync(await office.CloseAsync(ReportOffice.OfA), "2")));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_closed_before_the_last_closing_is_superseded_and_what_is_sent_is_sent_once(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var (early, late) = (await office.CloseAsync(ReportOffice.OfA, First), await office.CloseAsync(ReportOffice.OfA));

        Assert.Equal("report.superseded", await SmallOffice.RefusedAsync(() => office.SendAsync(early, "1")));
        await office.SendAsync(late, "1");
        Assert.Equal("report.sent-already", await SmallOffice.RefusedAsync(() => office.SendAsync(late, "2")));
        Assert.Equal("report.cut-off-before-sent", await SmallOffice.RefusedAsync(() => office.CloseAsync(ReportOffice.OfA, First)));
        Assert.Equal("report.unknown", await SmallOffice.RefusedAsync(() => office.SendAsync(999, "2")));
    }

    [Theory]
    [InlineData("", "2020-10-05", "A", "report.needs-number")]
    [InlineData("1", "2020-11-11", "A", "report.sent-future")]
    [InlineData("1", "2020-10-01", "A", "report.sent-early")]
    [InlineData("1", "2020-10-05", " ", "report.needs-signer")]
    [InlineData("1", "2020-10-05", "A", "")]
    public async Task A_report_goes_out_with_number_day_and_signer(string number, string day, string signer, string refused)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var id = await office.CloseAsync(ReportOffice.OfA, First);
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(refused, await SmallOffice.RefusedAsync(() => office.DoAsync(work => SendReport.RunAsync(new(id, number, on, signer), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Reasons_are_given_for_changed_cells_before_sending_alone(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var cell = new CellName("01", "I", "settled");
        var first = await office.CloseAsync(ReportOffice.OfA, First);
        Assert.Equal("report.first-version", await SmallOffice.RefusedAsync(() => office.ReasonAsync(first, "vì", cell)));
        await office.SendAsync(first, "1", First);
        Assert.Equal("report.sent-already", await SmallOffice.RefusedAsync(() => office.ReasonAsync(first, "vì", cell)));

        await office.RecordAsync(new("A2", StepKind.Collected, new(2020, 9, 28), Line: "1", Amount: 700_250));
        var second = await office.CloseAsync(ReportOffice.OfA);
        Assert.Equal("report.reason-empty", await SmallOffice.RefusedAsync(() => office.ReasonAsync(second, " \n", cell)));
        Assert.Equal("report.reason-long", await SmallOffice.RefusedAsync(() => office.ReasonAsync(second, new string('x', 1001), cell)));
        Assert.Equal("report.no-cells", await SmallOffice.RefusedAsync(() => office.ReasonAsync(second, "vì")));
        Assert.Equal("report.cell-not-changed", await SmallOffice.RefusedAsync(() => office.ReasonAsync(second, "vì", cell, new("01", "I", "total"))));
        await office.ReasonAsync(second, "vì", cell);

        var third = await office.CloseAsync(ReportOffice.OfA);
        Assert.Equal("report.superseded", await SmallOffice.RefusedAsync(() => office.ReasonAsync(second, "vì", cell)));
        Assert.Empty(await office.AskAsync(work => ReportReasons.OfAsync(third, work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_head_of_this_very_unit_signs_and_whoever_signs_for_him(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        await office.AccountAsync("truong", (Role.Head, "A"));
        await office.AccountAsync("pho", (Role.Deputy, "A"));
        await office.AccountAsync("tinh", (Role.Head, "P"));
        await office.AccountAsync("thong-ke", (Role.Statistician, "A"));
        var id = await office.CloseAsync(ReportOffice.OfA, by: await office.PersonAsync("thong-ke"));
        async Task<Exception?> SendAs(string name)
        {
            var person = await office.PersonAsync(name);
            return await Record.ExceptionAsync(() => office.DoAsAsync(person, work => SendReport.RunAsync(new(id, "1"), work, default)));
        }

        Assert.IsType<NotAllowedException>(await SendAs("thong-ke"));
        Assert.IsType<NotAllowedException>(await SendAs("tinh"));
        Assert.IsType<NotAllowedException>(await SendAs("pho"));
        await office.DoAsync(work => DelegateSigning.RunAsync(new("pho", "A", "báo cáo thống kê", "1/GUQ", office.Today, office.Today.AddDays(5)), work, default));
        Assert.Null(await SendAs("pho"));
        var sent = await office.VersionAsync(id);

        Assert.Equal(("Người pho", "KT. Chi cục trưởng – Phó chi cục trưởng", "Người thong-ke"), (sent.Sending!.Signer, sent.Sending.SignerRole, sent.Maker));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_officer_sends_his_own_report_and_the_head_confirms_it(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        await office.DoAsync(work => CreateAccount.RunAsync(new("chv1", "Người Một", "O1"), work, default));
        await office.DoAsync(work => GiveRole.RunAsync(new("chv1", Role.Enforcer, "A"), work, default));
        await office.AccountAsync("truong", (Role.Head, "A"));
        var (o1, head) = (await office.PersonAsync("chv1"), await office.PersonAsync("truong"));

        var id = await office.CloseAsync(ReportOffice.OfO1, by: o1);
        Assert.Equal("report.not-sent", await SmallOffice.RefusedAsync(() => office.DoAsAsync(head, work => ConfirmReport.RunAsync(new(id), work, default))));
        await office.DoAsAsync(o1, work => SendReport.RunAsync(new(id, "01/CHV"), work, default));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsAsync(o1, work => ConfirmReport.RunAsync(new(id), work, default)));
        await office.DoAsAsync(head, work => ConfirmReport.RunAsync(new(id), work, default));
        Assert.Equal("report.confirmed-already", await SmallOffice.RefusedAsync(() => office.DoAsAsync(head, work => ConfirmReport.RunAsync(new(id), work, default))));

        var sent = await office.VersionAsync(id);
        Assert.Equal(("Người Một", "Chấp hành viên", "Người truong", "Chi cục trưởng"), (sent.Sending!.Signer, sent.Sending.SignerRole, sent.Confirmation!.Confirmer, sent.Confirmation.ConfirmerRole));
        var unit = await office.CloseAsync(ReportOffice.OfA);
        Assert.Equal("report.not-of-officer", await SmallOffice.RefusedAsync(() => office.DoAsync(work => ConfirmReport.RunAsync(new(unit), work, default))));
    }

    [Fact]
    public void A_failing_check_blocks_sending_before_anything_else_that_could_be_mended()
    {
        var head = new ReportHead(1, ReportOffice.OfA, "06-2019", First, 1, new string('0', 64), "x", default, null, null, Latest: true);
        CheckedForms Checked(bool isHard, params FailingCell[] cells) => new([new CheckResult("K01", isHard, cells.Length == 0 ? CheckOutcome.Holds : CheckOutcome.Fails, new Refusal("check.K01"), cells, [])]);
        var failing = new FailingCell("01", "I", "total", 1, 2, IsPrinted: false, []) { Label = "Tổng số", LabelEn = "Total" };

        Assert.Equal("check.blocks", SendReport.WhyNotSend(head, true, null, _ => false, Checked(isHard: true, failing))?.Code);
        Assert.Equal("report.not-intact", SendReport.WhyNotSend(head, false, null, _ => false, Checked(isHard: true))?.Code);
        Assert.Null(SendReport.WhyNotSend(head, true, null, _ => false, Checked(isHard: true)));
        Assert.Null(SendReport.WhyNotSend(head, true, null, _ => false, Checked(isHard: false, failing))); // a warning keeps nobody from sending
    }
}
