using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Finding;

/// <summary>Gives up a view of one's own.</summary>
public static class RemoveView
{
    /// <exception cref="NotFoundException">`view.unknown`: no such view, or somebody else's.</exception>
    public static async Task RunAsync(int view, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.StartAsync(ct);
        if (await connection.RunAsync("DELETE FROM saved_view WHERE id = @view AND account_id = @account", ct, ("view", view), ("account", work.Person.Account)) == 0)
        {
            throw new NotFoundException(new Refusal("view.unknown"));
        }

        await work.CommitAsync(ct);
    }
}
