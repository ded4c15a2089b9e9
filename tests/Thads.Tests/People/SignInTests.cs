using System.Net;
using Microsoft.AspNetCore.Builder;
using Thads.Commands;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;

namespace Thads.Tests.People;

/// <summary>An empty office of its own, with its pages: from the setup code on.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "con trâu đi trước cái cày";
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-sign-in-").FullName;
    private Database _database = null!;
    private WebApplication _web = null!;
    private OfficeWeb.Shown _shown = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await new Shell(Language.Vietnamese).OpenAsync(Path.Combine(_folder, "office.db"), default);
        _shown = new OfficeWeb.Shown(_database, OfficeClock.Wall, IsSample: false);
        _web = await OfficeWeb.StartAsync(_shown, 0, default);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_whoever_reads_the_console_and_the_page_closes_after_it()
    {
        using var visitor = Visitor();
        Assert.Equal("/setup", (await visitor.GetAsync("/", Ct)).Headers.Location?.ToString());

        var wrong = await SetupAsync(visitor, OneTimeCode.New());
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("Mã lập không đúng", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await SetupAsync(visitor, _shown.SetupCode)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/units/new", Ct)).StatusCode); // The first unit has none above it.
        using var second = Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync("/setup", Ct)).StatusCode);
        Assert.Equal("/sign-in", (await second.GetAsync("/", Ct)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_one_time_code_sets_a_password_once()
    {
        var code = await AccountAsync("lan");
        using var visitor = Visitor();
        Assert.Equal(HttpStatusCode.Conflict, (await ByCodeAsync(visitor, "lan", OneTimeCode.New(), Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await ByCodeAsync(visitor, "lan", code, "ngắn")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ByCodeAsync(visitor, "lan", code, Password)).StatusCode);
        using var again = Visitor();
        Assert.Equal(HttpStatusCode.Conflict, (await ByCodeAsync(again, "lan", code, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(again, "LAN", Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/account", Ct)).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        var code = await AccountAsync("lan");
        using var visitor = Visitor();
        await ByCodeAsync(visitor, "lan", code, Password);
        using var guesser = Visitor();
        for (var i = 0; i < 4; i++)
        {
            Assert.Contains("Tên hoặc mật khẩu không đúng", await TextAsync(await SignInAsync(guesser, "lan", "đoán mò lần " + i)), StringComparison.Ordinal);
        }

        Assert.Contains("Tài khoản khóa đến", await TextAsync(await SignInAsync(guesser, "lan", "đoán mò lần cuối")), StringComparison.Ordinal);
        Assert.Contains("Tài khoản khóa đến", await TextAsync(await SignInAsync(guesser, "lan", Password)), StringComparison.Ordinal);
        Assert.Contains("Tên hoặc mật khẩu không đúng", await TextAsync(await SignInAsync(guesser, "nobody", Password)), StringComparison.Ordinal);
        var tries = await TriesAsync("lan");
        Assert.Equal([SignInOutcome.Locked, SignInOutcome.WrongPassword, SignInOutcome.WrongPassword, SignInOutcome.WrongPassword, SignInOutcome.WrongPassword, SignInOutcome.WrongPassword], tries.Take(6));
    }

    [Fact]
    public async Task With_the_authenticator_on_the_password_alone_does_not_open()
    {
        var code = await AccountAsync("lan");
        using var visitor = Visitor();
        await ByCodeAsync(visitor, "lan", code, Password);
        await SampleWeb.SubmitAsync(visitor, "/account", "/account?handler=SetUp");
        var key = (await KeyAsync("lan"))!;
        var wrong = await SampleWeb.SubmitAsync(visitor, "/account", "/account?handler=Confirm", ("code", "000000"));
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        var on = await SampleWeb.SubmitAsync(visitor, "/account", "/account?handler=Confirm", ("code", Totp.Of(key, TimeProvider.System.GetUtcNow())));
        var recovery = SampleWeb.Parsed(await on.Content.ReadAsStringAsync(Ct)).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account", Ct)).StatusCode);

        using var other = Visitor();
        var asked = SampleWeb.Parsed(await TextAsync(await SignInAsync(other, "lan", Password)));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account", Ct)).StatusCode);
        var passed = asked.QuerySelector("input[name=Passed]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Conflict, (await SampleWeb.SubmitAsync(other, "/sign-in", "/sign-in", ("Passed", passed), ("Code", "123456"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SampleWeb.SubmitAsync(other, "/sign-in", "/sign-in", ("Passed", passed + "x"), ("Code", Totp.Of(key, TimeProvider.System.GetUtcNow())))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SampleWeb.SubmitAsync(other, "/sign-in", "/sign-in", ("Passed", passed), ("Code", Totp.Of(key, TimeProvider.System.GetUtcNow())))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account", Ct)).StatusCode);
        using var lost = Visitor();
        passed = SampleWeb.Parsed(await TextAsync(await SignInAsync(lost, "lan", Password))).QuerySelector("input[name=Passed]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await SampleWeb.SubmitAsync(lost, "/sign-in", "/sign-in", ("Passed", passed), ("Code", recovery[0]))).StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_ended_opens_nothing()
    {
        var code = await AccountAsync("lan");
        using var one = Visitor();
        await ByCodeAsync(one, "lan", code, Password);
        using var other = Visitor();
        await SignInAsync(other, "lan", Password);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/account", Ct)).StatusCode);
        await SampleWeb.SubmitAsync(other, "/account", "/account?handler=EndOthers");
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account", Ct)).StatusCode);
        await SampleWeb.SubmitAsync(other, "/account", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_is_asked_for_from_then_on()
    {
        var code = await AccountAsync("lan");
        using var one = Visitor();
        await ByCodeAsync(one, "lan", code, Password);
        using var other = Visitor();
        await SignInAsync(other, "lan", Password);
        const string New = "một câu khác hẳn hôm qua";
        Assert.Equal(HttpStatusCode.Conflict, (await SampleWeb.SubmitAsync(one, "/account", "/account?handler=Password", ("present", "sai rồi"), ("Password", New), ("Again", New))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SampleWeb.SubmitAsync(one, "/account", "/account?handler=Password", ("present", Password), ("Password", New), ("Again", New))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SignInAsync(other, "lan", Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(other, "lan", New)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_signing_in()
    {
        var code = await AccountAsync("lan");
        using var visitor = Visitor();
        await ByCodeAsync(visitor, "lan", code, Password);
        using var other = Visitor();
        var sent = await SampleWeb.SubmitAsync(other, "/sign-in?to=//evil.example/x", "/sign-in", ("Name", "lan"), ("Password", Password), ("To", "//evil.example/x"));

        Assert.Equal("/", sent.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_for_this_site_and_not_for_scripts()
    {
        var code = await AccountAsync("lan");
        using var visitor = Visitor();
        var cookie = (await ByCodeAsync(visitor, "lan", code, Password)).Headers.GetValues("Set-Cookie").Last(set => set.StartsWith("thads=", StringComparison.Ordinal));

        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matkhau123")]
    [InlineData("1234567890")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("NguyenThiLan1")]
    [InlineData("lan-2026-2026")]
    [InlineData("ngắn quá")]
    public void What_is_easily_guessed_is_no_password(string password) =>
        Assert.NotNull(PasswordPolicy.WhyNot(password, "lan", "Nguyễn Thị Lan"));

    [Theory]
    [InlineData("con trâu đi trước cái cày")]
    [InlineData("Tr0ngXanhMat!")]
    public void A_sentence_or_a_long_word_of_ones_own_is_one(string password) =>
        Assert.Null(PasswordPolicy.WhyNot(password, "lan", "Nguyễn Thị Lan"));

    [Fact]
    public async Task Guessing_quickly_from_one_place_is_slowed()
    {
        using var guesser = Visitor();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            statuses.Add((await guesser.PostAsync("/sign-in", new FormUrlEncodedContent([]), Ct)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(20, statuses.TakeWhile(status => status != HttpStatusCode.TooManyRequests).Count());
    }

    private HttpClient Visitor() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_web.Urls.First()) };

    private static async Task<HttpResponseMessage> SetupAsync(HttpClient visitor, string code) => await SampleWeb.SubmitAsync(
        visitor, "/setup", "/setup", ("SetupCode", code), ("FullName", "Mẫu Văn Máy"), ("Name", "may"), ("Password", Password), ("Again", Password), ("Also", "Statistician"));

    private static Task<HttpResponseMessage> ByCodeAsync(HttpClient visitor, string name, string code, string password) =>
        SampleWeb.SubmitAsync(visitor, "/sign-in/code", "/sign-in/code", ("Name", name), ("Code", code), ("Password", password), ("Again", password));

    private static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string name, string password) =>
        SampleWeb.SubmitAsync(visitor, "/sign-in", "/sign-in", ("Name", name), ("Password", password));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Ct);

    private async Task<string> AccountAsync(string name)
    {
        await using var work = new Work(_database, Person.Operator("test"), OfficeClock.Wall);
        return (await CreateAccount.RunAsync(new(name, "Nguyễn Thị Lan"), work, Ct)).Code;
    }

    private async Task<string?> KeyAsync(string name)
    {
        await using var connection = await _database.OpenAsync(Ct);
        return (await Accounts.FindAsync(connection, name, Ct))!.AuthenticatorKey;
    }

    private async Task<List<SignInOutcome>> TriesAsync(string name)
    {
        await using var connection = await _database.OpenAsync(Ct);
        var account = (await Accounts.FindAsync(connection, name, Ct))!;
        return [.. (await Sessions.RecordedAsync(connection, account.Id, 100, Ct)).Select(t => t.Outcome)];
    }
}
