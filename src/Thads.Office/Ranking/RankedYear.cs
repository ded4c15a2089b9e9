using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Ranking;

/// <summary>The year that is ranked: over, and with units that were there on its last day.</summary>
internal static class RankedYear
{
    /// <summary>A year is ranked when it is over: until its last day has passed its figures are not those of a year.</summary>
    public static Refusal? WhyNotOver(int year, DateOnly today) =>
        year is < 1900 or > 9998 ? new Refusal("report.year", year.ToString(CultureInfo.InvariantCulture))
        : new StatisticalYear(year).End >= today ? new Refusal("ranking.not-over", year.ToString(CultureInfo.InvariantCulture), new StatisticalYear(year).End)
        : null;

    /// <summary>A unit that had ended before the year's last day has no year to be ranked by.</summary>
    public static Refusal? WhyNotThere(UnitTree tree, int unit, int year) =>
        tree.IsValidOn(unit, new StatisticalYear(year).End) ? null : new Refusal("ranking.unit-ended", tree.UnitCode(unit), new StatisticalYear(year).End);

    /// <exception cref="NotFoundException">`report.unit`: there is no such unit, or it is not this person's to see.</exception>
    public static int Seen(this UnitTree tree, string code, Person person) =>
        tree.UnitOf(code.Trim()) is { } unit && person.Sees(unit) ? unit : throw new NotFoundException(new Refusal("report.unit", code));

    /// <summary>Why the person does not direct the unit above, or null: nobody verifies or decides what they gave themselves.</summary>
    public static Refusal? WhyNotSuperior(UnitTree tree, int unit, int year, Person person) =>
        SuperiorOf(tree, unit, year) is { } above && person.MayIn(above, Permissions.Direct) ? null : new Refusal("score.not-superior", tree.UnitCode(unit));

    /// <summary>Whether the person belongs to the unit, or to one below it; who runs a command belongs to all.</summary>
    public static bool IsOwn(UnitTree tree, int unit, int year, Person person) =>
        person is { Unit: 0, Account: 0 } || (person.Unit != 0 && tree.ScopeOf(unit, new StatisticalYear(year).End).Contains(person.Unit));

    /// <summary>The unit above on the last day of the year; null = none.</summary>
    public static int? SuperiorOf(UnitTree tree, int unit, int year) => tree.PeriodOn(unit, new StatisticalYear(year).End)?.Parent;
}
