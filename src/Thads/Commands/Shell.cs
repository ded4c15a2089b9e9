using System.Collections;
using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Thads.Law.Tables;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Running;

namespace Thads.Commands;

/// <summary>What a command ends with (house style, section 8).</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;
    public const int Refused = 3;
    public const int NotFound = 4;
    public const int NotAllowed = 5;
    public const int FoundProblems = 6;
}

/// <summary>What all commands share: language, database, clock, and how a refusal is said.</summary>
internal sealed class Shell(Language language)
{
    /// <summary>The database last asked for, as it is named to people.</summary>
    private string _place = "";

    public static readonly Option<string> Lang = new("--lang") { Recursive = true };

    public Language Language => language;

    /// <summary>Each key of the configuration as an option.</summary>
    public IReadOnlyDictionary<Setting, Option<string?>> Flags { get; } =
        Settings.All.ToDictionary(setting => setting, setting => new Option<string?>(setting.Flag) { Description = Words.Say(language, setting == Settings.Database ? "cli.db" : setting.Words) });

    public Option<string?> Db => Flags[Settings.Database];

    /// <summary>The office's day, where it is not the wall's: for trying and for the sample office.</summary>
    public Option<string?> Today { get; } = new("--today") { Description = Words.Say(language, "cli.today") };

    public Option<bool> Json { get; } = new("--json") { Description = Words.Say(language, "cli.json") };

    /// <summary>`--lang`, else the environment's `LANG`; Vietnamese otherwise.</summary>
    public static Language LanguageOf(string[] args)
    {
        var at = Array.FindIndex(args, a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        var asked = at < 0 ? null : args[at].Contains('=', StringComparison.Ordinal) ? args[at]["--lang=".Length..] : args.ElementAtOrDefault(at + 1);
        asked ??= Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all : Environment.GetEnvironmentVariable("LANG");
        return asked?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Vietnamese;
    }

    /// <summary>In the person's words.</summary>
    public string Say(string code, params object[] arguments) => Words.Say(language, code, arguments);

    /// <summary>A command with its description from the words file: `cli.NAME`.</summary>
    public Command Command(string name, string? words = null) => new(name, Say($"cli.{words ?? name}"));

    /// <summary>An option with its description from the words file.</summary>
    public Option<T> Option<T>(string name, string words) => new(name) { Description = Say($"cli.{words}") };

    /// <summary>What holds for this command: the files, the environment, and the flags it was given.</summary>
    /// <exception cref="RefusedException">An unknown key or a wrong value, wherever it stands.</exception>
    public Configured Configuration(ParseResult parsed)
    {
        var configured = Configured.Read(
            AppContext.BaseDirectory,
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
            Flags.Where(flag => parsed.GetResult(flag.Value) is not null).ToDictionary(flag => flag.Key, flag => parsed.GetValue(flag.Value) ?? ""));
        PutLawInForce(configured.Options.LawTables);
        return configured;
    }

    /// <summary>Lays the office's own tables of law over those of the program, for this process. Half a law is none: with one error nothing is laid over.</summary>
    /// <exception cref="RefusedException">`law.bad-tables`, with file and line of each error.</exception>
    private void PutLawInForce(string? folder)
    {
        if (folder is null)
        {
            return;
        }

        var book = LawBook.Load(folder, out var errors);
        LawBook.PutInForce(book ?? throw new RefusedException(new Refusal("law.bad-tables", folder, string.Join('\n', errors.Select(error => error.In().In(language))))));
    }

    /// <summary>The folder of data may be named wherever the books may.</summary>
    public void OfferDataFolder(Command command)
    {
        if (command.Options.Contains(Db) && !command.Options.Contains(Flags[Settings.DataRoot]))
        {
            command.Add(Flags[Settings.DataRoot]);
        }

        foreach (var under in command.Subcommands)
        {
            OfferDataFolder(under);
        }
    }

    /// <summary>Where the books are, as the configuration says.</summary>
    /// <remarks>An empty text is a place that cannot be, not the usual one.</remarks>
    public string DatabaseText(ParseResult parsed) => parsed.GetValue(Db) is "" ? "" : Configuration(parsed).Options.Database;

    /// <summary>The database, migrated.</summary>
    public async Task<Database> OpenAsync(ParseResult parsed, CancellationToken ct) => await OpenAsync(DatabaseText(parsed), ct);

    /// <summary>The database as it is, not yet looked into.</summary>
    public Database At(string text)
    {
        var database = Database.At(text);
        _place = database.Name;
        return database;
    }

    public async Task<Database> OpenAsync(string text, CancellationToken ct)
    {
        var database = At(text);
        var migrated = await MigrateDatabase.RunAsync(database, TimeProvider.System, ct);
        if (migrated.Backup is { } backup)
        {
            await Console.Error.WriteLineAsync(Say("cli.migrated", migrated.Ran.Count, backup));
        }

        return database;
    }

    /// <summary>The clock asked for by `--today`; the wall's without it.</summary>
    public OfficeClock Clock(ParseResult parsed) =>
        parsed.GetValue(Today) is { } day ? OfficeClock.StartingOn(Day(day, "--today"), TimeProvider.System) : OfficeClock.Wall;

    /// <exception cref="RefusedException">`cli.bad-day`.</exception>
    public static DateOnly Day(string text, string option) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(new Refusal("cli.bad-day", option, text));

    /// <summary>A piece of work of whoever runs the command, on the wall's day.</summary>
    public static Work Work(Database database, OfficeClock? clock = null) => new(database, Person.Operator(Environment.UserName), clock ?? OfficeClock.Wall);

    /// <summary>Runs a command; whatever is expected to go wrong becomes a sentence and an exit code.</summary>
    public async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (RefusedException refused)
        {
            return await FailAsync(refused.Refusal.In(language), Exit.Refused);
        }
        catch (NotFoundException missing)
        {
            return await FailAsync(missing.What.In(language), Exit.NotFound);
        }
        catch (NotAllowedException denied)
        {
            return await FailAsync(Say("cli.not-allowed", denied.Right), Exit.NotAllowed);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(Say("cli.stopped"), Exit.Fault);
        }
        catch (SqliteException other) when (other.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            return await FailAsync(Say("db.not-ours", _place), Exit.Refused);
        }
        catch (DbException unreachable) when (unreachable is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN } or NpgsqlException { InnerException: not null })
        {
            return await FailAsync(Say("db.unreachable", _place, (unreachable.InnerException ?? unreachable).Message), Exit.Fault);
        }
        catch (DbException failed)
        {
            return await FailAsync(Say("cli.database-failed", failed.Message), Exit.Fault);
        }
        catch (Exception io) when (io is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(io.Message, Exit.Fault);
        }
    }

    private static async Task<int> FailAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
