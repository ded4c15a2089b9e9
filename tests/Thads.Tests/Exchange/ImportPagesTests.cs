using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Thads.Exchange;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Exchange.Samples;
using Thads.Office.Exchange.Samples.Sheets;

namespace Thads.Tests.Exchange;

/// <summary>A copy of the sample office with its pages: what is brought in here is seen by no other test.</summary>
public sealed class ImportPagesTests(SampleWeb sample) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-import-").FullName;
    private Database _database = null!;
    private WebApplication _web = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var from = Database.At(sample.DatabasePath))
        {
            await using var connection = await from.OpenAsync(Ct);
            await connection.RunAsync("VACUUM INTO @to", Ct, ("to", Path.Combine(_folder, "copy.db")));
        }

        _database = Database.At(Path.Combine(_folder, "copy.db"));
        _web = await OfficeWeb.StartAsync(Shown(), 0, default);
        SampleSheets.Write(Path.Combine(_folder, "sheets"));
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_register_is_mapped_checked_and_brought_in_once_however_often_the_button_is_pressed()
    {
        using var clerk = await EnterAsync("thu-ky");
        var columns = await UploadAsync(clerk, Sheet("d05-so-theo-doi.xlsx"), "D05");
        Assert.EndsWith("/columns", columns, StringComparison.Ordinal);
        var job = columns[..^"/columns".Length];

        var form = await PageAsync(clerk, columns);
        Assert.Equal("B", Chosen(form, "c-decision_number"));
        Assert.Equal("", Chosen(form, "m-officer-" + Number(form, "officer", "CHV Lê Lạ")));
        Assert.Equal(job, await SendAsync(clerk, form, columns));
        var check = await FinishedAsync(clerk, job);

        Assert.Contains("145 việc xếp được; 15 dòng không", check.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sổ theo dõi", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(15, check.QuerySelectorAll("#refused ~ .pane tbody tr").Length);
        Assert.Equal(0, await ActsAsync());
        using var workbook = await clerk.GetAsync(job + "?handler=Refused", Ct);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "bad.xlsx"), await workbook.Content.ReadAsByteArrayAsync(Ct), Ct);
        Assert.Equal(16, ReadSheet.Run(Path.Combine(_folder, "bad.xlsx"), "bad").Rows.Count);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(clerk, check, job, ("leaveOut", "true"))));
        var done = await FinishedAsync(clerk, job);
        await SendAsync(clerk, check, job, ("leaveOut", "true"));

        Assert.Contains("Đã ghi vào sổ", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await ActsAsync());
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(done.QuerySelector("ul.run a")!.GetAttribute("href"), Ct)).StatusCode);

        // The unit's mapping is used again for the same columns.
        var again = await PageAsync(clerk, await UploadAsync(clerk, Sheet("d05-so-theo-doi.xlsx"), "D05"));
        Assert.Contains("Đã dùng lại cách đọc của lần trước", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_explained_places_its_row()
    {
        using var clerk = await EnterAsync("thu-ky");
        var columns = await UploadAsync(clerk, Sheet("d05-so-theo-doi.xlsx"), "D05");
        var form = await PageAsync(clerk, columns);

        await SendAsync(clerk, form, columns, ("m-officer-" + Number(form, "officer", "CHV Lê Lạ"), "CHV01"), ("m-commune-" + Number(form, "commune", "Xã Không Có"), "-"));
        var check = await FinishedAsync(clerk, columns[..^"/columns".Length]);

        Assert.Contains("147 việc xếp được; 13 dòng không", check.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_of_a_zip_is_checked_at_once_and_what_is_anothers_is_refused()
    {
        using var clerk = await EnterAsync("thu-ky");
        using var head = await EnterAsync("lanh-dao-tinh");
        var zip = Path.Combine(_folder, "set.zip");
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "sheets", "d06-officers"), zip);

        var mine = await FinishedAsync(clerk, await UploadAsync(clerk, zip, "D05"));
        var theirs = await UploadAsync(head, zip, "D06");
        var check = await FinishedAsync(head, theirs);
        await SendAsync(head, check, theirs);
        var done = await FinishedAsync(head, theirs);

        Assert.Contains("Dòng này thuộc đơn vị D06", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã ghi vào sổ", done.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thong-ke", HttpStatusCode.NotFound)]
    [InlineData("lanh-dao-tinh", HttpStatusCode.NotFound)]
    [InlineData("chap-hanh-vien", HttpStatusCode.Forbidden)]
    public async Task A_job_is_its_senders_alone(string other, HttpStatusCode expected)
    {
        using var clerk = await EnterAsync("thu-ky");
        using var stranger = await EnterAsync(other);
        var columns = await UploadAsync(clerk, Sheet("d05-so-theo-doi.xlsx"), "D05");
        var job = columns[..^"/columns".Length];

        foreach (var address in new[] { job, columns, job + "?handler=Refused" })
        {
            using var answer = await stranger.GetAsync(address, Ct);
            Assert.Equal(expected, answer.StatusCode);
        }

        if (expected == HttpStatusCode.NotFound)
        {
            Assert.DoesNotContain("d05-so-theo-doi", await stranger.GetStringAsync("/import", Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_unit_that_is_not_ones_own_cannot_be_chosen()
    {
        using var clerk = await EnterAsync("thu-ky");

        Assert.StartsWith("409 Không có mã D06", await UploadAsync(clerk, Sheet("d06-ket-qua.xlsx"), "D06"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xlsx", "\u0001\u0000", "không phải .xlsx, .csv hay .zip")]
    [InlineData("a.csv", "", "Hãy chọn một tệp")]
    public async Task What_is_no_sheet_and_no_set_is_refused_on_the_page(string name, string content, string said)
    {
        using var clerk = await EnterAsync("thu-ky");
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, content, Ct);

        Assert.Contains(said, await UploadAsync(clerk, path, "D05"), StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(Path.Combine(Shown().DataFolder, "imports")) ? Directory.GetDirectories(Path.Combine(Shown().DataFolder, "imports")) : []);
    }

    [Theory]
    [InlineData(false, JobState.BrokenOff)]
    [InlineData(true, JobState.Done)]
    public async Task After_a_restart_the_books_say_what_became_of_an_import_under_way(bool cameIn, JobState expected)
    {
        var person = new Person("thu-ky", Permissions.All);
        var set = Path.Combine(_folder, "sheets", "d06-officers");
        using var before = new ImportJobs(Shown(), NullLogger<ImportJobs>.Instance);
        var job = before.Save(new ImportJob(before.NewFolder(), person.Name, "set.zip", 1, DateTime.UnixEpoch, UploadKind.Set, set, JobState.Importing));
        if (cameIn)
        {
            await using var work = new Work(_database, person, Shown().Clock);
            await ImportExchange.RunAsync(new(set, IdempotencyKey: job.Key), work, Ct);
        }

        using var after = new ImportJobs(Shown(), NullLogger<ImportJobs>.Instance);
        var found = await after.FindAsync(job.Id, person, Ct);

        Assert.Equal((expected, cameIn), (found!.State, found.Result?.Act is not null));
    }

    private OfficeWeb.Shown Shown() => new(_database, OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System), IsSample: true);

    private string Sheet(string name) => Path.Combine(_folder, "sheets", name);

    private async Task<HttpClient> EnterAsync(string name)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_web.Urls.First()) };
        using var entered = await SampleWeb.SubmitAsync(http, "/", "/?handler=Enter", ("name", name));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return http;
    }

    private async Task<long> ActsAsync()
    {
        await using var connection = await _database.OpenAsync(Ct);
        return await connection.ValueAsync<long>("SELECT count(*) FROM act WHERE kind = 'set-imported' AND reason = 'd05-so-theo-doi.xlsx'", Ct);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient http, string address) => SampleWeb.Parsed(await http.GetStringAsync(address, Ct));

    /// <summary>Where the browser is sent; or, with a refusal, its status and what is said.</summary>
    private static async Task<string> UploadAsync(HttpClient http, string path, string unit)
    {
        var form = await PageAsync(http, "/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(unit), "Unit" },
            { new ByteArrayContent(await File.ReadAllBytesAsync(path, Ct)), "Upload", Path.GetFileName(path) },
        };
        using var answer = await http.PostAsync("/import", content, Ct);
        return answer.Headers.Location?.ToString()
            ?? $"{(int)answer.StatusCode} {SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("#errors li")?.TextContent.Trim()}";
    }

    /// <summary>Sends the form as it stands, but for what is changed.</summary>
    private static async Task<string?> SendAsync(HttpClient http, IHtmlDocument page, string address, params (string Name, string Value)[] changed)
    {
        var fields = page.QuerySelectorAll("main form[method=post] select, main form[method=post] input:not([type=checkbox])").Select(control =>
            (Name: control.GetAttribute("name")!, Value: control is IHtmlSelectElement select ? select.Value ?? "" : control.GetAttribute("value") ?? "")).Where(f => changed.All(c => c.Name != f.Name));
        using var answer = await http.PostAsync(address, new FormUrlEncodedContent(fields.Concat(changed).Select(f => KeyValuePair.Create(f.Name, f.Value))), Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode} {SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("main")?.TextContent}");
        return answer.Headers.Location?.ToString();
    }

    /// <summary>The job's page once nothing is under way any more.</summary>
    private static async Task<IHtmlDocument> FinishedAsync(HttpClient http, string job)
    {
        while (true)
        {
            using var answer = await http.GetAsync(job, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (!answer.Headers.Contains("Refresh"))
            {
                return SampleWeb.Parsed(await answer.Content.ReadAsStringAsync(Ct));
            }

            await Task.Delay(100, Ct);
        }
    }

    private static string Chosen(IHtmlDocument form, string name) => ((IHtmlSelectElement)form.QuerySelector($"[name='{name}']")!).Value ?? "";

    private static string Number(IHtmlDocument form, string field, string word) =>
        form.QuerySelectorAll($"[name^='w-{field}-']").Single(w => w.GetAttribute("value") == word).GetAttribute("name")!.Split('-')[^1];
}
