using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Watch.Nightly;

/// <summary>Of several programs on one database the first that asks runs the night; the others are told that somebody does.</summary>
public static class ClaimNight
{
    /// <returns>Whether the night of the office's day is this program's to run.</returns>
    public static async Task<bool> RunAsync(Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Operate);
        var connection = await work.StartAsync(ct);
        var claimed = await connection.RunAsync(
            "INSERT INTO nightly_run (day, started_at) VALUES (@day, @at) ON CONFLICT (day) DO NOTHING", ct, ("day", work.Today), ("at", work.Now));
        await work.CommitAsync(ct);
        return claimed == 1;
    }
}
