using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Obstacles;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Manners;
using Thads.Office.Obstacles;
using Thads.Overview;

namespace Thads.Manners;

/// <summary>What the pages of a unit and of a commune show alike.</summary>
public abstract class MannersPage(Work work, PageText text) : PageModel
{
    protected Work Work => work;

    protected PageText Said => text;

    public static readonly IReadOnlyList<Measure> Measures = [Measure.Matters, Measure.Money];

    /// <summary>Rows of the table of manners, from the first way to end to the sum.</summary>
    public static readonly IReadOnlyList<MannerListing> Rows =
    [
        MannerListing.FreeWill, MannerListing.Persuasion, MannerListing.WithCommune, MannerListing.CoercionOrdered, MannerListing.Coercion, MannerListing.Unsaid, MannerListing.Completed, MannerListing.Otherwise,
        MannerListing.Settled,
    ];

    public MannersFilter? Filter { get; protected set; }

    public MannersAddress? Address { get; protected set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public MannerFigures? Figures { get; protected set; }

    public IReadOnlyList<Obstacle> Hindering { get; private set; } = [];

    public bool MayRead => work.Person.May.HasFlag(Permissions.ReadMatters);

    public ObstacleSpan Span => new(Address!.Unit, Address.First, Address.Last);

    protected async Task DrawAsync(CancellationToken ct)
    {
        Figures = await ReadManners.RunAsync(Address!.Question, work, ct);
        Hindering = await Span.FindAsync(work, ct);
    }

    /// <summary>The list behind a number; null for who reads no matters.</summary>
    public string? Link(MannersAddress address, MannerListing what, Measure measure = Measure.Matters) => MayRead ? address.List(what, measure) : null;

    /// <summary>The same days a year before.</summary>
    public MannersAddress YearBefore(MannersAddress address) => address with { First = address.Question.YearBefore.First, Last = address.Question.YearBefore.Last };

    public static string Amount(MannerSums sums, MannerListing what, Measure measure) => HeadModel.Amount(sums.Number(what, measure), measure);

    /// <summary>Months drawn by what was done in them.</summary>
    public MonthColumns Drawn(params (MannerListing What, string Class)[] columns) => new(
        [.. Figures!.Months.Select(month => new ColumnMonth(
            month.First.Month == 1 || month == Figures.Months[0] ? $"{PageText.Year(month.First.Month)}/{PageText.Year(month.First.Year)}" : PageText.Year(month.First.Month),
            [.. columns.Select(column => month.Now.Number(column.What))], Hindering.Any(obstacle => obstacle.Touches(month.First, month.Last))))],
        [.. columns.Select(column => (column.Class, text.Of(column.What)))]);
}
