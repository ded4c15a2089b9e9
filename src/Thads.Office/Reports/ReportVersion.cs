namespace Thads.Office.Reports;

/// <summary>When and by whom a version was sent.</summary>
/// <param name="Version">1, and 2 onwards for supplementary ones.</param>
/// <param name="Number">As the document carries it: "45/BC-CCTHADS".</param>
/// <param name="SentOn">The day it went out. May be before the day of the act: what went out on paper is recorded later.</param>
/// <param name="Signer">Name as printed.</param>
/// <param name="SignerRole">As printed: "Chi cục trưởng", "Chấp hành viên".</param>
/// <param name="Act">The act that recorded it.</param>
public sealed record ReportSending(int Version, string Number, DateOnly SentOn, string Signer, string SignerRole, long Act);

/// <summary>The head stands for the report of an officer (TT 05/2024 Điều 9).</summary>
/// <param name="Confirmer">Name as printed.</param>
/// <param name="ConfirmerRole">As printed: "Chi cục trưởng".</param>
public sealed record ReportConfirmation(string Confirmer, string ConfirmerRole, DateTime At, long Act);

/// <summary>Closed figures of a unit, or of one officer of it, for a period: what is sent, and never changes.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Officer">Code; null = the report of the unit.</param>
/// <param name="Regime">Of its form set.</param>
/// <param name="TreeAct">Version of the unit tree: the last act that changed it.</param>
/// <param name="KnownOn">Day of knowledge of the cut-off.</param>
/// <param name="LastAct">Act of the cut-off.</param>
/// <param name="Settings">Readings chosen where the regime is silent (exchange-v1, section 4), name → value.</param>
/// <param name="Hash">SHA-256 over all of it but what came after closing, 64 small hexadecimal digits.</param>
/// <param name="Maker">Who drew it up.</param>
/// <param name="ClosedAt">UTC.</param>
/// <param name="Sending">Null while it is not sent.</param>
public sealed record ReportVersion(
    long Id, string Unit, string? Officer, int Year, int Months, string Regime, long TreeAct, DateOnly KnownOn, long LastAct, IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<ClosedForm> Forms, string Hash, string Maker, DateTime ClosedAt, ReportSending? Sending)
{
    /// <summary>Name of the unit on the last day of the period.</summary>
    public required string UnitName { get; init; }

    /// <summary>To whom it goes: the unit above, on that day.</summary>
    public required string Recipient { get; init; }

    /// <summary>Name of the officer on that day; null for the report of the unit.</summary>
    public required string? OfficerName { get; init; }

    /// <summary>The head has confirmed the report of an officer; null while not, and for reports of units.</summary>
    public ReportConfirmation? Confirmation { get; init; }

    /// <summary>What is stored is what was closed: the hash is that of the content. Anything else is tampering, or a defect.</summary>
    public bool IsIntact { get; init; } = true;

    public ReportAddress Address => new(Unit, Officer, Year, Months);

    /// <summary>First eight digits of the hash: what a print carries beside its number.</summary>
    public string ShortHash => Hash[..8];

    /// <exception cref="InvalidOperationException">The version has no such form: a defect.</exception>
    public ClosedForm Form(string form) => Forms.FirstOrDefault(f => f.Form == form) ?? throw new InvalidOperationException($"No form {form} in report {Id}.");
}
