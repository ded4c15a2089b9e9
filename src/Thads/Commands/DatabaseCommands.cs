using System.CommandLine;
using Thads.Office.Data;

namespace Thads.Commands;

/// <summary><c>thads migrate | backup | restore</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Migrate(Shell shell)
    {
        var command = shell.Command("migrate");
        command.Add(shell.Db);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = shell.At(shell.DatabaseText(parsed));
            var result = await MigrateDatabase.RunAsync(database, TimeProvider.System, ct);
            if (result.Backup is { } backup)
            {
                Console.WriteLine(shell.Say("cli.backup.done", database.Name, backup));
            }

            Console.WriteLine(result.Ran.Count == 0 ? shell.Say("cli.migrate.none") : shell.Say("cli.migrate.done", result.Ran.Count, string.Join(", ", result.Ran)));
            return Exit.Done;
        }));
        return command;
    }

    public static Command Backup(Shell shell)
    {
        var file = new Argument<string?>("FILE") { Description = shell.Say("cli.backup.file"), Arity = ArgumentArity.ZeroOrOne };
        var command = shell.Command("backup");
        command.Add(file);
        command.Add(shell.Db);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            var to = parsed.GetValue(file) ?? Office.Data.Backup.NameFor(database, TimeProvider.System.GetUtcNow().UtcDateTime);
            await Office.Data.Backup.RunAsync(database, to, ct);
            Console.WriteLine(shell.Say("cli.backup.done", database.Name, to));
            return Exit.Done;
        }));
        return command;
    }

    public static Command Restore(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = shell.Say("cli.backup.file") };
        var command = shell.Command("restore");
        command.Add(file);
        command.Add(shell.Db);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var target = shell.At(shell.DatabaseText(parsed));
            await Office.Data.Backup.RestoreAsync(parsed.GetRequiredValue(file), target, ct);
            Console.WriteLine(shell.Say("cli.restore.done", parsed.GetRequiredValue(file), target.Name));
            return Exit.Done;
        }));
        return command;
    }
}
