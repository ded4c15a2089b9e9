using Thads.Office;
using Thads.Running;

namespace Thads.Tests.Running;

public sealed class ConfiguredTests : IDisposable
{
    private readonly string _program = Directory.CreateTempSubdirectory("thads-program-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("thads-data-").FullName;

    private string OwnFile => Path.Combine(_data, "thads.json");

    [Fact]
    public void The_later_of_shipped_file_own_file_environment_and_flag_counts()
    {
        File.WriteAllText(Path.Combine(_program, "appsettings.json"), """{ "Limits": { "PerSecond": 1, "UploadMegabytes": 1 }, "Session": { "IdleMinutes": 1 }, "Log": { "Format": "json" } }""");
        File.WriteAllText(OwnFile, """{ "Limits": { "PerSecond": 2, "UploadMegabytes": 2 }, "Session": { "IdleMinutes": 2 } }""");

        var configured = Read([("THADS__Limits__PerSecond", "3"), ("THADS__Limits__UploadMegabytes", "3")], (Settings.PerSecond, "4"));

        Assert.Equal((4, 3, TimeSpan.FromMinutes(2), LogFormat.Json), (configured.Options.PerSecond, configured.Options.UploadMegabytes, configured.Options.Idle, configured.Options.Log));
        Assert.Equal(
            ["--per-second", "THADS__Limits__UploadMegabytes", OwnFile, Path.Combine(_program, "appsettings.json"), ""],
            new[] { Settings.PerSecond, Settings.UploadMegabytes, Settings.IdleMinutes, Settings.LogFormat, Settings.PublicUrl }.Select(setting => configured.All.Single(one => one.Setting == setting).Origin));
    }

    [Fact]
    public void Without_anything_the_books_lie_in_the_folder_of_data()
    {
        var options = Read([]).Options;

        Assert.Equal((_data, Path.Combine(_data, "thads.db")), (options.DataRoot, options.Database));
        Assert.Equal((30, 50, TimeSpan.FromMinutes(30), 0), (options.PerSecond, options.UploadMegabytes, options.Idle, options.Urls.Count));
        Assert.False(options.IsHttps);
    }

    [Fact]
    public void Beside_a_file_that_was_named_lies_its_folder_of_data()
    {
        var file = Path.Combine(_data, "office.db");
        Directory.CreateDirectory(file + ".data");
        File.WriteAllText(Path.Combine(file + ".data", "thads.json"), """{ "Session": { "IdleMinutes": 7 } }""");

        var options = Configured.Read(_program, new Dictionary<string, string> { ["THADS_DB"] = file }, new Dictionary<Setting, string>()).Options;

        Assert.Equal((file, file + ".data", TimeSpan.FromMinutes(7)), (options.Database, options.DataRoot, options.Idle));
    }

    [Theory]
    [InlineData("""{ "Site": { "PublicUri": "https://x.vn" } }""", "Site:PublicUri", "Site:PublicUrl")]
    [InlineData("""{ "databse": "x" }""", "databse", "Database")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Debug" } } }""", "Logging:LogLevel:Default", null)]
    [InlineData("""{ "Urls": { "First": "http://*:1" } }""", "Urls:First", "Urls")]
    public void A_key_that_is_none_is_refused_with_its_file_and_the_nearest(string json, string key, string? nearest)
    {
        File.WriteAllText(OwnFile, json);

        var why = Refused(() => Read([]));

        Assert.Equal(("config.unknown-key", OwnFile, key), (why.Code, why.Arguments[0], why.Arguments[1]));
        Assert.Equal(nearest ?? why.Arguments[2], why.Arguments[2]);
        Assert.Contains(OwnFile, why.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("THADS__Url", "THADS__Urls")]
    [InlineData("THADS_URLS", "THADS__Urls")]
    [InlineData("THADS_DATABASE", "THADS__Database")]
    [InlineData("THADS_DBS", "THADS_DB")]
    [InlineData("thads__limits__persecnd", "THADS__Limits__PerSecond")]
    public void A_variable_that_is_none_is_refused_with_the_nearest(string name, string nearest)
    {
        var why = Refused(() => Read([(name, "1")]));

        Assert.Equal(("config.unknown-variable", name, nearest), (why.Code, why.Arguments[0], why.Arguments[1]));
    }

    [Fact]
    public void Variables_of_others_and_of_the_launcher_are_left_alone() =>
        Assert.Equal(30, Read([("PATH", "/bin"), ("ASPNETCORE_URLS", "http://*:1"), ("THADS_COMMAND", "./thads"), ("THADS_BLANKS", "b"), ("THADS_TEST_ALL", "1")]).Options.PerSecond);

    public static TheoryData<string, string> Wrong =>
    [
        ("Urls", "127.0.0.1:80"), ("Urls", "http://thads.vn:80"), ("Urls", "ftp://127.0.0.1:80"), ("Urls", "http://127.0.0.1:80/under"), ("Urls", "http://127.0.0.1:1, nonsense"),
        ("Site:PublicUrl", "thads.vn"), ("Site:PublicUrl", "https://thads.vn/under"), ("Site:PublicUrl", "javascript:alert(1)"), ("Proxy:KnownAddresses", "proxy.local"),
        ("Proxy:KnownAddresses", "10.0.0.1/64"), ("AllowedHosts", "thads.vn:80"), ("AllowedHosts", "*"), ("Limits:UploadMegabytes", "0"), ("Limits:UploadMegabytes", "64 MB"),
        ("Limits:PerSecond", "-1"), ("Session:IdleMinutes", "721"), ("Log:Format", "xml"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_value_is_refused_with_key_value_and_what_is_allowed(string key, string value)
    {
        var setting = Settings.All.Single(one => one.Key == key);

        foreach (var (where, why) in new[] { (setting.Variable, Refused(() => Read([(setting.Variable, value)]))), (setting.Flag, Refused(() => Read([], (setting, value)))) })
        {
            Assert.Equal(["config.wrong-value", where, key, value], [why.Code, .. why.Arguments.Take(3)]);
            Assert.Contains(setting.Allowed.In(Language.English), why.In(Language.English), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_value_is_refused_though_a_later_place_is_right()
    {
        File.WriteAllText(OwnFile, """{ "Log": { "Format": "xml" } }""");

        Assert.Equal("config.wrong-value", Refused(() => Read([], (Settings.LogFormat, "json"))).Code);
    }

    [Fact]
    public void A_list_is_written_with_commas_or_as_a_list_and_the_later_place_counts_whole()
    {
        File.WriteAllText(OwnFile, """{ "Proxy": { "KnownAddresses": ["10.0.0.1", "10.1.0.0/16"] }, "AllowedHosts": "a.vn; *.b.vn" }""");

        Assert.Equal(["10.0.0.1/32", "10.1.0.0/16"], Read([]).Options.Proxies.Select(proxy => proxy.ToString()));
        Assert.Equal(["a.vn", "*.b.vn"], Read([]).Options.AllowedHosts);
        Assert.Equal(["::1/128"], Read([("THADS__Proxy__KnownAddresses__0", "::1")]).Options.Proxies.Select(proxy => proxy.ToString()));
    }

    [Fact]
    public void A_path_in_a_file_is_meant_from_its_folder()
    {
        File.WriteAllText(OwnFile, """{ "Database": "books/office.db" }""");

        Assert.Equal(Path.Combine(_data, "books", "office.db"), Read([]).Options.Database);
    }

    [Fact]
    public void The_own_file_does_not_say_where_it_is()
    {
        File.WriteAllText(OwnFile, """{ "Data": { "Root": "/elsewhere" } }""");

        Assert.Equal("config.root-in-own-file", Refused(() => Read([("THADS__Data__Root", _data)], root: false)).Code);
    }

    [Theory]
    [InlineData("{ \"Urls\": ")]
    [InlineData("""{ "Urls": "http://*:1", "urls": "http://*:2" }""")]
    public void A_file_that_cannot_be_read_is_named(string text)
    {
        File.WriteAllText(OwnFile, text);

        var why = Refused(() => Read([]));

        Assert.Equal(("config.bad-file", OwnFile), (why.Code, why.Arguments[0]));
    }

    [Fact]
    public void Https_without_its_certificate_is_refused() =>
        Assert.Equal("config.no-certificate", Refused(() => Read([], (Settings.Urls, "https://*:443"))).Code);

    [Theory]
    [InlineData("Host=db;Database=thads;Username=u;Password=hush-1")]
    [InlineData("host=db;PASSWORD='hush-1';SSL Password=hush-1")]
    [InlineData("Host=db;Pwd=hush-1")]
    [InlineData("Host=db;\"hush-1")]
    public void The_password_of_the_database_is_not_shown(string text) => Assert.DoesNotContain("hush-1", Settings.Database.Shown(text), StringComparison.Ordinal);

    [Fact]
    public async Task The_docs_hold_the_table_of_keys()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(ThadsProcess.Repository, "docs", "operate", "configuration.md"), TestContext.Current.CancellationToken);

        Assert.True(page.Contains(KeyTable.Of(Language.English), StringComparison.Ordinal), "docs/operate/configuration.md holds another table: thads config keys --lang en");
        Assert.Equal(Settings.All.Count + 2, KeyTable.Of(Language.Vietnamese).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(false, "", "http://0.0.0.0:80", true)]
    [InlineData(false, "", "http://127.0.0.1:80, http://*:81", true)]
    [InlineData(false, "", "http://127.0.0.1:80", false)]
    [InlineData(true, "", "http://0.0.0.0:80", false)]
    [InlineData(false, "https://thads.vn", "http://127.0.0.1:80", true)]
    [InlineData(true, "https://thads.vn", "http://127.0.0.1:80", false)]
    public void What_goes_unencrypted_is_said(bool proxy, string site, string urls, bool warned) =>
        Assert.Equal(warned, Read([], (Settings.Urls, urls), (Settings.PublicUrl, site), (Settings.Proxies, proxy ? "10.0.0.1" : "")).Options.Warnings().Any());

    public void Dispose()
    {
        Directory.Delete(_program, recursive: true);
        Directory.Delete(_data, recursive: true);
    }

    private Configured Read((string Name, string Value)[] variables, params (Setting Setting, string Value)[] flags) => Read(variables, true, flags);

    private Configured Read((string Name, string Value)[] variables, bool root, params (Setting Setting, string Value)[] flags) => Configured.Read(
        _program, variables.ToDictionary(variable => variable.Name, variable => variable.Value),
        flags.Concat(root ? [(Settings.DataRoot, _data)] : Array.Empty<(Setting, string)>()).ToDictionary(flag => flag.Item1, flag => flag.Item2));

    private static Refusal Refused(Action action) => Assert.Throws<RefusedException>(action).Refusal;
}
