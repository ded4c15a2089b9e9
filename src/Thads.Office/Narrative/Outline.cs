using System.Text.Json;
using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>A section of the reports: its heading and what stands under it, by tag.</summary>
/// <param name="Level">0 = without a heading, 1 = I., 2 = 1.</param>
public sealed record OutlineSection(string Code, string? Title, int Level, IReadOnlyList<NarrativeKind> Of, IReadOnlyList<TemplateTag> Body);

/// <summary>A sentence and when it is said.</summary>
/// <param name="When">As <see cref="Sentences"/> reads it; empty = whenever all its numbers are known.</param>
public sealed record OutlineSentence(string When, string Text);

/// <summary>What the reports consist of: data, so that a sentence is changed without a program (outline.json).</summary>
public sealed class Outline
{
    private static readonly Lazy<Outline> Loaded = new(Load);

    private Outline(
        IReadOnlyList<OutlineSection> sections, IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, IReadOnlyList<OutlineSentence>> sentences, IReadOnlyList<string> news,
        IReadOnlyDictionary<string, string> meanings) =>
        (Sections, Texts, Sentences, News, Meanings) = (sections, texts, sentences, news, meanings);

    public static Outline One => Loaded.Value;

    public IReadOnlyList<OutlineSection> Sections { get; }

    /// <summary>The texts people write, code → what belongs in it.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<OutlineSentence>> Sentences { get; }

    /// <summary>Paragraphs of the news text, its title first.</summary>
    public IReadOnlyList<string> News { get; }

    /// <summary>What some sentences are for, where their code does not say it.</summary>
    public IReadOnlyDictionary<string, string> Meanings { get; }

    public IEnumerable<OutlineSection> Of(NarrativeKind kind) => Sections.Where(section => section.Of.Contains(kind));

    /// <summary>The texts a report of this kind has, in its order.</summary>
    public IEnumerable<string> TextsOf(NarrativeKind kind) => Of(kind).SelectMany(section => section.Body).Where(tag => tag.Kind == PlaceKind.Text).Select(tag => tag.Name);

    private static Outline Load()
    {
        using var stream = typeof(Outline).Assembly.GetManifestResourceStream("Thads.Office.Narrative.outline.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        return new Outline(
            [.. root.GetProperty("sections").EnumerateArray().Select(Section)],
            root.GetProperty("texts").EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!),
            root.GetProperty("sentences").EnumerateObject().ToDictionary(
                sentence => sentence.Name,
                sentence => (IReadOnlyList<OutlineSentence>)[.. sentence.Value.EnumerateArray().Select(s => new OutlineSentence(s.TryGetProperty("when", out var when) ? when.GetString()! : "", s.GetProperty("text").GetString()!))]),
            [.. root.GetProperty("news").EnumerateArray().Select(code => code.GetString()!)],
            root.GetProperty("meanings").EnumerateObject().ToDictionary(meaning => meaning.Name, meaning => meaning.Value.GetString()!));
    }

    private static OutlineSection Section(JsonElement section) => new(
        section.GetProperty("code").GetString()!, section.GetProperty("title").GetString(), section.GetProperty("level").GetInt32(),
        [.. section.GetProperty("of").EnumerateArray().Select(kind => Codes.TryRead<NarrativeKind>(kind.GetString(), out var known) ? known : throw new InvalidOperationException($"No kind of report {kind}."))],
        [.. section.GetProperty("body").EnumerateArray().Select(tag => TemplateTag.Read(tag.GetString()) ?? throw new InvalidOperationException($"No tag {tag}."))]);
}
