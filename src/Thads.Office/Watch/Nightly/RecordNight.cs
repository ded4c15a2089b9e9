using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Watch.Nightly;

/// <summary>Keeps what a part of the night's run came to, for those who look after the machine.</summary>
public static class RecordNight
{
    /// <param name="day">The day that was claimed: a long night may end on the next.</param>
    public static async Task RunAsync(DateOnly day, NightResult result, Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Operate);
        var connection = await work.StartAsync(ct);
        await connection.RunAsync(
            "INSERT INTO nightly_result (day, part, ended_at, outcome, checked, found, said) VALUES (@day, @part, @at, @outcome, @checked, @found, @said)", ct,
            ("day", day), ("part", Codes.CodeOf(result.Part)), ("at", result.EndedAt), ("outcome", result.Outcome), ("checked", result.Checked), ("found", result.Found), ("said", result.Said));
        await work.CommitAsync(ct);
    }
}
