using Thads.Http;
using Thads.Office;
using Thads.Office.Finding;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Matters;

/// <summary>What a filter says, in words: on the chips above the list, on its print, and at the head of its workbook.</summary>
internal static class MatterFilterWords
{
    /// <summary>One for each thing that narrows, with the address of the list without it.</summary>
    public static IEnumerable<ListChip> Chips(MatterListAddress address, UnitTree tree, DateOnly today, PageText text)
    {
        var (f, list) = (address.Filter, address.Anywhere);
        ListChip? Chip<T>(T? value, Func<T, string> say, Func<MatterFilter, MatterFilter> without) =>
            value is null ? null : new ListChip(say(value), Narrowed(list with { Filter = without(f) }));
        ListChip? Year(int? year, string code, Func<MatterFilter, MatterFilter> without) => Chip((object?)year, _ => text.Say(code, PageText.Year(year!.Value)), without);
        ListChip? With(object? value, string code, Func<MatterFilter, MatterFilter> without) => Chip(value, known => text.Say(code, known), without);
        ListChip? Tick(bool value, string code, Func<MatterFilter, MatterFilter> without) => Chip(value ? code : null, known => PageText.Capital(text.Say(known)), without);

        return new[]
        {
            With(f.Text, "matters.chip-q", x => x with { Text = null }),
            Chip(f.Unit, code => text.Say("matters.chip-unit", tree.UnitOf(code) is { } unit ? tree.UnitName(unit, today) : code), x => x with { Unit = null }),
            Chip(f.Officer, code => Officer(code), x => x with { Officer = null }),
        }
        .Concat(f.States.Select(state => Chip(Codes.CodeOf(state), _ => text.Say("matters.chip-state", state), x => x with { States = [.. x.States.Where(s => s != state)] })))
        .Concat(
        [
            Year(f.DocketFrom, "matters.chip-docket-from", x => x with { DocketFrom = null }),
            Year(f.DocketTo, "matters.chip-docket-to", x => x with { DocketTo = null }),
            With(f.Basis, "matters.chip-basis", x => x with { Basis = null }),
        ])
        .Concat(f.Types.Select(type => Chip(Codes.CodeOf(type), _ => text.Say("matters.chip-type", type), x => x with { Types = [.. x.Types.Where(t => t != type)] })))
        .Concat(
        [
            Chip(f.Commune, code => text.Say("matters.chip-commune", tree.Communes.TryGetValue(code, out var commune) ? commune.Name : code), x => x with { Commune = null }),
            Tick(f.CreditInstitution, "find.mark.bank", x => x with { CreditInstitution = false }),
            Tick(f.Corruption, "find.mark.corruption", x => x with { Corruption = false }),
            Tick(f.ByDelegation, "find.mark.delegated", x => x with { ByDelegation = false }),
            With(f.LeftFrom, "matters.chip-left-from", x => x with { LeftFrom = null }),
            With(f.LeftTo, "matters.chip-left-to", x => x with { LeftTo = null }),
            With(f.DecidedFrom, "matters.chip-decided-from", x => x with { DecidedFrom = null }),
            With(f.DecidedTo, "matters.chip-decided-to", x => x with { DecidedTo = null }),
            With(f.MovedBefore, "matters.chip-moved-before", x => x with { MovedBefore = null }),
        ])
        .OfType<ListChip>();

        string Officer(string code) => code == MatterFilter.Nobody ? text.Say("matters.nobody")
            : text.Say("matters.chip-officer", tree.OfficerOf(code) is { } officer ? tree.OfficerName(officer, today) : code);
    }

    /// <summary>Without the last filter the list is whole: never the person's usual view again.</summary>
    private static string Narrowed(MatterListAddress list) => list.Query.Length == 0 ? MatterListAddress.Everything : list.ToString();

    /// <summary>How the list is sorted, in words.</summary>
    public static string Sorted(MatterListAddress address, PageText text) => address.Order is { } order
        ? text.Say(order.Descending ? "matters.sorted-down" : "matters.sorted-up", order.By)
        : address.Filter.Text is null ? text.Say("matters.sorted-down", MatterOrder.Usual.By)
        : text.Say("matters.sorted-near");
}
