using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Units;

namespace Thads.Coordination;

/// <summary>One direction or petition: what it says, its tasks, and all that became of it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationReceivedOneModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public Received? One { get; private set; }

    public bool MayKeep { get; private set; }

    public DateOnly Today => work.Today;

    public bool IsDone => Request.Query["done"] == "1";

    /// <summary>What may be done with it as it stands.</summary>
    public static IReadOnlyList<string> For(Received one) => one.Closed is not null ? ["reopen"] : one.Kind == ReceivedKind.Petition ? ["answer", "task", "pass-on", "close"] : ["answer", "task", "close"];

    /// <summary>The kind an address names.</summary>
    public static ReceivedKind? KindOf(string kind) => kind switch { "directions" => ReceivedKind.Direction, "petitions" => ReceivedKind.Petition, _ => null };

    public async Task<IActionResult> OnGetAsync(string kind, long id, CancellationToken ct)
    {
        One = await ReadReceived.OneAsync(id, work, ct);
        MayKeep = (await UnitTree.OfAsync(work, ct)).UnitOf(One.Unit) is { } unit && work.Person.MayIn(unit, Permissions.Organise);
        return One.Kind == KindOf(kind) ? Page() : NotFound();
    }
}
