using System.CommandLine;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Commands;

/// <summary><c>thads permissions</c>: who may open what, as `docs/permissions.md` prints it.</summary>
internal static class PermissionsCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("permissions");
        command.SetAction((_, _) => shell.RunAsync(async () =>
        {
            Console.Write(await TextAsync());
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>Read off the program, which is built for it and not started.</summary>
    public static async Task<string> TextAsync()
    {
        var folder = Directory.CreateTempSubdirectory("thads-permissions-").FullName;
        try
        {
            await using var database = Database.At(Path.Combine(folder, "none.db"));
            await using var web = OfficeWeb.Build(new(database, OfficeClock.Wall, IsSample: false), 0);
            return PermissionTable.Write(await PermissionTable.DoorsAsync(web));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
