using System.Text.Json;
using Thads.Commands;
using Thads.Office.Exchange.Samples.Sheets;

namespace Thads.Tests.Commands;

/// <summary><c>thads sheet</c> as a process, on books with one unit.</summary>
public sealed class SheetCommandTests : IAsyncLifetime
{
    private const string Header = "Số QĐ;Ngày QĐ;CĐ/YC;Loại án;Người phải THA;Loại nghĩa vụ;Số tiền;CHV\n";
    private const string Sound = "1/QĐ;03/11/2025;CĐ;DS;Người Bịa;Án phí;1.000.000;Người 1\n";
    private const string Bad = "2/QĐ;2025;CĐ;DS;Người Bịa;Án phí;1.000.000;Người Lạ\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-sheet-test-").FullName;

    private string Db => Path.Combine(_folder, "office.db");

    public async ValueTask InitializeAsync()
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "set")).FullName;
        await File.WriteAllTextAsync(Path.Combine(set, "units.csv"), "code,name,kind\nD1,Một,district\n");
        await File.WriteAllTextAsync(Path.Combine(set, "officers.csv"), "code,name,unit,title\nO1,Người 1,D1,enforcer\n");
        Assert.Equal(Exit.Done, (await ThadsProcess.RunAsync("import", set, "--db", Db)).Code);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_check_says_what_cannot_be_placed_and_writes_nothing()
    {
        var check = await RunAsync("check", Sound + Bad, "--unit", "D1");

        Assert.Equal(Exit.FoundProblems, check.Code);
        Assert.Contains("Dòng 3, cột B (Ngày QĐ) ghi “2025”: Chỉ có năm hoặc tháng", check.Notes, StringComparison.Ordinal);
        Assert.Contains("Xếp được 1 dòng, không xếp được 1 dòng. Chưa ghi gì vào sổ.", check.Output, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, (await RunAsync("check", Sound, "--unit", "D1")).Code);
    }

    [Fact]
    public async Task All_comes_in_or_nothing_unless_the_rest_is_left_out_to_a_file()
    {
        var bad = Path.Combine(_folder, "bad.xlsx");

        Assert.Equal(Exit.Refused, (await RunAsync("import", Sound + Bad, "--unit", "D1")).Code);
        Assert.Equal(Exit.Done, (await RunAsync("import", Sound + Bad, "--unit", "D1", "--leave-out", bad)).Code);
        Assert.True(File.Exists(bad));
        Assert.Equal(Exit.Refused, (await RunAsync("import", Sound, "--unit", "D1", "--leave-out", bad)).Code);
        Assert.Contains("Nothing new", (await RunAsync("import", Sound, "--unit", "D1", "--lang", "en")).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Exit.Done, (await ThadsProcess.RunAsync("verify", "--db", Db)).Code);
    }

    [Fact]
    public async Task A_mapping_that_was_corrected_is_used_and_remembered()
    {
        var mapping = Path.Combine(_folder, "m.json");
        Assert.Equal(Exit.Done, (await RunAsync("mapping", Sound + Bad.Replace("2025", "04/11/2025", StringComparison.Ordinal), "--unit", "D1", "--out", mapping)).Code);
        var text = await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(mapping, text.Replace("\"Người 1\": \"O1\"", "\"Người 1\": \"O1\", \"Người Lạ\": \"O1\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var rows = Sound + Bad.Replace("2025", "04/11/2025", StringComparison.Ordinal);

        Assert.Equal(Exit.FoundProblems, (await RunAsync("check", rows, "--unit", "D1")).Code);
        Assert.Equal(Exit.Done, (await RunAsync("import", rows, "--mapping", mapping)).Code);
        Assert.Equal(Exit.Done, (await RunAsync("check", rows, "--unit", "D1")).Code);
    }

    [Fact]
    public async Task Programs_are_answered_in_json()
    {
        using var json = JsonDocument.Parse((await RunAsync("check", Sound + Bad, "--unit", "D1", "--json")).Output);

        var refused = json.RootElement.GetProperty("refused")[0];
        Assert.Equal((3, "B", "sheet.day-year-only"), (refused.GetProperty("row").GetInt32(), refused.GetProperty("column").GetString(), refused.GetProperty("code").GetString()));
        Assert.Equal("D1", json.RootElement.GetProperty("reconciliation")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public async Task Whose_the_matters_are_must_be_said()
    {
        Assert.Equal(Exit.Refused, (await RunAsync("check", Sound)).Code);
        Assert.Equal(Exit.Refused, (await RunAsync("check", Sound, "--unit", "D9")).Code);
    }

    [Fact]
    public async Task The_sample_registers_are_written()
    {
        var to = Path.Combine(_folder, "samples");

        Assert.Equal(Exit.Done, (await ThadsProcess.RunAsync("sample", "sheets", to)).Code);
        Assert.Contains(Path.Combine(to, "README.md"), Directory.GetFiles(to));
        Assert.NotEmpty(SampleSheets.Write(Path.Combine(_folder, "again")));
    }

    private async Task<ThadsProcess.Answer> RunAsync(string what, string rows, params string[] options)
    {
        var file = Path.Combine(_folder, "so.csv");
        await File.WriteAllTextAsync(file, Header + rows);
        return await ThadsProcess.RunAsync(["sheet", what, file, "--db", Db, "--today", "2026-11-20", .. options]);
    }
}
