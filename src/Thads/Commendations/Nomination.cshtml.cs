using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Units;

namespace Thads.Commendations;

/// <summary>One nomination: its grounds with their sources, its conditions, its vote.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class NominationModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public Nomination? One { get; private set; }

    public bool MayWithdraw { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        await WithdrawNomination.RunAsync(new(id, Typed("Reason"), ActKey), Work, ct);
        return Redirect(One!.Address + "?done=1");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        One = await ReadNominations.OneAsync(id, Work, ct);
        MayWithdraw = One is { Withdrawn: null, Commendation: null } && (await UnitTree.OfAsync(Work, ct)).UnitOf(One.Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
        return One is not null;
    }
}
