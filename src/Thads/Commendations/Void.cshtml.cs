using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Units;

namespace Thads.Commendations;

/// <summary>The form by which it is recorded that a commendation was taken back.</summary>
[Needs(Permissions.Direct)]
public sealed class CommendationVoidModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public Commendation? One { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        await VoidCommendation.RunAsync(new(id, Typed("Reason"), Typed("Decision"), ActKey), Work, ct);
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/direction/commendations/decisions/{One!.Decision}?done=1"));
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        One = (await ReadCommendations.RunAsync(new(), Work, ct)).FirstOrDefault(one => one.Id == id);
        return One is not null && (await UnitTree.OfAsync(Work, ct)).UnitOf(One.Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Direct);
    }
}
