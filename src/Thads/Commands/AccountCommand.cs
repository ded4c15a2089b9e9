using System.CommandLine;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary><c>thads account add | code | role | list</c>: people and what they may do, by the keeper of the machine.</summary>
internal static class AccountCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("account");
        command.Add(Add(shell));
        command.Add(Code(shell));
        command.Add(GiveARole(shell));
        command.Add(List(shell));
        return command;
    }

    private static Command Add(Shell shell)
    {
        var name = Name(shell);
        var fullName = shell.Option<string>("--full-name", "account.full-name");
        fullName.Required = true;
        var officer = shell.Option<string?>("--officer", "account.officer");
        var (role, unit) = (RoleOption(shell), shell.Option<string?>("--unit", "account.unit"));
        var command = Begun(shell, "add", name, fullName, role, unit, officer);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            var (account, asRole) = (parsed.GetRequiredValue(name), RoleOf(parsed.GetRequiredValue(role)));
            await using (var looking = Shell.Work(database))
            {
                // Looked up before anything is written: an account without its role would stay behind.
                var units = await UnitTree.OfAsync(looking, ct);
                RefusedException.ThrowIf(parsed.GetValue(unit) is { } code && units.UnitOf(code) is null ? new Refusal("code.unknown", code, "units") : null);
            }

            CreateAccount.Created created;
            await using (var creating = Shell.Work(database))
            {
                created = await CreateAccount.RunAsync(new(account, parsed.GetRequiredValue(fullName), parsed.GetValue(officer)), creating, ct);
            }

            await using var giving = Shell.Work(database);
            await GiveRole.RunAsync(new(account, asRole, parsed.GetValue(unit)), giving, ct);
            Console.WriteLine(shell.Say("cli.account.added", Accounts.Plain(account), asRole, parsed.GetValue(unit) ?? shell.Say("cli.account.all-units")));
            Console.WriteLine(SaidCode(shell, created.Code, await OneTimeCode.DaysAsync(giving, ct)));
            return Exit.Done;
        }));
        return command;
    }

    private static Command Code(Shell shell)
    {
        var name = Name(shell);
        var command = Begun(shell, "code", name);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            Console.WriteLine(SaidCode(shell, await GiveCode.RunAsync(parsed.GetRequiredValue(name), work, ct), await OneTimeCode.DaysAsync(work, ct)));
            return Exit.Done;
        }));
        return command;
    }

    private static Command GiveARole(Shell shell)
    {
        var name = Name(shell);
        var (role, unit) = (RoleOption(shell), shell.Option<string?>("--unit", "account.unit"));
        var (from, to) = (shell.Option<string?>("--from", "account.from"), shell.Option<string?>("--to", "account.to"));
        var command = Begun(shell, "role", name, role, unit, from, to);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            var (account, asRole) = (parsed.GetRequiredValue(name), RoleOf(parsed.GetRequiredValue(role)));
            await GiveRole.RunAsync(new(account, asRole, parsed.GetValue(unit), DayOf(parsed, from), DayOf(parsed, to)), work, ct);
            Console.WriteLine(shell.Say("cli.account.role-given", Accounts.Plain(account), asRole, parsed.GetValue(unit) ?? shell.Say("cli.account.all-units")));
            return Exit.Done;
        }));
        return command;
    }

    private static Command List(Shell shell)
    {
        var command = Begun(shell, "list", shell.Json);
        command.SetAction((parsed, ct) => shell.RunAsync(async () =>
        {
            await using var database = await shell.OpenAsync(parsed, ct);
            await using var work = Shell.Work(database);
            var people = await AccountList.RunAsync(work, ct);
            Console.Write(parsed.GetValue(shell.Json) ? AccountList.Json(people) + "\n" : AccountList.Text(people, shell));
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>Its words are `cli.account.NAME`.</summary>
    private static Command Begun(Shell shell, string name, params Symbol[] symbols)
    {
        var command = shell.Command(name, "account." + name);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.Add(shell.Db);
        return command;
    }

    private static Argument<string> Name(Shell shell) => new("NAME") { Description = shell.Say("cli.account.name") };

    private static Option<string> RoleOption(Shell shell)
    {
        var role = shell.Option<string>("--role", "account.role-option");
        role.Required = true;
        role.AcceptOnlyFromAmong([.. Codes.All<Role>()]);
        return role;
    }

    private static Role RoleOf(string code) => Codes.TryRead<Role>(code, out var role) ? role : throw new InvalidOperationException(code);

    private static DateOnly? DayOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } day ? Shell.Day(day, option.Name) : null;

    private static string SaidCode(Shell shell, string code, int days) => shell.Say("cli.account.code-said", code, days);
}
