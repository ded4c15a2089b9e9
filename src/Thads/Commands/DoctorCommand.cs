using System.CommandLine;
using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Commands;

/// <summary><c>thads doctor</c>: is everything there that the program lives on? Changes nothing; exit 6 when something is bad.</summary>
internal static class DoctorCommand
{
    private const long LeastFree = 2L << 30;

    private enum Health
    {
        Good = 1,
        Warning = 2,
        Bad = 3,
    }

    private sealed record Finding(string What, Health Health, string Says);

    public static Command Create(Shell shell)
    {
        var command = shell.Command("doctor");
        command.Add(shell.Db);
        command.Add(shell.Json);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            var findings = new List<Finding> { Words(shell), Zone(shell) };
            findings.AddRange(await DatabaseAsync(shell, shell.DatabaseText(parsed), ct));
            findings.Add(Space(shell, Path.GetTempPath()));
            findings.Add(await FontAsync(shell, ct));
            findings.Add(await ToolAsync(shell, "soffice", Health.Warning, ct));
            Console.WriteLine(parsed.GetValue(shell.Json) ? Json(findings) : string.Join('\n', findings.Select(f => $"{Mark(f.Health)} {f.What}: {f.Says}")));
            return findings.Any(f => f.Health == Health.Bad) ? Exit.FoundProblems : Exit.Done;
        }));
        return command;
    }

    private static string Mark(Health health) => health switch
    {
        Health.Good => "✓",
        Health.Warning => "!",
        Health.Bad => "✗",
    };

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

    private static async Task<List<Finding>> DatabaseAsync(Shell shell, string text, CancellationToken ct)
    {
        var what = shell.Say("cli.doctor.database");
        await using var database = Database.At(text);
        if (database.Kind == DatabaseKind.Sqlite && !File.Exists(database.Path))
        {
            return [new(what, Health.Warning, shell.Say("db.missing", database.Path))];
        }

        var findings = new List<Finding>();
        try
        {
            await using var connection = await database.OpenAsync(ct);
            var pending = await Migrator.PendingAsync(connection, ct);
            findings.Add(new(what, Health.Good, database.Name));
            findings.Add(new(shell.Say("cli.doctor.migrations"), pending.Count == 0 ? Health.Good : Health.Warning, shell.Say("cli.doctor.pending", pending.Count)));
            if (database.Kind == DatabaseKind.Sqlite)
            {
                var checkedWhole = await connection.ValueAsync<string>("PRAGMA quick_check", ct) ?? "";
                findings.Add(new(shell.Say("cli.doctor.file"), checkedWhole == "ok" ? Health.Good : Health.Bad, checkedWhole));
                findings.Add(Space(shell, Path.GetDirectoryName(database.Path)!));
            }
            else
            {
                findings.Add(await ToolAsync(shell, "pg_dump", Health.Warning, ct));
            }

            if (pending.Count == 0)
            {
                var unguarded = await VerifyBook.UnguardedAsync(connection, ct);
                findings.Add(new(shell.Say("cli.doctor.guards"), unguarded.Count == 0 ? Health.Good : Health.Bad, unguarded.Count == 0 ? "✓" : string.Join(", ", unguarded)));
                var last = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
                findings.Add(new(shell.Say("cli.doctor.acts"), Health.Good, last.ToString("N0", Office.Words.Format)));
            }
        }
        catch (DbException failed)
        {
            findings.Add(new(what, Health.Bad, failed.Message));
        }
        catch (RefusedException refused)
        {
            findings.Add(new(what, Health.Bad, refused.Refusal.In(shell.Language)));
        }

        return findings;
    }

    private static Finding Space(Shell shell, string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return new Finding(shell.Say("cli.doctor.space", folder), free >= LeastFree ? Health.Good : Health.Bad, shell.Say("cli.doctor.free", free >> 20));
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
