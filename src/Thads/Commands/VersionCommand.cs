using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Thads.Office;
using Thads.Office.Data;

namespace Thads.Commands;

/// <summary><c>thads version</c>: what one quotes when asking for help.</summary>
internal static class VersionCommand
{
    private const int CommitLength = 10;

    /// <summary>Of this program, with the commit it was built from where the build knew it.</summary>
    public static string Program { get; } = Shortened(
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?");

    public static Command Create(Shell shell)
    {
        var command = shell.Command("version");
        command.Add(shell.Json);
        command.SetAction((parsed, _) => shell.RunAsync(() =>
        {
            var migrations = Migrator.For(DatabaseKind.Sqlite).Select(m => m.Name).ToList();
            Console.WriteLine(parsed.GetValue(shell.Json)
                ? Json(migrations)
                : shell.Say("cli.version.says", Program, RuntimeInformation.FrameworkDescription, RuntimeInformation.RuntimeIdentifier, migrations.Count, migrations[^1]));
            return Task.FromResult(Exit.Done);
        }));
        return command;
    }

    private static string Shortened(string version)
    {
        var commit = version.IndexOf('+', StringComparison.Ordinal) + 1;
        return commit > 0 && version.Length > commit + CommitLength ? version[..(commit + CommitLength)] : version;
    }

    private static string Json(IReadOnlyList<string> migrations) => JsonText.Of(json =>
    {
        json.WriteString("version", Program);
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteString("platform", RuntimeInformation.RuntimeIdentifier);
        json.WriteStartArray("migrations");
        foreach (var migration in migrations)
        {
            json.WriteStringValue(migration);
        }

        json.WriteEndArray();
    });
}
