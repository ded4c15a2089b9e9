using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Manners;

/// <summary>Which ends.</summary>
/// <param name="Unit">Code; with the units below it on the last day.</param>
/// <param name="First">First day on which they happened.</param>
/// <param name="KnownOn">Only what was known by the end of that day; null = all that is known.</param>
/// <param name="LastAct">Only acts up to this one; null = all.</param>
/// <param name="OrganisedOn">With the units below it on this day instead.</param>
public sealed record EndQuestion(string Unit, DateOnly First, DateOnly Last, DateOnly? KnownOn = null, long? LastAct = null, DateOnly? OrganisedOn = null)
{
    /// <summary>The units that count, of those the person sees.</summary>
    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    internal IReadOnlySet<int> UnitsIn(UnitTree tree, Person person) => tree.UnitOf(Unit) is { } unit && person.Sees(unit)
        ? tree.ScopeOf(unit, OrganisedOn ?? Last).VisibleTo(person) : throw new NotFoundException(new Refusal("report.unit", Unit));
}

/// <summary>A matter, or money of one line of it, was settled on a day; negative where that was taken back.</summary>
/// <param name="Line">0 = the matter itself.</param>
/// <param name="Commune">Code, of the debtor's commune as the matter has it; null = none.</param>
/// <param name="Manner">How it came about; null = nobody said.</param>
/// <param name="State">Completed, Terminated or Reduced.</param>
/// <param name="Quantity">1 or đồng; negative = back into the live stock.</param>
/// <param name="Officer">Code of the officer whose account it left; null = none.</param>
/// <param name="Unit">Id.</param>
public sealed record MatterEnd(Guid Matter, string Code, int Line, string? Commune, Manner? Manner, DocketState State, long Quantity, DateOnly On, string? Officer, int Unit)
{
    public bool IsMoney => Line != 0;
}

/// <summary>How what was settled came about, move by move: the sums are the cells "settled" of forms 01 and 02.</summary>
public static class ReadEnds
{
    private static readonly string Settled = $"{(int)DocketState.Completed}, {(int)DocketState.Terminated}, {(int)DocketState.Reduced}";

    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    public static async Task<IReadOnlyList<MatterEnd>> RunAsync(EndQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var units = question.UnitsIn(await UnitTree.OfAsync(work, ct), work.Person);
        return await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT m.matter_id, c.code, m.line, x.code, s.manner, CASE WHEN m.to_state IN ({Settled}) THEN m.to_state ELSE m.from_state END,
                   CASE WHEN m.to_state IN ({Settled}) THEN m.quantity ELSE -m.quantity END, m.happened_on, o.code, m.to_unit
            FROM move m JOIN matter c ON c.id = m.matter_id LEFT JOIN commune x ON x.id = c.commune_id LEFT JOIN step s ON s.matter_id = m.matter_id AND s.number = m.step
                LEFT JOIN officer o ON o.id = m.to_officer
            WHERE m.happened_on BETWEEN @first AND @last AND m.act <= @act AND m.known_on <= @known AND m.to_unit IN ({Sql.List(units)})
                AND ((m.from_state BETWEEN 1 AND 6 AND m.to_state IN ({Settled})) OR (m.from_state IN ({Settled}) AND m.to_state BETWEEN 1 AND 6))
            ORDER BY m.happened_on, m.act
            """,
            r => new MatterEnd(
                r.Id(0), r.GetString(1), r.GetInt32(2), r.TextOrNone(3), (Manner?)r.NumberOrNone(4), (DocketState)r.GetInt32(5), r.GetInt64(6), r.Day(7), r.TextOrNone(8), r.GetInt32(9)), ct,
            ("first", question.First), ("last", question.Last), ("act", question.LastAct ?? long.MaxValue), ("known", question.KnownOn ?? DateOnly.MaxValue));
    }
}
