using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Overview;

/// <summary>A matter that is open on the day asked for: live, or followed separately.</summary>
/// <param name="Unit">Unit that holds it on that day.</param>
/// <param name="Officer">Officer who holds it; 0 = not assigned.</param>
/// <param name="Left">Đồng left on its live lines.</param>
/// <param name="LeftSeparate">Đồng left on its lines that are followed separately: a live matter may have such.</param>
/// <param name="Since">Day from which it has stood in its state.</param>
/// <param name="StepOn">Day of its last step, handovers aside: passing a file on is no work on it.</param>
/// <param name="EventOn">Day of its last event.</param>
/// <param name="VerifiedOn">Day of its last verification of what the debtor has.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="BareLines">How many of them no step has ever touched.</param>
public sealed record OpenMatter(
    Guid Id, string Code, DateOnly DecidedOn, int Unit, int Officer, DocketState State, long Left, long LeftSeparate, DateOnly Since, DateOnly? StepOn, DateOnly? EventOn, DateOnly? VerifiedOn,
    int Lines, int BareLines, bool HasCommune, bool HasParties)
{
    /// <summary>Đồng that count with the matter where it stands: in the total, or outside of it.</summary>
    public long LeftWhereItStands => State.IsLive ? Left : LeftSeparate;

    /// <summary>The statistical year of its docketing.</summary>
    public int DocketYear => StatisticalYear.Of(DecidedOn).Year;

    /// <summary>The last day on which anything was done in it: a step, an event, or else its docketing.</summary>
    public DateOnly TouchedOn => new[] { DecidedOn, StepOn ?? DecidedOn, EventOn ?? DecidedOn }.Max();

    /// <summary>Nothing has been done in it since it was docketed.</summary>
    public bool IsUntouched => StepOn is null && EventOn is null;

    /// <summary>Some lines had steps and others never: an obligation may have been forgotten.</summary>
    public bool HasForgottenLine => BareLines > 0 && BareLines < Lines;
}
