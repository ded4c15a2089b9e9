using System.Net;
using System.Net.Sockets;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.People;
using Thads.Running;

namespace Thads.Http;

/// <summary>The pages of an office: to the machine they run on alone, or where the options say.</summary>
public static class OfficeWeb
{
    private const int FirstPort = 5080;
    private const int LastPort = 5179;

    /// <summary>What is shown: whose books, on which day, and whether all of it is made up.</summary>
    public sealed record Shown(Database Database, OfficeClock Clock, bool IsSample)
    {
        /// <summary>Where the program keeps what is not in the books: keys of cookies, uploads under way. A folder of the office's own.</summary>
        public string DataFolder => Options.DataRoot;

        /// <summary>How the program runs; unless said otherwise, for this machine alone.</summary>
        public Options Options { get; init; } = Options.OnThisMachine(Database.Kind == DatabaseKind.Sqlite
            ? Database.Path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "thads", "thads"));

        /// <summary>Whether a visitor may choose who to be: in the sample office, from the machine it runs on.</summary>
        public bool IsOpenTo(HttpContext context) => IsSample && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

        /// <summary>Opens the page where the first administrator is made; said on the console of whoever started the program.</summary>
        public string SetupCode { get; } = OneTimeCode.New();
    }

    /// <summary>Starts to serve; the address is in <see cref="WebApplication.Urls"/>.</summary>
    /// <param name="port">Of this machine alone, where the options name no addresses; 0 = the next free one from 5080.</param>
    /// <exception cref="RefusedException">`cli.serve.port-taken`, `cli.serve.no-port`, `cli.serve.cannot-listen`.</exception>
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
                RefusedException.ThrowIf(shown.Options.Urls.Count > 0 ? new Refusal("cli.serve.cannot-listen", string.Join(", ", shown.Options.Urls.Select(url => url.Text)), taken.Message) : null);
                RefusedException.ThrowIf(port == 0 ? null : new Refusal("cli.serve.port-taken", port.ToString(Words.Format)));
            }
        }

        throw new RefusedException(new Refusal("cli.serve.no-port", FirstPort.ToString(Words.Format), LastPort.ToString(Words.Format)));
    }

    /// <summary>The web program, not yet started.</summary>
    internal static WebApplication Build(Shown shown, int port)
    {
        var options = shown.Options;
        Listening.AsWeSayAlone();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // The content root in code: started from another folder, the program would look for its style sheet there.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "thads",
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.Sources.Clear(); // What holds is in the options.
        builder.Services.AddSingleton(options);
        LogLines.Write(builder.Logging);
        Telemetry.Add(builder);
        builder.Services.AddSystemd();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBytes(options);
            Listening.At(kestrel, options, port);
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = RequestBytes(options));
        builder.Services.AddSingleton(shown);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<HealthAnswers>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => new Work(
            shown.Database, services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Person>() ?? SignedIn.Nobody, shown.Clock));
        AddSignIn(builder.Services, shown);
        builder.Services.AddSingleton<Thads.Exchange.ImportJobs>();
        if (options.Nightly is not null)
        {
            builder.Services.AddHostedService(services => Thads.Jobs.NightlyJob.Of(services)!);
        }

        builder.Services.AddScoped<PageText>();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = SiteNames.Of(options));
        Compressed.Add(builder.Services);
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new RefusalPageFilter())).WithRazorPagesAtContentRoot();

        var web = builder.Build();
        ThroughProxy.Use(web, options);
        web.UseHostFiltering();
        web.UseMiddleware<Guarded>();
        web.UseResponseCompression();
        web.UseExceptionHandler("/problem/500");
        web.UseStatusCodePagesWithReExecute("/problem/{0}");
        web.UseStaticFiles(new StaticFileOptions
        {
            // Our pages name an asset with its fingerprint (asp-append-version): what is behind that address never changes.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        web.UseCookiePolicy(new CookiePolicyOptions { Secure = options.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest });
        web.UseRouting();
        web.UseAuthentication();
        web.UseRateLimiter();
        web.UseMiddleware<SignedIn>();
        web.MapRazorPages();
        HealthAnswers.Map(web);
        return web;
    }

    /// <summary>A little more than the largest upload, so that the page itself can say what is too large.</summary>
    private static long RequestBytes(Options options) => (options.UploadMegabytes + 1L) << 20;

    private static void AddSignIn(IServiceCollection services, Shown shown)
    {
        services.AddDataProtection().SetApplicationName("thads").PersistKeysToFileSystem(DataFolder.Make(Checkup.KeysOf(shown.DataFolder)));
        services.AddAuthentication(SignedIn.Scheme).AddCookie(SignedIn.Scheme, cookie =>
        {
            cookie.Cookie.Name = "thads";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = shown.Options.Idle;
            cookie.SlidingExpiration = true;
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
        services.AddRateLimiter(limiter => Throttle.Set(limiter, shown.Options.PerSecond));
    }
}
