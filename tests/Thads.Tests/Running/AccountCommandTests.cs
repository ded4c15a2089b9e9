using System.Text.RegularExpressions;

namespace Thads.Tests.Running;

public sealed partial class AccountCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thads-accounts-").FullName;

    [Fact]
    public async Task Somebody_is_added_with_a_role_and_signs_in_by_the_code()
    {
        await using var served = await Served.StartAsync([], []);
        var added = await ThadsProcess.RunAsync("account", "add", "Quan.Tri", "--full-name", "Mẫu Văn Máy", "--role", "administrator", "--data", served.Data, "--lang", "en");
        var code = Code().Match(added.Output).Value;
        using var http = served.Client();
        using var entered = await SampleWeb.SubmitAsync(http, "/sign-in/code", "/sign-in/code", ("Name", "quan.tri"), ("Code", code), ("Password", "trời xanh mây trắng"), ("Again", "trời xanh mây trắng"));
        var listed = await ThadsProcess.RunAsync("account", "list", "--data", served.Data, "--lang", "en");

        Assert.Equal(0, added.Code);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("quan.tri  Mẫu Văn Máy · Administrator (all units) · in use", listed.Output.Trim());
    }

    [Fact]
    public async Task A_unit_that_is_none_leaves_no_account_behind()
    {
        var refused = await RunAsync("add", "truong.phong", "--full-name", "Mẫu Thị Đứng", "--role", "head", "--unit", "NOPE");
        var listed = await RunAsync("list", "--json");

        Assert.Equal(3, refused.Code);
        Assert.Equal("""{"accounts":[]}""", listed.Output.Trim());
    }

    [Fact]
    public async Task A_new_code_and_one_more_role_are_given()
    {
        await RunAsync("add", "kiem.tra", "--full-name", "Mẫu Thị Soát", "--role", "auditor");

        var code = await RunAsync("code", "kiem.tra");
        var role = await RunAsync("role", "kiem.tra", "--role", "statistician", "--from", "2020-01-01");
        var again = await RunAsync("role", "kiem.tra", "--role", "statistician");
        var nobody = await RunAsync("code", "khong.ai");
        var noRole = await RunAsync("role", "kiem.tra", "--role", "king");

        Assert.Matches(Code(), code.Output);
        Assert.Equal([0, 3, 4, 2], new[] { role, again, nobody, noRole }.Select(answer => answer.Code));
        Assert.Contains(""""roles":[{"role":"auditor","unit":null},{"role":"statistician","unit":null}]"""", (await RunAsync("list", "--json")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ThadsProcess.Answer> RunAsync(params string[] arguments) => ThadsProcess.RunAsync(["account", .. arguments, "--db", Path.Combine(_folder, "office.db"), "--lang", "en"]);

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();
}
