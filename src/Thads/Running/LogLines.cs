using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Thads.Office;

namespace Thads.Running;

/// <summary>
/// Lines of the log, as text or JSON, each with the number that the page of a failure shows. Of a request nothing but that number is written: no address,
/// no query, no field. Of an exception its kind and where it came from: messages of parsers and databases quote what was typed.
/// </summary>
internal sealed class LogLines(Options options) : ConsoleFormatter(Name)
{
    public new const string Name = "thads";
    private const string NumberOfRequest = "RequestId";
    private static readonly bool ToJournal = SystemdHelpers.IsSystemdService();

    /// <summary>Makes these the lines of the program; all of them go to standard error.</summary>
    public static void Write(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error) // Keys lie in the office's own folder, as the books do.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error) // That a page with a form is not kept is what the page asked for.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // A taken port is tried, said or passed over.
        logging.Services.AddSingleton<ConsoleFormatter, LogLines>();
        logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = Name;
        });
    }

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter to)
    {
        var at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var message = entry.Formatter(entry.State, null);
        var number = NumberIn(scopes);
        var exception = entry.Exception is { } thrown ? Told(thrown) : null;
        if (options.Log == LogFormat.Json)
        {
            var (level, category) = (entry.LogLevel, entry.Category);
            to.WriteLine(JsonText.Of(json =>
            {
                json.WriteString("at", at);
                json.WriteString("level", Word(level));
                json.WriteString("from", category);
                json.WriteString("message", message);
                json.WriteString("number", number);
                json.WriteString("exception", exception);
            }));
            return;
        }

        to.WriteLine($"{(ToJournal ? Priority(entry.LogLevel) : at + " ")}{Word(entry.LogLevel)} {entry.Category}{(number is null ? "" : $" [{number}]")} {message}");
        if (exception is not null)
        {
            to.WriteLine(exception);
        }
    }

    /// <summary>Kind, code and place of an exception and of those behind it.</summary>
    internal static string Told(Exception exception)
    {
        var lines = new List<string>();
        for (var told = exception; told is not null; told = told.InnerException)
        {
            var says = told switch
            {
                DbException { SqlState: { } state } => $" (SQLSTATE {state})",
                Microsoft.Data.Sqlite.SqliteException sqlite => $" (SQLite {sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture)})",
                IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException => $": {told.Message}",
                _ => "",
            };
            lines.Add($"{told.GetType().FullName}{says}");
            lines.Add(new StackTrace(told, fNeedFileInfo: true).ToString().TrimEnd());
        }

        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string? NumberIn(IExternalScopeProvider? scopes)
    {
        var found = new string?[1];
        scopes?.ForEachScope(
            (scope, into) =>
            {
                if (scope is IReadOnlyList<KeyValuePair<string, object?>> parts)
                {
                    into[0] = parts.FirstOrDefault(part => part.Key == NumberOfRequest).Value as string ?? into[0];
                }
            },
            found);
        return found[0];
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical or LogLevel.None => "critical",
        _ => throw new UnreachableException(),
    };

    /// <summary>How the journal of systemd is told what matters.</summary>
    private static string Priority(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "<7>",
        LogLevel.Information => "<6>",
        LogLevel.Warning => "<4>",
        LogLevel.Error => "<3>",
        LogLevel.Critical or LogLevel.None => "<2>",
        _ => throw new UnreachableException(),
    };
}
