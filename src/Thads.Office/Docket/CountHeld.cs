using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Docket;

/// <summary>How many matters stand with some units now: what an administrator is told before a unit ends or is succeeded.</summary>
/// <param name="Open">Still to be worked on, those followed separately included.</param>
public sealed record HeldMatters(long Open, long Closed);

public static class CountHeld
{
    /// <param name="units">Ids.</param>
    public static async Task<HeldMatters> RunAsync(IReadOnlySet<int> units, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        foreach (var unit in units)
        {
            work.Require(Permissions.Administer, unit);
        }

        return await CountAsync($"unit_id IN ({Sql.List(units)})", work, ct);
    }

    /// <summary>Those an officer holds.</summary>
    public static async Task<HeldMatters> OfOfficerAsync(int officer, IReadOnlySet<int> units, Work work, CancellationToken ct)
    {
        foreach (var unit in units)
        {
            work.Require(Permissions.Administer, unit);
        }

        return await CountAsync($"officer_id = {officer} AND unit_id IN ({Sql.List(units)})", work, ct);
    }

    private static async Task<HeldMatters> CountAsync(string where, Work work, CancellationToken ct)
    {
        var states = await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT state, count(*) FROM matter_now WHERE {where} GROUP BY state", r => (State: (DocketState)r.GetInt32(0), Count: r.GetInt64(1)), ct);
        return new HeldMatters(states.Where(s => s.State.IsOpen).Sum(s => s.Count), states.Where(s => !s.State.IsOpen).Sum(s => s.Count));
    }
}
