namespace Thads.Office.Exchange.OneSheet;

/// <summary>What a column of an office's sheet may stand for. The word in a mapping is the name in snake_case; the order is that of the screen.</summary>
public enum SheetField
{
    DecisionNumber = 1,
    DecidedOn = 2,
    Code = 3,
    Basis = 4,
    Type = 5,
    Officer = 6,
    DocketYear = 7,
    JudgmentNumber = 8,
    JudgmentOn = 9,
    Court = 10,
    EffectiveOn = 11,
    ReceivedOn = 12,
    RequestedOn = 13,
    Debtor = 14,
    DebtorAddress = 15,
    Commune = 16,
    Creditor = 17,
    What = 18,
    ObligationKind = 19,
    StateRevenue = 20,
    Amount = 21,
    Collected = 22,
    CollectedOn = 23,
    State = 24,

    /// <summary>Day of the state the sheet names, where no column of its own has it.</summary>
    StateOn = 25,

    /// <summary>Day on which the matter was settled, in whatever way the state says.</summary>
    SettledOn = 26,
    CompletedOn = 27,
    TerminatedOn = 28,
    NotEnforceableOn = 29,
    PostponedOn = 30,
    SuspendedOn = 31,
    PausedOn = 32,
    PostponedByAgreementOn = 33,
    ResumedOn = 34,
    SeparatedOn = 35,
    DelegatedOn = 36,
    DelegatedTo = 37,
    WithdrawnOn = 38,
    PulledUpOn = 39,
    ReturnedOn = 40,
    KnownOn = 41,
    CreditInstitution = 42,
    Corruption = 43,
    ByDelegation = 44,
    Note = 45,
}

/// <summary>How the cells of a field are read.</summary>
public enum SheetValue
{
    Text = 1,
    Day = 2,
    Amount = 3,

    /// <summary>One of the words of the field, found in the dictionary of the mapping.</summary>
    Word = 4,

    /// <summary>Yes or no.</summary>
    Flag = 5,

    /// <summary>A statistical year.</summary>
    Year = 6,
}

public static class SheetFieldFacts
{
    extension(SheetField named)
    {
        /// <summary>Without these a row is no matter: each needs a column or a fixed value.</summary>
        public bool IsRequired => named is SheetField.DecisionNumber or SheetField.DecidedOn or SheetField.Basis or SheetField.Type or SheetField.ObligationKind or SheetField.Amount;

        /// <summary>Whether the same value for every row makes sense.</summary>
        public bool MayBeFixed => named is SheetField.Basis or SheetField.Type or SheetField.ObligationKind or SheetField.StateRevenue or SheetField.Officer or SheetField.Commune
            or SheetField.Court or SheetField.Creditor or SheetField.CollectedOn or SheetField.StateOn or SheetField.State or SheetField.DocketYear or SheetField.Amount
            or SheetField.CreditInstitution or SheetField.Corruption or SheetField.ByDelegation;

        public SheetValue Value => named switch
        {
            SheetField.DecisionNumber or SheetField.Code or SheetField.JudgmentNumber or SheetField.Court or SheetField.Debtor or SheetField.DebtorAddress
                or SheetField.Creditor or SheetField.What or SheetField.DelegatedTo or SheetField.Note => SheetValue.Text,
            SheetField.Basis or SheetField.Type or SheetField.Officer or SheetField.Commune or SheetField.ObligationKind or SheetField.State => SheetValue.Word,
            SheetField.Amount or SheetField.Collected => SheetValue.Amount,
            SheetField.CreditInstitution or SheetField.Corruption or SheetField.ByDelegation or SheetField.StateRevenue => SheetValue.Flag,
            SheetField.DocketYear => SheetValue.Year,
            SheetField.DecidedOn or SheetField.JudgmentOn or SheetField.EffectiveOn or SheetField.ReceivedOn or SheetField.RequestedOn or SheetField.CollectedOn
                or SheetField.StateOn or SheetField.SettledOn or SheetField.CompletedOn or SheetField.TerminatedOn or SheetField.NotEnforceableOn or SheetField.PostponedOn
                or SheetField.SuspendedOn or SheetField.PausedOn or SheetField.PostponedByAgreementOn or SheetField.ResumedOn or SheetField.SeparatedOn
                or SheetField.DelegatedOn or SheetField.WithdrawnOn or SheetField.PulledUpOn or SheetField.ReturnedOn or SheetField.KnownOn => SheetValue.Day,
        };
    }
}
