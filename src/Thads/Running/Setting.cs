using System.Globalization;
using System.Net;
using Thads.Office;

namespace Thads.Running;

/// <summary>A key of the configuration. What is no key is refused wherever it stands.</summary>
/// <param name="Key">As in the files: `Site:PublicUrl` is "PublicUrl" inside "Site".</param>
/// <param name="Flag">Of `thads serve`.</param>
/// <param name="Default">Empty = nothing, or found out at the start; the words say what.</param>
/// <param name="Allowed">In words, what the value may be.</param>
/// <param name="IsRight">Whether a value is allowed; asked for each piece of a list.</param>
public sealed record Setting(string Key, string Flag, string Default, Refusal Allowed, Func<string, bool> IsRight)
{
    private const string Prefix = "THADS__";

    /// <summary>Several values, with commas between them or as a list in a file.</summary>
    public bool IsList { get; init; }

    /// <summary>In a file it is meant from the folder of that file.</summary>
    public bool IsPath { get; init; }

    /// <summary>Of the environment.</summary>
    public string Variable => Prefix + Key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Code of what it is for.</summary>
    public string Words => "config." + Key.Replace(':', '.').ToLowerInvariant();

    /// <returns>Null when the value may stand.</returns>
    public Refusal? WhyNot(string value, string where) =>
        (IsList ? Pieces(value) : [value]).All(IsRight) ? null : new Refusal("config.wrong-value", where, Key, Shown(value), Allowed);

    /// <summary>As it is printed: the password of a connection string is not.</summary>
    public string Shown(string value) => ReferenceEquals(this, Settings.Database) ? Masked.ConnectionString(value) : value;

    public static string[] Pieces(string value) => value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Every key there is, in the order of the docs.</summary>
public static class Settings
{
    private static readonly Refusal AFolder = new("config.allowed.folder");
    private static readonly Refusal AFile = new("config.allowed.file");
    private const string Off = "off";

    public static readonly Setting DataRoot = new("Data:Root", "--data", "", AFolder, _ => true) { IsPath = true };

    public static readonly Setting Database = new("Database", "--db", "", new("config.allowed.database"), _ => true) { IsPath = true };

    public static readonly Setting Urls = new("Urls", "--urls", "", new("config.allowed.urls"), value => ListenAt.Read(value) is not null) { IsList = true };

    public static readonly Setting PublicUrl = new("Site:PublicUrl", "--public-url", "", new("config.allowed.public-url"), IsSite);

    public static readonly Setting Proxies = new("Proxy:KnownAddresses", "--proxy", "", new("config.allowed.addresses"), value => Network(value) is not null) { IsList = true };

    public static readonly Setting AllowedHosts = new("AllowedHosts", "--allowed-hosts", "", new("config.allowed.hosts"), IsHost) { IsList = true };

    public static readonly Setting Certificate = new("Https:Certificate", "--certificate", "", AFile, _ => true) { IsPath = true };

    public static readonly Setting CertificateKey = new("Https:CertificateKey", "--certificate-key", "", AFile, _ => true) { IsPath = true };

    public static readonly Setting UploadMegabytes = Number("Limits:UploadMegabytes", "--upload-megabytes", 50, 1, 2000);

    public static readonly Setting PerSecond = Number("Limits:PerSecond", "--per-second", 30, 1, 10_000);

    public static readonly Setting IdleMinutes = Number("Session:IdleMinutes", "--idle-minutes", 30, 1, 720);

    /// <summary>Office time; "off" = nothing runs by itself.</summary>
    public static readonly Setting NightlyAt = new("Nightly:At", "--nightly-at", "02:00", new("config.allowed.nightly"), value => value.Equals(Off, StringComparison.OrdinalIgnoreCase) || TimeOfDay(value) is not null);

    public static readonly Setting LogFormat = new("Log:Format", "--log-format", "text", new("config.allowed.log"), value => Codes.TryRead<LogFormat>(value, out _));

    /// <summary>The office's own tables of law, laid over those of the program.</summary>
    public static readonly Setting LawTables = new("Law:Tables", "--law-tables", "", AFolder, _ => true) { IsPath = true };

    public static readonly IReadOnlyList<Setting> All =
    [
        DataRoot, Database, Urls, PublicUrl, Proxies, AllowedHosts, Certificate, CertificateKey, UploadMegabytes, PerSecond, IdleMinutes, NightlyAt, LogFormat, LawTables,
    ];

    /// <summary>As "02:00"; null when it is none.</summary>
    internal static TimeOnly? TimeOfDay(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>An address, or a network as 10.0.0.0/8; null when it is neither.</summary>
    internal static IPNetwork? Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;

    private static Setting Number(string key, string flag, int standard, int least, int most) => new(
        key, flag, standard.ToString(CultureInfo.InvariantCulture), new("config.allowed.number", least, most),
        value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);

    private static bool IsSite(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    /// <summary>A name or an address, without port; `*.` stands for all names below.</summary>
    private static bool IsHost(string value) => Uri.CheckHostName(value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value) != UriHostNameType.Unknown;
}

/// <summary>How lines of the log are written.</summary>
public enum LogFormat
{
    Text = 1,
    Json = 2,
}

/// <summary>An address of `Urls`.</summary>
/// <param name="Address">Null = every address of the machine.</param>
public sealed record ListenAt(string Text, bool Https, IPAddress? Address, int Port)
{
    public bool IsLoopback => Address is not null && IPAddress.IsLoopback(Address);

    /// <summary>Where the machine itself reaches it.</summary>
    public string FromHere => $"{(Https ? "https" : "http")}://{(Address is null || Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : Host(Address))}:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <returns>Null when the text is not http(s)://ADDRESS:PORT with an address of the machine, `localhost` or `*`.</returns>
    public static ListenAt? Read(string text)
    {
        try
        {
            var at = BindingAddress.Parse(text);
            var name = at.Host.Trim('[', ']');
            var https = at.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
            var any = name is "*" or "+";
            var address = any ? null : name.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.TryParse(name, out var typed) ? typed : null;
            return (https || at.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase)) && (any || address is not null) && at.PathBase.Length == 0 && at.Port is >= 0 and <= 65535
                ? new ListenAt(text, https, address, at.Port) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Host(IPAddress address) => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
