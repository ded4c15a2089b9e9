using Thads.Law.Tables;

namespace Thads.Law;

/// <summary>An explanation whose lines are there already: for results of a few lines.</summary>
public sealed record Explanation(IReadOnlyList<DerivationLine> All) : IExplained
{
    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>().DistinctBy(row => row.Id)];
}
