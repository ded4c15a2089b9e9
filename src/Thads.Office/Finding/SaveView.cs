using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Finding;

/// <summary>Keeps a view; one of the same name of the same person is written over.</summary>
public static class SaveView
{
    public sealed record Input(string Name, string Query, string Columns, bool IsDefault, bool Shared);

    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        RefusedException.ThrowIf(SavedViews.WhyNot(work.Person, input.Name, input.Query, input.Shared));
        var connection = await work.StartAsync(ct);
        await connection.RunAsync(
            $"""
            {(input.IsDefault ? "UPDATE saved_view SET is_default = 0 WHERE account_id = @account;" : "")}
            DELETE FROM saved_view WHERE account_id = @account AND name = @name;
            INSERT INTO saved_view (id, account_id, name, query, columns, is_default, shared_unit)
            SELECT coalesce(max(id), 0) + 1, @account, @name, @query, @columns, @default, CAST(@shared AS integer) FROM saved_view
            """, ct,
            ("account", work.Person.Account), ("name", input.Name.Trim()), ("query", input.Query), ("columns", input.Columns), ("default", input.IsDefault ? 1 : 0),
            ("shared", input.Shared ? work.Person.Unit : null));
        await work.CommitAsync(ct);
    }
}
