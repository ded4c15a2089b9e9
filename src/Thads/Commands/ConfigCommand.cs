using System.CommandLine;
using Thads.Office;
using Thads.Running;

namespace Thads.Commands;

/// <summary><c>thads config show | keys</c>: what holds and where it comes from; what may be set.</summary>
internal static class ConfigCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("config");
        command.Add(Show(shell));
        command.Add(Keys(shell));
        return command;
    }

    private static Command Show(Shell shell)
    {
        var command = shell.Command("show", "config.show");
        foreach (var flag in shell.Flags.Values)
        {
            command.Add(flag);
        }

        command.Add(shell.Json);
        command.SetAction((parsed, _) => shell.RunAsync(() =>
        {
            var all = shell.Configuration(parsed).All.ToList();
            Console.WriteLine(parsed.GetValue(shell.Json) ? Json(all) : string.Join('\n', all.Select(one => Line(shell, one))));
            return Task.FromResult(Exit.Done);
        }));
        return command;
    }

    private static Command Keys(Shell shell)
    {
        var command = shell.Command("keys", "config.keys");
        command.SetAction((_, _) => shell.RunAsync(() =>
        {
            Console.Write(KeyTable.Of(shell.Language));
            return Task.FromResult(Exit.Done);
        }));
        return command;
    }

    private static string Line(Shell shell, Configured.Effective one) => shell.Say(
        "cli.config.line", one.Setting.Key, one.Value.Length == 0 ? shell.Say("config.none") : one.Setting.Shown(one.Value), one.Origin.Length == 0 ? shell.Say("config.built-in") : one.Origin);

    private static string Json(IEnumerable<Configured.Effective> all) => JsonText.Of(json => json.List("settings", all, one =>
    {
        json.WriteString("key", one.Setting.Key);
        json.WriteString("value", one.Value.Length == 0 ? null : one.Setting.Shown(one.Value));
        json.WriteString("origin", one.Origin.Length == 0 ? null : one.Origin);
    }));
}
