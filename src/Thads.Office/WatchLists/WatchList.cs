using System.Text.Json;

namespace Thads.Office.WatchLists;

/// <summary>What puts a matter on a list. Its word stands in watch-lists.json.</summary>
public enum WatchRule
{
    /// <summary>So many whole years since the decision; see <see cref="WatchList.Bands"/>.</summary>
    Age = 1,

    /// <summary>A credit institution is a party.</summary>
    Bank = 2,

    /// <summary>Marked as corruption or economic crime.</summary>
    Corruption = 3,

    /// <summary>Much money, or much that happened.</summary>
    LargeComplex = 4,

    /// <summary>A direction that is still open names it.</summary>
    Directed = 5,
}

/// <summary>What makes a matter complex. Its word stands in watch-lists.json.</summary>
public enum ComplexMark
{
    /// <summary>Lines (khoản) of the matter.</summary>
    Lines = 1,

    /// <summary>Coercions put off.</summary>
    PutOff = 2,

    /// <summary>Persuasions that were refused.</summary>
    Refused = 3,
}

/// <summary>A list of matters somebody watches: who is on it follows from the books by a rule, on any day.</summary>
/// <param name="Code">As it stands in addresses.</param>
/// <param name="Bands">Of <see cref="WatchRule.Age"/>: whole years from which a matter is on the list, the widest first.</param>
/// <param name="SaysVi">The rule in words; {0} is the threshold of money in tỷ.</param>
/// <param name="By">Where the rule comes from.</param>
public sealed record WatchList(string Code, string Rule, string Vi, string En, IReadOnlyList<int> Bands, string SaysVi, string SaysEn, string By, IReadOnlyList<WatchList.Mark>? Complex = null)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<IReadOnlyList<WatchList>> Loaded = new(Load);

    /// <param name="What">Word of a <see cref="ComplexMark"/>.</param>
    /// <param name="Least">From so many on.</param>
    public sealed record Mark(string What, int Least);

    public static IReadOnlyList<WatchList> All => Loaded.Value;

    public WatchRule Kind => Codes.TryRead<WatchRule>(Rule, out var rule) ? rule : throw new InvalidDataException($"watch-lists.json: {Rule} is no rule.");

    public string NameIn(Language language) => language == Language.English ? En : Vi;

    /// <summary>The rule in words.</summary>
    /// <param name="large">Threshold of money, in đồng.</param>
    public string SaysIn(Language language, long large) =>
        string.Format(Words.Format, language == Language.English ? SaysEn : SaysVi, (large / 1_000_000_000m).ToString("#,##0.###", Words.Format));

    public static WatchList? Find(string? code) => All.FirstOrDefault(list => list.Code == code);

    private static List<WatchList> Load()
    {
        using var stream = typeof(WatchList).Assembly.GetManifestResourceStream("Thads.Office.WatchLists.Lists.watch-lists.json")!;
        var lists = JsonSerializer.Deserialize<List<WatchList>>(stream, Reading)!;
        return lists.All(list => (list.Kind == WatchRule.Age) == (list.Bands.Count > 0) && (list.Kind == WatchRule.LargeComplex) == (list.Complex is { Count: > 0 })
                && (list.Complex ?? []).All(mark => Codes.TryRead<ComplexMark>(mark.What, out _)))
            ? lists
            : throw new InvalidDataException("watch-lists.json: bands belong to lists by age, marks to large and complex, and every mark is known.");
    }
}
