using System.Text.Json;

namespace Thads.Tests.Commands;

/// <summary>The supplementary report of the sample district by commands, on a copy of its books.</summary>
public sealed class ReportVersionsTests(SampleWeb web) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-report-").FullName;

    [Fact]
    public async Task A_supplementary_report_is_closed_explained_and_sent_by_commands()
    {
        var db = Path.Combine(_folder, "copy.db");
        await using (var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={web.DatabasePath};Mode=ReadOnly"))
        {
            await source.OpenAsync(TestContext.Current.CancellationToken);
            await using var copy = source.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{db}'";
            await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var closed = await RunAsync("close", "--unit", "D05", "--year", "2020", "--json");
        var id = JsonDocument.Parse(closed.Output).RootElement.GetProperty("reports")[0].GetProperty("report").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var tooEarly = await RunAsync("send", id, "--number", "245/BC");
        var shown = await RunAsync("show", id);
        var badCell = await RunAsync("reason", id, "--text", "x", "--cell", "nothing");
        var explained = await RunAsync("reason", id, "--text", "Bước nhập trễ", "--matter", "D05-2020-0211");
        var sent = await RunAsync("send", id, "--number", "245/BC", "--signer", "Lãnh đạo Mẫu 02", "--signer-role", "Chi cục trưởng");
        var versions = await RunAsync("versions", "--unit", "D05", "--year", "2020", "--json");
        var sheet = await RunAsync("sheet", id, "--form", "02", "--out", Path.Combine(_folder, "02.xlsx"));

        Assert.Equal((3, 3, 0, 0, 0), (tooEarly.Code, badCell.Code, explained.Code, sent.Code, sheet.Code));
        Assert.Contains("01/I/settled: 3.419 → 3.420", shown.Output, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], JsonDocument.Parse(versions.Output).RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("version").ToString()));
        Assert.True(new FileInfo(Path.Combine(_folder, "02.xlsx")).Length > 5_000);

        Task<ThadsProcess.Answer> RunAsync(string act, params string[] more) => ThadsProcess.RunAsync(["report", act, .. more, "--db", db, "--today", "2020-11-10"]);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
