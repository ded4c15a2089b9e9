using System.CommandLine;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Figures;
using Thads.Running;

namespace Thads.Commands;

/// <summary><c>thads demo</c>: the sample office, kept in a folder; prints its year and opens its pages.</summary>
internal static class DemoCommand
{
    public static Command Create(Shell shell)
    {
        var fresh = shell.Option<bool>("--fresh", "demo.fresh");
        var folder = shell.Option<string?>("--folder", "demo.folder");
        var today = shell.Option<bool>("--today", "demo.today");
        var noWeb = shell.Option<bool>("--no-web", "demo.no-web");
        var port = ServeCommand.PortOption(shell);
        var command = shell.Command("demo");
        foreach (var option in new Option[] { fresh, folder, today, noWeb, port })
        {
            command.Add(option);
        }

        command.Add(shell.Flags[Settings.LawTables]);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            _ = shell.Configuration(parsed);
            var office = DemoOffice.At(parsed.GetValue(folder));
            var renew = parsed.GetValue(fresh) || (office.IsComplete && !await office.IsOfThisProgramAsync(ct));
            if (renew || !office.IsComplete)
            {
                await Console.Error.WriteLineAsync(shell.Say("cli.demo.importing", office.Folder));
                await office.BuildAsync(shell, replace: renew, ct);
            }

            await using var database = await shell.OpenAsync(office.DatabasePath, ct);
            var clock = parsed.GetValue(today) ? OfficeClock.Wall : OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System);
            await PrintAsync(shell, database, clock, ct);
            return parsed.GetValue(noWeb) ? Exit.Done : await ServeCommand.ServeAsync(shell, new(database, clock, IsSample: true), parsed.GetValue(port), "cli.demo.web", ct);
        }));
        return command;
    }

    private static async Task PrintAsync(Shell shell, Database database, OfficeClock clock, CancellationToken ct)
    {
        await using var work = Shell.Work(database, clock);
        var year = await YearSummary.RunAsync(new FormQuery("01", FoundingDistrict.Unit, FoundingDistrict.Year), work, ct);
        Console.WriteLine(shell.Say("cli.demo.day", clock.Today));
        Console.WriteLine();
        Console.Write(WriteSummary.Text(year, shell.Language));
        Console.WriteLine();
        Console.WriteLine(shell.Say("cli.demo.try"));
        var program = ProgramName();
        var options = $"--unit {FoundingDistrict.Unit} --year {FoundingDistrict.Year} --db {Quoted(database.Path)}";
        Console.WriteLine($"  {program} report form-04 {options}");
        Console.WriteLine($"  {program} report explain form-01 I separate {options}");
        Console.WriteLine($"  {program} report form-01 {options} --known-on 2020-10-02");
        Console.WriteLine();
    }

    /// <summary>What the person types to start this program: the script's own name, the program file, or `dotnet` with it.</summary>
    private static string ProgramName()
    {
        if (Environment.GetEnvironmentVariable("THADS_COMMAND") is { Length: > 0 } script)
        {
            return Quoted(script);
        }

        var program = Environment.ProcessPath ?? "thads";
        return Path.GetFileNameWithoutExtension(program) == "dotnet" ? $"dotnet {Quoted(Path.Combine(AppContext.BaseDirectory, "thads.dll"))}" : Quoted(program);
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
