using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Figures.Lists;

/// <summary>A matter of a list.</summary>
/// <param name="Counted">Việc it adds to the cell of form 01.</param>
/// <param name="Money">Đồng it adds to the same cell of form 02.</param>
public sealed record ListedMatter(Guid Id, string Code, long Counted, long Money);

/// <summary>A matter of a list as it was at the cut-off: what it is, and who held it in which state on the last day of the period.</summary>
public sealed record ListedFacts(Matter Matter, MatterStanding Stood);

/// <summary>A list and the two cells it agrees with.</summary>
/// <param name="Matters">Việc: the cell of form 01.</param>
/// <param name="Money">Đồng: the cell of form 02.</param>
public sealed record MatterList(ListKind Kind, FormQuery Query, FormScope Scope, long Matters, long Money, IReadOnlyList<ListedMatter> Lines);

/// <summary>Draws up a list that goes with a report.</summary>
public static class ReadMatterList
{
    /// <param name="query">Unit, officer, period, cut-off and regime; its form does not matter.</param>
    /// <exception cref="RefusedException">Those of <see cref="FormScope.ResolveAsync"/>.</exception>
    public static async Task<MatterList> RunAsync(FormQuery query, ListKind kind, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var scope = await FormScope.ResolveAsync(query with { Form = "01" }, work, ct);
        var pinned = query with { Form = "01", LastAct = scope.CutOff.Act };
        var matters = await ExplainCell.RunAsync(pinned, kind.Row, kind.Cell, work, ct);
        var money = await ExplainCell.RunAsync(pinned with { Form = "02" }, kind.Row, kind.Cell, work, ct);
        var amounts = money.Matters.ToDictionary(matter => matter.Id, matter => matter.Counted);

        // Where money is left on a line, the matter may be counted elsewhere (by the first of its open lines): such a matter is in the list with no việc.
        var lines = matters.Matters.Select(m => new ListedMatter(m.Id, m.Code, m.Counted, amounts.GetValueOrDefault(m.Id)))
            .Concat(money.Matters.Where(m => m.Counted != 0).ExceptBy(matters.Matters.Select(m => m.Id), m => m.Id).Select(m => new ListedMatter(m.Id, m.Code, 0, m.Counted)))
            .OrderBy(line => line.Code, StringComparer.Ordinal).ToList();
        return new MatterList(kind, pinned, scope, matters.Value, money.Value, lines);
    }

    /// <summary>What some of its matters were at the cut-off. At most <see cref="MatterFiles.Block"/> at a time.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ListedFacts>> FactsAsync(MatterList list, IReadOnlyCollection<ListedMatter> lines, DbConnection connection, CancellationToken ct)
    {
        var cutOff = list.Scope.CutOff;
        bool Counts(Step step) =>
            step.On <= list.Scope.End && step.Act <= cutOff.Act && !(step.KnownOn > cutOff.KnownOn)
            && !(step.VoidedOn is { } voided && step.VoidAct <= cutOff.Act && !(voided > cutOff.KnownOn));
        return (await MatterFiles.ByIdAsync(connection, [.. lines.Select(line => line.Id)], ct))
            .ToDictionary(file => file.Matter.Id, file => new ListedFacts(file.Matter, MatterStanding.Of(file.Matter, file.Steps.Where(Counts).Select(step => step with { VoidedOn = null }))));
    }

    /// <summary>The officer who held it then; null = nobody.</summary>
    public static string? Holder(this ListedFacts facts, UnitTree tree, DateOnly day) => facts.Stood.Officer == 0 ? null : tree.OfficerName(facts.Stood.Officer, day);
}
