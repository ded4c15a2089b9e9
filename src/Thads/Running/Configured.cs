using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Office;

namespace Thads.Running;

/// <summary>
/// The configuration: built-in defaults, `appsettings.json` beside the program, `thads.json` in the data folder, the environment, the flags of the
/// command; the later one counts. Whatever is no key, or no value of its key, is refused with its place and the nearest key.
/// </summary>
public sealed partial class Configured
{
    public const string ShippedFile = "appsettings.json";
    public const string OwnFile = "thads.json";

    /// <summary>Variables that begin like ours and are no keys: for the launcher, the sheets and our tests.</summary>
    private static readonly string[] OtherVariables = ["THADS_BLANKS", "THADS_COMMAND", "THADS_LONG"];

    private const string OldDatabaseVariable = "THADS_DB";
    private const string TestVariables = "THADS_TEST_";

    private readonly Dictionary<Setting, (string Value, string Origin)> _given = [];
    private string _root = "";

    private Configured()
    {
    }

    /// <param name="Origin">File, variable or flag; empty = built in.</param>
    public sealed record Effective(Setting Setting, string Value, string Origin);

    /// <summary>Each key with what holds and where that comes from.</summary>
    public IEnumerable<Effective> All => Settings.All.Select(setting => _given.TryGetValue(setting, out var given)
        ? new Effective(setting, given.Value, given.Origin)
        : new Effective(setting, Standard(setting), ""));

    public Options Options { get; private set; } = null!;

    /// <param name="programFolder">Where `appsettings.json` is.</param>
    /// <param name="variables">Of the environment.</param>
    /// <param name="flags">Those that were typed.</param>
    /// <exception cref="RefusedException">`config.unknown-key`, `config.unknown-variable`, `config.wrong-value`, `config.bad-file`, `config.root-in-own-file`, `config.no-certificate`.</exception>
    public static Configured Read(string programFolder, IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<Setting, string> flags)
    {
        var configured = new Configured();
        configured.TakeFile(Path.Combine(programFolder, ShippedFile));
        var outer = new Configured();
        outer.TakeVariables(variables);
        outer.TakeFlags(flags);
        configured._root = Path.GetFullPath(RootOf(configured, outer));
        var own = Path.Combine(configured._root, OwnFile);
        configured.TakeFile(own);
        RefusedException.ThrowIf(configured._given.TryGetValue(Settings.DataRoot, out var root) && root.Origin == own ? new Refusal("config.root-in-own-file", own, Settings.DataRoot.Key) : null);
        foreach (var (setting, given) in outer._given)
        {
            configured._given[setting] = given;
        }

        configured.Options = configured.ToOptions();
        return configured;
    }

    /// <summary>The folder that was named; else one beside the SQLite file that was named; else the person's own.</summary>
    private static string RootOf(Configured shipped, Configured outer)
    {
        string? Given(Setting setting) => (outer._given.TryGetValue(setting, out var given) || shipped._given.TryGetValue(setting, out given)) && given.Value.Length > 0 ? given.Value : null;

        return Given(Settings.DataRoot) ?? (Given(Settings.Database) is { } database && IsFile(database) ? Path.GetFullPath(database) + ".data"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "thads"));
    }

    private static bool IsFile(string database) => !database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private void TakeFile(string file)
    {
        if (!File.Exists(file))
        {
            return;
        }

        IConfigurationRoot read;
        try
        {
            read = new ConfigurationBuilder().AddJsonFile(file, optional: false).Build();
        }
        catch (Exception bad) when (bad is InvalidDataException or FormatException)
        {
            throw new RefusedException(new Refusal("config.bad-file", file, (bad.InnerException ?? bad).Message));
        }

        foreach (var (key, value) in read.AsEnumerable().Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            var setting = Find(key) ?? throw new RefusedException(new Refusal("config.unknown-key", file, key, Nearest.Of(key, Settings.All.Select(known => known.Key))));
            var meant = setting.IsPath && (setting != Settings.Database || IsFile(value!)) ? Path.GetFullPath(value!, Path.GetDirectoryName(Path.GetFullPath(file))!) : value!;
            Take(setting, meant, file);
        }
    }

    private void TakeVariables(IReadOnlyDictionary<string, string> variables)
    {
        if (variables.TryGetValue(OldDatabaseVariable, out var database))
        {
            Take(Settings.Database, database, OldDatabaseVariable);
        }

        foreach (var (name, value) in variables.Where(variable => IsOurs(variable.Key)).OrderBy(variable => variable.Key, StringComparer.OrdinalIgnoreCase))
        {
            var key = name.StartsWith("THADS__", StringComparison.OrdinalIgnoreCase) ? name["THADS__".Length..].Replace("__", ":", StringComparison.Ordinal) : "";
            var setting = Find(key) ?? throw new RefusedException(new Refusal("config.unknown-variable", name, Nearest.Of(name, Settings.All.Select(known => known.Variable).Append(OldDatabaseVariable))));
            Take(setting, value, name);
        }
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("THADS_", StringComparison.OrdinalIgnoreCase) && name != OldDatabaseVariable && !OtherVariables.Contains(name) && !name.StartsWith(TestVariables, StringComparison.Ordinal);

    private void TakeFlags(IReadOnlyDictionary<Setting, string> flags)
    {
        foreach (var (setting, value) in flags)
        {
            Take(setting, value, setting.Flag);
        }
    }

    /// <summary>The last one counts; pieces of one list in one place come together. Empty is as if it were not there.</summary>
    private void Take(Setting setting, string value, string origin)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        RefusedException.ThrowIf(setting.WhyNot(value.Trim(), origin));
        var source = setting.IsList ? Piece().Replace(origin, "") : origin;
        _given[setting] = setting.IsList && _given.TryGetValue(setting, out var before) && before.Origin == source ? ($"{before.Value}, {value.Trim()}", source) : (value.Trim(), source);
    }

    /// <summary>The setting of a key; `Urls:0` is a piece of the list `Urls`.</summary>
    private static Setting? Find(string key) => Settings.All.FirstOrDefault(setting =>
        setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase) || (setting.IsList && setting.Key.Equals(PieceOfKey().Replace(key, ""), StringComparison.OrdinalIgnoreCase)));

    private string Standard(Setting setting) =>
        setting == Settings.DataRoot ? _root
        : setting == Settings.Database ? Path.Combine(_root, "thads.db")
        : setting.Default;

    private Options ToOptions()
    {
        var values = All.ToDictionary(effective => effective.Setting, effective => effective.Value);
        var (file, key) = (values[Settings.Certificate], values[Settings.CertificateKey]);
        IReadOnlyList<ListenAt> urls = [.. Setting.Pieces(values[Settings.Urls]).Select(url => ListenAt.Read(url)!)];
        RefusedException.ThrowIf(urls.FirstOrDefault(url => url.Https) is { } https && (!File.Exists(file) || !File.Exists(key))
            ? new Refusal("config.no-certificate", https.Text, Settings.Certificate.Key, Settings.CertificateKey.Key) : null);
        return new Options
        {
            DataRoot = Path.GetFullPath(values[Settings.DataRoot]),
            Database = values[Settings.Database],
            Urls = urls,
            PublicUrl = values[Settings.PublicUrl] is { Length: > 0 } site ? new Uri(site) : null,
            Proxies = [.. Setting.Pieces(values[Settings.Proxies]).Select(address => Settings.Network(address)!.Value)],
            AllowedHosts = Setting.Pieces(values[Settings.AllowedHosts]),
            Certificate = file.Length > 0 && key.Length > 0 ? (file, key) : null,
            UploadMegabytes = Number(Settings.UploadMegabytes),
            PerSecond = Number(Settings.PerSecond),
            Idle = TimeSpan.FromMinutes(Number(Settings.IdleMinutes)),
            Nightly = Settings.TimeOfDay(values[Settings.NightlyAt]),
            Log = Codes.TryRead<LogFormat>(values[Settings.LogFormat], out var log) ? log : LogFormat.Text,
            LawTables = values[Settings.LawTables] is { Length: > 0 } folder ? folder : null,
        };

        int Number(Setting setting) => int.Parse(values[setting], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@":\d+$")]
    private static partial Regex PieceOfKey();

    /// <summary>The number of a piece at the end of a variable.</summary>
    [GeneratedRegex(@"__\d+$")]
    private static partial Regex Piece();
}
