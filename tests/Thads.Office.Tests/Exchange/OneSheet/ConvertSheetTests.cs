using Thads.Office.Docket;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Exchange.OneSheet;

/// <summary>What a row says becomes a matter with its steps, or is listed with row, column and reason.</summary>
public sealed class ConvertSheetTests
{
    private static readonly DateOnly Today = SmallOffice.Today;

    [Theory]
    [InlineData("", "", "", "", "", "", "InProgress")]
    [InlineData("Trạng thái", "Chưa có ĐK", "Ngày trạng thái", "10/12/2025", "", "", "NotEnforceable not_enforceable 2025-12-10")]
    [InlineData("Ngày chưa có điều kiện", "10/12/2025", "Theo dõi riêng", "1.6.26", "", "", "Separate not_enforceable 2025-12-10, separated 2026-06-01")]
    [InlineData("Trạng thái", "THA xong", "Ngày giải quyết xong", "10/12/2025", "", "", "Completed performed 2025-12-10")]
    [InlineData("Trạng thái", "THA xong", "Ngày giải quyết xong", "10/12/2025", "Đã thu", "1.000.000 đ", "Completed collected 2025-12-10 1000000")]
    [InlineData("Đã thu", "400.000", "Ngày thu", "5-1-2026", "", "", "InProgress collected 2026-01-05 400000")]
    [InlineData("Đã thu", "400.000", "Ngày thu", "05/01/2026", "Đình chỉ", "06/01/2026", "Completed collected 2026-01-05 400000, terminated 2026-01-06")]
    [InlineData("Trạng thái", "Có điều kiện", "Tín dụng", "x", "", "", "InProgress")]
    [InlineData("Trạng thái", "giải quyết xong", "Đình chỉ", "06/01/2026", "", "", "Terminated terminated 2026-01-06")]
    public async Task The_days_of_a_row_become_steps_in_the_order_of_the_law(string a, string aCell, string b, string bCell, string c, string cCell, string expected)
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        var register = Register.Of([.. new[] { (a, aCell), (b, bCell), (c, cCell) }.Where(x => x.Item1.Length > 0)]);

        var result = await register.RunAsync(office);

        Assert.Equal("", Said(result));
        var file = await office.FileAsync(Assert.Single(result.Codes));
        Assert.Equal("D1-2026-CĐ-1/QĐ", file.Matter.Code);
        Assert.Equal(a == "Trạng thái" && b == "Tín dụng", file.Matter.CreditInstitution);
        Assert.Equal(expected, string.Join(' ', new[] { State(file), Steps(file) }.Where(t => t.Length > 0)));
        await office.VerifyAsync();
    }

    [Theory]
    [InlineData("Trạng thái", "THA xong", "", "", "2:K sheet.state-no-day")]
    [InlineData("Trạng thái", "Giải quyết xong", "", "", "2:K sheet.settled-how")]
    [InlineData("Ngày giải quyết xong", "10/12/2025", "", "", "2:M sheet.settled-how")]
    [InlineData("Ngày giải quyết xong", "10/12/2025", "Đình chỉ", "11/12/2025", "2:M sheet.settled-other-day")]
    [InlineData("Trạng thái", "Đang thi hành", "Đình chỉ", "11/12/2025", "2:K sheet.state-disagrees")]
    [InlineData("Đình chỉ", "02/11/2025", "", "", "2:P step.before-decision")]
    [InlineData("Theo dõi riêng", "01/06/2026", "", "", "2:O step.separate-from")]
    [InlineData("Ngày QĐ", "2025", "", "", "2:B sheet.day-year-only")]
    [InlineData("Ngày QĐ", "31/11/2025", "", "", "2:B sheet.day")]
    [InlineData("Ngày QĐ", "11/15/2025", "", "", "2:B sheet.day")]
    [InlineData("Ngày QĐ", "3/11/68", "", "", "2:B sheet.day-short-year")]
    [InlineData("Ngày QĐ", "21/11/2026", "", "", "2:B day.future")]
    [InlineData("Ngày QĐ", "", "", "", "2:B sheet.missing")]
    [InlineData("Số QĐ", "", "", "", "2:A sheet.missing")]
    [InlineData("CĐ/YC", "?", "", "", "2:C sheet.word-unknown")]
    [InlineData("Loại án", "", "", "", "2:D sheet.missing")]
    [InlineData("CHV", "Người Lạ", "", "", "2:J sheet.word-unknown")]
    [InlineData("CHV", "Người 2", "Ngày QĐ", "01/04/2026", "2:J officer.not-in-unit")]
    [InlineData("Số tiền", "1,000,000.5", "", "", "2:G sheet.amount")]
    [InlineData("Số tiền", "1.00", "", "", "2:G sheet.amount")]
    [InlineData("Số tiền", "-5", "", "", "2:G sheet.amount-negative")]
    [InlineData("Số tiền", "", "", "", "2:G sheet.amount-missing")]
    [InlineData("Đã thu", "5.000.000", "Ngày thu", "05/01/2026", "2:H step.above-remainder")]
    [InlineData("Đã thu", "500.000", "", "", "2:H sheet.collected-no-day")]
    [InlineData("Năm thụ lý", "2025", "", "", "2:Q sheet.docket-year")]
    public async Task What_cannot_be_placed_is_listed_where_it_stands_and_keeps_the_sheet_out(string a, string aCell, string b, string bCell, string refused)
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        var register = Register.Of([.. new[] { (a, aCell), (b, bCell) }.Where(x => x.Item1.Length > 0)]).With();

        var result = await register.RunAsync(office);

        Assert.Equal(refused, Said(result));
        Assert.False(result.Imported);
        Assert.Equal("matter 2", (await office.ReadAsync(RowCounts.OfAsync)).Single(c => c.StartsWith("matter ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_rows_with_one_number_neither_comes_in()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);

        var result = await Register.Of().With(("Số QĐ", "1/QĐ")).With().RunAsync(office, leaveOut: true);

        Assert.Equal("2: sheet.number-again\n3:A sheet.number-twice", Said(result));
        Assert.Equal(["D1-2026-CĐ-3/QĐ"], result.Codes);
    }

    [Fact]
    public async Task Rows_of_totals_and_signatures_are_passed_over_by_name()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        var empty = new[] { "Ngày QĐ", "CĐ/YC", "Loại án", "Người phải THA", "Loại nghĩa vụ", "CHV" }.Select(c => (c, "")).ToArray();

        var result = await Register.Of().With([.. empty, ("Số QĐ", "Tổng cộng")]).With([.. empty, ("Số QĐ", ""), ("Trạng thái", "Người lập biểu"), ("Số tiền", "")]).RunAsync(office);

        Assert.Equal(["3 sheet.row-total", "4 sheet.row-nothing"], result.PassedOver.Select(r => $"{r.Row} {r.Why.Code}"));
        Assert.True(result.Imported, Said(result));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_same_sheet_again_changes_nothing_and_a_later_one_adds_what_is_new(string kind)
    {
        var first = Register.Of(("Đã thu", "400.000"), ("Ngày thu", "05/01/2026"));
        var later = Register.Of(("Đã thu", "700.000"), ("Ngày thu", "05/03/2026"), ("Trạng thái", "Hoãn"), ("Ngày trạng thái", "06/03/2026"));
        var less = Register.Of(("Đã thu", "600.000"), ("Ngày thu", "05/04/2026"));
        foreach (var known in Enum.GetValues<KnownHabit>())
        {
            await using var office = await SmallOffice.OpenAsync(kind, Today.AddDays(-30));
            async Task<SheetResult> InAsync(Register register) => await register.RunAsync(office, change: m => m with { Known = known });
            Assert.NotNull((await InAsync(first)).Import!.Act);
            office.Today = Today;
            Assert.Null((await InAsync(first)).Import!.Act);
            Assert.NotNull((await InAsync(later)).Import!.Act);
            Assert.Null((await InAsync(later)).Import!.Act);

            Assert.Equal("collected 2026-01-05 400000, collected 2026-03-05 300000, postponed 2026-03-06", Steps(await office.FileAsync("D1-2026-CĐ-1/QĐ")));
            Assert.Equal("2:H sheet.collected-less", Said(await InAsync(less)));
            await office.VerifyAsync();
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Known_since_the_day_it_happened_or_since_the_import_is_what_reports_of_a_past_day_show(string kind)
    {
        foreach (var (known, expected) in new[] { (KnownHabit.Happened, 1m), (KnownHabit.Import, 0m) })
        {
            await using var office = await SmallOffice.OpenAsync(kind);
            await Register.Of(("Đình chỉ", "06/01/2026")).RunAsync(office, change: m => m with { Known = known });

            Assert.Equal((expected, 1m), (await TerminatedAsync(office, new(2026, 2, 1)), await TerminatedAsync(office, null)));
        }
    }

    [Fact]
    public async Task An_enforcer_who_came_later_holds_the_matter_from_the_first_day_of_service_where_the_mapping_says_so()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        using var officers = Folders.Of(("officers", "code,name,unit,title,valid_from\nO5,Người 5,D1,enforcer,2026-02-02\n"));
        await office.ImportAsync(officers.Path);
        var register = Register.Of(("CHV", "Người 5"));

        Assert.Equal("2:J officer.not-in-unit", Said(await register.RunAsync(office)));
        Assert.True((await register.RunAsync(office, change: m => m with { OfficerFrom = OfficerHabit.Service })).Imported);

        Assert.Equal("reassigned 2026-02-02", Steps(await office.FileAsync("D1-2026-CĐ-1/QĐ")));
    }

    [Fact]
    public async Task A_sheet_for_another_unit_is_not_this_persons_to_bring_in()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);

        await Assert.ThrowsAsync<NotAllowedException>(() => Register.Of().RunAsync(office, checkOnly: true, by: office.Work(units: new HashSet<int> { 3 })));
    }

    internal static string Said(SheetResult result) => string.Join('\n', result.Refused.Select(r => $"{r.Row}:{r.Column} {r.Why.Code}"));

    private static string Steps(MatterFile file) => string.Join(", ", file.Steps.Select(s => $"{Codes.CodeOf(s.Kind)} {s.On:yyyy-MM-dd}{(s.Amount > 0 ? $" {s.Amount}" : "")}"));

    private static string State(MatterFile file)
    {
        var replay = new DocketReplay(file.Matter, []);
        foreach (var step in file.Steps)
        {
            replay.Apply(step);
        }

        return replay.State.ToString();
    }

    private static async Task<decimal?> TerminatedAsync(TestOffice office, DateOnly? knownOn)
    {
        var report = await office.FormAsync(new FormQuery("01", "D1", 2026, 11, KnownOn: knownOn));
        return report.Rows[0].Cells[report.Columns.Index().Single(c => c.Item.Cell == "terminated").Index];
    }
}
