using Thads.Law.Tables;
using Thads.Office.Acts;

namespace Thads.Office.LawTicks;

/// <summary>A row of the tables with everybody who laid it beside the gazette.</summary>
/// <param name="Ticks">Newest first; those of a print the row no longer has as well.</param>
public sealed record LawRowRead(LawRow Row, IReadOnlyList<LawTick> Ticks);

/// <summary>One row of the tables of law, for whoever checks it.</summary>
public static class ReadLawRow
{
    /// <exception cref="NotFoundException">`law-tick.unknown-row`.</exception>
    public static async Task<LawRowRead> RunAsync(string row, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var found = (await LawInForce.OfAsync(work, ct)).Find(row) ?? throw new NotFoundException(new Refusal("law-tick.unknown-row", row));
        var ticks = await LawInForce.ListAsync(row, work, ct);
        ticks.Reverse();
        return new(found, ticks);
    }
}
