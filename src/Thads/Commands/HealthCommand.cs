using System.CommandLine;
using Thads.Office;

namespace Thads.Commands;

/// <summary><c>thads health</c>: asks the program that serves whether it can work; for the watcher of a container. Exit 0 when it can, 6 when not, 1 without an answer.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create(Shell shell)
    {
        var url = shell.Option<string?>("--url", "health.url");
        var command = shell.Command("health");
        command.Add(url);
        command.Add(shell.Flags[Running.Settings.DataRoot]);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            var typed = parsed.GetValue(url);
            var site = typed ?? shell.Configuration(parsed).Options.FromHere;
            RefusedException.ThrowIf(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? null : new Refusal("cli.health.bad-url", site));
            return await AskAsync(shell, new Uri(address!, "/health/ready"), typed is null, ct);
        }));
        return command;
    }

    /// <param name="ownMachine">A certificate is made out to the name of the site: asked by the machine's own address, it is not looked at. Nothing secret is sent.</param>
    private static async Task<int> AskAsync(Shell shell, Uri address, bool ownMachine, CancellationToken ct)
    {
        using var handler = new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false };
        if (ownMachine)
        {
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        }

        using var http = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(address, ct);
            var says = (await answer.Content.ReadAsStringAsync(ct)).Trim();
            var ready = answer.IsSuccessStatusCode && says.StartsWith("ready", StringComparison.Ordinal);
            Console.WriteLine(shell.Say(ready ? "cli.health.ready" : "cli.health.not-ready", address));
            return ready ? Exit.Done : Exit.FoundProblems;
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !ct.IsCancellationRequested))
        {
            await Console.Error.WriteLineAsync(shell.Say("cli.health.silent", address, silent.Message));
            return Exit.Fault;
        }
    }
}
