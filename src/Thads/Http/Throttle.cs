using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Thads.Http;

/// <summary>How often one may ask: signing in is tried slowly, pages are read as fast as people click.</summary>
internal static class Throttle
{
    /// <summary>Tries to sign in from one address in a minute.</summary>
    private const int TriesPerMinute = 20;

    /// <summary>So many seconds' worth of requests may come at once.</summary>
    private const int Burst = 10;

    /// <param name="perSecond">Requests of one session or address.</param>
    public static void Set(RateLimiterOptions options, int perSecond)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsTry(context)
                ? RateLimitPartition.GetFixedWindowLimiter("try " + SignedIn.AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetTokenBucketLimiter(SignedIn.SessionOf(context.User)?.ToString() ?? SignedIn.AddressOf(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perSecond * Burst,
                    TokensPerPeriod = perSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                })));
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Something secret is being guessed at, by whoever it may be.</summary>
    private static bool IsTry(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && (context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/setup"));
}
