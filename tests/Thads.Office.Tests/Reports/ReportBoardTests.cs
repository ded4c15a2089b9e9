using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.Reports;

namespace Thads.Office.Tests.Reports;

public sealed class ReportBoardTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_board_says_who_has_sent_who_is_late_and_who_reports_by_file(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, new(2020, 6, 15));
        await office.TakeInAsync(ReportOffice.Set with { Steps = [], Figures = ReportOffice.Set.Figures, Matters = [.. ReportOffice.Set.Matters.Take(3)], Obligations = [.. ReportOffice.Set.Obligations.Take(3)] });
        office.Today = new(2020, 10, 6);
        await office.SendAsync(await office.CloseAsync(new("A", null, 2020, 11), new(2020, 9, 3)), "1", new(2020, 9, 4));
        var board = await office.AskAsync(work => ReportBoard.RunAsync("P", 2020, work, default));
        ReportSlot Slot(string unit, int months) => board.Lines.Single(l => l.Unit == unit && l.Officer is null).Slots[months - 1];

        Assert.Equal(["P", "A", "B", "OLD"], board.Lines.Select(l => l.Unit));
        Assert.Equal((ReportState.Sent, 1), (Slot("A", 11).State, Slot("A", 11).LateDays)); // due on 3 September
        Assert.Equal((ReportState.Late, 2), (Slot("A", 12).State, Slot("A", 12).LateDays)); // due on 2 October, Friday; today is Tuesday
        Assert.Equal(ReportState.Due, Slot("P", 12).State); // 6 October
        Assert.Equal(ReportState.Unrecorded, Slot("A", 7).State); // over in May, before these books
        Assert.Equal(ReportState.Late, Slot("A", 9).State); // over in June, when they had begun
        Assert.Equal((ReportState.ByFile, ReportState.Late), (Slot("B", 12).State, Slot("B", 11).State));
        Assert.Equal((ReportState.Unrecorded, ReportState.Absent), (Slot("OLD", 3).State, Slot("OLD", 4).State)); // ended with 2019
        Assert.Equal((true, false), (board.Lines[1].MayClose, board.Lines[2].MayClose));
        Assert.All((await office.AskAsync(work => ReportBoard.RunAsync("P", 2021, work, default))).Lines[0].Slots, slot => Assert.Equal(ReportState.NotDue, slot.State));
        Assert.Equal(["A", "A", "A"], (await office.AskAsync(work => ReportBoard.RunAsync("A", 2020, work, default))).Lines.Select(l => l.Unit));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_sent_report_whose_figures_changed_is_marked_until_the_supplement_is_sent(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var id = await office.CloseAsync(ReportOffice.OfA);
        await office.SendAsync(id, "1");
        Assert.False(await ChangedAsync(id));

        await office.AccountAsync("van-thu", (Role.Clerk, "A")); // an act that moves nothing
        Assert.False(await ChangedAsync(id));
        await office.RecordAsync(new("A4", StepKind.Collected, new(2020, 10, 5), "1", 900_000)); // in the year after
        Assert.False(await ChangedAsync(id));
        await office.RecordAsync(new("A2", StepKind.Collected, new(2020, 9, 28), "1", 700_250));
        Assert.True(await ChangedAsync(id));
        var second = await office.CloseAsync(ReportOffice.OfA);
        await office.ReasonAsync(second, "vì", [.. (await office.ChangesAsync(id, second)).Cells.Select(c => c.Name)]);
        await office.SendAsync(second, "2");
        Assert.False(await ChangedAsync(second));
        office.Today = office.Today.AddDays(2);
        await office.VoidAsync(new("A2", 1, "ghi nhầm"));
        Assert.True(await ChangedAsync(second));

        async Task<bool?> ChangedAsync(long report) => await office.AskAsync(async work => await ChangedSince.RunAsync(await ReadReports.HeadAsync(report, work, default), work, default));
    }
}
