using System.Text.Json;

namespace Thads.Tests.Conferences;

/// <summary>The counts of the founding story come out of page and command alike: contributions, titles and certificates, collectives and persons; and what must be done in 2021.</summary>
public sealed class ConferencePagesTests(SampleWeb web)
{
    [Fact]
    public async Task Five_contributions_are_by_communes_and_three_by_departments_on_page_and_command()
    {
        var page = await web.PageAsync("/direction/conferences/1");
        using var json = await JsonAsync("conferences", "show", "1");

        Assert.Equal("5 của xã, thị trấn, 3 của ngành", page.QuerySelector("#contributions h2 small")!.TextContent);
        Assert.Equal(8, page.QuerySelectorAll("#contributions tbody tr").Length);
        Assert.Equal((5, 3, 71, "held"), (
            json.RootElement.GetProperty("contributionsOfCommunes").GetInt32(), json.RootElement.GetProperty("contributionsOfDepartments").GetInt32(),
            json.RootElement.GetProperty("commendationsHandedOut").GetInt32(), json.RootElement.GetProperty("state").GetString()));
        Assert.Equal(4, json.RootElement.GetProperty("sayings").EnumerateArray().Count(saying => saying.GetProperty("kind").GetString() == "direction"));
        Assert.Contains("83,45", page.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("48,22", page.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_titles_and_six_certificates_ten_collectives_and_twenty_and_ten_and_twenty_one_persons()
    {
        var page = await web.PageAsync("/direction/commendations");
        var rows = page.QuerySelectorAll("table:has(#counts) tbody tr").Select(row => string.Join(' ', row.Children.Skip(2).Select(cell => cell.TextContent.Trim()))).ToList();
        using var json = await JsonAsync("commendations", "count", "--unit", "D05", "--year", "2020");
        var counts = json.RootElement.GetProperty("counts").EnumerateArray()
            .Select(one => string.Join(' ', new[] { "titles", "certificates", "collectives", "persons", "outside" }.Select(name => one.GetProperty(name).GetInt32()))).ToList();

        Assert.Equal(["0 30 10 20 23", "4 6 1 9 0", "0 31 10 21 25"], rows); // the campaign; the province's agency; the year
        Assert.Equal(rows, counts);
        foreach (var link in page.QuerySelectorAll("table:has(#counts) tbody a"))
        {
            var opened = await web.PageAsync(link.GetAttribute("href")!.Split('#')[0]);
            Assert.Equal(link.TextContent, opened.QuerySelectorAll("table:has(#register) tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task What_the_district_must_do_in_2021_stands_in_its_programme()
    {
        var page = await web.PageAsync("/direction/programme?unit=D05&year=2021");
        using var json = await JsonAsync("programme", "show", "--unit", "D05", "--year", "2021");
        var says = json.RootElement.GetProperty("items").EnumerateArray().ToLookup(item => item.GetProperty("heading").GetString(), item => item.GetProperty("says").GetString()!);

        Assert.Contains("Giải quyết xong trên 80 % số việc có điều kiện thi hành", says["targets"]);
        Assert.Contains("Giải quyết xong trên 38 % số tiền có điều kiện thi hành", says["targets"]);
        Assert.All(new[] { "long-standing", "bank-credit", "anti-corruption", "thrift", "training", "self-check", "mistakes", "coordination" }, heading => Assert.NotEmpty(says[heading]));
        Assert.All(says.SelectMany(heading => heading), said => Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Equal("45/QĐ-CCTHADS", json.RootElement.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task The_programme_of_2020_is_mostly_done_and_its_mistakes_are_mended_but_one()
    {
        var page = await web.PageAsync("/direction/programme?unit=D05&year=2020");

        Assert.Equal("đã khắc phục 2/3", page.QuerySelector("#mistakes h2 small")!.TextContent);
        Assert.Equal("đã thực hiện 7/8", page.QuerySelector("#checks h2 small")!.TextContent);
        Assert.Equal(9, page.QuerySelectorAll("#items .tag.fine").Length);
        Assert.Single(page.QuerySelectorAll("#items .tag.late"));
    }

    [Fact]
    public async Task The_grounds_of_a_nomination_lead_to_the_figures_they_state()
    {
        var page = await web.PageAsync("/direction/commendations/nominations/1");
        var ground = page.QuerySelectorAll("a").First(link => link.TextContent.Contains("3.420 việc", StringComparison.Ordinal));

        Assert.Contains("đạt 84,88 %, vượt chỉ tiêu 4,88 điểm %", ground.TextContent, StringComparison.Ordinal);
        Assert.Contains("3.420", (await web.PageAsync(ground.GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> JsonAsync(params string[] arguments)
    {
        var answer = await ThadsProcess.RunAsync([.. arguments, "--json", "--today", "2020-11-10", "--db", web.DatabasePath]);
        Assert.True(answer.Code == 0, answer.Notes);
        return JsonDocument.Parse(answer.Output);
    }
}
