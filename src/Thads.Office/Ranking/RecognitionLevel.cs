using System.Reflection;
using System.Text.Json;

namespace Thads.Office.Ranking;

/// <summary>How a unit's year is recognised: a list kept as data (`Lists/recognition-levels.json`), the highest first.</summary>
/// <param name="Vi">The official words, as a decision prints them.</param>
public sealed record RecognitionLevel(string Code, string Vi, string En)
{
    private static readonly Lazy<IReadOnlyList<RecognitionLevel>> Loaded = new(Load);

    public static IReadOnlyList<RecognitionLevel> All => Loaded.Value;

    /// <summary>Null where the list has no such code.</summary>
    public static RecognitionLevel? Find(string? code) => All.FirstOrDefault(level => level.Code == code);

    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    private static IReadOnlyList<RecognitionLevel> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Ranking.Lists.recognition-levels.json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("levels").EnumerateArray().Select(level => new RecognitionLevel(
            level.GetProperty("code").GetString()!, level.GetProperty("vi").GetString()!, level.GetProperty("en").GetString()!))];
    }
}
