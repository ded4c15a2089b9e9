using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Targets;

/// <summary>What one decision assigned to a unit, or to an officer of it, for a year by one measure.</summary>
/// <param name="Officer">Id; 0 = the unit itself.</param>
/// <param name="Authority">Who issued the decision; null where a file did not say.</param>
/// <param name="Decision">Its number; null where a file did not say.</param>
/// <param name="Act">The act that recorded it.</param>
public sealed record TargetRow(int Unit, int Officer, int Year, Measure Measure, Assigned Assigned, string? Authority, string? Decision, DateOnly? DecidedOn, long Act);

/// <summary>
/// The targets of a year at a cut-off. Of several for one unit, officer and measure the one recorded last holds; a decision dated after the day of
/// knowledge was not known on it, so that figures of a past cut-off keep the target of then.
/// </summary>
public sealed class TargetBook
{
    private readonly ILookup<(int Unit, int Officer, Measure Measure), TargetRow> _rows;

    private TargetBook(IReadOnlyList<TargetRow> rows) => (Rows, _rows) = (rows, rows.ToLookup(row => (row.Unit, row.Officer, row.Measure)));

    /// <summary>All that was ever assigned, in the order in which it was recorded.</summary>
    public IReadOnlyList<TargetRow> Rows { get; }

    /// <param name="units">Ids; null = all. Of these, the ones the person sees.</param>
    public static async Task<TargetBook> OfAsync(int year, DocketCutOff cutOff, IEnumerable<int>? units, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var rows = await (await work.ConnectAsync(ct)).ListAsync(
            $"""
            SELECT unit_id, coalesce(officer_id, 0), measure, value, pace, authority, decision, decided_on, act FROM target
            WHERE year = @year AND act <= @act AND (decided_on IS NULL OR decided_on <= @known){(units is null ? "" : $" AND unit_id IN ({Sql.List(units)})")}
            ORDER BY act, unit_id, coalesce(officer_id, 0), measure
            """,
            r => new TargetRow(
                r.GetInt32(0), r.GetInt32(1), year, (Measure)r.GetInt32(2), new Assigned(r.GetInt32(3), (Pace)r.GetInt32(4)), r.TextOrNone(5), r.TextOrNone(6), r.DayOrNone(7), r.GetInt64(8)), ct,
            ("year", year), ("act", cutOff.Act), ("known", cutOff.KnownOn ?? DateOnly.MaxValue));
        return new TargetBook([.. rows.Where(row => work.Person.Sees(row.Unit))]);
    }

    /// <summary>What a form's question is compared with: the target of its unit, or of its officer in that unit.</summary>
    public static async Task<Assigned?> AssignedAsync(FormScope scope, Work work, CancellationToken ct) =>
        (await OfAsync(scope.Year.Year, scope.CutOff, [scope.Unit], work, ct)).Of(scope.Unit, scope.Kind.Measure, scope.Officer);

    /// <summary>What holds; null when nothing was assigned.</summary>
    public Assigned? Of(int unit, Measure measure, int officer = 0) => Holding(unit, measure, officer)?.Assigned;

    /// <summary>The row that holds.</summary>
    public TargetRow? Holding(int unit, Measure measure, int officer = 0) => _rows[(unit, officer, measure)].LastOrDefault();

    /// <summary>Whether the row still holds, or a later one superseded it.</summary>
    public bool Holds(TargetRow row) => ReferenceEquals(Holding(row.Unit, row.Measure, row.Officer), row);

    /// <summary>The officers who have, or had, a target in the unit.</summary>
    public IEnumerable<int> OfficersOf(int unit) => Rows.Where(row => row.Unit == unit && row.Officer != 0).Select(row => row.Officer).Distinct();
}
