using Microsoft.AspNetCore.HttpOverrides;
using Thads.Http;
using Thads.Office;

namespace Thads.Running;

/// <summary>
/// What a reverse proxy says about those behind it is believed only of proxies that the configuration names. The sample office, where one chooses who
/// to be, is not served through any: to it every visitor of the proxy would look like somebody at this machine.
/// </summary>
internal sealed class ThroughProxy(RequestDelegate next, OfficeWeb.Shown shown, ILogger<ThroughProxy> log)
{
    private static readonly string[] OfProxies =
        ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP", "Forwarded", "Via", "X-Original-For", "X-Original-Host", "X-Original-Proto"];

    private static readonly Action<ILogger, string, Exception?> Unknown = LoggerMessage.Define<string>(
        LogLevel.Warning, new EventId(1, "UnknownProxy"), "A reverse proxy is in front that the configuration does not name: its headers are passed over. Set {Key}.");

    private int _said;

    /// <summary>Asks the proxies that are known, or watches out for those that are not.</summary>
    public static void Use(WebApplication web, Options options)
    {
        if (options.Proxies.Count == 0)
        {
            web.UseMiddleware<ThroughProxy>();
            return;
        }

        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
        {
            headers.KnownIPNetworks.Add(proxy);
        }

        web.UseForwardedHeaders(headers);
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (!OfProxies.Any(context.Request.Headers.ContainsKey))
        {
            return next(context);
        }

        if (shown.IsSample)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(Words.Say(Language.Vietnamese, "page.sample-proxy") + " / " + Words.Say(Language.English, "page.sample-proxy") + "\n", context.RequestAborted);
        }

        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            Unknown(log, Settings.Proxies.Key, null);
        }

        return next(context);
    }
}
