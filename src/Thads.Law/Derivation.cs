using Thads.Law.Tables;

namespace Thads.Law;

/// <summary>A line of the way to a result: what was done, with what amount it ended, and on which value of a table it rests.</summary>
/// <param name="Text">What was done, in both languages.</param>
/// <param name="Amount">Whole đồng; null where the line is none of money.</param>
/// <param name="Row">The row of a table it rests on: article, source, trust; null = arithmetic.</param>
public sealed record DerivationLine(Said Text, Money? Amount = null, LawRow? Row = null);

/// <summary>A result that says how it came about. Lines are made when asked for.</summary>
public interface IExplained
{
    /// <summary>In the order of the computation; the last line is the result.</summary>
    IReadOnlyList<DerivationLine> Lines();

    /// <summary>The rows of tables the result rests on: a mark is shown when one of them is not checked.</summary>
    IReadOnlyList<LawRow> Rests();
}
