using System.CommandLine;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Running;

namespace Thads.Commands;

/// <summary><c>thads serve</c>: the pages of an office, where the configuration says; without it, to this machine alone.</summary>
internal static class ServeCommand
{
    /// <summary>Requests under way are finished for so long after the program was told to stop.</summary>
    public static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(30);

    public static Command Create(Shell shell)
    {
        var port = PortOption(shell);
        var command = shell.Command("serve");
        command.Add(port);
        foreach (var flag in shell.Flags.Values)
        {
            command.Add(flag);
        }

        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            var options = shell.Configuration(parsed).Options;
            RefusedException.ThrowIf(parsed.GetResult(port) is not null && parsed.GetValue(shell.Flags[Settings.Urls]) is not null ? new Refusal("cli.serve.port-or-urls") : null);
            DataFolder.Make(options.DataRoot);
            await using var database = await shell.OpenAsync(options.Database, ct);
            var shown = new OfficeWeb.Shown(database, OfficeClock.Wall, IsSample: false) { Options = parsed.GetResult(port) is null ? options : options with { Urls = [] } };
            return await ServeAsync(shell, shown, parsed.GetValue(port), "cli.serve.on", ct);
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

    /// <summary>Serves until the person or the system stops it; what is under way then is finished first.</summary>
    /// <param name="words">Says where the pages are.</param>
    public static async Task<int> ServeAsync(Shell shell, OfficeWeb.Shown shown, int port, string words, CancellationToken ct)
    {
        foreach (var warning in shown.Options.Warnings())
        {
            await Console.Error.WriteLineAsync(warning.In(shell.Language));
        }

        await using var web = await OfficeWeb.StartAsync(shown, port, ct);
        var address = shown.Options.PublicUrl?.OriginalString.TrimEnd('/') ?? FromHere(web.Urls.First());
        Console.WriteLine(shell.Say(words, shown.Options.PublicUrl is null ? string.Join(", ", web.Urls.Select(FromHere)) : $"{address} ({string.Join(", ", web.Urls)})"));
        await using (var connection = await shown.Database.OpenAsync(ct))
        {
            if (!await Accounts.AnyAsync(connection, ct))
            {
                Console.WriteLine(shell.Say("cli.serve.setup", $"{address}/setup", shown.SetupCode));
            }
        }

        await web.WaitForShutdownAsync(ct);
        return Exit.Done;
    }

    /// <summary>"Every address" is none that can be typed.</summary>
    private static string FromHere(string url) => url.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal);
}
