using System.Globalization;
using System.Net;
using Thads.Office;

namespace Thads.Running;

/// <summary>How this program runs: what the configuration says, read and checked.</summary>
public sealed record Options
{
    /// <summary>Folder of what is not in the books: `thads.json`, keys of cookies, uploads under way.</summary>
    public required string DataRoot { get; init; }

    /// <summary>A path, or a connection string of PostgreSQL.</summary>
    public required string Database { get; init; }

    /// <summary>Empty = this machine alone, the next free port from 5080.</summary>
    public IReadOnlyList<ListenAt> Urls { get; init; } = [];

    /// <summary>What people type, where it is known.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whose `X-Forwarded-…` are believed.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Names the site answers to; empty = those of <see cref="Urls"/> and <see cref="PublicUrl"/>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>PEM files; null when nothing is served by https here.</summary>
    public (string File, string Key)? Certificate { get; init; }

    public int UploadMegabytes { get; init; } = int.Parse(Settings.UploadMegabytes.Default, CultureInfo.InvariantCulture);

    /// <summary>Requests of one session or address.</summary>
    public int PerSecond { get; init; } = int.Parse(Settings.PerSecond.Default, CultureInfo.InvariantCulture);

    /// <summary>Unused for so long, a browser signs in anew.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(int.Parse(Settings.IdleMinutes.Default, CultureInfo.InvariantCulture));

    /// <summary>When books and sent reports are verified each night, by the office's clock; null = never by itself.</summary>
    public TimeOnly? Nightly { get; init; }

    public LogFormat Log { get; init; } = LogFormat.Text;

    /// <summary>A folder of tables laid over the built-in ones; null = there is none.</summary>
    public string? LawTables { get; init; }

    /// <summary>Browsers reach the site by https, here or at the proxy.</summary>
    public bool IsHttps => PublicUrl is { } site ? site.Scheme == "https" : Urls.Count > 0 && Urls.All(url => url.Https);

    /// <summary>Where the machine itself reaches the site.</summary>
    public string FromHere => Urls.Count == 0 ? "http://127.0.0.1:5080" : Urls[0].FromHere;

    /// <summary>What is shown to the machine alone, whatever the configuration says: the sample office.</summary>
    public static Options OnThisMachine(string database) => new() { Database = database, DataRoot = database + ".data" };

    /// <summary>What will hurt, in words; said at the start.</summary>
    public IEnumerable<Refusal> Warnings()
    {
        if (Proxies.Count == 0 && Urls.FirstOrDefault(url => !url.Https && !url.IsLoopback) is { } open)
        {
            yield return new Refusal("config.warn-open", open.Text);
        }

        if (PublicUrl?.Scheme == "https" && Proxies.Count == 0 && !Urls.Any(url => url.Https))
        {
            yield return new Refusal("config.warn-no-https", PublicUrl.OriginalString);
        }
    }
}
