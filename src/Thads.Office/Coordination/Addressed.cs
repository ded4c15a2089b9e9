using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Partners;
using Thads.Office.Units;

namespace Thads.Office.Coordination;

/// <summary>Partners and matters as a form names them: by code, and only those the person sees.</summary>
internal static class Addressed
{
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static int Seen(UnitTree tree, string code, Person person) =>
        tree.UnitOf(code) is { } unit && person.Sees(unit) ? unit : throw new NotFoundException(new Refusal("report.unit", code));

    /// <exception cref="NotFoundException">`partner.unknown`.</exception>
    public static async Task<Partner> PartnerAsync(string code, Work work, CancellationToken ct) =>
        (await PartnerBook.OfAsync(work, ct)).Of(code) is { } partner && work.Person.Sees(partner.Unit) ? partner : throw new NotFoundException(new Refusal("partner.unknown", code));

    /// <summary>Ids of matters, each once.</summary>
    /// <exception cref="NotFoundException">`matter.unknown`.</exception>
    public static async Task<IReadOnlyList<Guid>> MattersAsync(IReadOnlyList<string> codes, Work work, CancellationToken ct)
    {
        if (codes.Count == 0)
        {
            return [];
        }

        work.Require(Permissions.ReadMatters);
        var (ids, connection) = (new List<Guid>(), await work.ConnectAsync(ct));
        foreach (var code in codes.Distinct())
        {
            var found = await connection.ListAsync(
                "SELECT m.id, n.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code", r => (Id: r.Id(0), Unit: r.GetInt32(1)), ct, ("code", code));
            ids.Add(found.Count == 1 && work.Person.Sees(found[0].Unit) ? found[0].Id : throw new NotFoundException(new Refusal("matter.unknown", code)));
        }

        return ids;
    }

    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
