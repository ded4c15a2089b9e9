using System.CommandLine;
using Thads.Office.Exchange;

namespace Thads.Commands;

/// <summary><c>thads export FOLDER|FILE.xlsx</c>: the books as an exchange set.</summary>
internal static class ExportCommand
{
    public static Command Create(Shell shell)
    {
        var target = new Argument<string>("TARGET") { Description = shell.Say("cli.export.target") };
        var command = shell.Command("export");
        command.Add(target);
        command.Add(shell.Db);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            var to = parsed.GetRequiredValue(target);
            var result = await ExportExchange.RunAsync(new(to), work, ct);
            Console.WriteLine(shell.Say("cli.export.done", result.Matters, result.Steps, to));
            return Exit.Done;
        }));
        return command;
    }
}
