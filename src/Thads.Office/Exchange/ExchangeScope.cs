using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;

namespace Thads.Office.Exchange;

/// <summary>
/// What somebody may bring in and take out: everything, or only what concerns the units over which the right holds. The one place that
/// says so for import and export; what a person may see is asked of <see cref="Person.Sees"/> as everywhere.
/// </summary>
public sealed class ExchangeScope
{
    private readonly Person _person;

    private ExchangeScope(Person person) => _person = person;

    /// <summary>The right holds over the whole tree, units that come later included.</summary>
    public bool IsAll => _person.MayEverywhere(Permissions.Exchange);

    /// <exception cref="NotAllowedException">The person may bring in nothing at all.</exception>
    public static ExchangeScope Of(Work work)
    {
        work.Require(Permissions.Exchange);
        return new ExchangeScope(work.Person);
    }

    public bool Has(int unit) => _person.MayIn(unit, Permissions.Exchange);

    public bool Sees(int unit) => IsAll || _person.Sees(unit);

    /// <summary>Why a row about this unit may not come in, or null.</summary>
    public Refusal? WhyNot(int unit, string code) => unit == 0 || Has(unit) ? null : new Refusal("exchange.not-your-unit", code);

    /// <summary>Of these codes of matters, those that somebody else's unit holds: for this person they are not there, but they are taken.</summary>
    public async Task<IReadOnlySet<string>> HeldElsewhereAsync(DbConnection connection, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        if (IsAll || codes.Count == 0)
        {
            return new HashSet<string>();
        }

        var names = codes.Select((code, i) => ($"c{i}", (object?)code)).ToArray();
        var held = await connection.ListAsync(
            $"SELECT m.code, n.unit_id FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code IN ({string.Join(',', names.Select(n => '@' + n.Item1))})",
            r => (Code: r.GetString(0), Unit: r.GetInt32(1)), ct, names);
        return held.Where(m => !Sees(m.Unit)).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The parties a matter this person sees speaks of; null = all.</summary>
    public async Task<IReadOnlySet<string>?> PartiesSeenAsync(DbConnection connection, CancellationToken ct)
    {
        if (IsAll)
        {
            return null;
        }

        var seen = await connection.ListAsync(
            "SELECT DISTINCT p.code, n.unit_id FROM party p JOIN matter_party q ON q.party_id = p.id JOIN matter_now n ON n.matter_id = q.matter_id",
            r => (Code: r.GetString(0), Unit: r.GetInt32(1)), ct);
        return seen.Where(p => Sees(p.Unit)).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The unit that holds a matter after all its known steps.</summary>
    public static int HolderOf(MatterFile file) => Holders(file).Select(h => h.After).LastOrDefault(file.Matter.Unit);

    /// <summary>
    /// Of the steps with a number above <paramref name="inBooks"/>, those that happen while a unit holds the matter that is not this person's:
    /// handing over to another unit is the last such a person may say of a matter.
    /// </summary>
    public IEnumerable<Step> StepsOfOthers(MatterFile file, int inBooks) =>
        IsAll ? [] : Holders(file).Where(h => h.Step.Number > inBooks && !Has(h.Before)).Select(h => h.Step);

    private static IEnumerable<(Step Step, int Before, int After)> Holders(MatterFile file)
    {
        var known = file.Steps.Where(s => s.VoidedOn is null).ToList();
        known.Sort(Step.InOrder);
        var holder = file.Matter.Unit;
        foreach (var step in known)
        {
            var before = holder;
            holder = step.Kind == StepKind.Transferred ? step.ToUnit : holder;
            yield return (step, before, holder);
        }
    }
}
