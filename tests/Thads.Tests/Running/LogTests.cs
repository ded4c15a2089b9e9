using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Thads.Running;

namespace Thads.Tests.Running;

public sealed partial class LogTests
{
    private const string Name = "Nguyen-Thi-Thu-Nghiem";
    private const string Number = "001099012345";
    private const string Password = "mat-khau-bi-mat-9";

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task A_failure_is_logged_with_the_number_on_the_page_and_without_anything_that_was_typed(string format)
    {
        await using var served = await Served.StartAsync([], ["--log-format", format]);
        using var http = served.Client();
        using var form = await http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var token = SampleWeb.Parsed(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await BreakAsync(served);

        using var failed = await http.PostAsync(
            $"/sign-in?q={Name}&cccd={Number}",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = Name, ["Password"] = Password, ["__RequestVerificationToken"] = token }), TestContext.Current.CancellationToken);
        using var asked = await http.GetAsync($"/matters?q={Name}+{Number}", TestContext.Current.CancellationToken);
        var page = SampleWeb.Parsed(await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var number = page.QuerySelector("main code")!.TextContent;
        await served.UntilAsync(() => served.Notes.Contains("SqliteException", StringComparison.Ordinal));

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains(number, served.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, served.Notes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Number, served.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, served.Notes, StringComparison.Ordinal);
        if (format == "json")
        {
            var lines = served.Notes.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            Assert.Contains(lines, line => line.GetProperty("number").GetString() == number && line.GetProperty("level").GetString() == "error");
        }
        else
        {
            Assert.Matches(Line(), served.Notes);
        }
    }

    [Fact]
    public void Of_an_exception_its_kind_and_place_are_told_and_not_what_it_quotes()
    {
        var told = LogLines.Told(Thrown());

        Assert.Contains("System.FormatException", told, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", told, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), told, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_disk_says_is_told() => Assert.Contains("No space", LogLines.Told(new IOException("No space left on device")), StringComparison.Ordinal);

    /// <summary>As .NET throws it: its message quotes what was typed.</summary>
    private static InvalidOperationException Thrown()
    {
        try
        {
            _ = int.Parse(Name, System.Globalization.CultureInfo.InvariantCulture);
            throw new InvalidOperationException("A name is no number.");
        }
        catch (FormatException quoting)
        {
            Assert.Contains(Name, quoting.Message, StringComparison.Ordinal);
            return new InvalidOperationException(Name, quoting);
        }
    }

    /// <summary>Takes the record of sign-ins away under the program.</summary>
    private static async Task BreakAsync(Served served)
    {
        await using var connection = new SqliteConnection($"Data Source={served.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; ALTER TABLE account RENAME TO account_away;";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z error \S+ \[\S+\] ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
