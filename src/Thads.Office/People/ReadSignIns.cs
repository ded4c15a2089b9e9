using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.People;

/// <summary>A line of the record of sign-ins.</summary>
/// <param name="Account">Null: nobody of that name; what was typed is not kept.</param>
public sealed record SignInLine(Guid Id, DateTime At, string? Account, string? FullName, SignInOutcome Outcome, string Address);

/// <summary>The record of sign-ins of the accounts a person looks after; tries under names that nobody has are for who looks after the whole tree.</summary>
public static class ReadSignIns
{
    /// <param name="From">First moment, UTC.</param>
    /// <param name="Until">The moment after the last, UTC.</param>
    /// <param name="Account">Name; null = all.</param>
    /// <param name="Skip">So many lines from the newest on are passed over.</param>
    public sealed record Query(DateTime From, DateTime Until, string? Account = null, SignInOutcome? Outcome = null, int Skip = 0, int Take = 200);

    /// <param name="Count">Of all lines the query finds.</param>
    public sealed record Result(IReadOnlyList<SignInLine> Lines, int Count);

    public static async Task<Result> RunAsync(Query query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var connection = await work.ConnectAsync(ct);
        var mine = await ListPeople.RunAsync(new(), work, ct);
        var accounts = mine.Where(p => query.Account is null || p.Account.Name == Accounts.Plain(query.Account)).ToDictionary(p => p.Account.Id, p => p.Account);
        var unknown = query.Account is null && work.Person.MayEverywhere(Permissions.Administer) ? "OR account_id IS NULL" : "";
        var found = $"""
            FROM sign_in WHERE (account_id IN ({Sql.List(accounts.Keys)}) {unknown}) AND at >= @from AND at < @until {(query.Outcome is null ? "" : "AND outcome = @outcome")}
            """;
        (string, object?)[] values = [("from", query.From), ("until", query.Until), .. query.Outcome is { } outcome ? new (string, object?)[] { ("outcome", outcome) } : []];
        return new Result(
            await connection.ListAsync(
                $"SELECT id, at, account_id, outcome, address {found} ORDER BY at DESC, id DESC LIMIT {query.Take} OFFSET {query.Skip}",
                r => new SignInLine(
                    r.Id(0), r.Moment(1), r.NumberOrNone(2) is { } id ? accounts[id].Name : null, r.NumberOrNone(2) is { } whose ? accounts[whose].FullName : null,
                    (SignInOutcome)r.GetInt32(3), r.GetString(4)), ct, values),
            (int)await connection.ValueAsync<long>($"SELECT count(*) {found}", ct, values));
    }
}
