using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Committee;

/// <summary>Several papers as one document, each from a new page on, on the paper of the first. Pictures of the later ones stay behind: they lie in files of their own.</summary>
internal static class JoinPapers
{
    /// <param name="papers">.docx, at least one.</param>
    public static byte[] Run(IReadOnlyList<byte[]> papers)
    {
        using var file = new MemoryStream();
        file.Write(papers[0]);
        using (var whole = WordprocessingDocument.Open(file, isEditable: true))
        {
            var body = whole.MainDocumentPart!.Document!.Body!;
            foreach (var paper in papers.Skip(1))
            {
                using var next = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
                OpenXmlElement last = body.Elements<SectionProperties>().LastOrDefault() is { } section ? section.InsertBeforeSelf(Break()) : body.AppendChild(Break());
                foreach (var element in next.MainDocumentPart!.Document!.Body!.Elements().Where(element => element is not SectionProperties).Select(element => element.CloneNode(true)))
                {
                    element.Descendants<Drawing>().ToList().ForEach(drawing => drawing.Remove());
                    last = last.InsertAfterSelf(element);
                }
            }
        }

        return file.ToArray();
    }

    private static Paragraph Break() => new(new Run(new Break { Type = BreakValues.Page }));
}
