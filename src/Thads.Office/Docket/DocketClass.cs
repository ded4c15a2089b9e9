using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>
/// The part of an account that never changes in the life of a matter or line: basis, type and flags. It is kept as one
/// small number (four bits of type, then a bit each) so that the book can be summed and filtered by it.
/// </summary>
/// <param name="StateRevenue">Of a line: the line is State revenue. Of a matter: any of its lines is.</param>
public readonly record struct DocketClass(Basis Basis, JudgmentType Type, bool CreditInstitution, bool Corruption, bool StateRevenue, bool ByDelegation)
{
    /// <summary>The bit of <see cref="Number"/> that says the matter came by delegation.</summary>
    public const int ByDelegationBit = 256;

    /// <summary>The bit of <see cref="Number"/> that says State revenue.</summary>
    public const int StateRevenueBit = 128;

    public int Number =>
        (int)Type
        | (Basis == Basis.OnRequest ? 16 : 0)
        | (CreditInstitution ? 32 : 0)
        | (Corruption ? 64 : 0)
        | (StateRevenue ? StateRevenueBit : 0)
        | (ByDelegation ? ByDelegationBit : 0);

    /// <summary>Class of the account of a matter (line 0) or of one of its lines.</summary>
    public static DocketClass Of(Matter matter, int line) => new(
        matter.Basis,
        matter.Type,
        matter.CreditInstitution,
        matter.Corruption,
        line == 0 ? matter.Lines.Any(l => l.StateRevenue) : matter.Lines[line - 1].StateRevenue,
        matter.ByDelegation);

    public static DocketClass Of(int number) => new(
        (number & 16) == 0 ? Basis.ExOfficio : Basis.OnRequest,
        (JudgmentType)(number & 15),
        (number & 32) != 0,
        (number & 64) != 0,
        (number & StateRevenueBit) != 0,
        (number & ByDelegationBit) != 0);
}
