using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.Finding;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Matters;

/// <summary>What the filter of the list may choose: only what the person sees. A list too long for a page is left out, and its code is typed.</summary>
public sealed class MatterChoices
{
    private const int Longest = 200;

    private MatterChoices(UnitTree tree, MatterFilter filter, Work work, PageText text)
    {
        var (person, today) = (work.Person, work.Today);
        var visible = tree.Units.VisibleTo(person);
        Units = [.. InOrder(tree, today).Where(unit => visible.Contains(unit.Unit)).Select(unit => new Choice(tree.UnitCode(unit.Unit), tree.UnitName(unit.Unit, today), unit.Depth, Vietnamese: true))];
        var scope = filter.Unit is { } code && tree.UnitOf(code) is { } found && visible.Contains(found) ? tree.ScopeOf(found, today).Where(visible.Contains).ToHashSet() : visible;
        var officers = tree.Officers.Where(officer => tree.ServiceOf(officer).Any(service => scope.Contains(service.Unit)))
            .Select(officer => new Choice(tree.OfficerCode(officer), tree.OfficerName(officer, today), Vietnamese: true)).OrderBy(choice => choice.Text, PersonNameOrder.Instance).ToList();
        Officers = officers.Count > Longest ? null : [new Choice(MatterFilter.Nobody, text.Say("matters.nobody")), .. officers];
        var communes = tree.Communes.Values.Where(commune => scope.Contains(commune.Unit)).Select(commune => new Choice(commune.Code, commune.Name, Vietnamese: true))
            .OrderBy(choice => choice.Text, StringComparer.Create(Words.Format, ignoreCase: true)).ToList();
        Communes = communes.Count > Longest ? null : communes;
    }

    public static async Task<MatterChoices> LoadAsync(MatterFilter filter, Work work, PageText text, CancellationToken ct) => new(await UnitTree.OfAsync(work, ct), filter, work, text);

    public IReadOnlyList<Choice> Units { get; }

    /// <summary>By given name; null where there are too many.</summary>
    public IReadOnlyList<Choice>? Officers { get; }

    /// <summary>Null where there are too many; empty where none is known.</summary>
    public IReadOnlyList<Choice>? Communes { get; }

    /// <summary>All values of an enum, in their order.</summary>
    public static IReadOnlyList<Choice> Of<T>(PageText text, params IEnumerable<T> but)
        where T : struct, Enum => [.. Enum.GetValues<T>().Except(but).Select(value => new Choice(Codes.CodeOf(value), PageText.Capital(text.Of(value))))];

    private static IEnumerable<(int Unit, int Depth)> InOrder(UnitTree tree, DateOnly today) => tree.Units
        .Where(unit => tree.PeriodOn(unit, today) is { Parent: null }).OrderBy(tree.UnitCode, StringComparer.Ordinal).SelectMany(top => tree.Below(top, today))
        .Concat(tree.Units.OrderBy(tree.UnitCode, StringComparer.Ordinal).Select(unit => (Unit: unit, Depth: 0))).DistinctBy(unit => unit.Unit);
}
