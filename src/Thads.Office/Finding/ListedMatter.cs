using Thads.Law;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>What a text of a matter is found by.</summary>
/// <param name="Key">Words without marks; a bar stands between what does not belong together.</param>
/// <param name="Written">Names in small letters, with their marks.</param>
internal readonly record struct ListedText(string Key, string Written);

/// <summary>One matter as the list shows and finds it: drawn from the books, and drawn anew it must be the same.</summary>
/// <param name="Debtor">Name of the first who owes; null where nobody is named.</param>
/// <param name="Debtors">How many owe.</param>
internal sealed record ListedMatter(
    Guid Id, string Code, string? DecisionNumber, MatterStanding Standing, int DocketYear, int Class, int Commune, DateOnly DecidedOn,
    string? Debtor, string DebtorOrder, int Debtors, string? Creditor, int Creditors)
{
    /// <summary>Parties in one text: PostgreSQL's index takes texts of a megabyte, and matters with tens of thousands of parties exist.</summary>
    private const int PartiesInAText = 200;

    /// <summary>One text for nearly all matters.</summary>
    public IReadOnlyList<ListedText> Texts { get; private init; } = [];

    /// <summary>Whether the row is the same, whatever the texts.</summary>
    public bool SameRow(ListedMatter other) => this with { Texts = [] } == other with { Texts = [] };

    /// <param name="parties">By code: those of the matter, at least.</param>
    public static ListedMatter Of(MatterFile file, MatterStanding standing, IReadOnlyDictionary<string, Party> parties, UnitTree units)
    {
        var matter = file.Matter;
        var named = Named(file, parties);
        var debtors = In(named, PartyRole.Debtor);
        var creditors = In(named, PartyRole.Creditor);
        return new ListedMatter(
            matter.Id, matter.Code, matter.DecisionNumber, standing, StatisticalYear.Of(matter.DecidedOn).Year, DocketClass.Of(matter, 0).Number,
            matter.Commune is { } commune && units.Communes.TryGetValue(commune, out var lies) ? lies.Id : 0, matter.DecidedOn,
            debtors.FirstOrDefault()?.Name, debtors is [var first, ..] ? NameOrder.Of(first.Name, first.Kind == PartyKind.Person) : "", debtors.Count,
            creditors.FirstOrDefault()?.Name, creditors.Count)
        {
            Texts = TextsOf(matter, named, units),
        };
    }

    /// <summary>Those with a role in the order of entry, then who is only named on a line. (Without roles, the debtor and creditor of a line are names.)</summary>
    private static List<Name> Named(MatterFile file, IReadOnlyDictionary<string, Party> parties)
    {
        var named = file.Parties.DistinctBy(role => (role.Role, role.Party)).Select(role => new Name(role.Role, parties[role.Party])).ToList();
        var seen = named.Select(name => (name.Role, name.Party.Name)).ToHashSet();
        foreach (var line in file.Matter.Lines)
        {
            Add(PartyRole.Debtor, line.Debtor);
            Add(PartyRole.Creditor, line.Creditor);
        }

        return named;

        void Add(PartyRole role, string? name)
        {
            if (name is not null && seen.Add((role, name)))
            {
                named.Add(new Name(role, new Party(Guid.Empty, "", PartyKind.Person, name, null, null, null, null, 0)));
            }
        }
    }

    private static List<Party> In(List<Name> named, PartyRole role) => [.. named.Where(name => name.Role == role).Select(name => name.Party)];

    private static List<ListedText> TextsOf(Matter matter, List<Name> named, UnitTree units)
    {
        string?[] head = [matter.Code, matter.DecisionNumber, matter.JudgmentNumber, .. Places(matter.Commune, units)];
        var parties = named.Select(name => name.Party).Distinct().ToList();
        return [.. parties.Chunk(PartiesInAText).DefaultIfEmpty([]).Select(some => new ListedText(
            Key(head.Concat(some.SelectMany(party => (string?[])[party.Name, party.Number, party.Address, .. Places(party.Commune, units)]))),
            string.Join(Apart, some.Select(party => SearchWords.AsWritten(party.Name)).Distinct())))];
    }

    /// <summary>A commune by the name it had, and by that of the one it went into.</summary>
    private static IEnumerable<string?> Places(string? code, UnitTree units)
    {
        var commune = code is null ? null : units.Communes.GetValueOrDefault(code);
        return [commune?.Name ?? code, commune?.Successor is { } next ? units.Communes.GetValueOrDefault(next)?.Name : null];
    }

    private static string Key(IEnumerable<string?> parts) =>
        string.Join(Apart, parts.Where(part => part is not null).Select(part => string.Join(' ', SearchWords.In(part!))).Where(words => words.Length > 0).Distinct());

    private const string Apart = " | ";

    private sealed record Name(PartyRole Role, Party Party);
}
