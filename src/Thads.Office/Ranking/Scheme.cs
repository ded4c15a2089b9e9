using System.Reflection;
using Thads.Office.Docket;

namespace Thads.Office.Ranking;

/// <summary>How sure a value of a scheme is. The words are under `Mark.`.</summary>
public enum Mark
{
    /// <summary>A source states it.</summary>
    Stated = 1,

    /// <summary>It follows from what sources state.</summary>
    Inferred = 2,

    /// <summary>No source: the house proposes.</summary>
    OurDefault = 3,
}

/// <summary>Where a value comes from, and how sure it is.</summary>
public sealed record Cited(string Source, Mark Mark);

/// <summary>How the points of a criterion come about. The words are under `PointsKind.`.</summary>
public enum PointsKind
{
    /// <summary>As much of the maximum as the result has of the target; capped.</summary>
    Proportional = 1,

    /// <summary>Points at the target, more for each full percentage point above, less for each begun below; between 0 and the maximum.</summary>
    Steps = 2,

    /// <summary>All or nothing: so many targets met, and a cell above the mean of the units.</summary>
    Bonus = 3,

    /// <summary>Points off per breach, up to so many; the breaches are counted by people.</summary>
    Deduction = 4,

    /// <summary>Given by people.</summary>
    Manual = 5,
}

/// <summary>What an order looks at. A higher value is better.</summary>
public enum OrderKind
{
    Points = 1,
    Cell = 2,
}

/// <summary>How ranks go on after a tie. The words are under `RankStyle.`.</summary>
public enum RankStyle
{
    /// <summary>1, 2, 2, 4.</summary>
    Competition = 1,

    /// <summary>1, 2, 2, 3.</summary>
    Dense = 2,
}

/// <summary>A cell of form 04 (việc) or 05 (tiền), in the row of the unit.</summary>
public sealed record CellOf(Measure Measure, string Cell);

/// <summary>Something the scheme asks whether it was reached.</summary>
/// <param name="IsReduction">The result is by how many percent the cell is lower than a year before, and not the cell itself.</param>
/// <param name="Value">Percent; null = what was assigned to the unit for the year.</param>
/// <param name="Strictly">Reached only by more than the value ("trên").</param>
public sealed record SchemeTarget(string Code, string Vi, string En, CellOf Of, bool IsReduction, decimal? Value, bool Strictly, Cited By);

/// <summary>Something points are given for.</summary>
/// <param name="Maximum">The most it can give; 0 for what only takes off.</param>
/// <param name="Target">Code of a target; of proportional points and steps.</param>
/// <param name="AtTarget">Points exactly at the target; of steps.</param>
/// <param name="Above">Points per full percentage point above; of steps.</param>
/// <param name="Below">Points per begun percentage point below; of steps.</param>
/// <param name="Met">So many targets met; of a bonus.</param>
/// <param name="AboveMean">Cell that must be above the mean of the units; of a bonus; null = none.</param>
/// <param name="Each">Points off per breach; of a deduction.</param>
/// <param name="Most">Points off at most; of a deduction.</param>
public sealed record Criterion(
    string Code, string Vi, string En, decimal Maximum, PointsKind Kind, string? Target, decimal AtTarget, decimal Above, decimal Below, int Met, CellOf? AboveMean, decimal Each, decimal Most, Cited By)
{
    /// <summary>The least it can give.</summary>
    public decimal Least => Kind == PointsKind.Deduction ? -Most : 0;
}

/// <summary>One way to reach a grade beside its points.</summary>
/// <param name="Met">At least so many targets met.</param>
/// <param name="OthersWithin">The others below their targets by less than so many percentage points; null = whatever they are.</param>
public sealed record GradeCondition(int Met, decimal? OthersWithin);

/// <summary>A grade: from so many points up to less than so many, and one of its conditions.</summary>
/// <param name="From">Points.</param>
/// <param name="Below">Points; null = no upper end.</param>
/// <param name="Any">One of these must hold; empty = the points are enough.</param>
public sealed record Grade(string Code, string Vi, string En, decimal From, decimal? Below, IReadOnlyList<GradeCondition> Any, Cited By);

/// <summary>Whoever misses the target gets no better grade.</summary>
/// <param name="Target">Code of a target.</param>
/// <param name="NotAbove">Code of the best grade left.</param>
public sealed record KnockOut(string Target, string NotAbove, Cited By);

/// <summary>What units are ordered by: the first order, then those that part ties.</summary>
public sealed record SchemeOrder(OrderKind Kind, CellOf? Cell, Cited By);

/// <summary>A way of ranking and grading units as data (`Schemes/*.json`): checked when it is read, every value with its source.</summary>
/// <param name="From">First statistical year it may be used for.</param>
/// <param name="To">Last; null = until another is laid.</param>
/// <param name="Total">Points in all; 0 = none are given.</param>
/// <param name="Grades">The best first; empty = none.</param>
/// <param name="Order">At least one.</param>
/// <param name="Open">What the sources leave open, said to whoever uses it: Vietnamese and English.</param>
public sealed record Scheme(
    string Code, string Vi, string En, int From, int? To, Cited By, decimal Total, IReadOnlyList<SchemeTarget> Targets, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Grade> Grades,
    IReadOnlyList<KnockOut> KnockOuts, IReadOnlyList<SchemeOrder> Order, RankStyle Style, Cited StyleBy, IReadOnlyList<(string Vi, string En)> Open)
{
    /// <summary>Code of the scheme a ranking begins with.</summary>
    public const string ByRates = "by-rates";

    private static readonly Lazy<IReadOnlyList<Scheme>> Loaded = new(Load);

    /// <summary>All schemes of the program, by code.</summary>
    public static IReadOnlyList<Scheme> All => Loaded.Value;

    /// <summary>Null where there is none of that code.</summary>
    public static Scheme? Find(string? code) => All.FirstOrDefault(scheme => scheme.Code == code);

    /// <exception cref="RefusedException">`scheme.unknown`; `scheme.years`: it is not for that year.</exception>
    public static Scheme For(string code, int year)
    {
        var scheme = Find(code) ?? throw new RefusedException(new Refusal("scheme.unknown", code, string.Join(", ", All.Select(s => s.Code))));
        RefusedException.ThrowIf(scheme.WhyNotIn(year));
        return scheme;
    }

    /// <summary>Why it cannot be used for that year, or null.</summary>
    public Refusal? WhyNotIn(int year) => year < From || year > To
        ? new Refusal("scheme.years", Code, year.ToString(System.Globalization.CultureInfo.InvariantCulture), From.ToString(System.Globalization.CultureInfo.InvariantCulture), To?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")
        : null;

    public string NameIn(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    public bool HasPoints => Criteria.Count > 0;

    public SchemeTarget Target(string code) => Targets.First(target => target.Code == code);

    public Criterion? Criterion(string code) => Criteria.FirstOrDefault(criterion => criterion.Code == code);

    /// <summary>Everything of the scheme that is not stated by a source, for whoever relies on it.</summary>
    public IEnumerable<(string What, Cited By)> NotStated(Language language) => Targets.Select(t => (language == Language.English ? t.En : t.Vi, t.By))
        .Concat(Criteria.Select(c => (language == Language.English ? c.En : c.Vi, c.By))).Concat(Grades.Select(g => (language == Language.English ? g.En : g.Vi, g.By)))
        .Where(value => value.By.Mark != Mark.Stated);

    private static IReadOnlyList<Scheme> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string Folder = "Thads.Office.Ranking.Schemes.";
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return SchemeReader.Read(name[Folder.Length..], text.ReadToEnd());
        })];
    }
}
