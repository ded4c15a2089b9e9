using System.CommandLine;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.People;

namespace Thads.Commands;

/// <summary><c>thads serve</c>: the pages of an office, to this machine alone.</summary>
internal static class ServeCommand
{
    public static Command Create(Shell shell)
    {
        var port = PortOption(shell);
        var command = shell.Command("serve");
        command.Add(port);
        command.Add(shell.Db);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            return await ServeAsync(shell, new(database, OfficeClock.Wall, IsSample: false), parsed.GetValue(port), "cli.serve.on", ct);
        }));
        return command;
    }

    public static Option<int> PortOption(Shell shell)
    {
        var port = shell.Option<int>("--port", "serve.port");
        port.Validators.Add(given =>
        {
            // What is no number at all is refused by the parser, after this.
            if (given.Tokens is [{ Value: var typed }] && int.TryParse(typed, out var number) && number is (< 0 or > 65535))
            {
                given.AddError(shell.Say("cli.serve.bad-port"));
            }
        });
        return port;
    }

    /// <summary>Serves until the person stops it.</summary>
    /// <param name="words">Says where the pages are.</param>
    public static async Task<int> ServeAsync(Shell shell, OfficeWeb.Shown shown, int port, string words, CancellationToken ct)
    {
        await using var web = await OfficeWeb.StartAsync(shown, port, ct);
        Console.WriteLine(shell.Say(words, web.Urls.First()));
        await using (var connection = await shown.Database.OpenAsync(ct))
        {
            if (!await Accounts.AnyAsync(connection, ct))
            {
                Console.WriteLine(shell.Say("cli.serve.setup", $"{web.Urls.First()}/setup", shown.SetupCode));
            }
        }

        await web.WaitForShutdownAsync(ct);
        return Exit.Done;
    }
}
