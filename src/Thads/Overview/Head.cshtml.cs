using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Overview;
using Thads.Overview.Charts;

namespace Thads.Overview;

/// <summary>The head's dashboard: why the unit stands where it stands, who carries most, what is old and what to watch. Every number opens its matters.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class HeadModel(Work work, PageText text) : PageModel
{
    public OverviewFilter? Filter { get; private set; }

    public OverviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Board? Board { get; private set; }

    public WatchLimits Limits { get; private set; } = WatchLimits.Default;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Request.Query.Keys.All(key => key == "lang") && await OwnPlace.OfAsync(work, ct) is { } own)
        {
            return Redirect(own);
        }

        Filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Head);
        }

        Limits = await WatchLimits.OfAsync(work, ct);
        Board = await HeadBoard.RunAsync(Address.Period, Filter.DayOf(Address), Limits, work, ct);
        return Page();
    }

    /// <summary>Form of a measure.</summary>
    public static string FormOf(Measure measure) => measure == Measure.Matters ? "01" : "02";

    /// <summary>Việc, or tỷ đồng.</summary>
    public static string Amount(long quantity, Measure measure) => measure == Measure.Matters ? PageText.Number(quantity) : Billions(quantity);

    public static string Billions(long units) => Law.Money.Billions(units).ToString("N2", Office.Words.Format);

    public YearCourse Before(YearCourse course) => course.Measure == Measure.Matters ? Board!.MattersBefore : Board!.MoneyBefore;

    /// <summary>Where the matters of the period went: cells of form 01 that add up to its total.</summary>
    public static readonly IReadOnlyList<(string Cell, string Class)> Went =
    [
        ("settled", "b1"), ("in_progress", "b2"), ("postponed_by_agreement", "b2"), ("paused", "b2"), ("not_enforceable", "b3"), ("postponed", "b3"), ("suspended", "b3"), ("delegated", "b4"),
        ("withdrawn", "b4"), ("pulled_up", "b4"), ("returned", "b4"),
    ];

    public BarChart WentChart() => new(
        [.. WentShown().Select(row => new ChartBar(
            PageText.Capital(text.Say($"overview.cell-{row.Cell}")), [(row.Class, Board!.Matters.Last[row.Cell])], PageText.Number(Board.Matters.Last[row.Cell])))], []);

    public IEnumerable<(string Cell, string Class)> WentShown() => Went.Where(row => Board!.Matters.Last[row.Cell] != 0);

    public BarChart AgeChart() => new(
        [.. Board!.Stock.Ages.Select(row => new ChartBar(
            PageText.Capital(text.Of(row.Key)), [("b1", row.Live.Matters), ("b3", row.Separate.Matters)], $"{PageText.Number(row.Live.Matters)} + {PageText.Number(row.Separate.Matters)}"))],
        [("b1", text.Say("overview.live")), ("b3", text.Say("overview.separate"))]);
}
