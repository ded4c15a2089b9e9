namespace Thads.Office.Matters;

/// <summary>
/// A matter (việc thi hành án): one enforcement decision and what it orders. As docketed it never changes; what happens to
/// it afterwards is its steps.
/// </summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Code">The office's own code, unique in the books.</param>
/// <param name="Unit">Unit that docketed it.</param>
/// <param name="Officer">Officer it was given to; 0 = not yet assigned.</param>
/// <param name="DecidedOn">Day of the enforcement decision; its statistical year is the docket year.</param>
/// <param name="KnownOn">Day from which the books know of it.</param>
/// <param name="ByDelegation">It came by delegation (nhận ủy thác).</param>
/// <param name="Lines">What is owed, in the order of the line numbers 1, 2, 3…</param>
/// <param name="Extra">Columns `x_…` of the exchange file, as JSON: kept, not interpreted.</param>
/// <param name="Act">The act that docketed it.</param>
public sealed record Matter(
    Guid Id,
    string Code,
    int Unit,
    int Officer,
    string? DecisionNumber,
    DateOnly DecidedOn,
    DateOnly KnownOn,
    Basis Basis,
    JudgmentType Type,
    bool CreditInstitution,
    bool Corruption,
    bool ByDelegation,
    string? JudgmentNumber,
    DateOnly? JudgmentOn,
    string? Court,
    DateOnly? EffectiveOn,
    DateOnly? ReceivedOn,
    DateOnly? RequestedOn,
    string? Commune,
    IReadOnlyList<Obligation> Lines,
    string? Extra,
    long Act);

/// <summary>A line (khoản) of a matter: one thing owed.</summary>
/// <param name="Number">1, 2, 3… in the order of entry.</param>
/// <param name="Code">As the office calls it; unique within the matter.</param>
/// <param name="Amount">Đồng; 0 when the line is not about money.</param>
public sealed record Obligation(
    int Number,
    string Code,
    ObligationKind Kind,
    bool StateRevenue,
    long Amount,
    string? Debtor,
    string? Creditor,
    string? What,
    string? Extra)
{
    /// <summary>The largest amount: 9.000.000.000.000.000 đồng.</summary>
    public const long LargestAmount = 9_000_000_000_000_000;

    /// <summary>The largest sum of all lines: flows of several times as much still have their sums.</summary>
    public const long LargestSum = 1_000_000_000_000_000_000;
}

/// <summary>What happened in a matter, on which day of law, known since when. Never changed; a mistake is voided by a later act.</summary>
/// <param name="Number">Place among the steps of the matter in the order in which they entered the books: 1, 2, 3…</param>
/// <param name="Line">0 = all open lines, or a step without a line.</param>
/// <param name="On">Business date.</param>
/// <param name="KnownOn">Day from which the office knew.</param>
/// <param name="VoidedOn">Day from which the office knew that it was a mistake.</param>
/// <param name="Amount">Đồng; 0 where the kind takes none.</param>
/// <param name="ToUnit">0 = none.</param>
/// <param name="ToOfficer">0 = none.</param>
/// <param name="Act">The act that entered it.</param>
/// <param name="VoidAct">The act that voided it; 0 = none.</param>
public sealed record Step(
    int Number,
    StepKind Kind,
    int Line,
    DateOnly On,
    DateOnly KnownOn,
    DateOnly? VoidedOn = null,
    long Amount = 0,
    int ToUnit = 0,
    int ToOfficer = 0,
    Manner? Manner = null,
    string? Note = null,
    string? Extra = null,
    long Act = 0,
    long VoidAct = 0)
{
    /// <summary>Whether the step counts in what is known at the end of that day.</summary>
    public bool IsKnownOn(DateOnly day) => KnownOn <= day && !(VoidedOn <= day);

    /// <summary>The order in which steps work: by business date, then by entry into the books.</summary>
    public static int InOrder(Step a, Step b)
    {
        var byDay = a.On.DayNumber.CompareTo(b.On.DayNumber);
        return byDay != 0 ? byDay : a.Number.CompareTo(b.Number);
    }
}

/// <summary>What happened without moving the book: a notice, a verification, a persuasion, a coercion.</summary>
/// <param name="Partner">Code of a commune or a party.</param>
public sealed record MatterEvent(
    int Number,
    EventKind Kind,
    int Line,
    DateOnly On,
    DateOnly KnownOn,
    DateOnly? VoidedOn,
    EventResult? Result,
    string? Partner,
    string? Note,
    string? Extra = null,
    long Act = 0,
    long VoidAct = 0);

/// <summary>A person, organisation or the State, as named in judgments.</summary>
public sealed record Party(Guid Id, string Code, PartyKind Kind, string Name, string? Number, string? Address, string? Commune, string? Extra, long Act);

/// <summary>What a party is in a matter, or on one of its lines (0 = the matter).</summary>
public sealed record MatterParty(int Number, int Line, string Party, PartyRole Role, string? Extra = null, long Act = 0);

/// <summary>Everything the books hold of one matter.</summary>
public sealed record MatterFile(Matter Matter, IReadOnlyList<Step> Steps, IReadOnlyList<MatterEvent> Events, IReadOnlyList<MatterParty> Parties)
{
    public static MatterFile New(Matter matter) => new(matter, [], [], []);
}
