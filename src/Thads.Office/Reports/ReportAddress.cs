using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>Whose report of which period: a unit's, or that of one officer of it.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Officer">Code; null = the report of the unit.</param>
/// <param name="Year">Statistical year.</param>
/// <param name="Months">1 (October) to 12 (September), cumulative.</param>
public sealed record ReportAddress(string Unit, string? Officer, int Year, int Months)
{
    /// <summary>Last day of the period.</summary>
    public DateOnly End => new StatisticalYear(Year).EndOfMonth(Months);

    /// <summary>Why nobody can report for that period, whoever it is.</summary>
    public Refusal? WhyNot() =>
        Year is < 1900 or > 9998 ? new Refusal("report.year", Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : Months is < 1 or > 12 ? new Refusal("report.months", Months)
        : null;
}

/// <summary>The article behind a rule of reporting, by the circular of the report. Of the circulars before 05/2024 the articles were not seen: none is cited.</summary>
internal static class ReportBasis
{
    /// <summary>Điều 5 the year, 9 signing, 11 supplementary reports.</summary>
    public static string? Of(string regime, int article) => regime == "05-2024" ? $"TT 05/2024/TT-BTP Điều {article}" : null;

    public static string? Of(ReportAddress address, int article) => Of(Figures.FormSet.Of(address.Year, address.Months).Regime, article);
}

/// <summary>An address resolved against the tree of units, for a person who sees the unit.</summary>
/// <param name="Officer">0 = the report of the unit.</param>
public sealed record ReportPlace(ReportAddress Address, UnitTree Tree, int Unit, int Officer)
{
    /// <exception cref="RefusedException">`report.year`, `report.months`.</exception>
    /// <exception cref="NotFoundException">`report.unit`, `report.officer`: not there, or not this person's to see.</exception>
    public static async Task<ReportPlace> ResolveAsync(ReportAddress address, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(address.WhyNot());
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(address.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", address.Unit));
        var officer = address.Officer is null ? 0 : tree.OfficerOf(address.Officer) is { } known && tree.ServiceOf(known).Any(s => s.Unit == unit)
            ? known : throw new NotFoundException(new Refusal("report.officer", address.Officer));
        return new ReportPlace(address, tree, unit, officer);
    }

    /// <summary>The person is the officer whose report it is, and may draw it up.</summary>
    public bool IsOwn(Person person) => Officer != 0 && person.Officer == Officer && person.MayIn(Unit, Permissions.ReportOwn);

    /// <summary>Whether the person may close the figures and give reasons: whoever reports for the unit, and each officer his own.</summary>
    public bool MayDraw(Person person) => IsOwn(person) || person.MayIn(Unit, Permissions.Report);

    /// <exception cref="NotAllowedException">Neither.</exception>
    public void RequireToDraw(Work work)
    {
        if (!IsOwn(work.Person))
        {
            work.Require(Permissions.Report, Unit);
        }
    }
}
