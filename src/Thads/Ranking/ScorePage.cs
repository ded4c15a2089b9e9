using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>The form by which points are given to a unit's year, one line per criterion.</summary>
public abstract class ScorePage(Work work, PageText text) : ActPage(work, text)
{
    public RankingAddress Address { get; private set; } = new("", 0);

    /// <summary>Null while the question cannot be answered.</summary>
    public RankedUnitYear? Year { get; private set; }

    public abstract ScoreStage Stage { get; }

    /// <summary>Whether the person may give points of this stage to the unit.</summary>
    protected abstract bool May(UnitTree tree, int unit, int year, Person person);

    protected abstract Task GiveAsync(GivePointsInput input, CancellationToken ct);

    protected async Task<IActionResult> AskAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    protected async Task<IActionResult> SendAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Keep();
        var lines = Year!.Unit.Points.Select(Line).OfType<TypedPoints>().ToList();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await GiveAsync(new(Address.Unit, Address.Year, Address.Scheme, lines, ActKey), ct);
        return Redirect(Address.Of(Address.Unit) + "&done=1");
    }

    public static string PointsField(Criterion criterion) => $"Points.{criterion.Code}";

    public static string ReasonField(Criterion criterion) => $"Reason.{criterion.Code}";

    /// <summary>What stands in the field before anybody types: the points of this stage, else those before it.</summary>
    public string Filled(CriterionPoints points) => points.Criterion.Kind == PointsKind.Deduction
        ? (points.Given(Stage) ?? (points.History is [.., var last] ? last : null))?.Breaches?.ToString(CultureInfo.InvariantCulture) ?? ""
        : (points.Given(Stage)?.Points ?? points.Before(Stage))?.ToString("0.##", Words.Format) ?? "";

    /// <summary>Null for a line that is left as it is.</summary>
    private TypedPoints? Line(CriterionPoints points)
    {
        var (typed, reason) = (TypedOrNone(PointsField(points.Criterion)), TypedOrNone(ReasonField(points.Criterion)));
        var given = points.Given(Stage);
        if (typed is null)
        {
            return null;
        }

        if (!decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1_000_000)
        {
            Wrong(PointsField(points.Criterion), new Refusal("ranking.bad-number", typed));
            return null;
        }

        var isDeduction = points.Criterion.Kind == PointsKind.Deduction;
        if (isDeduction && decimal.Truncate(number) != number)
        {
            Wrong(PointsField(points.Criterion), new Refusal("ranking.bad-number", typed));
            return null;
        }

        var line = isDeduction ? new TypedPoints(points.Criterion.Code, null, (int)number, reason) : new TypedPoints(points.Criterion.Code, number, null, reason);
        if (given is not null && given.Reason == reason && (isDeduction ? given.Breaches == line.Breaches : given.Points == line.Points))
        {
            return null;
        }

        if (GivePoints.WhyNot(points.Criterion, line, points.Before(Stage)) is { } why)
        {
            Wrong(why.Code == "score.reason" ? ReasonField(points.Criterion) : PointsField(points.Criterion), why);
        }

        return line;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Address = (await RankingFilter.LoadAsync(Request, superior: false, Work, ct)).Read() with { KnownOn = null };
        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(Address.Unit) is not { } unit || !Work.Person.Sees(unit) || Address.Year is < 1900 or > 9998 || !May(tree, unit, Address.Year, Work.Person))
        {
            return false;
        }

        Year = await UnitYear.RunAsync(Address.Question, Work, ct);
        return Year.Among.Scheme.HasPoints;
    }
}
