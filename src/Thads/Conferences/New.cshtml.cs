using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Conferences;

/// <summary>The form by which a conference is prepared.</summary>
[Needs(Permissions.Organise)]
public sealed class ConferenceNewModel(Work work, PageText text) : ActPage(work, text)
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string Unit { get; private set; } = "";

    /// <summary>The statistical year that ended last.</summary>
    public int Year => StatisticalYear.Of(Work.Today).Year - 1;

    public string Suggested => $"Hội nghị tổng kết công tác thi hành án dân sự năm {Year.ToString(CultureInfo.InvariantCulture)}";

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        var on = Day("MeetsOn");
        if (!int.TryParse(Typed("Year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Wrong("Year", new Refusal("conference.bad-year", Typed("Year")));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var number = await KeepConference.RunAsync(new(null, Typed("Unit"), year, Typed("Title"), on!.Value, Typed("BeginsAt"), Typed("Place"), TypedOrNone("Note"), ActKey), Work, ct);
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/direction/conferences/{number}?done=1"));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Units = await UnitsAsync(Permissions.Organise, ct);
        Unit = await FigureFilter.OwnUnitAsync(await UnitTree.OfAsync(Work, ct), Work, ct);
    }
}
