using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Documents;

/// <summary>A .docx whose content controls name, by their tags, what goes into them.</summary>
public static class DocxTemplate
{
    /// <summary>A text template with a coat of arms is far below this.</summary>
    public const int MostBytes = 4 << 20;

    private const long MostUnpacked = 64L << 20;

    /// <summary>Why the file cannot be a template, or null. The tag is named.</summary>
    /// <returns>`template.too-large`, `template.broken`, `template.macros`, `template.outside`, `template.unknown-tag`, `template.wrong-place`, `template.nested`, `template.missing-tag`.</returns>
    public static Refusal? WhyNot(byte[] file, IReadOnlyCollection<KnownTag> known)
    {
        if (file.Length > MostBytes)
        {
            return new Refusal("template.too-large", file.Length >> 20, MostBytes >> 20);
        }

        try
        {
            using (var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
            {
                if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
                {
                    return new Refusal("template.too-large", zip.Entries.Sum(entry => entry.Length) >> 20, MostUnpacked >> 20);
                }
            }

            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            return document.MainDocumentPart?.Document?.Body is null ? new Refusal("template.broken")
                : document.DocumentType != WordprocessingDocumentType.Document || document.MainDocumentPart.VbaProjectPart is not null ? new Refusal("template.macros")
                : LooksOutside(document) ? new Refusal("template.outside")
                : WhyNotTags(document, known);
        }
        catch (Exception broken) when (broken is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or InvalidOperationException or ArgumentException or IOException)
        {
            return new Refusal("template.broken");
        }
    }

    /// <summary>The roots that may hold controls: the text, headers and footers.</summary>
    public static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        return new OpenXmlPartRootElement?[] { main.Document }.Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer))
            .Concat([main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes]).OfType<OpenXmlPartRootElement>();
    }

    /// <summary>What a control is tagged with; null where it has no tag.</summary>
    public static string? WrittenTag(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;

    private static Refusal? WhyNotTags(WordprocessingDocument document, IReadOnlyCollection<KnownTag> known)
    {
        var found = Roots(document).SelectMany(root => root.Descendants<SdtElement>()).Where(control => !string.IsNullOrWhiteSpace(WrittenTag(control))).ToList();
        foreach (var control in found)
        {
            var written = WrittenTag(control)!;
            if (TemplateTag.Read(written) is not { } tag || known.All(k => k.Tag != tag))
            {
                return new Refusal("template.unknown-tag", written);
            }

            var inside = control.Ancestors<SdtElement>().Select(above => TemplateTag.Read(WrittenTag(above))).OfType<TemplateTag>().ToList();
            if ((tag.NeedsOwnParagraph && control is not SdtBlock) || (tag.Kind == PlaceKind.Repeated && control is not SdtRow)
                || (tag.Kind == PlaceKind.Column && inside.All(above => above.Kind != PlaceKind.Repeated)))
            {
                return new Refusal("template.wrong-place", written);
            }

            if (inside.Any(above => above.Kind is not (PlaceKind.Part or PlaceKind.Repeated)))
            {
                return new Refusal("template.nested", written);
            }
        }

        var has = found.Select(WrittenTag).ToHashSet();
        return known.FirstOrDefault(k => k.IsRequired && !has.Contains(k.Tag.Written)) is { } missing ? new Refusal("template.missing-tag", missing.Tag.Written) : null;
    }

    /// <summary>Pictures, templates and other parts that would be fetched from elsewhere when somebody opens it; a link one clicks is none.</summary>
    private static bool LooksOutside(WordprocessingDocument document) =>
        document.GetAllParts().Any(part => part.ExternalRelationships.Any()) || document.ExternalRelationships.Any();
}
