using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>
/// A filter as SQL over `matter_list l`, never wider than what the person sees. Our own numbers, and words of which only letters and
/// digits are left, stand in the text of the query, so that the database plans for them; all else is a parameter.
/// </summary>
internal sealed class MatterQuery
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _parameters = [];
    private readonly bool _isPostgres;

    private MatterQuery(MatterFilter filter, UnitTree tree, Person person, DateOnly today, bool isPostgres)
    {
        _isPostgres = isPostgres;
        var visible = tree.Units.VisibleTo(person);
        Seen = visible.Count < tree.Units.Count() ? $"l.unit_id IN ({Sql.List(visible.Order())})" : "1 = 1";
        NarrowToUnits(filter.Unit, tree, visible, today);
        NarrowToOfficer(filter.Officer, tree, visible);
        NarrowTo(filter.States.Count > 0, $"l.state IN ({Sql.List(filter.States.Select(s => (int)s))})");
        NarrowTo(filter.DocketFrom is not null, $"l.docket_year >= {filter.DocketFrom}");
        NarrowTo(filter.DocketTo is not null, $"l.docket_year <= {filter.DocketTo}");
        NarrowTo(filter.Basis is not null, $"(l.class & {DocketClass.OnRequestBit}) {(filter.Basis == Basis.OnRequest ? "<>" : "=")} 0");
        NarrowTo(filter.Types.Count > 0, $"(l.class & {DocketClass.TypeBits}) IN ({Sql.List(filter.Types.Select(t => (int)t))})");
        NarrowTo(filter.CreditInstitution, $"(l.class & {DocketClass.CreditInstitutionBit}) <> 0");
        NarrowTo(filter.Corruption, $"(l.class & {DocketClass.CorruptionBit}) <> 0");
        NarrowTo(filter.ByDelegation, $"(l.class & {DocketClass.ByDelegationBit}) <> 0");
        if (filter.Commune is { } commune)
        {
            var lies = tree.Communes.TryGetValue(commune, out var found) ? found.Id : throw new NotFoundException(new Refusal("code.unknown", commune, "communes"));
            _conditions.Add($"l.commune_id = {lies}");
        }

        NarrowTo(filter.LeftFrom, "l.remainder >= @leftFrom", "leftFrom");
        NarrowTo(filter.LeftTo, "l.remainder <= @leftTo", "leftTo");
        NarrowTo(filter.DecidedFrom, "l.decided_on >= @decidedFrom", "decidedFrom");
        NarrowTo(filter.DecidedTo, "l.decided_on <= @decidedTo", "decidedTo");
        NarrowTo(filter.MovedBefore, "l.moved_on < @movedBefore", "movedBefore");
        Words = SearchWords.Of(filter.Text);
        if (Words is { } words)
        {
            _conditions.Add(isPostgres
                ? $"l.number IN (SELECT t.number FROM matter_text t WHERE t.words @@ CAST($words${words.ForPostgres}$words$ AS tsquery))"
                : $"l.number IN (SELECT t.number FROM matter_word w JOIN matter_text t ON t.id = w.rowid WHERE w.matter_word MATCH '{words.ForSqlite}')");
        }
        else if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            // Something was looked for in which there is neither letter nor digit: it stands nowhere.
            _conditions.Add("1 = 0");
        }
    }

    public static async Task<MatterQuery> OfAsync(MatterFilter filter, Work work, CancellationToken ct) =>
        new(filter, await UnitTree.OfAsync(work, ct), work.Person, work.Today, (await work.ConnectAsync(ct)).IsPostgres());

    /// <summary>What the person sees, whatever is asked for.</summary>
    public string Seen { get; }

    /// <summary>What is looked for; null where nothing is.</summary>
    public SearchWords? Words { get; }

    /// <summary>`WHERE …`; the extra conditions come last.</summary>
    public string Where(params string[] more) => _conditions.Count + more.Length == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions.Concat(more));

    public (string Name, object? Value)[] Parameters(params (string Name, object? Value)[] more) => [.. _parameters, .. more];

    /// <summary>2 = what is looked for stands in a name just as it was typed, 1 = its words stand together, 0 = they stand apart. Null where that tells nothing.</summary>
    public (string Sql, (string, object?)[] Parameters)? Nearness
    {
        get
        {
            if (Words is null || (Words.Words.Count == 1 && !Words.HasMarks))
            {
                return null;
            }

            var at = _isPostgres ? "strpos" : "instr";
            return (
                $"""
                (SELECT max(CASE WHEN {at}(t.written, @written) > 0 THEN 2 WHEN {at}(t.key, @phrase) > 0 THEN 1 ELSE 0 END) FROM matter_text t WHERE t.number = l.number)
                """, [("written", Words.Written), ("phrase", Words.Phrase)]);
        }
    }

    private void NarrowToUnits(string? unit, UnitTree tree, IReadOnlySet<int> visible, DateOnly today)
    {
        if (unit is not null)
        {
            var id = tree.UnitOf(unit);
            _conditions.Add(id is { } found && visible.Contains(found)
                ? $"l.unit_id IN ({Sql.List(tree.ScopeOf(found, today).Where(visible.Contains).Order())})"
                : throw new NotFoundException(new Refusal("code.unknown", unit, "units")));
        }
        else if (visible.Count < tree.Units.Count())
        {
            _conditions.Add(Seen);
        }
    }

    private void NarrowToOfficer(string? officer, UnitTree tree, IReadOnlySet<int> visible)
    {
        if (officer == MatterFilter.Nobody)
        {
            _conditions.Add("l.officer_id IS NULL");
        }
        else if (officer is not null)
        {
            _conditions.Add(tree.OfficerOf(officer) is { } id && tree.ServiceOf(id).Any(s => visible.Contains(s.Unit))
                ? $"l.officer_id = {id}"
                : throw new NotFoundException(new Refusal("code.unknown", officer, "officers")));
        }
    }

    private void NarrowTo(bool isSaid, FormattableString condition)
    {
        if (isSaid)
        {
            _conditions.Add(FormattableString.Invariant(condition));
        }
    }

    private void NarrowTo(object? value, string condition, string parameter)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            _parameters.Add((parameter, value));
        }
    }
}
