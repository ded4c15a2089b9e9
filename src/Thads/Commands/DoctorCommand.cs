using System.CommandLine;
using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Running;

namespace Thads.Commands;

/// <summary><c>thads doctor</c>: is everything there that the program lives on? Changes nothing; exit 6 when something is bad.</summary>
internal static class DoctorCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("doctor");
        command.Add(shell.Db);
        command.Add(shell.Json);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            var findings = new List<Finding> { Words(shell), Zone(shell) };
            findings.AddRange(await ConfiguredAsync(shell, parsed, ct));
            findings.Add(Checkup.Space(Path.GetTempPath(), shell.Language));
            findings.Add(await FontAsync(shell, ct));
            findings.Add(await ToolAsync(shell, "soffice", Health.Warning, ct));
            Console.WriteLine(parsed.GetValue(shell.Json) ? Json(findings) : string.Join('\n', findings));
            return findings.Any(f => f.Health == Health.Bad) ? Exit.FoundProblems : Exit.Done;
        }));
        return command;
    }

    private static string Json(IEnumerable<Finding> findings) => JsonText.Of(json => json.List("findings", findings, finding =>
    {
        json.WriteString("what", finding.What);
        json.WriteString("health", Codes.CodeOf(finding.Health));
        json.WriteString("says", finding.Says);
    }));

    /// <summary>Without ICU's Vietnamese data numbers would be printed the English way.</summary>
    private static Finding Words(Shell shell)
    {
        var printed = 1234567.ToString("N0", Office.Words.Format);
        return new Finding(shell.Say("cli.doctor.numbers"), printed == "1.234.567" ? Health.Good : Health.Bad, printed);
    }

    private static Finding Zone(Shell shell) =>
        new(shell.Say("cli.doctor.today"), OfficeClock.Zone.BaseUtcOffset == TimeSpan.FromHours(7) ? Health.Good : Health.Bad, shell.Say("cli.doctor.day", OfficeClock.Wall.Today, OfficeClock.Zone.Id));

    /// <summary>What the configuration names: the books and the folder of data.</summary>
    private static async Task<List<Finding>> ConfiguredAsync(Shell shell, ParseResult parsed, CancellationToken ct)
    {
        try
        {
            var options = shell.Configuration(parsed).Options;
            var findings = await DatabaseAsync(shell, options.Database, ct);
            findings.Insert(0, new(shell.Say("cli.doctor.configuration"), Health.Good, options.DataRoot));
            findings.Add(Checkup.Writable(options.DataRoot, shell.Language));
            findings.AddRange(options.Warnings().Select(warning => new Finding(shell.Say("cli.doctor.configuration"), Health.Warning, warning.In(shell.Language))));
            return findings;
        }
        catch (RefusedException refused)
        {
            return [new(shell.Say("cli.doctor.configuration"), Health.Bad, refused.Refusal.In(shell.Language))];
        }
    }

    private static async Task<List<Finding>> DatabaseAsync(Shell shell, string text, CancellationToken ct)
    {
        await using var database = Database.At(text);
        if (database.Kind == DatabaseKind.Sqlite && !File.Exists(database.Path))
        {
            return [new(shell.Say("cli.doctor.database"), Health.Warning, shell.Say("db.missing", database.Path))];
        }

        var findings = await Checkup.DatabaseAsync(database, Health.Warning, shell.Language, ct);
        if (findings.Any(finding => finding.Health == Health.Bad))
        {
            return findings;
        }

        try
        {
            await using var connection = await database.OpenAsync(ct);
            if (database.Kind == DatabaseKind.Sqlite)
            {
                var checkedWhole = await connection.ValueAsync<string>("PRAGMA quick_check", ct) ?? "";
                findings.Add(new(shell.Say("cli.doctor.file"), checkedWhole == "ok" ? Health.Good : Health.Bad, checkedWhole));
                findings.Add(Checkup.Space(Path.GetDirectoryName(database.Path)!, shell.Language));
            }
            else
            {
                findings.Add(await ToolAsync(shell, "pg_dump", Health.Warning, ct));
            }

            if ((await Migrator.PendingAsync(connection, ct)).Count == 0)
            {
                var unguarded = await VerifyBook.UnguardedAsync(connection, ct);
                findings.Add(new(shell.Say("cli.doctor.guards"), unguarded.Count == 0 ? Health.Good : Health.Bad, unguarded.Count == 0 ? "✓" : string.Join(", ", unguarded)));
                var last = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
                findings.Add(new(shell.Say("cli.doctor.acts"), Health.Good, last.ToString("N0", Office.Words.Format)));
            }
        }
        catch (DbException failed)
        {
            findings.Add(new(shell.Say("cli.doctor.database"), Health.Bad, failed.Message));
        }

        return findings;
    }

    /// <summary>A sheet turned into PDF on this machine needs a twin of Times New Roman that has all Vietnamese letters.</summary>
    private static async Task<Finding> FontAsync(Shell shell, CancellationToken ct)
    {
        var what = shell.Say("cli.doctor.font");
        var answers = await RunAsync("fc-match", ["Times New Roman:charset=1ea8", "family"], ct);
        return answers is null ? new Finding(what, Health.Warning, shell.Say("cli.doctor.no-tool", "fc-match"))
            : new Finding(what, answers.Contains("Liberation Serif", StringComparison.Ordinal) || answers.Contains("Times", StringComparison.Ordinal) || answers.Contains("Tinos", StringComparison.Ordinal)
                ? Health.Good : Health.Warning, answers.Trim());
    }

    private static async Task<Finding> ToolAsync(Shell shell, string tool, Health without, CancellationToken ct)
    {
        var says = await RunAsync(tool, ["--version"], ct);
        return new Finding(tool, says is null ? without : Health.Good, says is null ? shell.Say("cli.doctor.no-tool", tool) : says.Trim().Split('\n')[0]);
    }

    /// <summary>What a tool prints, or null when it is not there or fails.</summary>
    private static async Task<string?> RunAsync(string tool, string[] arguments, CancellationToken ct)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var printed = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? printed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
