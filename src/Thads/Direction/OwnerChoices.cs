using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Partners;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Direction;

/// <summary>Who a task may be given to, as one list: units, officers who serve today, bodies outside the office; and what was chosen.</summary>
public static class OwnerChoices
{
    /// <summary>The person's units with their officers, then the partners. Values: "unit:D05", "officer:CHV07", "partner:CA".</summary>
    public static async Task<IReadOnlyList<Choice>> ListAsync(Work work, PageText text, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var choices = new List<Choice>();
        foreach (var row in TreeRows.Of(tree, work.Today, work.Person.Sees).Where(row => tree.PeriodOn(row.Unit, work.Today) is not null))
        {
            choices.Add(new($"unit:{tree.UnitCode(row.Unit)}", tree.UnitName(row.Unit, work.Today), row.Depth, Vietnamese: true));
            choices.AddRange(tree.Officers.Where(officer => tree.ServiceOf(officer).Any(service => service.Unit == row.Unit && service.IsValidOn(work.Today)))
                .OrderBy(tree.OfficerCode, StringComparer.Ordinal)
                .Select(officer => new Choice($"officer:{tree.OfficerCode(officer)}", $"{tree.OfficerName(officer, work.Today)} ({tree.OfficerCode(officer)})", row.Depth + 1, Vietnamese: true)));
        }

        choices.AddRange((await PartnerBook.OfAsync(work, ct)).All.Where(partner => partner.IsThereOn(work.Today)).Select(partner => new Choice($"partner:{partner.Code}", $"{partner.Name} – {text.Of(partner.Kind)}", Vietnamese: true)));
        return choices;
    }

    /// <summary>What was chosen; an owner of nobody where it was nothing.</summary>
    public static TaskOwner Read(string typed) => typed.Split(':', 2) switch
    {
        ["unit", var code] => new(Unit: code),
        ["officer", var code] => new(Officer: code),
        ["partner", var code] => new(Partner: code),
        _ => new(),
    };

    /// <summary>The value of an owner in the list.</summary>
    public static string ValueOf(OwnedBy owner) => $"{(owner.Unit is not null ? "unit" : owner.Officer is not null ? "officer" : "partner")}:{owner.Code}";
}
