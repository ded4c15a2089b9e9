using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.People;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>Who may sign for a unit on a day, and all delegations there ever were.</summary>
[Needs(Permissions.ReadActs)]
public sealed class SigningModel(Work work) : PageModel
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public DateOnly Today => work.Today;

    public IReadOnlyList<Signatory> Now { get; private set; } = [];

    /// <summary>Delegations of all days, newest first.</summary>
    public IReadOnlyList<Signatory> All { get; private set; } = [];

    /// <summary>The person is the head of the unit, or administers it.</summary>
    public bool MayGive { get; private set; }

    public async Task OnGetAsync(string? unit, string? day, CancellationToken ct)
    {
        Day = work.Today;
        var tree = await UnitTree.OfAsync(work, ct);
        Units = Lists.Units(tree, work.Today, u => work.Person.MayIn(u, Permissions.ReadActs));
        var own = tree.Units.Contains(work.Person.Unit) ? tree.UnitCode(work.Person.Unit) : null;
        Unit = Lists.Given(unit) ?? own ?? Units.Select(choice => choice.Value).FirstOrDefault() ?? "";
        if (Unit.Length == 0)
        {
            return;
        }

        Day = TypedDay.Read(day, "day", work) ?? work.Today;
        Now = await WhoMaySign.RunAsync(new(Unit, Day), work, ct);
        All = [.. (await WhoMaySign.RunAsync(new(Unit, null), work, ct)).Where(s => s.Delegation is not null)];
        var id = tree.UnitOf(Unit)!.Value;
        (UnitName, MayGive) = (tree.UnitName(id, Day), await work.MayDelegateAsync(id, ct));
    }
}
