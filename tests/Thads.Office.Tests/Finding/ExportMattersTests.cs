using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Finding;
using Thads.Office.Tests.Figures.Sheets;

namespace Thads.Office.Tests.Finding;

public sealed class ExportMattersTests
{
    private static readonly MatterColumn[] Columns = [MatterColumn.Code, MatterColumn.Decided, MatterColumn.Debtor, MatterColumn.Left, MatterColumn.State, MatterColumn.DocketYear];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_list_leaves_as_a_workbook_of_what_is_seen_with_real_numbers_and_days(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "list.xlsx");

        Assert.Equal(3, await ExportAsync(office, file, new() { Unit = "D1" }, new(MatterOrderBy.Left, Descending: true), "Cơ quan: Một", "=1+1"));

        var dump = SheetDump.Of(file).ReplaceLineEndings("\n");
        string[] expected =
        [
            "A1 \"Danh sách việc thi hành án\"", "A2 \"Cơ quan: Một\"", "A3 \"=1+1\"", "A4 \"Có 3 việc\"", "A5 \"Mã việc\"", "B5 \"Ngày quyết định\"", "D5 \"Còn lại\"", "F5 \"Năm thụ lý\"",
            "A6 \"125/D1\"", "B6 45964", "C6 \"Nguyễn Thị Bưởi\"", "D6 1000", "E6 \"Đang thi hành\"", "F6 2026", "A7 \"127/D1\"", "C7 \"Trần Tên Trên Dòng\"", "A8 \"126/D1\"",
            "C8 \"Đặng Văn Đức và 1 người khác\"", "name _xlnm.Print_Titles 'Việc'!$5:$5", "orientation=landscape", "Trang &P/&N",
        ];
        Assert.All(expected, line => Assert.Contains(line, dump, StringComparison.Ordinal));
        Assert.DoesNotContain("A9", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("D2", dump.Replace("D2 ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Who_takes_a_list_out_is_kept_with_what_it_was(string kind)
    {
        await using var office = await PeopleOffice.OpenAsync(kind);
        using var folder = new TemporaryFolder();

        await ExportAsync(office, Path.Combine(folder.Path, "list.xlsx"), new() { States = [DocketState.InProgress], Text = "bưởi" }, null, "Tìm: bưởi");

        Assert.Equal(
            "matters-exported by test: Tìm: bưởi · Có 4 việc",
            await office.ReadAsync(c => c.ValueAsync<string>("SELECT kind || ' by ' || person || ': ' || reason FROM act ORDER BY seq DESC LIMIT 1", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Nothing_of_a_foreign_unit_leaves()
    {
        await using var office = await PeopleOffice.OpenAsync(TestDatabases.Sqlite);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "list.xlsx");

        Assert.Equal(2, await ExportAsync(office, file, new(), null, "", await office.UnitsAsync("D2")));

        Assert.DoesNotContain("Đặng", SheetDump.Of(file), StringComparison.Ordinal);
    }

    private static Task<long> ExportAsync(TestOffice office, string file, MatterFilter filter, MatterOrder? order, params string[] head) => ExportAsync(office, file, filter, order, string.Join("|", head), units: null);

    private static async Task<long> ExportAsync(TestOffice office, string file, MatterFilter filter, MatterOrder? order, string head, IReadOnlySet<int>? units)
    {
        await using var work = office.Work(Permissions.ReadMatters, units);
        await using var to = File.Create(file);
        return await ExportMatters.RunAsync(new(filter, order, Columns, head.Split('|')), to, work, TestContext.Current.CancellationToken);
    }
}
