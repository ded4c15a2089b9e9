using System.Text.Json;

namespace Thads.Tests.Commands;

/// <summary>Targets and comparison as a script runs them, on a copy of the sample office.</summary>
public sealed class TargetsCommandTests(SampleWeb web) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("targets").FullName;

    [Fact]
    public async Task Targets_are_assigned_listed_and_the_gap_and_the_forecast_told()
    {
        using var assigned = Json(await RunAsync("assign", "--unit", "D05", "--year", "2021", "--authority", "Cục", "--decision", "9/QĐ", "--on", "2020-11-10", "CHV01:matters=80,5", "CHV02:matters=79.25"));
        using var listed = Json(await RunAsync("list", "--unit", "D05", "--year", "2021", "--months", "2"));
        using var gap = Json(await RunAsync("gap", "--unit", "D05", "--year", "2021", "--months", "2"));
        using var forecast = Json(await RunAsync("forecast", "--unit", "D05", "--year", "2021", "--months", "2"));
        using var tried = Json(await RunAsync("forecast", "--unit", "D05", "--year", "2021", "--backtest"));
        var again = await RunAsync("assign", "--unit", "D05", "--year", "2021", "--authority", "Cục", "--decision", "9/QĐ", "--on", "2020-11-10", "CHV01:matters=80,5");
        var rubbish = await RunAsync("assign", "--unit", "D05", "--year", "2021", "--authority", "Cục", "--decision", "9/QĐ", "--on", "2020-11-10", "tám mươi");

        Assert.True(assigned.RootElement.GetProperty("act").GetInt64() > 1);
        Assert.Equal([80.5m, 79.25m], listed.RootElement.GetProperty("targets").EnumerateArray().Where(line => line.GetProperty("officer").GetString() is "CHV01" or "CHV02")
            .Select(line => line.GetProperty("matters").GetProperty("target").GetDecimal()));
        Assert.Equal((546, 546, 80.07m), (gap.RootElement.GetProperty("missing").GetInt32(), gap.RootElement.GetProperty("matters").GetArrayLength(), gap.RootElement.GetProperty("rateAfter").GetDecimal()));
        Assert.Equal(5, forecast.RootElement.GetProperty("years").GetInt32());
        Assert.Equal(11, tried.RootElement.GetProperty("months").GetArrayLength());
        Assert.Equal((3, 3), (again.Code, rubbish.Code));
    }

    [Fact]
    public async Task A_comparison_is_the_same_on_the_command_line()
    {
        var answer = await ThadsProcess.RunAsync("compare", "--unit", "D05", "--years", "2019-2020", "--as-of", "now", "--json", "--today", "2020-11-10", "--db", Copy());
        using var json = Json(answer);
        var changes = json.RootElement.GetProperty("rows")[0].GetProperty("changes");

        Assert.Equal([8.04m, 6.53m], changes.EnumerateArray().Select(change => change.GetProperty("mattersRatePoints").GetDecimal()));
        Assert.Equal([7.99m, 7.61m], changes.EnumerateArray().Select(change => change.GetProperty("moneyRatePoints").GetDecimal()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ThadsProcess.Answer> RunAsync(params string[] arguments) => ThadsProcess.RunAsync(["targets", .. arguments, "--json", "--today", "2020-11-10", "--db", Copy()]);

    /// <summary>The commands write: the office of the other tests stays as it is.</summary>
    private string Copy()
    {
        var copy = Path.Combine(_folder, "copy.db");
        if (!File.Exists(copy))
        {
            using var from = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={web.DatabasePath};Mode=ReadOnly");
            using var to = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False");
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        return copy;
    }

    private static JsonDocument Json(ThadsProcess.Answer answer)
    {
        Assert.True(answer.Code == 0, answer.ToString());
        return JsonDocument.Parse(answer.Output);
    }
}
