using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Manners;

/// <summary>The matters settled between two days in which a commune had taken part in a persuasion session by the last of them: what the communes had their part in.</summary>
public static class ReadCommunePart
{
    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    public static async Task<IReadOnlySet<Guid>> RunAsync(EndQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var units = question.UnitsIn(await UnitTree.OfAsync(work, ct), work.Person);

        // The plus sign keeps a database from going through the index of units, matter by matter.
        return (await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT DISTINCT e.matter_id FROM matter_event e JOIN commune x ON x.code = e.partner
            WHERE e.kind = {(int)EventKind.Persuaded} AND e.happened_on <= @last AND e.act <= @act AND e.known_on <= @known
                AND NOT EXISTS (SELECT 1 FROM matter_event_void v WHERE v.matter_id = e.matter_id AND v.event = e.number AND v.act <= @act AND v.voided_on <= @known)
                AND EXISTS (SELECT 1 FROM move m WHERE m.matter_id = e.matter_id AND m.line = 0 AND m.happened_on BETWEEN @first AND @last
                    AND +m.to_unit IN ({Sql.List(units)}))
            """,
            r => r.Id(0), ct, ("first", question.First), ("last", question.Last), ("act", question.LastAct ?? long.MaxValue), ("known", question.KnownOn ?? DateOnly.MaxValue))).ToHashSet();
    }
}
