using System.Net;
using System.Net.Sockets;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.WebEncoders;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Http;

/// <summary>The pages of an office: read-only, and to the machine they run on alone.</summary>
public static class OfficeWeb
{
    private const int FirstPort = 5080;
    private const int LastPort = 5179;

    /// <summary>What is shown: whose books, on which day, and whether all of it is made up.</summary>
    public sealed record Shown(Database Database, OfficeClock Clock, bool IsSample);

    /// <summary>Whoever looks at pages without a sign-in: may read, and nothing else.</summary>
    public static Person Reader(string name) => new(name, Permissions.ReadMatters | Permissions.ReadFigures);

    /// <summary>Starts to serve; the address is in <see cref="WebApplication.Urls"/>.</summary>
    /// <param name="port">0 = the next free one from 5080.</param>
    /// <exception cref="RefusedException">`cli.serve.port-taken`, `cli.serve.no-port`.</exception>
    public static async Task<WebApplication> StartAsync(Shown shown, int port, CancellationToken ct)
    {
        for (var next = port == 0 ? FirstPort : port; next <= LastPort || next == port; next++)
        {
            var web = Build(shown, next);
            try
            {
                await web.StartAsync(ct);
                return web;
            }
            catch (Exception taken) when (taken is SocketException or IOException { InnerException: AddressInUseException })
            {
                await web.DisposeAsync();
                RefusedException.ThrowIf(port == 0 ? null : new Refusal("cli.serve.port-taken", port.ToString(Words.Format)));
            }
        }

        throw new RefusedException(new Refusal("cli.serve.no-port", FirstPort.ToString(Words.Format), LastPort.ToString(Words.Format)));
    }

    private static WebApplication Build(Shown shown, int port)
    {
        // The content root in code: started from another folder, the program would look for its style sheet there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "thads" });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // A taken port is tried, said or passed over below.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(shown);
        builder.Services.AddScoped(_ => new Work(shown.Database, Reader(shown.IsSample ? "demo" : "web"), shown.Clock));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PageText>();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1"]);
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new RefusalPageFilter())).WithRazorPagesAtContentRoot();
        // Nothing here is encrypted or signed: no key need be made and left in the person's folder.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));

        var web = builder.Build();
        web.UseHostFiltering();
        web.UseMiddleware<Guarded>();
        web.UseExceptionHandler("/problem/500");
        web.UseStatusCodePagesWithReExecute("/problem/{0}");
        web.UseStaticFiles(new StaticFileOptions
        {
            // Our pages name an asset with its fingerprint (asp-append-version): what is behind that address never changes.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        web.UseRouting();
        web.MapRazorPages();
        return web;
    }
}
