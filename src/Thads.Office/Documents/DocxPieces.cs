using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Documents;

/// <summary>Paragraphs and tables as WordprocessingML. Texts are escaped here and nowhere else.</summary>
public static class DocxPieces
{
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>Follows a number that was typed by hand.</summary>
    public const string HandMark = "(*)";

    /// <summary>Width of the text of an A4 page with margins of 30 and 15 mm, in twentieths of a point.</summary>
    private const int TextWidth = 9354;

    /// <summary>What XML cannot hold falls away.</summary>
    public static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' || !Rune.IsControl(rune)).Where(rune => rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString())))!;

    /// <param name="properties">XML of the run's properties, or empty.</param>
    public static IEnumerable<Run> Runs(IEnumerable<TextRun> runs, RunProperties? properties)
    {
        foreach (var run in runs)
        {
            yield return Run(run.Text, properties);
            if (run.IsMarked)
            {
                var mark = Run(HandMark, properties);
                mark.RunProperties ??= new RunProperties();
                mark.RunProperties.VerticalTextAlignment = new VerticalTextAlignment { Val = VerticalPositionValues.Superscript };
                yield return mark;
            }
        }
    }

    public static Paragraph Paragraph(IEnumerable<TextRun> runs, ParagraphProperties? paragraph, RunProperties? properties)
    {
        var made = new Paragraph();
        if (paragraph is not null)
        {
            made.ParagraphProperties = (ParagraphProperties)paragraph.CloneNode(true);
            made.ParagraphProperties.SectionProperties = null;
        }

        made.Append(Runs(runs, properties));
        return made;
    }

    /// <summary>The title above, the head repeated on every page, rows never broken across pages.</summary>
    public static Table Table(Grid grid)
    {
        var all = grid.Columns.Sum(column => column.Width);
        var widths = grid.Columns.Select(column => TextWidth * column.Width / all).ToList();
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<w:tbl {Namespaces}><w:tblPr><w:tblW w:w=\"{TextWidth}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }

        xml.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        xml.Append(string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width.ToString(CultureInfo.InvariantCulture)}\"/>"))).Append("</w:tblGrid>");
        Row(xml, [.. grid.Columns.Select(column => new TextRun(column.Title))], grid, widths, isHead: true, isBold: true);
        foreach (var row in grid.Rows)
        {
            Row(xml, row.Cells, grid, widths, isHead: false, row.IsTotal);
        }

        return new Table(xml.Append("</w:tbl>").ToString());
    }

    private static void Row(StringBuilder xml, IReadOnlyList<TextRun> cells, Grid grid, List<int> widths, bool isHead, bool isBold)
    {
        xml.Append("<w:tr><w:trPr><w:cantSplit/>").Append(isHead ? "<w:tblHeader/>" : "").Append("</w:trPr>");
        for (var i = 0; i < cells.Count; i++)
        {
            var side = isHead ? "center" : grid.Columns[i].IsNumber ? "right" : "left";
            var bold = isBold ? "<w:b/>" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[i]}\" w:type=\"dxa\"/>{(isHead ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>" : "")}<w:vAlign w:val=\"center\"/></w:tcPr>")
                .Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"{side}\"/></w:pPr>")
                .Append(CultureInfo.InvariantCulture, $"<w:r><w:rPr>{bold}<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr><w:t xml:space=\"preserve\">{Escape(cells[i].Text)}</w:t></w:r>");
            if (cells[i].IsMarked)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<w:r><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{HandMark}</w:t></w:r>");
            }

            xml.Append("</w:p></w:tc>");
        }

        xml.Append("</w:tr>");
    }

    private static Run Run(string text, RunProperties? properties)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.RunProperties = (RunProperties)properties.CloneNode(true);
        }

        var clean = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));
        run.Append(new Text(clean) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
        return run;
    }
}
