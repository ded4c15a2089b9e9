using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Finding;

/// <summary>Which matters are looked for. What is not said does not narrow; what is said narrows together.</summary>
public sealed record MatterFilter
{
    /// <summary>Stands where an officer's code would: matters that nobody holds.</summary>
    public const string Nobody = "none";

    /// <summary>Code of the unit that holds them: with the units below it today, and those that these succeeded.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of the officer who holds them, or <see cref="Nobody"/>.</summary>
    public string? Officer { get; init; }

    /// <summary>Where they stand: in one of these.</summary>
    public IReadOnlyList<DocketState> States { get; init; } = [];

    /// <summary>Statistical year in which they were docketed: the first.</summary>
    public int? DocketFrom { get; init; }

    public int? DocketTo { get; init; }

    public Basis? Basis { get; init; }

    public IReadOnlyList<JudgmentType> Types { get; init; } = [];

    /// <summary>Code of the debtor's commune.</summary>
    public string? Commune { get; init; }

    /// <summary>Only those of credit institutions.</summary>
    public bool CreditInstitution { get; init; }

    /// <summary>Only those of economic crime and corruption.</summary>
    public bool Corruption { get; init; }

    /// <summary>Only those that came by delegation.</summary>
    public bool ByDelegation { get; init; }

    /// <summary>Đồng left: at least.</summary>
    public long? LeftFrom { get; init; }

    /// <summary>Đồng left: at most.</summary>
    public long? LeftTo { get; init; }

    /// <summary>Day of the enforcement decision.</summary>
    public DateOnly? DecidedFrom { get; init; }

    public DateOnly? DecidedTo { get; init; }

    /// <summary>Nothing has moved in them since: the last step lies before this day.</summary>
    public DateOnly? MovedBefore { get; init; }

    /// <summary>Words of numbers, names, addresses and communes, with or without marks.</summary>
    public string? Text { get; init; }
}

/// <summary>By what a list of matters is ordered.</summary>
public enum MatterOrderBy
{
    Decided = 1,
    Code = 2,
    Debtor = 3,
    Owed = 4,
    Left = 5,
    Moved = 6,
}

/// <summary>An order of the list; matters that are equal in it follow each other as they came.</summary>
public sealed record MatterOrder(MatterOrderBy By, bool Descending)
{
    /// <summary>The newest decision first.</summary>
    public static MatterOrder Usual { get; } = new(MatterOrderBy.Decided, Descending: true);

    internal string Column => By switch
    {
        MatterOrderBy.Decided => "l.decided_on",
        MatterOrderBy.Code => "l.code",
        MatterOrderBy.Debtor => "l.debtor_order",
        MatterOrderBy.Owed => "l.owed",
        MatterOrderBy.Left => "l.remainder",
        MatterOrderBy.Moved => "l.moved_on",
    };
}
