using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>What became of the rows of a sheet, before the books were asked.</summary>
/// <param name="Refused">In the order of the rows; a row may have more than one reason.</param>
/// <param name="PassedOver">Rows that are no matter: totals, signatures, blank lines with a stray mark.</param>
internal sealed record ConvertedSheet(IReadOnlyList<SheetMatter> Placed, IReadOnlyList<SheetRefusal> Refused, IReadOnlyList<SheetRefusal> PassedOver);

/// <summary>Turns each row of a sheet into a matter with one line and the steps its days imply. What cannot be placed is listed with row and column, never guessed.</summary>
internal sealed class ConvertSheet
{
    private readonly SheetMapping _mapping;
    private readonly UnitTree _units;
    private readonly DateOnly _today;
    private readonly List<SheetRefusal> _refused = [];
    private readonly SheetCells _cells;
    private readonly SheetStory _story;
    private readonly int _unit;

    /// <exception cref="RefusedException">`sheet.field-missing`, `code.unknown`: the mapping cannot make matters.</exception>
    public ConvertSheet(SheetMapping mapping, SheetHeader header, UnitTree units, DateOnly today)
    {
        (_mapping, _units, _today) = (mapping, units, today);
        _unit = units.UnitOf(mapping.Unit) ?? throw new RefusedException(new Refusal("code.unknown", mapping.Unit, "units"));
        RefusedException.ThrowIf(Enum.GetValues<SheetField>().Where(f => f.IsRequired && !mapping.Fields.ContainsKey(f)).Select(f => new Refusal("sheet.field-missing", f)).FirstOrDefault());
        _cells = new SheetCells(mapping, header, _refused);
        _story = new SheetStory(_cells, today);
    }

    /// <summary>The codes the rows will have in the books, so that these can be asked for what is there.</summary>
    public IReadOnlyList<string> CodesOf(IEnumerable<SheetRow> rows)
    {
        var codes = rows.Select(row =>
        {
            _cells.Stand(row);
            return IsNoMatter(row) is null ? Code() : null;
        }).OfType<string>().ToList();
        _refused.Clear();
        return codes;
    }

    public ConvertedSheet Run(IEnumerable<SheetRow> rows, Func<string, MatterFile?> there)
    {
        var (placed, passed, first) = (new List<SheetMatter>(), new List<SheetRefusal>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            _cells.Stand(row);
            if (IsNoMatter(row) is { } none)
            {
                passed.Add(new SheetRefusal(row.Number, "", "", "", none));
                continue;
            }

            var code = Code();
            if (code is not null && !first.TryAdd(code, row.Number))
            {
                _cells.Refuse(_mapping.Fields.ContainsKey(SheetField.Code) ? SheetField.Code : SheetField.DecisionNumber, new Refusal("sheet.number-twice", code, first[code]));
                twice.Add(code);
            }

            if (Matter(code, code is null ? null : there(code)) is { } matter && !_cells.IsRefused)
            {
                placed.Add(matter);
            }
        }

        // Which of two rows with one number is the right one, nobody said: neither comes in.
        foreach (var row in placed.Where(m => twice.Contains(m.Matter.Code)).ToList())
        {
            placed.Remove(row);
            _refused.Add(new SheetRefusal(row.Row, "", "", "", new Refusal("sheet.number-again", row.Matter.Code)));
        }

        return new ConvertedSheet(placed, [.. _refused.OrderBy(r => r.Row)], passed);
    }

    /// <summary>Why the row is no matter at all, or null.</summary>
    private Refusal? IsNoMatter(SheetRow row)
    {
        bool Says(SheetField field) => _mapping.Fields.TryGetValue(field, out var source) && source.Fixed is null && !row[source.Column].IsEmpty;
        return !Says(SheetField.DecidedOn) && !Says(SheetField.Debtor) && row.Cells.Any(c => IsTotal(SheetHeader.Key(c.Text))) ? new Refusal("sheet.row-total")
            : Says(SheetField.DecisionNumber) || Says(SheetField.DecidedOn) || Says(SheetField.Debtor) || Says(SheetField.Code) ? null
            : new Refusal("sheet.row-nothing");
    }

    private static bool IsTotal(string key) => key is "cong" or "tong" || key.StartsWith("tong cong", StringComparison.Ordinal) || key.StartsWith("tong so", StringComparison.Ordinal);

    /// <summary>The office's own code, or one made of unit, statistical year, basis and number, which no other matter of the unit has.</summary>
    private string? Code() => _cells.Text(SheetField.Code)
        ?? (_cells.Number(SheetField.DecisionNumber, SheetField.DecidedOn) is { } number && _cells.Day(SheetField.DecidedOn) is { } on && _cells.Word(SheetField.Basis) is { } basis
            ? $"{_mapping.Unit}-{Law.StatisticalYear.Of(on).Year}-{(basis == Codes.CodeOf(Basis.ExOfficio) ? "CĐ" : "YC")}-{number}" : null);

    private SheetMatter? Matter(string? code, MatterFile? there)
    {
        var number = _cells.Number(SheetField.DecisionNumber, SheetField.DecidedOn);
        var decided = Required(SheetField.DecidedOn, _cells.Day(SheetField.DecidedOn));
        var basis = Word<Basis>(SheetField.Basis);
        var type = Word<JudgmentType>(SheetField.Type);
        var kind = Word<ObligationKind>(SheetField.ObligationKind);
        var amount = _cells.Amount(SheetField.Amount);
        _ = number is null && code is null ? Required(SheetField.DecisionNumber, number) : number;
        if (amount is null && !_cells.IsBad(SheetField.ObligationKind) && kind is not (ObligationKind.Act or ObligationKind.ReturnProperty))
        {
            _cells.Refuse(SheetField.Amount, new Refusal("sheet.amount-missing"));
        }

        var commune = _cells.Word(SheetField.Commune);
        if (commune is not null && !_units.Communes.ContainsKey(commune))
        {
            _cells.Refuse(SheetField.Commune, new Refusal("code.unknown", commune, "communes"));
        }

        var known = _cells.Day(SheetField.KnownOn);
        var read = new Matter(
            NewId.Next(), code ?? "", _unit, 0, number, decided ?? default, default, basis, type, _cells.Flag(SheetField.CreditInstitution), _cells.Flag(SheetField.Corruption),
            _cells.Flag(SheetField.ByDelegation), _cells.Number(SheetField.JudgmentNumber, SheetField.JudgmentOn), _cells.Day(SheetField.JudgmentOn), _cells.Text(SheetField.Court),
            _cells.Day(SheetField.EffectiveOn), _cells.Day(SheetField.ReceivedOn), _cells.Day(SheetField.RequestedOn), commune, [Line(kind, amount ?? 0)], null, 0);
        var officer = _cells.Word(SheetField.Officer) is { } named ? Officer(named) : 0;
        if (decided is not { } on || _cells.IsRefused || WhyNotOn(on, officer, out var assigned))
        {
            return null;
        }

        if (_cells.Text(SheetField.DocketYear) is { } year && year != $"{Law.StatisticalYear.Of(on).Year}")
        {
            _cells.Refuse(SheetField.DocketYear, new Refusal("sheet.docket-year", $"{Law.StatisticalYear.Of(on).Year}"));
        }

        var since = there?.Matter.KnownOn ?? known ?? (_mapping.Known == KnownHabit.Import ? _today : on);
        if (since < on || since > _today)
        {
            _cells.Refuse(known is null ? SheetField.DecidedOn : SheetField.KnownOn, since < on ? new Refusal("day.known-before", since, on) : new Refusal("day.future", since, _today));
            return null;
        }

        read = read with { Officer = assigned is null ? officer : 0, KnownOn = since };
        var steps = _story.Of(read, day => _mapping.Known == KnownHabit.Import ? _today : day < since ? since : day, there, assigned);
        return new SheetMatter(_cells.Row, read, steps, _cells.Text(SheetField.DebtorAddress), _cells.Text(SheetField.Note));
    }

    private Obligation Line(ObligationKind kind, long amount) => new(
        1, "1", kind,
        _cells.Has(SheetField.StateRevenue) ? _cells.Flag(SheetField.StateRevenue) : kind is ObligationKind.CourtFee or ObligationKind.Fine or ObligationKind.Confiscation,
        amount, _cells.Text(SheetField.Debtor), _cells.Text(SheetField.Creditor), _cells.Text(SheetField.What), null);

    private int Officer(string code) => _units.OfficerOf(code) ?? _cells.RefuseNone<int>(SheetField.Officer, new Refusal("code.unknown", code, "officers"));

    /// <summary>Whether the matter cannot have been docketed by this unit for this officer on that day.</summary>
    /// <param name="assigned">The officer's first day, where the matter is older and the mapping says that this is its day.</param>
    private bool WhyNotOn(DateOnly on, int officer, out (int Officer, DateOnly On)? assigned)
    {
        assigned = null;
        if (on > _today)
        {
            _cells.Refuse(SheetField.DecidedOn, new Refusal("day.future", on, _today));
            return true;
        }

        if (!_units.IsValidOn(_unit, on))
        {
            _cells.Refuse(SheetField.DecidedOn, new Refusal("unit.not-valid", _mapping.Unit, on));
            return true;
        }

        if (officer == 0 || _units.Serves(officer, _unit, on))
        {
            return false;
        }

        var later = _units.ServiceOf(officer).Where(s => s.Unit == _unit && s.ValidFrom > on).Select(s => s.ValidFrom!.Value).DefaultIfEmpty().Min();
        if (_mapping.OfficerFrom == OfficerHabit.Service && later != default && later <= _today)
        {
            assigned = (officer, later);
            return false;
        }

        _cells.Refuse(SheetField.Officer, new Refusal("officer.not-in-unit", _units.OfficerCode(officer), _mapping.Unit, on));
        return true;
    }

    private T Word<T>(SheetField field)
        where T : struct, Enum
    {
        var word = _cells.Word(field);
        return word is not null && Codes.TryRead<T>(word, out var value) ? value
            : _cells.IsBad(field) ? default
            : _cells.RefuseNone<T>(field, word is null ? new Refusal("sheet.missing", field) : new Refusal("sheet.word-unknown", word, field));
    }

    private T Required<T>(SheetField field, T value)
    {
        if (value is null && !_cells.IsBad(field))
        {
            _cells.Refuse(field, new Refusal("sheet.missing", field));
        }

        return value;
    }
}
