using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Finding;

/// <summary>A list as a person keeps it.</summary>
/// <param name="Query">Filter and order as they stand in the address, without the question mark.</param>
/// <param name="Columns">Codes of the columns shown, between commas; empty = the usual ones.</param>
/// <param name="IsDefault">What the person gets who asks for the list without a filter.</param>
/// <param name="IsShared">The whole office has it.</param>
/// <param name="IsOwn">Kept by the one who asks: who may give it up.</param>
public sealed record SavedView(int Id, string Name, string Query, string Columns, bool IsDefault, bool IsShared, bool IsOwn);

/// <summary>The views a person has: kept by themselves, and those of their office. They are no record of the law: who kept one gives it up.</summary>
public static class SavedViews
{
    private const int LongestName = 60;
    private const int LongestQuery = 2_000;

    /// <summary>Own ones first, each in order of name.</summary>
    public static async Task<IReadOnlyList<SavedView>> RunAsync(Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var (account, unit) = (work.Person.Account, work.Person.Unit);
        return account == 0 ? [] : await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT id, name, query, columns, is_default, shared_unit, account_id FROM saved_view WHERE account_id = @account OR shared_unit = @unit
            ORDER BY CASE WHEN account_id = @account THEN 0 ELSE 1 END, name, id
            """,
            r => new SavedView(
                r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4) != 0 && r.GetInt32(6) == account, r.NumberOrNone(5) is not null, r.GetInt32(6) == account),
            ct, ("account", account), ("unit", unit == 0 ? -1 : unit));
    }

    /// <summary>Why the view cannot be kept, or null.</summary>
    public static Refusal? WhyNot(Person person, string name, string query, bool shared) => (name.Trim().Length, query.Length) switch
    {
        _ when person.Account == 0 => new("view.no-account"),
        (0, _) => new("view.no-name"),
        ( > LongestName, _) => new("view.long-name", LongestName),
        (_, > LongestQuery) => new("view.long-query"),
        _ when shared && person.Unit == 0 => new("view.no-office"),
        _ => null,
    };
}
