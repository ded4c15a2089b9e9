using Thads.Office.Acts;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Exchange.Samples;
using Thads.Office.Exchange.Samples.Sheets;
using Thads.Office.Tests.Exchange.Samples;

namespace Thads.Office.Tests.Exchange.OneSheet;

/// <summary>The two registers of samples/sheets, in an office with the tree of the sample.</summary>
public sealed class SampleSheetsTests
{
    private static readonly string Committed = SampleFolder.Committed("sheets");

    public static TheoryData<string, string> All => [.. TestDatabases.Kinds.SelectMany(k => new[] { (k.Data, "d05-so-theo-doi"), (k.Data, "d06-ket-qua") })];

    [Fact]
    public void The_committed_files_are_those_that_are_written_sheet()
    {
        using var folder = new TemporaryFolder();
        SampleSheets.Write(folder.Path);

        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var committed = Path.Combine(Committed, Path.GetRelativePath(folder.Path, file));
            if (file.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                // Packed bytes may differ between machines; what a reader sees may not.
                Assert.Equal(Cells(file), Cells(committed));
            }
            else
            {
                Assert.Equal(File.ReadAllText(file), File.ReadAllText(committed));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Just_the_rows_that_are_wrong_on_purpose_stay_out_and_come_in_when_mended(string kind, string name)
    {
        using var folder = new TemporaryFolder();
        var faults = SampleSheets.Write(folder.Path)[name + ".xlsx"];
        await using var office = await OfficeAsync(kind);
        var (sheet, header, mapping) = Open(name + ".xlsx", name);

        var check = await RunAsync(office, sheet, header, mapping, checkOnly: true);
        var result = await RunAsync(office, sheet, header, mapping, checkOnly: false);

        Assert.Equal(faults.Select(f => $"{f.Row}:{f.Column} {f.Code}"), check.Refused.Select(r => $"{r.Row}:{r.Column} {r.Why.Code}"));
        Assert.Equal(check.Refused.Select(r => r.Row), result.Refused.Select(r => r.Row));
        Assert.Equal((check.Placed, sheet.Rows.Count(r => r.Number >= header.FirstData) - faults.Count - 1), (result.Placed, result.Placed));
        Assert.NotNull(result.Import!.Act);
        await office.VerifyAsync();

        // The rows given back have the columns of the sheet: the mapping remembered for them is found again, and the reasons are the same.
        using (var bad = File.Create(folder["bad.xlsx"]))
        {
            WriteRefusedRows.To(bad, sheet, header, result.Refused, Language.English);
        }

        var (again, againHeader, _) = Open(folder["bad.xlsx"], null);
        Assert.Equal(header.Signature, againHeader.Signature);
        var second = await RunAsync(office, again, againHeader, mapping.For(againHeader), checkOnly: true);
        Assert.Equal(faults.Select(f => f.Code).Order(StringComparer.Ordinal), second.Refused.Select(r => r.Why.Code).Order(StringComparer.Ordinal));
        Assert.Equal(0, second.Placed);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_mapping_is_remembered_for_the_unit_and_the_columns_and_may_change(string kind, string name)
    {
        await using var office = await OfficeAsync(kind);
        var (_, header, mapping) = Open(name + ".xlsx", name);
        var ct = TestContext.Current.CancellationToken;
        async Task<SheetMapping?> FindAsync(string unit)
        {
            await using var work = office.Work();
            return await SheetMappings.FindAsync(unit, header, work, ct);
        }

        Assert.Null(await FindAsync(mapping.Unit));
        foreach (var known in new[] { KnownHabit.Import, KnownHabit.Happened })
        {
            await using var work = office.Work();
            await SheetMappings.SaveAsync(mapping with { Known = known }, header, "x", work, ct);
        }

        Assert.Equal(mapping.ToJson(), (await FindAsync(mapping.Unit))!.ToJson());
        Assert.Null(await FindAsync("D07"));
        await using var stranger = office.Work(Permissions.All, new HashSet<int> { 1 });
        await Assert.ThrowsAsync<NotAllowedException>(() => SheetMappings.FindAsync(mapping.Unit, header, stranger, ct));
    }

    /// <summary>Empty books with the units, communes and officers of the sample office, and those of the second district.</summary>
    private static async Task<TestOffice> OfficeAsync(string kind)
    {
        using var set = new TemporaryFolder();
        FoundingDistrict.Write(set["all"]);
        foreach (var file in new[] { "units", "unit_succession", "communes", "officers" })
        {
            File.Copy(Path.Combine(set["all"], file + ".csv"), set[file + ".csv"]);
        }

        Directory.Delete(set["all"], recursive: true);
        var office = await TestOffice.NewAsync(kind, FoundingDistrict.Today);
        Assert.Equal("", (await office.ImportAsync(set.Path)).Said());
        Assert.Equal("", (await office.ImportAsync(Path.Combine(Committed, "d06-officers"))).Said());
        return office;
    }

    private static (SheetText, SheetHeader, SheetMapping) Open(string file, string? mapping)
    {
        var sheet = ReadSheet.Run(Path.Combine(Committed, file), Path.GetFileName(file));
        var header = SheetHeader.Find(sheet)!;
        return (sheet, header, mapping is null ? null! : SheetMapping.FromJson(File.ReadAllText(Path.Combine(Committed, mapping + ".mapping.json"))).For(header));
    }

    private static async Task<SheetResult> RunAsync(TestOffice office, SheetText sheet, SheetHeader header, SheetMapping mapping, bool checkOnly)
    {
        await using var work = office.Work();
        return await ImportSheet.RunAsync(new(sheet, header, mapping, "so.xlsx", LeaveOut: true, checkOnly), work, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Cells(string file) => ReadSheet.Run(file, file).Rows.Select(r => $"{r.Number} {string.Join('|', r.Cells)}");
}
