using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Exchange.Samples;
using Thads.Office.People;
using Thads.Running;

namespace Thads.Tests.Rights;

/// <summary>
/// What another unit holds must not show, not even as a count. Two offices are built: one with the whole sample district D05, one in which D05
/// holds nothing; unit D06 is the same in both. Whoever belongs to D06 must get the same answer from both, byte for byte, from every page, list,
/// filter, sort, export and count.
/// </summary>
public sealed partial class ForeignUnitTests
{
    private const string Foreign = "D06";

    /// <summary>Files of the set whose rows are D05's work; the first column is the code of the unit, matter or party.</summary>
    private static readonly string[] OfMatters = ["matters.csv", "obligations.csv", "steps.csv", "events.csv", "roles.csv"];

    [Fact]
    public async Task A_person_of_another_unit_gets_the_same_from_every_address_whether_the_district_holds_matters_or_none()
    {
        var folder = Directory.CreateTempSubdirectory("thads-foreign-").FullName;
        try
        {
            var set = Path.Combine(folder, "full");
            FoundingDistrict.Write(set);
            AddMattersOfForeignUnit(set);
            var emptied = Path.Combine(folder, "emptied");
            Empty(set, emptied);
            await using var full = await OfficeOfAsync(set, Path.Combine(folder, "full.db"));
            await using var without = await OfficeOfAsync(emptied, Path.Combine(folder, "emptied.db"));

            var told = new List<string>();
            foreach (var role in Enum.GetValues<Role>())
            {
                using var one = await full.ClientAsAsync(role);
                using var other = await without.ClientAsAsync(role);
                foreach (var address in ForeignAddresses.All)
                {
                    var (a, b) = (await AnswerAsync(one, address), await AnswerAsync(other, address));
                    if (a != b)
                    {
                        told.Add($"{role} at {address}: {Difference(a, b)}");
                    }
                }
            }

            Assert.True(told.Count == 0, string.Join('\n', told.Take(20)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Three matters of the foreign unit, so that its lists are not empty in either office.</summary>
    private static void AddMattersOfForeignUnit(string set)
    {
        File.AppendAllLines(Path.Combine(set, "officers.csv"), ["CHV61,Chấp hành viên Mẫu Sáu Mốt,D06,enforcer,2010-01-01,"]);
        Append(set, "matters.csv", row => row.StartsWith("D05-2019-", StringComparison.Ordinal), "D05-2019-0001", "D05-2019-0002", "D05-2019-0003");

        void Append(string folder, string file, Func<string, bool> _, params string[] codes)
        {
            var path = Path.Combine(folder, file);
            var header = File.ReadLines(path).First().Split(',');
            File.AppendAllLines(path, codes.Select(code => string.Join(',', header.Select(column => column switch
            {
                "code" => code.Replace("D05", Foreign, StringComparison.Ordinal),
                "unit" => Foreign,
                "officer" => "CHV61",
                "decision_number" => code[^4..] + "/QĐ-SAU",
                "decided_on" => "2019-03-0" + code[^1],
                "basis" => "ex_officio",
                "type" => "civil",
                "credit_institution" or "corruption" or "by_delegation" => "0",
                _ => "",
            }))));
            AppendRows(folder, "obligations.csv", codes, column => column switch { "line" => "1", "kind" => "court_fee", "state_revenue" => "1", "amount" => "300000", "debtor" => "Người Sáu", _ => "" });
        }

        void AppendRows(string folder, string file, string[] codes, Func<string, string> value)
        {
            var path = Path.Combine(folder, file);
            var header = File.ReadLines(path).First().Split(',');
            File.AppendAllLines(path, codes.Select(code => string.Join(',', header.Select(column => column == "matter" ? code.Replace("D05", Foreign, StringComparison.Ordinal) : value(column)))));
        }
    }

    private static void Empty(string set, string emptied)
    {
        Directory.CreateDirectory(emptied);
        foreach (var file in Directory.GetFiles(set))
        {
            var name = Path.GetFileName(file);
            var rows = File.ReadLines(file);
            File.WriteAllLines(
                Path.Combine(emptied, name),
                OfMatters.Contains(name) ? rows.Where((row, i) => i == 0 || row.StartsWith(Foreign, StringComparison.Ordinal))
                : name == "parties.csv" ? rows.Take(1)
                : name == "targets.csv" ? rows.Where(row => !row.StartsWith("D05", StringComparison.Ordinal))
                : rows);
        }
    }

    private static async Task<ForeignOffice> OfficeOfAsync(string set, string path)
    {
        var database = await new Shell(Language.Vietnamese).OpenAsync(path, default);
        var clock = OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System);
        await using (var work = Shell.Work(database, clock))
        {
            var result = await ImportExchange.RunAsync(new(set), work, default);
            Assert.True(result.Imported, string.Join('\n', result.Refused.Take(5).Select(row => row.In(Language.English))));
        }

        var codes = new Dictionary<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var work = Shell.Work(database, clock);
            codes[role] = (await CreateAccount.RunAsync(new("vai-" + Codes.CodeOf(role).Replace('_', '-'), "Người Xem " + (int)role), work, default)).Code;
            await using var giving = Shell.Work(database, clock);
            await GiveRole.RunAsync(new("vai-" + Codes.CodeOf(role).Replace('_', '-'), role, Foreign), giving, default);
        }

        // Hundreds of addresses one after the other are no person's pace.
        var shown = new OfficeWeb.Shown(database, clock, IsSample: false) { Options = Options.OnThisMachine(path) with { PerSecond = 10_000 } };
        return new ForeignOffice(database, await OfficeWeb.StartAsync(shown, 0, default), codes);
    }

    /// <summary>Status, where it sends one, and the page, without what differs from request to request.</summary>
    private static async Task<string> AnswerAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        var body = answer.Content.Headers.ContentType?.MediaType is { } type && type.Contains("officedocument", StringComparison.Ordinal)
            ? WorkbookText.Of(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)answer.StatusCode} {answer.Headers.Location}\n{Passing().Replace(body, "")}";
    }

    private static string Difference(string a, string b)
    {
        var at = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        string Near(string text) => text[Math.Max(0, Math.Min(at, text.Length) - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ");
        return $"“{Near(a)}” / “{Near(b)}”";
    }

    /// <summary>Anti-forgery tokens, idempotency keys, times of sign-in, and the name of the database file.</summary>
    [GeneratedRegex("""CfDJ8[\w-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{2}:\d{2}(:\d{2})? \d{2}/\d{2}/\d{4}|\d{2}:\d{2}|full|emptied|0HN\w+:\w+""")]
    private static partial Regex Passing();

    private sealed class ForeignOffice(Database database, WebApplication web, Dictionary<Role, string> codes) : IAsyncDisposable
    {
        public async Task<HttpClient> ClientAsAsync(Role role)
        {
            var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new System.Net.CookieContainer() }) { BaseAddress = new Uri(web.Urls.First()) };
            const string Password = "một câu dài để vào cửa 7";
            using var entered = await SampleWeb.SubmitAsync(
                http, "/sign-in/code", "/sign-in/code", ("Name", "vai-" + Codes.CodeOf(role).Replace('_', '-')), ("Code", codes[role]), ("Password", Password), ("Again", Password));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, entered.StatusCode);
            return http;
        }

        public async ValueTask DisposeAsync()
        {
            await web.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
