using Thads.Commands;

namespace Thads.Tests.Rights;

public sealed class PermissionsTests(SampleWeb web)
{
    [Fact]
    public async Task The_page_of_rights_is_what_the_program_does()
    {
        var page = Path.Combine(ThadsProcess.Repository, "docs", "permissions.md");

        Assert.True(
            await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken) == await PermissionsCommand.TextAsync(),
            "docs/permissions.md is not what the program does: dotnet run --project src/Thads -- permissions > docs/permissions.md");
    }

    [Fact]
    public async Task Of_every_page_somebody_said_who_may_open_it()
    {
        var doors = await web.DoorsAsync();

        Assert.Empty(doors.Where(door => !door.IsSaid).Select(door => door.Route));
    }

    [Fact]
    public async Task The_list_names_every_page()
    {
        var doors = await web.DoorsAsync();

        Assert.Equal(doors.Select(door => door.Route).Distinct().Order(StringComparer.Ordinal), EveryPage.All.Select(page => page.Route).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_lacks_the_right_is_turned_away_and_who_has_not_signed_in_is_asked_to()
    {
        var doors = (await web.DoorsAsync()).Where(door => !door.IsOpen).ToDictionary(door => door.Route);
        using var nobody = web.Client();
        foreach (var name in SampleWeb.Names)
        {
            using var http = await web.ClientAsAsync(name);
            var may = await web.RightsOfAsync(name);
            foreach (var page in EveryPage.All.Where(page => doors.ContainsKey(page.Route)))
            {
                using var answer = await http.GetAsync(page.Addresses[0], TestContext.Current.CancellationToken);
                using var before = await nobody.GetAsync(page.Addresses[0], TestContext.Current.CancellationToken);
                var allowed = doors[page.Route].Right is not { } right || may.HasFlag(right);
                Assert.True(allowed != (answer.StatusCode == System.Net.HttpStatusCode.Forbidden), $"{name} at {page.Addresses[0]}: {answer.StatusCode}");
                Assert.StartsWith("/sign-in?to=", before.Headers.Location?.ToString(), StringComparison.Ordinal);
            }
        }
    }
}
