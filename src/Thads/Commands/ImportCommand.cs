using System.CommandLine;
using System.Text;
using System.Text.Json;
using Spectre.Console;
using Thads.Office;
using Thads.Office.Exchange;

namespace Thads.Commands;

/// <summary><c>thads import FOLDER|FILE.xlsx</c>: brings an exchange set into the books, all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(Shell shell)
    {
        var source = new Argument<string>("SET") { Description = shell.Say("cli.import.source") };
        var skipBad = shell.Option<string?>("--skip-bad", "import.skip-bad");
        var command = shell.Command("import");
        command.Add(source);
        command.Add(skipBad);
        command.Add(shell.Today);
        command.Add(shell.Db);
        command.Add(shell.Json);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database, shell.Clock(parsed));
            var input = new ImportExchange.Input(parsed.GetRequiredValue(source), parsed.GetValue(skipBad));
            var result = await WithProgressAsync(shell, progress => ImportExchange.RunAsync(input, work, ct, progress));
            return parsed.GetValue(shell.Json) ? WriteJson(shell, result) : Write(shell, result, input.SkipBad);
        }));
        return command;
    }

    /// <summary>A bar when somebody watches a terminal; otherwise a line every ten seconds, so that logs stay readable.</summary>
    public static async Task<T> WithProgressAsync<T>(Shell shell, Func<Action<ImportProgress>, Task<T>> run)
    {
        if (Console.IsErrorRedirected)
        {
            var next = TimeSpan.FromSeconds(10);
            var since = System.Diagnostics.Stopwatch.StartNew();
            return await run(progress =>
            {
                if (since.Elapsed >= next)
                {
                    next += TimeSpan.FromSeconds(10);
                    Console.Error.WriteLine(Line(shell, progress));
                }
            });
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync(shell.Say("import.phase.index"), status => run(progress => status.Status(Line(shell, progress).EscapeMarkup())));
    }

    private static string Line(Shell shell, ImportProgress progress)
    {
        var phase = shell.Say($"import.phase.{progress.Phase}");
        return progress.Total == 0 ? phase : $"{phase} {100 * progress.Done / progress.Total} %";
    }

    private static int Write(Shell shell, ImportResult result, string? skipBad)
    {
        foreach (var row in result.Refused)
        {
            Console.Error.WriteLine(row.In(shell.Language));
        }

        if (!result.Imported)
        {
            Console.Error.WriteLine(shell.Say("cli.import.nothing", result.Refused.Count));
            return Exit.Refused;
        }

        if (result.Refused.Count > 0)
        {
            Console.Error.WriteLine(shell.Say("cli.import.left-out", result.Refused.Count, result.LeftOutMatters, skipBad!));
        }

        Console.WriteLine(result.Act is { } act ? shell.Say("cli.import.done", act.ToString(Words.Format)) : shell.Say("cli.import.no-change"));
        if (result.Reconciliation.Count > 0)
        {
            Console.Write(Table(shell, result.Reconciliation));
        }

        return Exit.Done;
    }

    /// <summary>Files | books, by unit: the paper on which two people agree that everything came over.</summary>
    public static string Table(Shell shell, IReadOnlyList<ReconciledUnit> units)
    {
        var books = shell.Say("cli.import.in-books");
        string[] heads =
        [
            shell.Say("cli.import.unit"), shell.Say("cli.import.matters"), books, shell.Say("cli.import.lines"), books,
            shell.Say("cli.import.steps"), books, shell.Say("cli.import.money"), books,
        ];
        var lines = units.Select(u => new[]
        {
            $"{u.Code} {u.Name}", N(u.InFiles.Matters), N(u.InBooks.Matters), N(u.InFiles.Lines), N(u.InBooks.Lines), N(u.InFiles.Steps), N(u.InBooks.Steps), N(u.InFiles.Money), N(u.InBooks.Money),
        }).Prepend(heads).ToList();
        var widths = Enumerable.Range(0, heads.Length).Select(c => lines.Max(l => l[c].Length)).ToList();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendLine(string.Join("  ", line.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))));
        }

        return text.ToString();
    }

    private static string N(Int128 value) => value.ToString("N0", Words.Format);

    private static int WriteJson(Shell shell, ImportResult result)
    {
        Console.WriteLine(JsonText.Of(json =>
        {
            json.WriteBoolean("imported", result.Imported);
            json.Number("act", result.Act);
            json.WriteNumber("leftOutMatters", result.LeftOutMatters);
            json.List("refused", result.Refused, row =>
            {
                json.WriteString("file", row.File);
                json.WriteNumber("line", row.Line);
                json.WriteString("column", row.Column);
                json.WriteString("code", row.Why.Code);
                json.WriteString("reason", row.Why.In(shell.Language));
            });
            Reconciliation(json, result.Reconciliation);
        }));
        return result.Imported ? Exit.Done : Exit.Refused;
    }

    public static void Reconciliation(Utf8JsonWriter json, IReadOnlyList<ReconciledUnit> units) => json.List("reconciliation", units, unit =>
    {
        json.WriteString("unit", unit.Code);
        Tally(json, "files", unit.InFiles);
        Tally(json, "books", unit.InBooks);
    });

    private static void Tally(Utf8JsonWriter json, string name, UnitTally tally)
    {
        json.WriteStartObject(name);
        json.WriteNumber("matters", tally.Matters);
        json.WriteNumber("lines", tally.Lines);
        json.WriteNumber("steps", tally.Steps);
        json.Number("money", (decimal)tally.Money);
        json.WriteEndObject();
    }
}
