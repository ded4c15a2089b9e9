using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Tests.Narrative;

/// <summary>What stands in a .docx.</summary>
internal static partial class WordText
{
    /// <summary>Paragraph by paragraph, those of tables too.</summary>
    public static IReadOnlyList<string> Of(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    /// <summary>What Word would complain about, one line each.</summary>
    public static IReadOnlyList<string> Faults(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri}: {fault.Path?.XPath}: {fault.Description}")];
    }

    /// <summary>Controls that are still in it.</summary>
    public static IReadOnlyList<string> Controls(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.Document.Descendants<SdtElement>().Select(control => control.InnerText)];
    }

    /// <summary>Everything with a digit in it: 5.211, 84,88, 30/09/2020, 06/2019/TT-BTP.</summary>
    public static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[0-9][0-9.,/]*[0-9]|[0-9]")]
    private static partial Regex Number();
}
