using Microsoft.Extensions.Logging.Abstractions;
using Thads.Commands;
using Thads.Http;
using Thads.Jobs;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Watch.Nightly;
using Thads.Running;

namespace Thads.Tests.Jobs;

public sealed class NightlyJobTests : IAsyncLifetime
{
    private static readonly TimeOnly Two = new(2, 0);

    // 20:00 of Monday 23 November in the office.
    private static readonly DateTime Monday = new(2026, 11, 23, 13, 0, 0, DateTimeKind.Utc);
    private readonly string folder = Directory.CreateTempSubdirectory("thads-night-").FullName;
    private Database database = null!;

    public async ValueTask InitializeAsync() => database = await new Shell(Language.Vietnamese).OpenAsync(Path.Combine(folder, "office.db"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("2026-11-23T13:00:00Z", "2026-11-23T19:00:00Z")] // 20:00 in the office: 02:00 tomorrow
    [InlineData("2026-11-23T18:59:59Z", "2026-11-23T19:00:00Z")]
    [InlineData("2026-11-23T19:00:00Z", "2026-11-24T19:00:00Z")] // 02:00 sharp: the next is tomorrow's
    public void The_next_run_is_at_the_office_s_time_and_never_now(string now, string next) =>
        Assert.Equal(Moment(next), NightlyJob.NextAfter(Moment(now), Two));

    [Fact]
    public async Task It_runs_once_a_night_at_its_time_and_what_was_missed_some_minutes_after_the_start()
    {
        var time = new HandTime(Monday);
        using var job = Job(time);
        await job.StartAsync(TestContext.Current.CancellationToken);
        await time.SomebodyWaitsAsync();
        Assert.Null(await LastAsync());

        // The machine was off at two: ten minutes after it is on.
        time.Move(NightlyJob.AfterStart);
        await time.SomebodyWaitsAsync();
        var missed = (await LastAsync())!;
        Assert.Equal(new DateOnly(2026, 11, 23), missed.Day);
        Assert.Equal([NightPart.Book, NightPart.Figures], missed.Results.Select(result => result.Part).Order());
        Assert.All(missed.Results, result => Assert.Equal((NightOutcome.Sound, 0L), (result.Outcome, result.Found)));

        time.Move(TimeSpan.FromHours(5));
        Assert.Equal(missed.Day, (await LastAsync())!.Day);
        time.Move(TimeSpan.FromMinutes(50));
        await time.SomebodyWaitsAsync();
        Assert.Equal(new DateOnly(2026, 11, 24), (await LastAsync())!.Day);
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_two_programs_on_one_database_one_runs_the_night()
    {
        using var one = Job(new HandTime(Monday));
        using var other = Job(new HandTime(Monday));

        var ran = await Task.WhenAll(one.RunOnceAsync(TestContext.Current.CancellationToken), other.RunOnceAsync(TestContext.Current.CancellationToken));

        Assert.Single(ran, true);
        Assert.False(await one.RunOnceAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, (await LastAsync())!.Results.Count);
    }

    [Fact]
    public async Task What_was_found_is_told_to_those_who_look_after_the_machine_and_stops_nobody()
    {
        var time = new HandTime(Monday);
        var shown = new OfficeWeb.Shown(database, new OfficeClock(time), IsSample: false) { Options = Options.OnThisMachine(database.Path) with { Nightly = Two } };
        Directory.CreateDirectory(shown.DataFolder);
        Assert.Contains("02:00 24/11/2026", (await NightlyFinding.OfAsync(shown, Language.Vietnamese, TestContext.Current.CancellationToken)).Single().Says, StringComparison.Ordinal);

        await using (var connection = await database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await connection.RunAsync("DROP TRIGGER matter_no_delete", TestContext.Current.CancellationToken);
        }

        using var job = Job(time);
        await job.RunOnceAsync(TestContext.Current.CancellationToken);

        var found = await NightlyFinding.OfAsync(shown, Language.Vietnamese, TestContext.Current.CancellationToken);
        Assert.Equal([Health.Warning, Health.Good], found.Select(finding => finding.Health));
        Assert.Contains("1 chỗ không khớp", found[0].Says, StringComparison.Ordinal);
        Assert.Contains("matter", found[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_falls_over_is_kept_as_failed_and_the_others_run()
    {
        await using (var connection = await database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await connection.RunAsync("DROP TABLE docket_month", TestContext.Current.CancellationToken);
        }

        using var job = Job(new HandTime(Monday));
        await job.RunOnceAsync(TestContext.Current.CancellationToken);

        var results = (await LastAsync())!.Results.ToDictionary(result => result.Part, result => result.Outcome);
        Assert.Equal((NightOutcome.Failed, NightOutcome.Sound), (results[NightPart.Book], results[NightPart.Figures]));
    }

    [Theory]
    [InlineData(null, "02:00")]
    [InlineData("23:30", "23:30")]
    [InlineData("off", null)]
    public void When_it_runs_is_a_key_of_the_configuration(string? value, string? at)
    {
        var given = value is null ? new Dictionary<string, string>() : new() { ["THADS__Nightly__At"] = value };

        Assert.Equal(at is null ? null : TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Configured.Read(folder, given, new Dictionary<Setting, string>()).Options.Nightly);
    }

    [Fact]
    public void A_time_that_is_none_is_refused() =>
        Assert.Equal("config.wrong-value", Assert.Throws<RefusedException>(() => Configured.Read(folder, new Dictionary<string, string> { ["THADS__Nightly__At"] = "25:00" }, new Dictionary<Setting, string>())).Refusal.Code);

    private static DateTime Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private NightlyJob Job(HandTime time) => new(database, new OfficeClock(time), Two, time, NullLogger<NightlyJob>.Instance);

    private async Task<Night?> LastAsync()
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        return await Night.LastAsync(connection, TestContext.Current.CancellationToken);
    }
}
