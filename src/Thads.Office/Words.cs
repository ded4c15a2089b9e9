using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Thads.Office;

/// <summary>Vietnamese first, English second.</summary>
public enum Language
{
    Vietnamese = 1,
    English = 2,
}

/// <summary>
/// What the program says, by code. Every area keeps its sentences in one file `*.words.json`, both languages side by
/// side: { "code": { "vi": "…", "en": "…" } }. Numbers and dates are written the Vietnamese way in both languages.
/// </summary>
public static class Words
{
    private static readonly Lazy<FrozenDictionary<string, (string Vi, string En)>> Loaded = new(Load);

    /// <summary>All codes, for the test that finds missing words.</summary>
    public static IReadOnlyDictionary<string, (string Vi, string En)> All => Loaded.Value;

    /// <summary>The culture of every number, amount and date, whatever the language.</summary>
    public static CultureInfo Format { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Amounts and counts as whole numbers with dots, days as dd/MM/yyyy. A code without words is a defect and throws.</summary>
    public static string Say(Language language, string code, params object[] arguments)
    {
        if (!Loaded.Value.TryGetValue(code, out var words))
        {
            throw new KeyNotFoundException($"No words for '{code}'.");
        }

        var text = language switch
        {
            Language.Vietnamese => words.Vi,
            Language.English => words.En,
        };
        return arguments.Length == 0 ? text : string.Format(Format, text, [.. arguments.Select(a => Written(a, language))]);
    }

    private static object Written(object argument, Language language) => argument switch
    {
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        long or int => ((IFormattable)argument).ToString("N0", Format),
        Refusal refusal => refusal.In(language),
        Enum value => Say(language, $"{value.GetType().Name}.{Codes.CodeOf(value)}"),
        _ => argument,
    };

    private static FrozenDictionary<string, (string Vi, string En)> Load()
    {
        var all = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        IEnumerable<Assembly> assemblies = [typeof(Words).Assembly, .. Assembly.GetEntryAssembly() is { } entry && entry != typeof(Words).Assembly ? [entry] : Array.Empty<Assembly>()];
        foreach (var assembly in assemblies.Concat(AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name == "thads")).Distinct())
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".words.json", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var json = JsonDocument.Parse(stream);
                foreach (var word in json.RootElement.EnumerateObject())
                {
                    all.Add(word.Name, (word.Value.GetProperty("vi").GetString()!, word.Value.GetProperty("en").GetString()!));
                }
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
