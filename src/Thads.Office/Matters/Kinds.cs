namespace Thads.Office.Matters;

// Every enum here is stored by number: never renumber, never reuse a number. Its word in exchange files is its name in snake_case.

/// <summary>How the enforcement decision came about (Luật 2008 Điều 36; Luật 106/2025 Điều 33, 34).</summary>
public enum Basis
{
    /// <summary>Chủ động.</summary>
    ExOfficio = 1,

    /// <summary>Theo yêu cầu.</summary>
    OnRequest = 2,
}

/// <summary>Loại bản án, quyết định: the rows III.1 to III.10 of the forms, in this order.</summary>
public enum JudgmentType
{
    Civil = 1,
    Family = 2,
    Commercial = 3,
    Labour = 4,
    Criminal = 5,
    Administrative = 6,
    Bankruptcy = 7,
    Arbitration = 8,
    Competition = 9,
    Other = 10,
}

/// <summary>What is owed.</summary>
public enum ObligationKind
{
    CourtFee = 1,
    Fine = 2,
    Confiscation = 3,
    Disgorgement = 4,
    Compensation = 5,
    Debt = 6,
    Maintenance = 7,
    Wage = 8,
    ReturnMoney = 9,
    ReturnProperty = 10,
    Act = 11,
    Other = 12,
}

/// <summary>What happened in a matter and moves the book (exchange format 1, section 2).</summary>
public enum StepKind
{
    Collected = 1,
    Performed = 2,
    Reduced = 3,
    Increased = 4,
    NotEnforceable = 5,
    PostponedByAgreement = 6,
    Paused = 7,
    Postponed = 8,
    Suspended = 9,
    Resumed = 10,
    Separated = 11,
    Terminated = 12,
    Delegated = 13,
    Withdrawn = 14,
    PulledUp = 15,
    Returned = 16,
    Restored = 17,
    Reassigned = 18,
    Transferred = 19,
}

/// <summary>How it came that something was collected or performed.</summary>
public enum Manner
{
    /// <summary>Tự nguyện.</summary>
    FreeWill = 1,

    /// <summary>Sau vận động, thuyết phục.</summary>
    Persuasion = 2,

    /// <summary>Sau khi có quyết định cưỡng chế.</summary>
    CoercionOrdered = 3,

    /// <summary>Do cưỡng chế.</summary>
    Coercion = 4,
}

/// <summary>What happened in a matter without moving the book.</summary>
public enum EventKind
{
    Notified = 1,
    Verified = 2,
    Persuaded = 3,
    CoercionDecided = 4,
    CoercionPlanned = 5,
    CoercionHeld = 6,
    CoercionPutOff = 7,
    Published = 8,
    Unpublished = 9,
}

/// <summary>The outcome of a verification or a persuasion.</summary>
public enum EventResult
{
    Able = 1,
    Unable = 2,
    Agreed = 3,
    Refused = 4,
}

/// <summary>Who a party is.</summary>
public enum PartyKind
{
    Person = 1,
    Organisation = 2,
    State = 3,
}

/// <summary>What a party is in a matter.</summary>
public enum PartyRole
{
    Debtor = 1,
    Creditor = 2,
    Interested = 3,
}

public static class EventKindFacts
{
    extension(EventKind kind)
    {
        /// <summary>The results an event of this kind may carry; none for most.</summary>
        public IReadOnlyList<EventResult> Results => kind switch
        {
            EventKind.Verified => [EventResult.Able, EventResult.Unable],
            EventKind.Persuaded => [EventResult.Agreed, EventResult.Refused],
            EventKind.Notified or EventKind.CoercionDecided or EventKind.CoercionPlanned or EventKind.CoercionHeld
                or EventKind.CoercionPutOff or EventKind.Published or EventKind.Unpublished => [],
        };
    }
}

public static class StepKindFacts
{
    extension(StepKind kind)
    {
        /// <summary>Whether the step carries an amount, above zero.</summary>
        public bool TakesAmount => kind is StepKind.Collected or StepKind.Reduced or StepKind.Increased;

        /// <summary>Whether the step must name its line.</summary>
        public bool NeedsLine => kind.TakesAmount || kind == StepKind.Restored;

        /// <summary>Reassigned or transferred: the matter passes to another account, and no line is named.</summary>
        public bool IsHandover => kind is StepKind.Reassigned or StepKind.Transferred;

        /// <summary>Whether the step may say how the result came about.</summary>
        public bool TakesManner => kind is StepKind.Collected or StepKind.Performed;
    }
}
