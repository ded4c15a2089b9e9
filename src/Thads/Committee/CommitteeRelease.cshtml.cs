using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;

namespace Thads.Committee;

/// <summary>The form by which a matter is released from direction.</summary>
[Needs(Permissions.Organise | Permissions.ReadMatters)]
public sealed class CommitteeReleaseModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public DirectedMatter? Matter { get; private set; }

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct) => await LoadAsync(number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct))
        {
            return NotFound();
        }

        Keep();
        var last = Day("LastOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await ReleaseMatter.RunAsync(new(number, last!.Value, Typed("Reason"), ActKey), Work, ct);
        return Redirect(CommitteeAddress.Start + "/matters?done=1");
    }

    private async Task<bool> LoadAsync(int number, CancellationToken ct)
    {
        Matter = (await ReadDirectedMatters.AllAsync(Work, ct)).FirstOrDefault(one => one.Number == number);
        return Matter is not null && (await CommitteeBook.OfAsync(Work, ct)).Of(Matter.Committee) is { } committee && Work.Person.MayIn(committee.Unit, Permissions.Organise);
    }
}
