using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Office.WatchLists;
using Thads.Shared.Kit;

namespace Thads.WatchLists;

/// <summary>The form by which a plan is made for one matter or for several at once.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WatchListsPlanModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Codes of the matters.</summary>
    public IReadOnlyList<string> Matters { get; private set; } = [];

    /// <summary>The plan that holds, of a single matter.</summary>
    public MatterPlan? Now { get; private set; }

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    public string Back { get; private set; } = WatchAddress.All;

    public async Task<IActionResult> OnGetAsync([FromQuery] string[] matter, CancellationToken ct)
    {
        Matters = [.. matter.Where(code => !string.IsNullOrWhiteSpace(code)).Distinct()];
        await LoadAsync(ct);
        return Matters.Count == 0 ? Redirect(Back) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Matters = [.. Typed("Matters").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        await LoadAsync(ct);
        Keep();
        var due = Day("DueOn");
        var state = Choice<PlanState>("State");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await PlanMatters.RunAsync(new(Matters, Typed("What"), TypedOrNone("Officer"), due!.Value, TypedOrNone("Obstacle"), state, TypedOrNone("Note"), IdempotencyKey: ActKey), Work, ct);
        return Redirect($"{Back}{(Back.Contains('?', StringComparison.Ordinal) ? "&" : "?")}done=1#matters");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var list = Lists.Given(Request.Query["list"]);
        Back = list is not null && WatchList.Find(list) is not null ? (await WatchAddress.ReadAsync(list, Request, Work, ct)).Page : Matters.Count == 1 ? $"/direction/watch/plans?matter={Uri.EscapeDataString(Matters[0])}" : WatchAddress.All;
        Now = Matters.Count == 1 && await ReadPlans.HistoryAsync(Matters[0], Work, ct) is [.., var last] ? last : null;
        var tree = await UnitTree.OfAsync(Work, ct);
        Officers =
        [
            .. tree.Officers.Where(officer => tree.ServiceOf(officer).Any(service => service.IsValidOn(Work.Today) && Work.Person.Sees(service.Unit))).OrderBy(tree.OfficerCode, StringComparer.Ordinal)
                .Select(officer => new Choice(tree.OfficerCode(officer), $"{tree.OfficerName(officer, Work.Today)} ({tree.OfficerCode(officer)})", Vietnamese: true)),
        ];
    }
}
