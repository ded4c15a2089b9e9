using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;

namespace Thads.Running;

/// <summary>
/// What a watcher asks: `/health/live` – does the process answer; `/health/ready` – can it work. Everybody is told yes or no; what is wrong is told to
/// those who look after the machine.
/// </summary>
public sealed class HealthAnswers(OfficeWeb.Shown shown, TimeProvider time) : IDisposable
{
    /// <summary>Strangers make the program look at its disk no more often than this.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, bool Ready)? _last;

    public static void Map(WebApplication web)
    {
        web.MapGet("/health/live", () => Results.Text("live\n")).WithMetadata(new OpenToAllAttribute());
        web.MapGet("/health/ready", (HttpContext context, HealthAnswers answers, CancellationToken ct) => answers.ReadyAsync(context, ct)).WithMetadata(new OpenToAllAttribute());
    }

    private async Task<IResult> ReadyAsync(HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<Person>()?.MayEverywhere(Permissions.Operate) == true)
        {
            var findings = await FindAsync(context.RequestServices.GetRequiredService<PageText>().Language, ct);
            return Answer(IsReady(findings), string.Concat(findings.Select(finding => finding + "\n")));
        }

        await _one.WaitAsync(ct);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At > Holds)
            {
                var ready = IsReady(await FindAsync(Language.Vietnamese, ct));
                _last = (time.GetUtcNow(), ready);
            }

            return Answer(_last!.Value.Ready, "");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>As an administrator reads it.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(Language language, CancellationToken ct)
    {
        var findings = await Checkup.RunAsync(shown.Database, shown.DataFolder, language, ct);
        return IsReady(findings) ? [.. findings, .. await NightlyFinding.OfAsync(shown, language, ct)] : findings;
    }

    public void Dispose() => _one.Dispose();

    private static bool IsReady(IEnumerable<Finding> findings) => findings.All(finding => finding.Health != Health.Bad);

    private static IResult Answer(bool ready, string details) =>
        Results.Text((ready ? "ready\n" : "not ready\n") + details, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
