namespace Thads.Office.Watch.SecondComputation;

/// <summary>Where a matter is kept: codes of unit and officer. No officer is the empty text.</summary>
public sealed record CountedAccount(string Unit, string Officer);

/// <summary>A matter as its row in the books has it. Words are those of exchange format 1.</summary>
/// <param name="Basis">"ex_officio" or "on_request".</param>
/// <param name="Type">"civil" … "other".</param>
/// <param name="Act">The act that docketed it.</param>
/// <param name="Steps">In the order in which they entered the books.</param>
public sealed record CountedMatter(
    string Code, string Unit, string Officer, DateOnly DecidedOn, DateOnly KnownOn, string Basis, string Type, bool CreditInstitution, bool Corruption, bool ByDelegation, long Act,
    IReadOnlyList<CountedLine> Lines, IReadOnlyList<CountedStep> Steps);

/// <summary>A line of a matter.</summary>
/// <param name="Amount">Đồng when it was docketed.</param>
public sealed record CountedLine(string Code, bool StateRevenue, long Amount);

/// <summary>A step of a matter.</summary>
/// <param name="Line">Code of the line; empty = every line to which it applies.</param>
/// <param name="Kind">"collected" … "transferred".</param>
/// <param name="Amount">Đồng; 0 where the step has none.</param>
/// <param name="Act">The act that wrote it.</param>
/// <param name="VoidAct">The act that voided it; 0 = none.</param>
public sealed record CountedStep(
    string Line, string Kind, DateOnly On, DateOnly KnownOn, long Amount, string ToUnit, string ToOfficer, DateOnly? VoidedOn, long Act, long VoidAct)
{
    /// <summary>Whether it counts at a cut-off: of act N, and of day R (null = all that is known).</summary>
    public bool IsKnownAt(long act, DateOnly? day) =>
        Act <= act && (day is null || KnownOn <= day) && (VoidAct == 0 || VoidAct > act || (day is not null && VoidedOn > day));
}
