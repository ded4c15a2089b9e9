using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Thads.Office.Tests.Conformance;

namespace Thads.Tests.Shared;

/// <summary>Files of others are listed with their origin and unchanged; nothing is fetched from another host.</summary>
public sealed partial class VendoredFilesTests
{
    private const string Folder = "src/Thads/wwwroot/vendor/";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Every_file_of_others_is_listed_and_is_what_was_listed()
    {
        var listed = JsonSerializer.Deserialize<List<Vendored>>(Sources.Read(Folder + "vendor.json"), Web)!;
        var there = Sources.Files("src/Thads/wwwroot/vendor").Select(path => path[Folder.Length..]).Where(name => name != "vendor.json");

        Assert.Equal(there.Order(StringComparer.Ordinal), listed.Select(file => file.File).Order(StringComparer.Ordinal));
        Assert.All(listed, file =>
        {
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "wwwroot", "vendor", file.File)))));
            Assert.Contains($"## {file.Name} {file.Version} ({file.Licence})", Sources.Read("THIRD-PARTY.md"), StringComparison.Ordinal);
            Assert.StartsWith("https://registry.npmjs.org/", file.Origin, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_page_script_or_style_of_ours_names_another_host()
    {
        var ours = Sources.Files("src/Thads", ".cshtml", ".css", ".js").Where(path => !path.StartsWith(Folder, StringComparison.Ordinal));

        Expect.None(ours.Where(path => OtherHost().IsMatch(Sources.Read(path))));
    }

    [Fact]
    public void No_page_has_script_or_style_of_its_own_and_every_asset_has_its_fingerprint()
    {
        var pages = Sources.Files("src/Thads", ".cshtml").Select(path => (Path: path, Text: Sources.Read(path))).ToList();

        Expect.None(pages.Where(page => Inline().IsMatch(page.Text)).Select(page => page.Path));
        Expect.None(pages.SelectMany(page => Asset().Matches(page.Text).Select(match => (page.Path, match.Value))).Where(asset => !asset.Value.Contains("asp-append-version=\"true\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<script>go()</script>")]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<a onclick=\"go()\">")]
    [InlineData("<button hx-on:click=\"go()\">")]
    public void What_a_page_may_not_hold_is_found(string markup) => Assert.Matches(Inline(), markup);

    private sealed record Vendored(string Name, string Version, string Licence, string File, string Sha256, string Origin);

    [GeneratedRegex("""(https?:)?//[a-z0-9-]+\.[a-z]|@import""")]
    private static partial Regex OtherHost();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+="|hx-on|"js:""")]
    private static partial Regex Inline();

    [GeneratedRegex("""<(link|script|img)\b[^>]*\b(href|src)="/[^>]*>""")]
    private static partial Regex Asset();
}
