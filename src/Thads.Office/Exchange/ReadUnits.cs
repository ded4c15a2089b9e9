using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Exchange;

/// <summary>
/// Units, successions, communes and officers of an exchange set: checked against what is there, then written. Who may bring in what
/// concerns some units alone adds officers and communes of these, and no branch of the tree.
/// </summary>
public sealed class ReadUnits(UnitTree tree, ExchangeScope scope)
{
    private readonly HashSet<int> _units = [.. tree.Units];
    private readonly HashSet<int> _officers = [.. tree.Officers];
    private readonly List<(UnitPeriod Period, RowPlace Place, string Parent)> _periods = [];
    private readonly List<UnitSuccession> _successions = [];
    private readonly List<OfficerPeriod> _service = [];
    private readonly List<(Commune Commune, RowPlace Place)> _communes = [];

    /// <summary>Rows of units: a code may have several with periods that do not overlap; parents may stand further down.</summary>
    /// <param name="codes">The file, used up for its codes.</param>
    /// <param name="rows">The same file again.</param>
    public void Units(RowReader codes, RowReader rows)
    {
        while (codes.Read())
        {
            var code = codes.Cell("code").ToString();
            if (code.Length > 0 && tree.UnitOf(code) is null)
            {
                tree.AddUnit(Next(tree.Units), code);
            }
        }

        while (rows.Read())
        {
            var period = new UnitPeriod(
                tree.UnitOf(rows.Text("code")) ?? 0, rows.Text("name"), rows.Word<UnitKind>("kind"), Unit(rows, "parent"),
                rows.DayOrNone("valid_from"), rows.DayOrNone("valid_to"), rows.Extra());
            Ordered(rows, period.ValidFrom, period.ValidTo);
            if (IsNew(rows, tree.PeriodsOf(period.Unit), period, p => (p.ValidFrom, p.ValidTo), (a, b) => a with { Extra = b.Extra } == b)
                && MayAdd(rows, "code", whole: true, period.Unit))
            {
                _periods.Add((tree.Add(period), rows.Place, rows.Cell("parent").ToString()));
            }
        }

        RefuseBelowNothing(rows);
    }

    /// <summary>A row in a circle, or below a unit that has no sound row, is refused, and so are those below it in turn; a code without a sound row is no unit.</summary>
    private void RefuseBelowNothing(RowReader rows)
    {
        while (_periods.Select(p => (p, Why: UnitRules.Placed(tree, p.Period, p.Parent))).Where(p => p.Why is not null).ToList() is { Count: > 0 } refused)
        {
            foreach (var (row, why) in refused)
            {
                rows.RefuseAt(row.Place, "parent", why!, tree.UnitCode(row.Period.Unit));
                tree.Remove(row.Period);
                _periods.Remove(row);
            }
        }

        tree.RemoveUnitsWithoutPeriod();
    }

    public void Successions(RowReader rows)
    {
        while (rows.Read())
        {
            var (from, to, on) = (Unit(rows, "from"), Unit(rows, "to"), rows.DayOrNone("on"));
            if (rows.IsRefused || from is null || to is null || on is null)
            {
                continue;
            }

            if (UnitRules.NotItself(from.Value, to.Value, rows.Cell("to").ToString()) is { } why)
            {
                rows.Refuse("to", why);
                continue;
            }

            if (UnitRules.SuccessorOn(tree, from.Value, on.Value) is { } there)
            {
                if (there != to)
                {
                    rows.Refuse("to", new Refusal("row.contradicts", "to"));
                }

                continue;
            }

            if (!MayAdd(rows, "from", whole: true, from.Value))
            {
                continue;
            }

            _successions.Add(tree.Add(new UnitSuccession(from.Value, to.Value, on.Value, rows.Extra())));
        }
    }

    public void Communes(RowReader rows)
    {
        var inFile = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var commune = new Commune(0, rows.Text("code"), rows.Text("name"), Unit(rows, "unit") ?? 0, rows.DayOrNone("valid_from"), rows.DayOrNone("valid_to"),
                rows.TextOrNone("successor"), rows.Extra());
            Ordered(rows, commune.ValidFrom, commune.ValidTo);
            if (rows.IsRefused)
            {
                continue;
            }

            if (!inFile.Add(commune.Code))
            {
                rows.Refuse("code", new Refusal("row.twice", commune.Code));
            }
            else if (!tree.Communes.TryGetValue(commune.Code, out var there))
            {
                if (MayAdd(rows, "unit", whole: false, commune.Unit))
                {
                    _communes.Add((tree.Add(commune with { Id = Next(tree.Communes.Values.Select(c => c.Id)) }), rows.Place));
                }
            }
            else if (commune with { Id = there.Id, Extra = there.Extra } != there)
            {
                rows.Refuse("code", new Refusal("row.contradicts", commune.Code));
            }
        }

        // Successors may stand further down, and one that is refused is none.
        while (_communes.Where(c => c.Commune.Successor is { } successor && !tree.Communes.ContainsKey(successor)).ToList() is { Count: > 0 } refused)
        {
            foreach (var row in refused)
            {
                rows.RefuseAt(row.Place, "successor", new Refusal("code.unknown", row.Commune.Successor!, "communes"), row.Commune.Code);
                tree.Remove(row.Commune);
                _communes.Remove(row);
            }
        }
    }

    public void Officers(RowReader rows)
    {
        while (rows.Read())
        {
            var code = rows.Text("code");
            var unit = Unit(rows, "unit") ?? 0;
            var period = new OfficerPeriod(
                tree.OfficerOf(code) ?? 0, rows.Text("name"), unit, rows.Word<OfficerTitle>("title"), rows.DayOrNone("valid_from"), rows.DayOrNone("valid_to"), rows.Extra());
            Ordered(rows, period.ValidFrom, period.ValidTo);
            if (IsNew(rows, tree.ServiceOf(period.Officer), period, p => (p.ValidFrom, p.ValidTo), (a, b) => a with { Extra = b.Extra } == b)
                && MayAdd(rows, "unit", whole: false, unit))
            {
                if (period.Officer == 0)
                {
                    period = period with { Officer = tree.AddOfficer(Next(tree.Officers), code) };
                }

                tree.Add(period);
                _service.Add(period);
            }
        }
    }

    /// <summary>Writes what is new, under the act of the work. False when nothing is.</summary>
    public async Task<bool> WriteAsync(Work work, CancellationToken ct)
    {
        if (_periods.Count + _successions.Count + _communes.Count + _service.Count == 0)
        {
            return false;
        }

        var (connection, act) = (await work.StartAsync(ct), await work.NumberAsync(ct));
        using var units = Data.BulkTable.Of(connection, "unit", "id", "code");
        using var periods = Data.BulkTable.Of(connection, "unit_period", "unit_id", "number", "name", "kind", "parent_id", "valid_from", "valid_to", "extra", "act");
        using var successions = Data.BulkTable.Of(connection, "unit_succession", "from_id", "to_id", "from_on", "extra", "act");
        using var communes = Data.BulkTable.Of(connection, "commune", "id", "code", "name", "unit_id", "valid_from", "valid_to", "successor", "extra", "act");
        using var officers = Data.BulkTable.Of(connection, "officer", "id", "code");
        using var service = Data.BulkTable.Of(connection, "officer_period", "officer_id", "number", "name", "unit_id", "title", "valid_from", "valid_to", "extra", "act");
        foreach (var unit in tree.Units.Where(u => !_units.Contains(u)))
        {
            units.Whole(unit).Text(tree.UnitCode(unit)).EndRow();
        }

        units.Flush();
        foreach (var (p, _, _) in _periods)
        {
            periods.Whole(p.Unit).Whole(1 + Place(tree.PeriodsOf(p.Unit), p)).Text(p.Name).Whole((int)p.Kind).WholeOrNone(p.Parent ?? 0).Day(p.ValidFrom).Day(p.ValidTo)
                .Text(p.Extra).Number(act).EndRow();
        }

        foreach (var s in _successions)
        {
            successions.Whole(s.From).Whole(s.To).Day(s.On).Text(s.Extra).Number(act).EndRow();
        }

        foreach (var (c, _) in _communes)
        {
            communes.Whole(c.Id).Text(c.Code).Text(c.Name).Whole(c.Unit).Day(c.ValidFrom).Day(c.ValidTo).Text(c.Successor).Text(c.Extra).Number(act).EndRow();
        }

        foreach (var officer in tree.Officers.Where(o => !_officers.Contains(o)))
        {
            officers.Whole(officer).Text(tree.OfficerCode(officer)).EndRow();
        }

        foreach (var p in _service)
        {
            service.Whole(p.Officer).Whole(1 + Place(tree.ServiceOf(p.Officer), p)).Text(p.Name).Whole(p.Unit).Whole((int)p.Title).Day(p.ValidFrom).Day(p.ValidTo)
                .Text(p.Extra).Number(act).EndRow();
        }

        foreach (var table in new[] { periods, successions, communes, officers, service })
        {
            table.Flush();
        }

        return true;
    }

    private static int Place<T>(IReadOnlyList<T> list, T item)
        where T : class
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (ReferenceEquals(list[i], item))
            {
                return i;
            }
        }

        throw new InvalidOperationException("The period is not in the tree.");
    }

    private static int Next(IEnumerable<int> ids) => 1 + ids.DefaultIfEmpty(0).Max();

    /// <summary>The unit of a code, or null for an empty cell; an unknown code is refused.</summary>
    private int? Unit(RowReader rows, string column)
    {
        var code = rows.TextOrNone(column);
        if (code is null)
        {
            return null;
        }

        var unit = tree.UnitOf(code);
        if (unit is null)
        {
            rows.Refuse(column, new Refusal("code.unknown", code, "units"));
        }

        return unit;
    }

    /// <summary>Whether the person may add what concerns this unit, or — <paramref name="whole"/> — may add to the tree itself.</summary>
    private bool MayAdd(RowReader rows, string column, bool whole, int unit)
    {
        if (scope.IsAll)
        {
            return true;
        }

        var why = whole ? new Refusal("exchange.tree-not-yours") : scope.WhyNot(unit, tree.UnitCode(unit));
        if (why is not null)
        {
            rows.Refuse(column, why);
        }

        return why is null;
    }

    private static void Ordered(RowReader rows, DateOnly? from, DateOnly? to)
    {
        if (UnitRules.Ordered(from, to) is { } why)
        {
            rows.Refuse("valid_to", why);
        }
    }

    /// <summary>A period that is there already is passed over; one that contradicts it, or overlaps another, is refused.</summary>
    private bool IsNew<T>(RowReader rows, IReadOnlyList<T> there, T period, Func<T, (DateOnly? From, DateOnly? To)> validity, Func<T, T, bool> same)
        where T : class
    {
        if (rows.IsRefused)
        {
            return false;
        }

        var (from, to) = validity(period);
        foreach (var other in there)
        {
            var (otherFrom, otherTo) = validity(other);
            if (same(period, other))
            {
                if (WasRead(other))
                {
                    rows.Refuse("code", new Refusal("row.twice", rows.Cell("code").ToString()));
                }

                return false;
            }

            if (UnitRules.Apart(rows.Cell("code").ToString(), [(otherFrom, otherTo)], from, to) is { } overlaps)
            {
                rows.Refuse(from == otherFrom ? "code" : "valid_from", from == otherFrom && !WasRead(other) ? new Refusal("row.contradicts", rows.Cell("code").ToString()) : overlaps);
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a period came with this set.</summary>
    private bool WasRead(object period) => period switch
    {
        UnitPeriod p => _periods.Any(q => ReferenceEquals(p, q.Period)),
        OfficerPeriod p => _service.Any(q => ReferenceEquals(p, q)),
        _ => false,
    };
}
