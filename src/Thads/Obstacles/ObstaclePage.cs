using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Obstacles;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Obstacles;

/// <summary>What the forms of an obstacle have in common: its fields, and reading them.</summary>
public abstract class ObstaclePage(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Code of the unit it is of.</summary>
    public string Unit { get; protected set; } = "";

    public string UnitName { get; protected set; } = "";

    /// <summary>Communes of the unit's area that may be named.</summary>
    public IReadOnlyList<Choice> Communes { get; private set; } = [];

    /// <summary>What holds now; null of a new one.</summary>
    public Obstacle? Now { get; protected set; }

    public IReadOnlyCollection<string> TickedWork => Ticked("Hinders") ?? [.. (Now?.Hinders ?? []).Select(Codes.CodeOf)];

    public IReadOnlyCollection<string> TickedCommunes => Ticked("Communes") ?? [.. (Now?.Communes ?? []).Select(commune => commune.Code)];

    protected void LoadUnit(UnitTree tree, int unit)
    {
        (Unit, UnitName) = (tree.UnitCode(unit), tree.UnitName(unit, Work.Today));
        var scope = tree.ScopeOf(unit, Work.Today);
        Communes = [.. tree.Communes.Values.Where(commune => scope.Contains(commune.Unit)).OrderBy(commune => commune.Code, StringComparer.Ordinal).Select(commune => new Choice(commune.Code, commune.Name, Vietnamese: true))];
    }

    /// <summary>What was typed; null where a field cannot be read, which is then said at it.</summary>
    protected RecordObstacle.Input? Read(string? key)
    {
        var (cause, first, last, on) = (Choice<ObstacleCause>("Cause"), Day("First"), Day("Last", required: false), Day("DocumentOn"));
        var hinders = (Ticked("Hinders") ?? []).Select(word => Codes.TryRead<HinderedWork>(word, out var found) ? found : (HinderedWork?)null).ToList();
        if (hinders.Count == 0 || hinders.Contains(null))
        {
            Wrong("Hinders", new Refusal("obstacle.nothing-hindered"));
        }

        return !ModelState.IsValid ? null
            : new RecordObstacle.Input(Unit, cause, [.. hinders.OfType<HinderedWork>()], first!.Value, last, [.. Ticked("Communes") ?? []], Typed("Document"), on!.Value, Typed("Issuer"), TypedOrNone("Said"), key);
    }

    private IReadOnlyCollection<string>? Ticked(string name) => Request.HasFormContentType ? [.. Request.Form[name].OfType<string>().Where(value => value.Length > 0)] : null;
}
