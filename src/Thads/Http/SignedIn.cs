using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Http;

/// <summary>Who is asking: found anew for every request, so that what an administrator takes away is gone at once.</summary>
internal sealed class SignedIn(RequestDelegate next)
{
    public const string Scheme = "thads";
    private const string SessionClaim = "session";

    /// <summary>Who asks before anybody has signed in: without any right.</summary>
    public static readonly Person Nobody = new("", []);

    public async Task InvokeAsync(HttpContext context, OfficeWeb.Shown shown)
    {
        if (SessionOf(context.User) is { } session)
        {
            var person = await FindAsync(session, shown, RealNow(context), context.RequestAborted);
            if (person is null)
            {
                await context.SignOutAsync(Scheme);
                context.User = new ClaimsPrincipal();
            }
            else
            {
                context.Features.Set(person);
            }
        }

        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata is null || metadata.GetMetadata<OpenToAllAttribute>() is not null)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<Person>() is not { } asking)
        {
            AskToSignIn(context);
            return;
        }

        // A page of which nobody said who may see it is nobody's.
        var open = metadata.GetMetadata<OpenToSignedInAttribute>() is not null;
        if (!open && !(metadata.GetMetadata<NeedsAttribute>() is { } needs && asking.May.HasFlag(needs.Right)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // What one person sees is kept by no proxy and by no browser for the next one.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.Pragma = "no-cache";
        await next(context);
    }

    /// <summary>Begins a session in this browser and writes it into the record of sign-ins.</summary>
    public static async Task EnterAsync(HttpContext context, Account account, Work work, CancellationToken ct)
    {
        var connection = await work.StartAsync(ct);
        var address = AddressOf(context);
        var session = await Sessions.StartAsync(connection, account, RealNow(context), address, context.Request.Headers.UserAgent.ToString(), ct);
        await Sessions.RecordAsync(connection, account.Id, RealNow(context), SignInOutcome.SignedIn, address, ct);
        await work.CommitAsync(ct);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static async Task LeaveAsync(HttpContext context, Work work, CancellationToken ct)
    {
        if (SessionOf(context.User) is { } session && work.Person.Account != 0)
        {
            var connection = await work.StartAsync(ct);
            await Sessions.EndAsync(connection, session, RealNow(context), ct);
            await Sessions.RecordAsync(connection, work.Person.Account, RealNow(context), SignInOutcome.SignedOut, AddressOf(context), ct);
            await work.CommitAsync(ct);
        }

        await context.SignOutAsync(Scheme);
    }

    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Sessions live by the wall's clock, also in the sample office, which lives in another year.</summary>
    public static DateTime RealNow(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static async Task<Person?> FindAsync(Guid session, OfficeWeb.Shown shown, DateTime now, CancellationToken ct)
    {
        await using var work = new Work(shown.Database, Nobody, shown.Clock);
        var account = await Sessions.AccountOfAsync(await work.ConnectAsync(ct), session, now, ct);
        return account is null ? null : await ReadPerson.OfAsync(account, work, ct);
    }

    private static void AskToSignIn(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect("/sign-in" + QueryString.Create("to", context.Request.Path + context.Request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }
}
