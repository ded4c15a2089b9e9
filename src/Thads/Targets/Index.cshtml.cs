using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Obstacles;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Targets;
using Thads.Overview;

namespace Thads.Targets;

/// <summary>What was assigned to a unit, the units below it and its officers, and where each stands.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class TargetsModel(Work work) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public TargetAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public TargetFigures? Board { get; private set; }

    /// <summary>Whether the person may assign here.</summary>
    public bool MayAssign { get; private set; }

    /// <summary>Of a year that is running: where it will end, or why that cannot be said.</summary>
    public IReadOnlyList<ForecastOfYear> Forecasts { get; private set; } = [];

    /// <summary>Months of the year with an obstacle, for the charts.</summary>
    public IReadOnlyList<int> Hindered { get; private set; } = [];

    public bool IsDone => Request.Query["done"] == "1";

    public bool MayReadActs => work.Person.May.HasFlag(Permissions.ReadActs);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var figures = Filter.Read();
        Address = new TargetAddress(figures.Unit, figures.Year, figures.Months, figures.KnownOn, Request.Query["both"] == "1");
        if (!Filter.IsPlain(figures))
        {
            return Redirect(Address.Start);
        }

        Board = await TargetBoard.RunAsync(Address.Period, work, ct);
        MayAssign = work.Person.MayIn(Board.Tree.UnitOf(Board.Period.Unit)!.Value, Permissions.Direct);
        if (new StatisticalYear(Address.Year).End >= (Address.KnownOn < work.Today ? Address.KnownOn.Value : work.Today))
        {
            Hindered = ObstacleSpan.Months(await ObstacleSpan.Of(Address.Unit, Address.Year).FindAsync(work, ct), Address.Year);
            Forecasts = [await ForecastYear.RunAsync(Address.Period, Measure.Matters, work, ct), await ForecastYear.RunAsync(Address.Period, Measure.Money, work, ct)];
        }

        return Page();
    }

    /// <summary>Whether a line has children of its own to go to.</summary>
    public bool IsUnitBelow(TargetLine line) => line.Officer is null && line.Depth > 0;

    /// <summary>Where the rate is drawn from; null where that is a file.</summary>
    public string? RateOf(TargetLine line, Measure measure) => line.IsReported || line.Of(measure).Rate is null
        ? null
        : (Address!.Figures with { Unit = line.Code, Officer = line.Officer }).Cell(HeadModel.FormOf(measure), "I", "rate");

    /// <summary>The margins to show, each by its convention.</summary>
    public IReadOnlyList<decimal?> Margins(TargetStanding standing) => Address!.Both ? [standing.MarginOfYear, standing.MarginProRata] : [standing.Margin];
}
