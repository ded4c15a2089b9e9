using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.People;

/// <summary>A role of somebody, from a day to a day, over a unit and what lies below it.</summary>
/// <param name="Unit">0 = the whole tree.</param>
public sealed record RoleGiven(int Number, int Account, Role Role, int Unit, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    public bool HoldsOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>Somebody may sign for the head of a unit, from a day to a day.</summary>
/// <param name="Matters">Of what: in the words of the document.</param>
/// <param name="Document">Number and day of the paper that says so.</param>
public sealed record SigningGiven(int Number, int Account, int Unit, string Matters, string Document, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public bool HoldsOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>Roles and delegations as they are written, with their early ends.</summary>
public static class RolesGiven
{
    /// <summary>As an act writes it down: role, unit (* = the whole tree), first and last day.</summary>
    internal static string Written(RoleGiven role, UnitTree tree) =>
        $"{Codes.CodeOf(role.Role)} {(role.Unit == 0 ? "*" : tree.UnitCode(role.Unit))} {ActChange.Day(role.ValidFrom)}..{ActChange.Day(role.ValidTo)}";

    /// <param name="account">Null = of all.</param>
    public static async Task<List<RoleGiven>> ListAsync(DbConnection connection, CancellationToken ct, int? account = null) =>
        await connection.ListAsync(
            $"""
            SELECT g.number, g.account_id, g.role, g.unit_id, g.valid_from, g.valid_to, e.last_on FROM role_given g LEFT JOIN role_end e ON e.number = g.number
            {(account is null ? "" : "WHERE g.account_id = @account")} ORDER BY g.number
            """,
            r => new RoleGiven(r.GetInt32(0), r.GetInt32(1), (Role)r.GetInt32(2), r.NumberOrNone(3) ?? 0, r.DayOrNone(4), Validity.Earlier(r.DayOrNone(5), r.DayOrNone(6))),
            ct, account is null ? [] : [("account", account)]);

    /// <param name="account">Null = of all.</param>
    public static async Task<List<SigningGiven>> ListSigningAsync(DbConnection connection, CancellationToken ct, int? account = null) =>
        await connection.ListAsync(
            $"""
            SELECT g.number, g.account_id, g.unit_id, g.matters, g.document, g.valid_from, g.valid_to, e.last_on
            FROM signing_given g LEFT JOIN signing_end e ON e.number = g.number {(account is null ? "" : "WHERE g.account_id = @account")} ORDER BY g.number
            """,
            r => new SigningGiven(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.Day(5), Validity.Earlier(r.DayOrNone(6), r.DayOrNone(7))),
            ct, account is null ? [] : [("account", account)]);
}
