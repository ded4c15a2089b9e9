using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>
/// The matters of a sheet as an exchange set, so that they come in by the same door as every other, with the same checks, the same
/// reconciliation and the same act; and the way back from a row of the set to the row and column of the sheet.
/// </summary>
internal sealed class SheetFolder(string folder, UnitTree units)
{
    private static readonly Dictionary<(string File, string Column), SheetField> Fields = new()
    {
        [("matters", "code")] = SheetField.DecisionNumber,
        [("matters", "unit")] = SheetField.DecidedOn,
        [("matters", "officer")] = SheetField.Officer,
        [("matters", "decision_number")] = SheetField.DecisionNumber,
        [("matters", "decided_on")] = SheetField.DecidedOn,
        [("matters", "known_on")] = SheetField.KnownOn,
        [("matters", "basis")] = SheetField.Basis,
        [("matters", "type")] = SheetField.Type,
        [("matters", "credit_institution")] = SheetField.CreditInstitution,
        [("matters", "corruption")] = SheetField.Corruption,
        [("matters", "by_delegation")] = SheetField.ByDelegation,
        [("matters", "judgment_number")] = SheetField.JudgmentNumber,
        [("matters", "judgment_on")] = SheetField.JudgmentOn,
        [("matters", "court")] = SheetField.Court,
        [("matters", "effective_on")] = SheetField.EffectiveOn,
        [("matters", "received_on")] = SheetField.ReceivedOn,
        [("matters", "requested_on")] = SheetField.RequestedOn,
        [("matters", "commune")] = SheetField.Commune,
        [("obligations", "kind")] = SheetField.ObligationKind,
        [("obligations", "state_revenue")] = SheetField.StateRevenue,
        [("obligations", "amount")] = SheetField.Amount,
        [("obligations", "debtor")] = SheetField.Debtor,
        [("obligations", "creditor")] = SheetField.Creditor,
        [("obligations", "what")] = SheetField.What,
        [("parties", "name")] = SheetField.Debtor,
        [("parties", "address")] = SheetField.DebtorAddress,
        [("parties", "commune")] = SheetField.Commune,
    };

    private static readonly string[] Organisations =
        ["cong ty", "cty", "ngan hang", "nh", "hop tac xa", "htx", "doanh nghiep", "dntn", "uy ban", "ubnd", "chi nhanh", "quy", "truong", "chi cuc", "cuc", "so", "phong", "vien", "hoi", "ban quan ly"];

    private readonly Dictionary<string, List<(int Row, SheetField Field)>> _rows = [];

    public void Write(IReadOnlyList<SheetMatter> placed, string source)
    {
        Directory.CreateDirectory(folder);
        using var matters = new ExchangeWriter(folder, ExchangeFormat.Matters);
        using var lines = new ExchangeWriter(folder, ExchangeFormat.Obligations);
        using var parties = new ExchangeWriter(folder, ExchangeFormat.Parties);
        using var roles = new ExchangeWriter(folder, ExchangeFormat.Roles);
        using var steps = new ExchangeWriter(folder, ExchangeFormat.Steps);
        foreach (var row in placed)
        {
            var m = row.Matter;
            matters.Text(m.Code).Text(units.UnitCode(m.Unit)).Text(Officer(m.Officer)).Text(m.DecisionNumber).Day(m.DecidedOn).Day(m.KnownOn == m.DecidedOn ? null : m.KnownOn)
                .Text(Codes.CodeOf(m.Basis)).Text(Codes.CodeOf(m.Type)).Flag(m.CreditInstitution).Flag(m.Corruption).Flag(m.ByDelegation).Text(m.JudgmentNumber).Day(m.JudgmentOn)
                .Text(m.Court).Day(m.EffectiveOn).Day(m.ReceivedOn).Day(m.RequestedOn).Text(m.Commune).EndRow(Extra(row, source));
            Note("matters", row.Row);
            var line = m.Lines[0];
            lines.Text(m.Code).Text(line.Code).Text(Codes.CodeOf(line.Kind)).Flag(line.StateRevenue).Amount(line.Amount).Text(line.Debtor).Text(line.Creditor).Text(line.What).EndRow(null);
            Note("obligations", row.Row);
            Party(parties, roles, row, m, "PT", line.Debtor, PartyRole.Debtor);
            Party(parties, roles, row, m, "DT", line.Creditor, PartyRole.Creditor);
            foreach (var (step, from) in row.Steps)
            {
                steps.Text(m.Code).Text(step.Line == 0 ? null : line.Code).Text(Codes.CodeOf(step.Kind)).Day(step.On).Day(step.KnownOn == step.On ? null : step.KnownOn).Day(null)
                    .Text(step.Amount == 0 ? null : $"{step.Amount}").Text(null).Text(Officer(step.ToOfficer)).Text(null).Text(step.Note).EndRow(null);
                Note("steps", row.Row, from);
            }
        }
    }

    /// <summary>Row of the sheet, and field, of which a refused row of the set speaks.</summary>
    public (int Row, SheetField Field)? Place(RefusedRow refused)
    {
        var file = Path.GetFileNameWithoutExtension(refused.File);
        if (!_rows.TryGetValue(file, out var rows) || refused.Line - 2 is var at && (at < 0 || at >= rows.Count))
        {
            return null;
        }

        var (row, from) = rows[(int)(refused.Line - 2)];
        return (row, Fields.GetValueOrDefault((file, refused.Column), from));
    }

    private void Party(ExchangeWriter parties, ExchangeWriter roles, SheetMatter row, Matter m, string mark, string? name, PartyRole role)
    {
        if (name is null)
        {
            return;
        }

        var code = $"{m.Code}-{mark}";
        var isDebtor = role == PartyRole.Debtor;
        parties.Text(code).Text(Codes.CodeOf(KindOf(name))).Text(name).Text(null).Text(isDebtor ? row.DebtorAddress : null).Text(isDebtor ? m.Commune : null).EndRow(null);
        Note("parties", row.Row, isDebtor ? SheetField.Debtor : SheetField.Creditor);
        roles.Text(m.Code).Text("1").Text(code).Text(Codes.CodeOf(role)).EndRow(null);
        Note("roles", row.Row, isDebtor ? SheetField.Debtor : SheetField.Creditor);
    }

    /// <summary>A name says what its bearer is: Nhà nước, a company or an office, otherwise a person.</summary>
    internal static PartyKind KindOf(string name)
    {
        var key = SheetHeader.Key(name) + " ";
        return key.StartsWith("nha nuoc ", StringComparison.Ordinal) || key.StartsWith("ngan sach ", StringComparison.Ordinal) || key.StartsWith("nsnn ", StringComparison.Ordinal) ? PartyKind.State
            : Organisations.Any(word => key.StartsWith(word + " ", StringComparison.Ordinal)) ? PartyKind.Organisation
            : PartyKind.Person;
    }

    private void Note(string file, int row, SheetField field = default)
    {
        if (!_rows.TryGetValue(file, out var rows))
        {
            _rows[file] = rows = [];
        }

        rows.Add((row, field));
    }

    /// <summary>Where the matter was read, and the sheet's own remark: kept, not interpreted.</summary>
    private static string Extra(SheetMatter row, string source) => JsonText.Of(json =>
    {
        json.WriteString("x_row", $"{source}!{row.Row}");
        if (row.Note is not null)
        {
            json.WriteString("x_note", row.Note);
        }
    });

    private string? Officer(int officer) => officer == 0 ? null : units.OfficerCode(officer);
}
