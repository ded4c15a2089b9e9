using System.Text.Json;

namespace Thads.Tests.Commands;

/// <summary>The law on the command line: every rule, its test book, its tables. No office is needed.</summary>
public sealed class LawCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("law").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_limit_says_its_day_its_way_and_that_nobody_checked_it()
    {
        var said = await LawAsync("deadline", "D003", "2026-11-23");
        using var json = Json(await LawAsync("deadline", "--code", "D003", "--start", "2026-11-23", "--json"));

        Assert.Equal(0, said.Code);
        Assert.Contains("due: 01/12/2026", said.Output, StringComparison.Ordinal);
        Assert.Contains("24/11/2026 Ngày Văn hóa Việt Nam", said.Output, StringComparison.Ordinal);
        Assert.Contains("[L25 Đ34.3]", said.Output, StringComparison.Ordinal);
        Assert.Contains("Chưa ai đối chiếu với Công báo: deadlines/D003/new@2026-07-01", said.Output, StringComparison.Ordinal);
        Assert.Equal("2026-12-01", json.RootElement.GetProperty("values").GetProperty("due").GetString());
        Assert.False(json.RootElement.GetProperty("rests")[0].GetProperty("checked").GetBoolean());
    }

    [Fact]
    public async Task Rows_flags_and_short_names_are_read()
    {
        using var fee = Json(await LawAsync("fee", "--receipts", "on=2026-06-30,amount=5000000", "--receipts", "on=2026-07-01,amount=60000", "--json"));
        using var shared = Json(await LawAsync("distribute", "--on", "2026-08-03", "--received", "100", "--claims", "id=A,kind=ordinary,amount=50;id=B,kind=ordinary,amount=50", "id=C,kind=ordinary,amount=50", "--json"));
        using var window = Json(await LawAsync("window", "2026-02-10 09:00", "--forces", "--json"));
        using var income = Json(await LawAsync("income", "2026-08-03", "20000000", "--region", "I", "--json"));

        Assert.Equal([150_000, 0], fee.RootElement.GetProperty("values").GetProperty("fees").EnumerateArray().Select(one => one.GetInt64()));
        Assert.Equal([34, 33, 33], shared.RootElement.GetProperty("values").GetProperty("paid").EnumerateObject().Select(one => one.Value.GetInt64()));
        Assert.Equal("coercion.tet", window.RootElement.GetProperty("values").GetProperty("reason").GetString());
        Assert.Equal(14_690_000, income.RootElement.GetProperty("values").GetProperty("deduct").GetInt64());
    }

    [Theory]
    [InlineData("deadline.unknown", "deadline", "D999", "2026-11-23")]
    [InlineData("input.missing", "deadline", "D003")]
    [InlineData("input.unreadable", "deadline", "D003", "23/11/2026")]
    [InlineData("amount.negative", "income", "2026-08-03", "--income", "-1")]
    [InlineData("parameter.needs-region", "parameter", "REGION_MIN_WAGE", "--on", "2026-07-01")]
    [InlineData("input.unknown", "fee", "--receipts", "day=2026-08-03,amount=1")]
    [InlineData("input.unreadable", "fee", "--receipts", "rubbish")]
    public async Task What_cannot_be_answered_is_refused_by_code_and_sentence(string code, params string[] asked)
    {
        var said = await LawAsync(asked);
        using var json = JsonDocument.Parse((await LawAsync([.. asked, "--json"])).Output);

        Assert.Equal(3, said.Code);
        Assert.StartsWith(code + ": ", said.Notes, StringComparison.Ordinal);
        Assert.Equal(code, json.RootElement.GetProperty("refused").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_test_book_passes_a_wrong_case_is_shown_with_its_way_and_what_is_no_book_is_named()
    {
        var wrong = Write("wrong.yaml", "- name: Sai\n  basis: L25 34.3\n  rule: deadline\n  given: { code: D003, start: 2026-11-23 }\n  expect: { due: 2026-11-30 }\n");
        var broken = Write("broken.yaml", "- name: Thiếu\n  rule: deadline\n");
        var book = await LawAsync("cases", Path.Combine(ThadsProcess.Repository, "tests", "Thads.Law.Tests", "cases"));
        var failed = await LawAsync("cases", wrong);
        using var json = JsonDocument.Parse((await LawAsync("cases", wrong, "--json")).Output);
        var unreadable = await LawAsync("cases", broken);
        var missing = await LawAsync("cases", Path.Combine(_folder, "none.yaml"));

        Assert.Equal(0, book.Code);
        Assert.Matches(@"^\d{4} passed, 0 failed$", book.Output.Trim());
        Assert.Equal(6, failed.Code);
        Assert.Contains("wrong.yaml:1: Sai [L25 34.3]: due: cần 2026-11-30, được 2026-12-01", failed.Output, StringComparison.Ordinal);
        Assert.Contains("5 ngày làm việc từ 23/11/2026", failed.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed", failed.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, json.RootElement.GetProperty("failures")[0].GetProperty("line").GetInt32());
        Assert.Equal((2, 2), (unreadable.Code, missing.Code));
        Assert.Contains("broken.yaml, dòng 1: thiếu basis", unreadable.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_differences_and_explanations_are_told()
    {
        var tables = await LawAsync("tables");
        var parameters = await LawAsync("tables", "parameters", "--on", "2026-07-01", "--lang", "en");
        var unverified = await LawAsync("tables", "--unverified");
        using var diff = Json(await LawAsync("diff", "2026-06-30", "2026-07-01", "--json"));
        var explained = await LawAsync("explain", "D010");
        var unknown = await LawAsync("explain", "D0031");
        var noTable = await LawAsync("tables", "weather");

        Assert.Contains("deadlines — Thời hạn: 174 dòng", tables.Output, StringComparison.Ordinal);
        Assert.Contains("BASE_SALARY/ 01/07/2026 →: value=2530000", parameters.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2340000", parameters.Output, StringComparison.Ordinal);
        Assert.Contains(unverified.Output.Trim(), await File.ReadAllTextAsync(Path.Combine(ThadsProcess.Repository, "docs", "law", "open-questions.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var posted = diff.RootElement.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("key").GetString() == "D010");
        Assert.Equal(("10", "7"), (posted.GetProperty("cells")[0].GetProperty("before").GetString(), posted.GetProperty("cells")[0].GetProperty("after").GetString()));
        Assert.Contains("[L08 Đ42]", explained.Output, StringComparison.Ordinal);
        Assert.Equal((4, 4), (unknown.Code, noTable.Code));
        Assert.Contains("Gần nhất: D0", unknown.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offices_own_tables_are_laid_over_and_what_is_wrong_with_them_is_named()
    {
        Write("holidays.csv", "date,kind,name_vi,name_en\n2026-11-25,swap_off,Nghỉ hoán đổi,Day off in exchange\n");
        var moved = await LawAsync("deadline", "D003", "2026-11-23", "--law-tables", _folder);
        var byEnvironment = await ThadsProcess.RunInAsync([("THADS__Law__Tables", _folder)], "law", "deadline", "D003", "2026-11-23");
        Write("holidays.csv", "date,kind,name_vi,name_en\n2026-11-31,swap_off,Nghỉ hoán đổi,Day off in exchange\n");
        var broken = await LawAsync("deadline", "D003", "2026-11-23", "--law-tables", _folder);
        var serve = await ThadsProcess.RunAsync("serve", "--db", Path.Combine(_folder, "x.db"), "--law-tables", _folder);

        Assert.Contains("due: 02/12/2026", moved.Output, StringComparison.Ordinal);
        Assert.Equal(moved.Output, byEnvironment.Output);
        Assert.Equal((3, 3), (broken.Code, serve.Code));
        Assert.All([broken, serve], said => Assert.Contains("holidays.csv, dòng 2: “2026-11-31” không phải ngày", said.Notes, StringComparison.Ordinal));
    }

    private static Task<ThadsProcess.Answer> LawAsync(params string[] arguments) => ThadsProcess.RunAsync(["law", .. arguments]);

    private static JsonDocument Json(ThadsProcess.Answer answer)
    {
        Assert.True(answer.Code == 0, answer.ToString());
        return JsonDocument.Parse(answer.Output);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
