using System.Text.Json;
using Microsoft.Data.Sqlite;
using Thads.Office.Tests;
using Thads.Office.Tests.Exchange.Samples;
using static Thads.Tests.ThadsProcess;

namespace Thads.Tests.Commands;

/// <summary>Commands that touch a database, as processes: exit codes, languages, places, and sentences where something is in the way.</summary>
public sealed class DatabaseCommandsTests : IDisposable
{
    private static readonly string Good = Path.Combine(SampleFolder.Committed("bad"), "good");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Import_verify_report_backup_and_restore_say_how_it_went(string kind)
    {
        await using var place = await TestDatabase.NewAsync(kind);
        await using var other = await TestDatabase.NewAsync(kind);
        using var first = Json(await RunAsync("import", Good, "--db", place.Db, "--json"), 0);
        using var again = Json(await RunAsync("import", Good, "--db", place.Db, "--json"), 0);
        using var bad = Json(await RunAsync("import", Path.Combine(SampleFolder.Committed("bad"), "same-state"), "--db", place.Db, "--json"), 3);

        Assert.Equal((true, 1), (first.RootElement.GetProperty("imported").GetBoolean(), first.RootElement.GetProperty("act").GetInt32()));
        Assert.Equal(10_300_000, first.RootElement.GetProperty("reconciliation")[0].GetProperty("books").GetProperty("money").GetInt64());
        Assert.Equal(JsonValueKind.Null, again.RootElement.GetProperty("act").ValueKind);
        var refused = Assert.Single(bad.RootElement.GetProperty("refused").EnumerateArray());
        Assert.Equal("steps.csv 4 step step.already", string.Join(' ', new[] { "file", "line", "column", "code" }.Select(name => refused.GetProperty(name).ToString())));
        Assert.False(bad.RootElement.GetProperty("imported").GetBoolean());

        using var verified = Json(await RunAsync("verify", "--db", place.Db, "--json"), 0);
        Assert.Equal((true, 2), (verified.RootElement.GetProperty("sound").GetBoolean(), verified.RootElement.GetProperty("matters").GetInt32()));
        Assert.Equal(0, (await RunAsync("backup", folder["b"], "--db", place.Db)).Code);
        Assert.Equal(3, (await RunAsync("backup", folder["b"], "--db", place.Db)).Code);
        Assert.Equal(0, (await RunAsync("restore", folder["b"], "--db", other.Db)).Code);
        Assert.Equal(3, (await RunAsync("restore", folder["b"], "--db", other.Db)).Code);
        string[] report = ["report", "form-02", "--unit", "D1", "--year", "2024", "--format", "json", "--db"];
        Assert.Equal((await RunAsync([.. report, place.Db])).Output, (await RunAsync([.. report, other.Db])).Output);
        Assert.Equal(0, (await RunAsync("export", folder["out"], "--db", other.Db)).Code);
        Assert.Equal(3, (await RunAsync("export", folder["out"], "--db", other.Db)).Code);
    }

    [Fact]
    public async Task Books_that_do_not_agree_end_with_six()
    {
        var db = await ImportedAsync();
        await using (var connection = new SqliteConnection($"Data Source={db};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var tamper = connection.CreateCommand();
            tamper.CommandText = "DROP TRIGGER step_no_update; UPDATE step SET amount = 1 WHERE amount > 0";
            await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answer = await RunAsync("verify", "--db", db, "--lang", "en");

        Assert.Equal(6, answer.Code);
        Assert.Contains("Table step is no longer guarded against change.", answer.Notes, StringComparison.Ordinal);
        Assert.Contains("Matter M1: at act 1", answer.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_ends_with_its_code_and_a_sentence()
    {
        var db = await ImportedAsync();
        (int Code, string Command)[] commands =
        [
            (2, "import"),
            (2, "report form-01 --year twenty"),
            (2, "report form-01 --no-such-option"),
            (3, "report form-01 --unit D1 --year 2020 --months 13"),
            (3, "report form-01 --unit D1 --year 99999"),
            (3, "report form-01 --unit D1 --year 2600"),
            (3, "report form-01 --unit D1 --year 2020 --known-on 31/12/2020"),
            (3, "report form-01 --unit D1 --year 2020 --regime none"),
            (3, "report explain form-01 I none --unit D1 --year 2020"),
            (4, "report form-01 --unit D9 --year 2020"),
            (4, "report form-05 --unit D1 --year 2020 --officer O9"),
            (4, "import /no/such/folder"),
            (4, "restore /no/such/file"),
        ];
        foreach (var (code, command) in commands)
        {
            var answer = await RunAsync([.. command.Split(' '), "--db", command.StartsWith("restore", StringComparison.Ordinal) ? folder["new.db"] : db]);

            Assert.True(answer.Code == code && answer.Notes.Length > 0, $"{command}: {answer}");
        }
    }

    [Theory]
    [InlineData("LANG=en_US.UTF-8", "", "The books agree")]
    [InlineData("LANG=vi_VN.UTF-8", "", "Sổ khớp")]
    [InlineData("LANG=C", "", "Sổ khớp")]
    [InlineData("LANG=vi_VN.UTF-8;LC_ALL=en_GB.UTF-8", "", "The books agree")]
    [InlineData("LANG=en_US.UTF-8", "vi", "Sổ khớp")]
    [InlineData("", "en", "The books agree")]
    public async Task Everybody_is_answered_in_their_language(string environment, string asked, string words)
    {
        (string, string)[] variables = [.. environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => (v.Split('=')[0], v.Split('=')[1]))];

        var answer = await RunInAsync(variables, ["verify", "--db", folder["a.db"], .. asked.Length == 0 ? Array.Empty<string>() : ["--lang", asked]]);

        Assert.StartsWith(words, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_is_where_db_says_or_else_where_the_environment_says()
    {
        var place = folder["chưa có/thư mục có dấu cách/sổ của huyện.db"];
        Assert.Equal(0, (await RunInAsync([("THADS_DB", place)], "import", Good)).Code);
        Assert.True(File.Exists(place));

        var other = await RunInAsync([("THADS_DB", place)], "verify", "--json", "--db", folder["other.db"]);
        Assert.Contains("\"matters\":0", other.Output, StringComparison.Ordinal);
        var report = await RunInAsync([("THADS_DB", place)], "report", "form-01", "--unit", "D1", "--year", "2024");
        Assert.Contains("đơn vị D1", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_way_is_said_in_a_sentence()
    {
        await File.WriteAllTextAsync(folder["text.db"], new string('x', 5000), TestContext.Current.CancellationToken);
        await using (var connection = new SqliteConnection($"Data Source={folder["photos.db"]};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var make = connection.CreateCommand();
            make.CommandText = "CREATE TABLE photo (id integer)";
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (string Db, int Code, string Says)[] places =
        [
            (folder["text.db"], 3, "is not a THADS database"),
            (folder["photos.db"], 3, "is not a THADS database"),
            (folder.Path, 1, folder.Path + " cannot be reached"),
            ("/proc/no/office.db", 1, "/proc/no"),
            ("Host=127.0.0.1;Port=1;Username=x;Password=geheim;Database=x;Timeout=5", 1, "127.0.0.1:1/x cannot be reached"),
            ("Host=127.0.0.1;NoSuchWord=1", 3, "cannot be opened"),
            ("", 3, "cannot be opened"),
        ];
        foreach (var (db, code, says) in places)
        {
            var answer = await RunAsync("verify", "--db", db, "--lang", "en");

            Assert.True(answer.Code == code && answer.Output.Length == 0, $"{db}: {answer}");
            Assert.Contains(says, Assert.Single(answer.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", answer.Notes, StringComparison.Ordinal);
        }
    }

    private async Task<string> ImportedAsync()
    {
        Assert.Equal(0, (await RunAsync("import", Good, "--db", folder["office.db"])).Code);
        return folder["office.db"];
    }

    private static JsonDocument Json(Answer answer, int code)
    {
        Assert.True(answer.Code == code, $"{answer}");
        return JsonDocument.Parse(answer.Output);
    }
}
