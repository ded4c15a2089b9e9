using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>
/// The part of an account that never changes in the life of a matter or line: basis, type and flags. It is kept as one
/// small number (four bits of type, then a bit each) so that the book can be summed and filtered by it.
/// </summary>
/// <param name="StateRevenue">Of a line: the line is State revenue. Of a matter: any of its lines is.</param>
public readonly record struct DocketClass(Basis Basis, JudgmentType Type, bool CreditInstitution, bool Corruption, bool StateRevenue, bool ByDelegation)
{
    /// <summary>The bits of <see cref="Number"/> that are the type of the judgment.</summary>
    public const int TypeBits = 15;

    /// <summary>The bit of <see cref="Number"/> that says on request.</summary>
    public const int OnRequestBit = 16;

    /// <summary>The bit of <see cref="Number"/> that says a credit institution is a party.</summary>
    public const int CreditInstitutionBit = 32;

    /// <summary>The bit of <see cref="Number"/> that says economic crime and corruption.</summary>
    public const int CorruptionBit = 64;

    /// <summary>The bit of <see cref="Number"/> that says the matter came by delegation.</summary>
    public const int ByDelegationBit = 256;

    /// <summary>The bit of <see cref="Number"/> that says State revenue.</summary>
    public const int StateRevenueBit = 128;

    public int Number =>
        (int)Type
        | (Basis == Basis.OnRequest ? OnRequestBit : 0)
        | (CreditInstitution ? CreditInstitutionBit : 0)
        | (Corruption ? CorruptionBit : 0)
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
        (number & OnRequestBit) == 0 ? Basis.ExOfficio : Basis.OnRequest,
        (JudgmentType)(number & TypeBits),
        (number & CreditInstitutionBit) != 0,
        (number & CorruptionBit) != 0,
        (number & StateRevenueBit) != 0,
        (number & ByDelegationBit) != 0);
}
