using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Watch.Nightly;

namespace Thads.Jobs;

/// <summary>
/// Once a night, at the office's time, verifies the books and all that was sent, and keeps what it found. Of several programs on one database one
/// runs it. A machine that was off at that time runs it some minutes after it is on.
/// </summary>
/// <param name="time">Of the delays; moments are those of the office's clock.</param>
public sealed partial class NightlyJob(Database database, OfficeClock clock, TimeOnly at, TimeProvider time, ILogger<NightlyJob> log) : BackgroundService
{
    /// <summary>What was missed waits for those who begin their day.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    /// <summary>Null where the configuration says that nothing runs by itself.</summary>
    public static NightlyJob? Of(IServiceProvider services) => services.GetRequiredService<OfficeWeb.Shown>() is { Options.Nightly: { } at } shown
        ? new NightlyJob(shown.Database, shown.Clock, at, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<NightlyJob>>()) : null;

    /// <summary>The next moment at which it is that time in the office, in UTC.</summary>
    public static DateTime NextAfter(DateTime now, TimeOnly at)
    {
        var wall = OfficeClock.OnTheWall(now);
        var next = wall.Date + at.ToTimeSpan();
        return TimeZoneInfo.ConvertTimeToUtc(next > wall ? next : next.AddDays(1), OfficeClock.Zone);
    }

    /// <summary>Runs the night of the office's day, unless somebody does or did.</summary>
    /// <returns>Whether it ran here.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        var day = clock.Today;
        await using (var claim = Work())
        {
            if (!await ClaimNight.RunAsync(claim, ct))
            {
                return false;
            }
        }

        foreach (var part in Enum.GetValues<NightPart>())
        {
            var result = await DoneAsync(part, ct);
            await using var record = Work();
            await RecordNight.RunAsync(day, result, record, ct);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var missed = isFirst && TimeOnly.FromDateTime(OfficeClock.OnTheWall(clock.Now)) >= at;
            isFirst = false;
            await Task.Delay(missed ? AfterStart : NextAfter(clock.Now, at) - clock.Now, time, stoppingToken);
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The database does not answer tonight: the site goes on, and the next night tries again.
                Failed(failed);
            }
        }
    }

    private Work Work() => new(database, Person.Operator("thads"), clock);

    /// <summary>A part that falls over is a result too: it is seen where the others are.</summary>
    private async Task<NightResult> DoneAsync(NightPart part, CancellationToken ct)
    {
        await using var work = Work();
        try
        {
            return await RunNight.RunAsync(part, work, ct);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            Failed(failed);
            return new NightResult(part, clock.Now, NightOutcome.Failed, 0, 0, failed.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The nightly run failed.")]
    private partial void Failed(Exception failed);
}
