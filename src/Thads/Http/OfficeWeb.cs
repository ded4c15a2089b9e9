using System.Net;
using System.Net.Sockets;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;

namespace Thads.Http;

/// <summary>The pages of an office, to the machine they run on alone.</summary>
public static class OfficeWeb
{
    private const int FirstPort = 5080;
    private const int LastPort = 5179;

    /// <summary>What is shown: whose books, on which day, and whether all of it is made up.</summary>
    public sealed record Shown(Database Database, OfficeClock Clock, bool IsSample)
    {
        /// <summary>Where the program keeps what is not in the books: keys of cookies, uploads under way. A folder of the office's own.</summary>
        public string DataFolder { get; init; } = Database.Kind == DatabaseKind.Sqlite
            ? Database.Path + ".data"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "thads", "data");

        /// <summary>Whether a visitor may choose who to be: in the sample office, from the machine it runs on.</summary>
        public bool IsOpenTo(HttpContext context) => IsSample && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

        /// <summary>Opens the page where the first administrator is made; said on the console of whoever started the program.</summary>
        public string SetupCode { get; } = OneTimeCode.New();
    }

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

    /// <summary>The web program, not yet started.</summary>
    internal static WebApplication Build(Shown shown, int port)
    {
        // The content root in code: started from another folder, the program would look for its style sheet there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "thads" });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error) // Keys lie in the office's own folder, as the books do.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // A taken port is tried, said or passed over below.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(shown);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => new Work(
            shown.Database, services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Person>() ?? SignedIn.Nobody, shown.Clock));
        AddSignIn(builder.Services, shown);
        builder.Services.AddScoped<PageText>();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1"]);
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new RefusalPageFilter())).WithRazorPagesAtContentRoot();

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
        web.UseAuthentication();
        web.UseRateLimiter();
        web.UseMiddleware<SignedIn>();
        web.MapRazorPages();
        return web;
    }

    private static void AddSignIn(IServiceCollection services, Shown shown)
    {
        services.AddDataProtection().SetApplicationName("thads").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(shown.DataFolder, "keys")));
        services.AddAuthentication(SignedIn.Scheme).AddCookie(SignedIn.Scheme, cookie =>
        {
            cookie.Cookie.Name = "thads";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.SlidingExpiration = true; // How long it lives unused is a setting, read when somebody signs in.
        });
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "thads-form";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordPolicy.Shortest,
                RequireDigit = false,
                RequireLowercase = false,
                RequireNonAlphanumeric = false,
                RequireUppercase = false,
            };
        }).AddUserStore<AccountStore>().AddPasswordValidator<PasswordPolicy>().AddDefaultTokenProviders();
        services.AddScoped<SigningIn>();
        services.AddRateLimiter(Throttle.Set);
    }
}
