using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Matters;

/// <summary>
/// The one way in which matters, lines, steps and events get into the tables, for one new step as for a million matters.
/// Rows wait here and are flushed parents first; <see cref="Flush"/> before reading them back or committing.
/// </summary>
public sealed class MatterTables(DbConnection connection, long act) : IDisposable
{
    private readonly BulkTable _matter = BulkTable.Of(connection, "matter", "id", "code", "unit_id", "officer_id", "decision_number", "decided_on", "known_on",
        "basis", "type", "credit_institution", "corruption", "by_delegation", "judgment_number", "judgment_on", "court", "effective_on", "received_on",
        "requested_on", "commune_id", "extra", "act");

    private readonly BulkTable _now = BulkTable.Of(connection, "matter_now", "matter_id", "unit_id", "officer_id", "state", "version");

    private readonly BulkTable _obligation = BulkTable.Of(
        connection, "obligation", "matter_id", "number", "code", "kind", "state_revenue", "amount", "debtor", "creditor", "what", "extra");

    private readonly BulkTable _party = BulkTable.Of(connection, "party", "id", "code", "kind", "name", "number", "address", "commune_id", "extra", "act");

    private readonly BulkTable _role = BulkTable.Of(connection, "matter_party", "matter_id", "number", "line", "party_id", "role", "extra", "act");

    private readonly BulkTable _step = BulkTable.Of(connection, "step", "matter_id", "number", "line", "kind", "happened_on", "known_on", "amount", "to_unit",
        "to_officer", "manner", "note", "extra", "act");

    private readonly BulkTable _stepVoid = BulkTable.Of(connection, "step_void", "matter_id", "step", "voided_on", "act");

    private readonly BulkTable _event = BulkTable.Of(
        connection, "matter_event", "matter_id", "number", "line", "kind", "happened_on", "known_on", "result", "partner", "note", "extra", "act");

    private readonly BulkTable _eventVoid = BulkTable.Of(connection, "matter_event_void", "matter_id", "event", "voided_on", "act");

    /// <param name="commune">Id of the debtor's commune; 0 = not known.</param>
    public void Add(Matter matter, int commune)
    {
        _matter.Id(matter.Id).Text(matter.Code).Whole(matter.Unit).WholeOrNone(matter.Officer).Text(matter.DecisionNumber).Day(matter.DecidedOn).Day(matter.KnownOn)
            .Small((int)matter.Basis).Small((int)matter.Type).Small(Bit(matter.CreditInstitution)).Small(Bit(matter.Corruption)).Small(Bit(matter.ByDelegation))
            .Text(matter.JudgmentNumber).Day(matter.JudgmentOn).Text(matter.Court).Day(matter.EffectiveOn).Day(matter.ReceivedOn).Day(matter.RequestedOn)
            .WholeOrNone(commune).Text(matter.Extra).Number(act).EndRow();
        foreach (var line in matter.Lines)
        {
            _obligation.Id(matter.Id).Whole(line.Number).Text(line.Code).Small((int)line.Kind).Small(Bit(line.StateRevenue)).Number(line.Amount)
                .Text(line.Debtor).Text(line.Creditor).Text(line.What).Text(line.Extra).EndRow();
        }
    }

    /// <summary>Who holds a new matter after its steps, and where it stands.</summary>
    public void AddNow(Guid matter, int unit, int officer, int state) =>
        _now.Id(matter).Whole(unit).WholeOrNone(officer).Small(state).Whole(1).EndRow();

    /// <param name="commune">Id of the party's commune; 0 = not known.</param>
    public void Add(Party party, int commune) =>
        _party.Id(party.Id).Text(party.Code).Small((int)party.Kind).Text(party.Name).Text(party.Number).Text(party.Address).WholeOrNone(commune)
            .Text(party.Extra).Number(act).EndRow();

    public void Add(Guid matter, MatterParty role, Guid party) =>
        _role.Id(matter).Whole(role.Number).Whole(role.Line).Id(party).Small((int)role.Role).Text(role.Extra).Number(act).EndRow();

    public void Add(Guid matter, Step step)
    {
        _step.Id(matter).Whole(step.Number).Whole(step.Line).Small((int)step.Kind).Day(step.On).Day(step.KnownOn).Number(step.Amount)
            .WholeOrNone(step.ToUnit).WholeOrNone(step.ToOfficer).SmallOrNone((int)(step.Manner ?? 0)).Text(step.Note).Text(step.Extra).Number(act).EndRow();
        if (step.VoidedOn is { } voidedOn)
        {
            VoidStep(matter, step.Number, voidedOn);
        }
    }

    public void VoidStep(Guid matter, int step, DateOnly voidedOn) => _stepVoid.Id(matter).Whole(step).Day(voidedOn).Number(act).EndRow();

    public void Add(Guid matter, MatterEvent happened)
    {
        _event.Id(matter).Whole(happened.Number).Whole(happened.Line).Small((int)happened.Kind).Day(happened.On).Day(happened.KnownOn)
            .SmallOrNone((int)(happened.Result ?? 0)).Text(happened.Partner).Text(happened.Note).Text(happened.Extra).Number(act).EndRow();
        if (happened.VoidedOn is { } voidedOn)
        {
            VoidEvent(matter, happened.Number, voidedOn);
        }
    }

    public void VoidEvent(Guid matter, int number, DateOnly voidedOn) => _eventVoid.Id(matter).Whole(number).Day(voidedOn).Number(act).EndRow();

    public void FlushIfFull()
    {
        if (_matter.IsFull || _now.IsFull || _obligation.IsFull || _party.IsFull || _role.IsFull || _step.IsFull || _event.IsFull)
        {
            Flush();
        }
    }

    public void Flush()
    {
        foreach (var table in InOrder)
        {
            table.Flush();
        }
    }

    public void Dispose()
    {
        foreach (var table in InOrder)
        {
            table.Dispose();
        }
    }

    /// <summary>Parents before children.</summary>
    private BulkTable[] InOrder => [_matter, _now, _obligation, _party, _role, _step, _stepVoid, _event, _eventVoid];

    private static int Bit(bool value) => value ? 1 : 0;
}
