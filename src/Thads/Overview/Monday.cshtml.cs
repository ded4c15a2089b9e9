using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;

namespace Thads.Overview;

/// <summary>The A4 for Monday (báo cáo nhanh): what moved, and where that leaves the year. One page, on the screen as on paper.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class MondayModel(Work work, PageText text) : PageModel
{
    /// <summary>More officers than this do not fit on the page; the others are summed in its last row.</summary>
    public const int OfficersShown = 12;

    public FigureFilter? Filter { get; private set; }

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Monday? Sheet { get; private set; }

    public WatchLimits Limits { get; private set; } = WatchLimits.Default;

    public string PrintedBy => work.Person.FullName;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Last = TypedDay.Read(Request.Query["last"], "last", work) ?? work.Today;
        First = TypedDay.Read(Request.Query["first"], "first", work) ?? MondaySheet.FirstFor(Last);
        if (Request.Query.Any(part => part.Key is "first" or "last" && part.Value != PageText.Iso(part.Key == "first" ? First : Last)))
        {
            return Redirect($"/overview/monday{QueryString.Create("unit", Filter.Unit).Add("first", PageText.Iso(First)).Add("last", PageText.Iso(Last))}");
        }

        Limits = await WatchLimits.OfAsync(work, ct);
        Sheet = await MondaySheet.RunAsync(Filter.Unit, First, Last, Limits, work, ct);
        return Page();
    }

    /// <summary>The list behind a number of what moved.</summary>
    public string List(Listing what, string? officer = null, string? manner = null, DocketState? state = null) =>
        Stock(Last).List(new MatterPick(what, state, Officer: officer, Manner: manner), First);

    /// <summary>Lists of a day as it was known on it.</summary>
    public OverviewAddress Stock(DateOnly day) => new(Filter!.Unit, Law.StatisticalYear.Of(Last).Year, Law.StatisticalYear.MonthOf(Last), day, day);

    /// <summary>How what was settled came about, the ways that occurred.</summary>
    public IEnumerable<(string Name, long Number, string To)> Settled()
    {
        foreach (var manner in Enum.GetValues<Manner>())
        {
            var number = Sheet!.Movement.Moved.Where(m => m.What == Listing.Settled && m.State != DocketState.Terminated && m.Manner == manner).Sum(m => m.Counted);
            if (number != 0)
            {
                yield return (text.Of(manner), number, List(Listing.Settled, manner: Office.Codes.CodeOf(manner)));
            }
        }

        var unsaid = Sheet!.Movement.Moved.Where(m => m.What == Listing.Settled && m.State == DocketState.Completed && m.Manner is null).Sum(m => m.Counted);
        if (unsaid != 0)
        {
            yield return (text.Say("overview.no-manner"), unsaid, List(Listing.Settled, manner: MatterPick.None, state: DocketState.Completed));
        }

        var terminated = Sheet.Movement.Moved.Where(m => m.What == Listing.Settled && m.State == DocketState.Terminated).Sum(m => m.Counted);
        if (terminated != 0)
        {
            yield return (text.Of(DocketState.Terminated), terminated, List(Listing.Settled, state: DocketState.Terminated));
        }
    }
}
