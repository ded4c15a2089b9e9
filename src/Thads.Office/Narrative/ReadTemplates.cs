using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Units;

namespace Thads.Office.Narrative;

/// <summary>The templates of a unit.</summary>
/// <param name="Holding">Kind → the one that is used, of the unit or of one above; null = the one that comes with the program.</param>
/// <param name="Own">All that the unit itself brought in, the last first.</param>
/// <param name="Tags">Every tag a template may have.</param>
public sealed record UnitTemplates(int Unit, string UnitName, IReadOnlyDictionary<NarrativeKind, NarrativeTemplate?> Holding, IReadOnlyList<NarrativeTemplate> Own, IReadOnlyList<KnownTag> Tags);

/// <summary>Reads the templates of a unit, their history and files.</summary>
public static class ReadTemplates
{
    /// <summary>Kinds of reports that have a template.</summary>
    public static readonly IReadOnlyList<NarrativeKind> Kinds = [NarrativeKind.Yearly, NarrativeKind.Quarterly, NarrativeKind.Monthly];

    /// <exception cref="NotFoundException">`report.unit`: the unit is not there, or not this person's to see.</exception>
    public static async Task<UnitTemplates> RunAsync(string unit, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var found = tree.UnitOf(unit) is { } known && work.Person.Sees(known) ? known : throw new NotFoundException(new Refusal("report.unit", unit));
        var holding = new Dictionary<NarrativeKind, NarrativeTemplate?>();
        foreach (var kind in Kinds)
        {
            holding[kind] = await WriteNarrative.HoldingAsync(found, kind, work, ct);
        }

        return new UnitTemplates(found, tree.UnitName(found, work.Today), holding, await NarrativeStore.TemplatesAsync(await work.ConnectAsync(ct), [found], ct), await TagsAsync(unit, work, ct));
    }

    /// <summary>The file of a template: one of the unit's own by its number, or the one that holds for a kind of report.</summary>
    /// <exception cref="NotFoundException">`narrative.no-template`: there is none of that number in what is used here.</exception>
    public static async Task<byte[]> FileAsync(string unit, NarrativeKind kind, int? number, Work work, CancellationToken ct)
    {
        var templates = await RunAsync(unit, work, ct);
        if (number is null)
        {
            return ShippedTemplate.Of(kind, templates.Tags);
        }

        var allowed = templates.Own.Concat(templates.Holding.Values.OfType<NarrativeTemplate>()).Any(template => template.Number == number && template.Length > 0);
        return allowed ? await NarrativeStore.FileAsync(await work.ConnectAsync(ct), number.Value, ct) : throw new NotFoundException(new Refusal("narrative.no-template", number.Value));
    }

    /// <summary>All tags with samples: of the last year that is over, where the unit has figures.</summary>
    internal static async Task<IReadOnlyList<KnownTag>> TagsAsync(string unit, Work work, CancellationToken ct) =>
        NarrativeTags.Of(await DrawNarrative.RunAsync(new NarrativeQuery(NarrativeKind.Yearly, unit, StatisticalYear.Of(work.Today).Year - 1), isSample: false, work, ct));
}
