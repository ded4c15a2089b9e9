using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Partners;

/// <summary>The bodies outside the office that the person may see: those of the localities of the person's units.</summary>
public sealed class PartnerBook
{
    private readonly Dictionary<int, Partner> _byId;
    private readonly Dictionary<string, Partner> _byCode;

    private PartnerBook(List<Partner> all)
    {
        All = all;
        _byId = all.ToDictionary(partner => partner.Id);
        _byCode = all.ToDictionary(partner => partner.Code, StringComparer.Ordinal);
    }

    /// <summary>By kind, then by name; those that have ended too.</summary>
    public IReadOnlyList<Partner> All { get; }

    public Partner? Of(int id) => _byId.GetValueOrDefault(id);

    public Partner? Of(string code) => _byCode.GetValueOrDefault(code.Trim());

    /// <summary>The committee of a commune, by the commune's code.</summary>
    public Partner? OfCommune(string commune) => All.FirstOrDefault(partner => partner.Kind == PartnerKind.CommuneCommittee && partner.Commune == commune);

    /// <exception cref="NotFoundException">`partner.unknown`.</exception>
    public Partner Known(string code) => Of(code) ?? throw new NotFoundException(new Refusal("partner.unknown", code.Trim()));

    public static async Task<PartnerBook> OfAsync(Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return new PartnerBook([.. (await ReadAsync(work, ct)).Where(partner => work.Person.Sees(partner.Unit))]);
    }

    /// <summary>Names of all bodies, for what a person may see though its owner's locality is another.</summary>
    internal static async Task<PartnerBook> WholeAsync(Work work, CancellationToken ct) => new(await ReadAsync(work, ct));

    private static async Task<List<Partner>> ReadAsync(Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).ListAsync(
        """
        SELECT p.id, p.code, p.kind, s.unit_id, s.name, c.code, s.contact, s.ended_on
        FROM partner p JOIN partner_said s ON s.partner_id = p.id AND s.act = (SELECT max(act) FROM partner_said WHERE partner_id = p.id) LEFT JOIN commune c ON c.id = p.commune_id
        ORDER BY p.kind, s.name, p.id
        """,
        r => new Partner(r.GetInt32(0), r.GetString(1), (PartnerKind)r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.TextOrNone(5), r.TextOrNone(6), r.DayOrNone(7)), ct);
}
