using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>What one row says of a matter, a step or an event, and what is wrong with it by itself.</summary>
internal sealed class MatterRows(UnitTree units, Func<string, bool> isParty, DateOnly today)
{
    public Matter Docketed(RowReader rows, out int commune)
    {
        var unit = Known(rows, "unit", units.UnitOf, "units");
        var officer = Known(rows, "officer", units.OfficerOf, "officers");
        var decided = rows.DayOrNone("decided_on");
        var known = rows.DayOrNone("known_on") ?? decided;
        var communeCode = rows.TextOrNone("commune");
        commune = 0;
        if (communeCode is not null)
        {
            commune = units.Communes.GetValueOrDefault(communeCode)?.Id ?? 0;
            if (commune == 0)
            {
                rows.Refuse("commune", new Refusal("code.unknown", communeCode, "communes"));
            }
        }

        var matter = new Matter(
            NewId.Next(), rows.Text("code"), unit, officer, rows.TextOrNone("decision_number"), decided ?? DateOnly.MinValue, known ?? DateOnly.MinValue,
            rows.Word<Basis>("basis"), rows.Word<JudgmentType>("type"), rows.Flag("credit_institution"), rows.Flag("corruption"), rows.Flag("by_delegation"),
            rows.TextOrNone("judgment_number"), rows.DayOrNone("judgment_on"), rows.TextOrNone("court"), rows.DayOrNone("effective_on"), rows.DayOrNone("received_on"),
            rows.DayOrNone("requested_on"), communeCode, [], rows.Extra(), 0);
        if (rows.IsRefused || decided is not { } on || known is not { } knownOn)
        {
            return matter;
        }

        if (on > today)
        {
            rows.Refuse("decided_on", new Refusal("day.future", on, today));
        }
        else if (knownOn > today)
        {
            rows.Refuse("known_on", new Refusal("day.future", knownOn, today));
        }
        else if (knownOn < on)
        {
            rows.Refuse("known_on", new Refusal("day.known-before", knownOn, on));
        }
        else if (!units.IsValidOn(unit, on))
        {
            rows.Refuse("decided_on", new Refusal("unit.not-valid", units.UnitCode(unit), on));
        }
        else if (officer != 0 && !units.Serves(officer, unit, on))
        {
            rows.Refuse("officer", new Refusal("officer.not-in-unit", units.OfficerCode(officer), units.UnitCode(unit), on));
        }

        return matter;
    }

    /// <summary>The first column in which a row says something else than the books.</summary>
    public static string? Contradiction(Matter row, Matter there) =>
        row.Unit != there.Unit ? "unit"
        : row.Officer != there.Officer ? "officer"
        : row.DecisionNumber != there.DecisionNumber ? "decision_number"
        : row.DecidedOn != there.DecidedOn ? "decided_on"
        : row.KnownOn != there.KnownOn ? "known_on"
        : row.Basis != there.Basis ? "basis"
        : row.Type != there.Type ? "type"
        : row.CreditInstitution != there.CreditInstitution ? "credit_institution"
        : row.Corruption != there.Corruption ? "corruption"
        : row.ByDelegation != there.ByDelegation ? "by_delegation"
        : row.JudgmentNumber != there.JudgmentNumber ? "judgment_number"
        : row.JudgmentOn != there.JudgmentOn ? "judgment_on"
        : row.Court != there.Court ? "court"
        : row.EffectiveOn != there.EffectiveOn ? "effective_on"
        : row.ReceivedOn != there.ReceivedOn ? "received_on"
        : row.RequestedOn != there.RequestedOn ? "requested_on"
        : row.Commune != there.Commune ? "commune"
        : null;

    /// <summary>The first column in which a line says something else than the books.</summary>
    public static string Contradiction(Obligation row, Obligation there) =>
        row.Amount != there.Amount ? "amount"
        : row.Kind != there.Kind ? "kind"
        : row.StateRevenue != there.StateRevenue ? "state_revenue"
        : row.Debtor != there.Debtor ? "debtor"
        : row.Creditor != there.Creditor ? "creditor"
        : "what";

    /// <summary>A step as its row has it, number and own columns apart; what is wrong with its form is refused.</summary>
    public Step Step(RowReader rows, Matter matter, Func<RowReader, Matter, int> line)
    {
        rows.Text("matter");
        var on = rows.DayOrNone("on") ?? DateOnly.MinValue;
        var step = new Step(
            0, rows.Word<StepKind>("step"), line(rows, matter), on, rows.DayOrNone("known_on") ?? on, rows.DayOrNone("voided_on"), rows.Amount("amount"),
            Known(rows, "to_unit", units.UnitOf, "units"), Known(rows, "to_officer", units.OfficerOf, "officers"),
            rows.Cell("manner").IsEmpty ? null : rows.Word<Manner>("manner"), rows.TextOrNone("note"));
        if (!rows.IsRefused && StepChecks.WhyNotForm(matter, step, today) is { } why)
        {
            rows.Refuse(why.Column, why.Why);
        }

        return step;
    }

    /// <summary>An event as its row has it, number and own columns apart; what is wrong with it is refused.</summary>
    public MatterEvent Event(RowReader rows, Matter matter, Func<RowReader, Matter, int> line)
    {
        rows.Text("matter");
        var on = rows.DayOrNone("on") ?? DateOnly.MinValue;
        var read = new MatterEvent(
            0, rows.Word<EventKind>("event"), line(rows, matter), on, rows.DayOrNone("known_on") ?? on, rows.DayOrNone("voided_on"),
            rows.Cell("result").IsEmpty ? null : rows.Word<EventResult>("result"), rows.TextOrNone("partner"), rows.TextOrNone("note"));
        CheckEvent(rows, read);
        return read;
    }

    private void CheckEvent(RowReader rows, MatterEvent read)
    {
        if (rows.IsRefused)
        {
            return;
        }

        if (EventChecks.WhyNotForm(read, today) is { } why)
        {
            rows.Refuse(why.Column, why.Why);
        }
        else if (read.Partner is { } partner && !units.Communes.ContainsKey(partner) && !isParty(partner))
        {
            rows.Refuse("partner", new Refusal("code.unknown", partner, "communes, parties"));
        }
    }

    /// <summary>The id of a code, 0 for an empty cell; an unknown code is refused.</summary>
    public static int Known(RowReader rows, string column, Func<string, int?> find, string file)
    {
        var code = rows.TextOrNone(column);
        if (code is null)
        {
            return 0;
        }

        if (find(code) is { } id)
        {
            return id;
        }

        rows.Refuse(column, new Refusal("code.unknown", code, file));
        return 0;
    }
}
