using System.Reflection;
using System.Text.Json;

namespace Thads.Office.Programme;

/// <summary>A heading of the programme of work: a list kept as data (`Lists/programme-headings.json`), in the order of the programme.</summary>
/// <param name="Standing">A task of every year, to begin a draft with; null = none. Ours.</param>
/// <param name="Measure">How one sees that it is done.</param>
public sealed record ProgrammeHeading(string Code, string Vi, string En, string? Standing, string? Measure)
{
    private static readonly Lazy<IReadOnlyList<ProgrammeHeading>> Loaded = new(Load);

    public static IReadOnlyList<ProgrammeHeading> All => Loaded.Value;

    /// <summary>Null where the list has no such code.</summary>
    public static ProgrammeHeading? Find(string? code) => All.FirstOrDefault(heading => heading.Code == code);

    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vi,
        Language.English => En,
    };

    private static IReadOnlyList<ProgrammeHeading> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Programme.Lists.programme-headings.json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("headings").EnumerateArray().Select(heading => new ProgrammeHeading(
            heading.GetProperty("code").GetString()!, heading.GetProperty("vi").GetString()!, heading.GetProperty("en").GetString()!, Text(heading, "standing"), Text(heading, "measure")))];
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
