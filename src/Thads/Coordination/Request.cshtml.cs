using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Direction;
using Thads.Http;
using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.LawTicks;
using Thads.Office.Units;

namespace Thads.Coordination;

/// <summary>One request: what was asked, by when the answer is due and why, and all that became of it; its letter as a file.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationRequestModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public CoordinationRequest? Asked { get; private set; }

    public bool MayKeep { get; private set; }

    /// <summary>What the last day rests on, with what this office has checked; empty where it was asked for.</summary>
    public IReadOnlyList<LawRow> Rests { get; private set; } = [];

    public DateOnly Today => work.Today;

    public bool IsDone => Request.Query["done"] == "1";

    /// <summary>What may be done with it as it stands.</summary>
    public static IReadOnlyList<string> For(CoordinationRequest request) =>
        request.Withdrawn is not null ? [] : request.Answer is null ? ["answer", "remind", "withdraw"] : ["answer"];

    public async Task OnGetAsync(long id, CancellationToken ct)
    {
        Asked = await ReadRequests.OneAsync(id, work, ct);
        MayKeep = (await UnitTree.OfAsync(work, ct)).UnitOf(Asked.Unit) is { } unit && work.Person.MayIn(unit, Permissions.Organise);
        var book = await LawInForce.OfAsync(work, ct);
        Rests = [.. (Asked.Rule?.Rests ?? []).Select(book.Find).OfType<LawRow>()];
    }

    public async Task<IActionResult> OnGetLetterAsync(long id, CancellationToken ct) =>
        File(await CoordinationPapers.WriteAsync(id, work, ct), DirectionPapersModel.Docx, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cong-van-phoi-hop-{id}.docx"));
}
