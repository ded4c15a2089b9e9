using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Office.Tasks;

/// <summary>Owners by code and by what the books keep.</summary>
public sealed class TaskOwners
{
    private readonly UnitTree _tree;
    private readonly PartnerBook _partners;
    private readonly DateOnly _today;

    private TaskOwners(UnitTree tree, PartnerBook partners, DateOnly today) => (_tree, _partners, _today) = (tree, partners, today);

    public static async Task<TaskOwners> OfAsync(Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return new(await UnitTree.OfAsync(work, ct), await PartnerBook.WholeAsync(work, ct), work.Today);
    }

    /// <summary>Why nobody can own a task by this, or null: there is exactly one owner, it is known, and it is there on the day.</summary>
    /// <returns>`task.one-owner`, `code.unknown`, `partner.unknown`, `task.owner-ended`.</returns>
    public Refusal? WhyNot(TaskOwner owner, DateOnly day)
    {
        if (new[] { owner.Unit, owner.Officer, owner.Partner }.Count(code => !string.IsNullOrWhiteSpace(code)) != 1)
        {
            return new Refusal("task.one-owner");
        }

        if (owner.Unit is { Length: > 0 })
        {
            return _tree.UnitOf(owner.Unit) is not { } unit ? new Refusal("code.unknown", owner.Unit, "units") : _tree.PeriodOn(unit, day) is null ? new Refusal("task.owner-ended", owner.Unit, day) : null;
        }

        if (owner.Officer is { Length: > 0 })
        {
            return _tree.OfficerOf(owner.Officer) is not { } officer ? new Refusal("code.unknown", owner.Officer, "officers")
                : _tree.ServiceOf(officer).All(service => !service.IsValidOn(day)) ? new Refusal("task.owner-ended", owner.Officer, day) : null;
        }

        return _partners.Of(owner.Partner!) is not { } partner ? new Refusal("partner.unknown", owner.Partner!) : partner.IsThereOn(day) ? null : new Refusal("task.owner-ended", partner.Name, day);
    }

    /// <summary>Of an owner there is nothing against.</summary>
    public OwnedBy Of(TaskOwner owner) => Of(
        owner.Unit is { Length: > 0 } unit ? _tree.UnitOf(unit) : null, owner.Officer is { Length: > 0 } officer ? _tree.OfficerOf(officer) : null,
        owner.Partner is { Length: > 0 } partner ? _partners.Of(partner)?.Id : null);

    public OwnedBy Of(int? unit, int? officer, int? partner) =>
        unit is { } u ? new(u, null, null, _tree.UnitCode(u), _tree.UnitName(u, _today))
        : officer is { } o ? new(null, o, null, _tree.OfficerCode(o), _tree.OfficerName(o, _today))
        : _partners.Of(partner!.Value) is { } known ? new(null, null, known.Id, known.Code, known.Name)
        : throw new InvalidOperationException($"The partner {partner} owns a task and is in no book.");
}
