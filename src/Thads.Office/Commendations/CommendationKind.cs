using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Thads.Office.Commendations;

/// <summary>Emulation title (danh hiệu thi đua) or certificate (hình thức khen thưởng).</summary>
public enum CommendationType
{
    Title = 1,
    Certificate = 2,
}

/// <summary>Who a kind is for.</summary>
public enum CommendationFor
{
    Person = 1,
    Collective = 2,
    Both = 3,
}

/// <summary>How sure a value of the list is.</summary>
public enum CommendationMark
{
    /// <summary>Read in a source.</summary>
    Stated = 1,
    Inferred = 2,

    /// <summary>Our default.</summary>
    Ours = 3,

    /// <summary>Not checked against the text of the law.</summary>
    Open = 4,
}

/// <summary>What a condition that is not met does.</summary>
public enum ConditionWeight
{
    Refuse = 1,
    Warn = 2,
}

/// <summary>What a condition is checked against.</summary>
public enum ConditionCheck
{
    /// <summary>Nothing the program knows: people confirm it.</summary>
    NotKnown = 1,

    /// <summary>The recipient holds another kind of the same year.</summary>
    Holds = 2,

    /// <summary>An officer is above every target assigned to them.</summary>
    OfficerTarget = 3,

    /// <summary>The unit's year was recognised by one of these levels.</summary>
    Recognised = 4,

    /// <summary>Share of the unit's officers that hold a kind.</summary>
    Share = 5,

    /// <summary>The unit is above both its targets.</summary>
    UnitTargets = 6,

    /// <summary>Somebody of the unit holds a kind.</summary>
    Has = 7,

    /// <summary>There is at least one ground, or an achievement in words.</summary>
    SomeGround = 8,
}

/// <summary>A condition of a kind, as data.</summary>
/// <param name="Of">Codes it speaks of, by comma; null = none.</param>
/// <param name="Percent">Of a share.</param>
public sealed record CommendationCondition(string Code, ConditionCheck Check, string? Of, int? Percent, string Vi, ConditionWeight Weight, string Source, CommendationMark Mark);

/// <summary>A law that governs commendations between two days.</summary>
/// <param name="Until">Last day; null = still in force.</param>
public sealed record CommendationLaw(string Code, string Name, DateOnly From, DateOnly? Until, CommendationMark Mark);

/// <summary>A kind of commendation: a list kept as data (`Lists/commendation-kinds.json`), titles first.</summary>
/// <param name="Articles">Article by code of the law.</param>
public sealed record CommendationKind(
    string Code, string Vi, string En, CommendationType Type, CommendationFor For, IReadOnlyDictionary<string, string> Articles, CommendationMark Mark, IReadOnlyList<CommendationCondition> Conditions)
{
    private static readonly Lazy<(IReadOnlyList<CommendationLaw> Laws, IReadOnlyList<CommendationKind> Kinds, DateOnly Checked)> Loaded = new(Load);

    public static IReadOnlyList<CommendationKind> All => Loaded.Value.Kinds;

    public static IReadOnlyList<CommendationLaw> Laws => Loaded.Value.Laws;

    /// <summary>The day the list was last checked.</summary>
    public static DateOnly LastChecked => Loaded.Value.Checked;

    /// <summary>Null where the list has no such code.</summary>
    public static CommendationKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);

    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    /// <summary>The law of a day; null = before the first one known here.</summary>
    public static CommendationLaw? LawOn(DateOnly day) => Laws.FirstOrDefault(law => law.From <= day && !(law.Until < day));

    /// <summary>The article by the law of a day: "Điều 23 Luật …"; null where no law is known.</summary>
    public string? Basis(DateOnly day) => LawOn(day) is { } law && Articles.TryGetValue(law.Code, out var article) ? $"{article} {law.Name}" : null;

    public bool IsFor(bool collective) => For == CommendationFor.Both || (For == CommendationFor.Collective) == collective;

    private static (IReadOnlyList<CommendationLaw>, IReadOnlyList<CommendationKind>, DateOnly) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Commendations.Lists.commendation-kinds.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        return (
            [.. root.GetProperty("laws").EnumerateArray().Select(law => new CommendationLaw(
                Text(law, "code"), Text(law, "name"), Day(Text(law, "from")), law.GetProperty("until").GetString() is { } until ? Day(until) : null, Word<CommendationMark>(law, "mark")))],
            [.. root.GetProperty("kinds").EnumerateArray().Select(kind => new CommendationKind(
                Text(kind, "code"), Text(kind, "vi"), Text(kind, "en"), Word<CommendationType>(kind, "type"), Word<CommendationFor>(kind, "for"),
                kind.GetProperty("articles").EnumerateObject().ToDictionary(article => article.Name, article => article.Value.GetString()!), Word<CommendationMark>(kind, "mark"),
                [.. kind.GetProperty("conditions").EnumerateArray().Select(condition => new CommendationCondition(
                    Text(condition, "code"), Word<ConditionCheck>(condition, "check"), condition.TryGetProperty("of", out var of) ? of.GetString() : null,
                    condition.TryGetProperty("percent", out var percent) ? percent.GetInt32() : null, Text(condition, "vi"), Word<ConditionWeight>(condition, "weight"), Text(condition, "source"),
                    Word<CommendationMark>(condition, "mark")))]))],
            Day(Text(root, "lastChecked")));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T Word<T>(JsonElement of, string name)
        where T : struct, Enum => Codes.TryRead<T>(Text(of, name).Replace('-', '_'), out var value) ? value : throw new InvalidOperationException($"{Text(of, name)} is no {typeof(T).Name}.");
}
