using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Overview;

/// <summary>What an overview is of: a unit with all below it, on a day, as known on a day.</summary>
/// <param name="Unit">Code.</param>
/// <param name="On">What had happened by the end of this day counts; not after today.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
public sealed record OverviewQuestion(string Unit, DateOnly On, DateOnly? KnownOn = null);

/// <summary>The question resolved against the books: the units that count, less those the person does not see.</summary>
/// <param name="IsMost">The scope holds most of the matters: reading all moves is then quicker than finding its own.</param>
/// <param name="Sees">The units the person sees, as a key.</param>
/// <param name="BookAct">The last act that changed anything an overview is drawn from: while it stands, so does every answer.</param>
public sealed record OverviewScope(UnitTree Tree, int Unit, IReadOnlySet<int> Units, bool IsEverything, bool IsMost, DateOnly On, DocketCutOff CutOff, long BookAct, string Sees)
{
    /// <summary>For a query of `move m`: accounts of the scope, on either side.</summary>
    public string InUnits
    {
        get
        {
            // The plus sign keeps a database from going through the index of units, matter by matter.
            var (plus, units) = (IsMost ? "+" : "", Sql.List(Units));
            return IsEverything ? "1 = 1" : $"({plus}m.to_unit IN ({units}) OR (m.from_unit <> m.to_unit AND {plus}m.from_unit IN ({units})))";
        }
    }

    /// <summary>For what must be the same before a whole board is given again.</summary>
    public string BoardKey => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key}/{Unit}/{BookAct}/{Sees}");

    /// <summary>For what must be the same before the open matters of a day are given again.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{On:yyyyMMdd}/{CutOff.KnownOn:yyyyMMdd}/{Sql.List(Units.Order())}");

    /// <summary>Whether what was known then is meant, and not all that is known.</summary>
    public bool IsThen => CutOff.KnownOn is not null;

    /// <summary>Code of an officer; null where nobody holds it.</summary>
    public string? OfficerCode(int officer) => officer == 0 ? null : Tree.OfficerCode(officer);

    /// <summary>Name of an officer on the day; null where nobody holds it.</summary>
    public string? OfficerName(int officer) => officer == 0 ? null : Tree.OfficerName(officer, On);

    /// <exception cref="RefusedException">`overview.day`: a day to come.</exception>
    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's to see.</exception>
    public static async Task<OverviewScope> ResolveAsync(OverviewQuestion question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(question.On > work.Today ? new Refusal("overview.day", question.On, work.Today) : null);
        var connection = await work.ConnectAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(question.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", question.Unit));
        var units = tree.ScopeOf(unit, question.On).VisibleTo(work.Person);
        var acts = await connection.ListAsync(
            """
            SELECT coalesce(max(seq), 0), coalesce((SELECT max(act) FROM act_matter), 0), coalesce((SELECT max(last_act) FROM docket_batch), 0),
                   coalesce((SELECT max(act) FROM unit_period), 0), coalesce((SELECT max(act) FROM officer_period), 0), coalesce((SELECT max(act) FROM unit_succession), 0),
                   coalesce((SELECT max(act) FROM target), 0), coalesce((SELECT max(act) FROM reported_figure), 0)
            FROM act
            """,
            r => (Last: r.GetInt64(0), Book: Enumerable.Range(1, 7).Max(r.GetInt64)), ct);
        var held = await connection.ListAsync("SELECT unit_id, count(*) FROM matter_now GROUP BY unit_id", r => (Unit: r.GetInt32(0), Matters: r.GetInt64(1)), ct);
        return new OverviewScope(
            tree, unit, units, units.Count == tree.Units.Count(), 2 * held.Where(h => units.Contains(h.Unit)).Sum(h => h.Matters) > held.Sum(h => h.Matters), question.On, new DocketCutOff(acts[0].Last, question.KnownOn), acts[0].Book, Sql.List(tree.Units.VisibleTo(work.Person).Order()));
    }
}
