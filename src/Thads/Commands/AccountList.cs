using System.Text;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;

namespace Thads.Commands;

/// <summary>Who has an account, what they are today, and whether they can come in.</summary>
internal static class AccountList
{
    /// <param name="Roles">Of today, with the code of the unit; null = the whole tree.</param>
    /// <param name="State">End of a word under `cli.account.is-`.</param>
    public sealed record Line(string Name, string FullName, IReadOnlyList<(Role Role, string? Unit)> Roles, string State);

    public static async Task<IReadOnlyList<Line>> RunAsync(Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Administer);
        var connection = await work.ConnectAsync(ct);
        var units = await UnitTree.OfAsync(work, ct);
        var roles = (await RolesGiven.ListAsync(connection, ct)).Where(role => role.HoldsOn(work.Today)).ToLookup(role => role.Account);
        return [.. (await Accounts.ListAsync(connection, ct)).Select(account => new Line(
            account.Name, account.FullName, [.. roles[account.Id].Select(role => (role.Role, role.Unit == 0 ? null : units.UnitCode(role.Unit)))], StateOf(account, work.Now)))];
    }

    public static string Text(IReadOnlyList<Line> people, Shell shell)
    {
        var text = new StringBuilder();
        var width = people.Select(person => person.Name.Length).DefaultIfEmpty().Max();
        foreach (var person in people)
        {
            var roles = person.Roles.Select(held => $"{shell.Say($"Role.{Codes.CodeOf(held.Role)}")} ({held.Unit ?? shell.Say("cli.account.all-units")})");
            text.Append(person.Name.PadRight(width)).Append("  ").Append(person.FullName).Append(" · ").AppendJoin(", ", roles.DefaultIfEmpty(shell.Say("cli.account.no-role")))
                .Append(" · ").Append(shell.Say("cli.account.is-" + person.State)).Append('\n');
        }

        return people.Count == 0 ? shell.Say("cli.account.nobody") + "\n" : text.ToString();
    }

    public static string Json(IReadOnlyList<Line> people) => JsonText.Of(json => json.List("accounts", people, person =>
    {
        json.WriteString("name", person.Name);
        json.WriteString("full_name", person.FullName);
        json.WriteString("state", person.State);
        json.List("roles", person.Roles, held =>
        {
            json.WriteString("role", Codes.CodeOf(held.Role));
            json.WriteString("unit", held.Unit);
        });
    }));

    private static string StateOf(Account account, DateTime now) =>
        account.Blocked ? "blocked"
        : account.LockedUntil > now ? "locked"
        : account.PasswordHash is not null ? "open"
        : account.CodeUntil > now ? "invited"
        : "shut";
}
