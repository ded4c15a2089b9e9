using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Documents;

/// <summary>Fills the content controls of a template. What comes out is an ordinary document: no controls of ours are left in it, and a part that has nothing to say is gone.</summary>
public sealed class FillDocx
{
    private readonly MainDocumentPart _main;
    private readonly Filling _filling;
    private int _charts;

    private FillDocx(MainDocumentPart main, Filling filling) => (_main, _filling) = (main, filling);

    /// <param name="template">A file <see cref="DocxTemplate.WhyNot"/> has nothing against.</param>
    /// <param name="title">Written into the properties of the document.</param>
    public static byte[] Run(byte[] template, Filling filling, string title)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var fill = new FillDocx(document.MainDocumentPart!, filling);
            foreach (var root in DocxTemplate.Roots(document))
            {
                fill.Fill(root, null);
                foreach (var cell in root.Descendants<TableCell>().Where(cell => cell.LastChild is not Paragraph))
                {
                    cell.Append(new Paragraph());
                }
            }

            document.PackageProperties.Title = title;
        }

        return file.ToArray();
    }

    /// <summary>The controls below an element that are not inside another one.</summary>
    private static List<SdtElement> Outermost(OpenXmlElement root) =>
        [.. root.Descendants<SdtElement>().Where(control => !control.Ancestors<SdtElement>().TakeWhile(above => above != root).Any())];

    /// <param name="row">The row being repeated, by column name; null outside of one.</param>
    /// <returns>Whether anything inside had something to say.</returns>
    private bool Fill(OpenXmlElement root, Dictionary<string, TextRun>? row)
    {
        var said = false;
        foreach (var control in Outermost(root))
        {
            said |= TemplateTag.Read(DocxTemplate.WrittenTag(control)) is { } tag ? Fill(control, tag, row) : Fill(control, row);
        }

        return said;
    }

    private bool Fill(SdtElement control, TemplateTag tag, Dictionary<string, TextRun>? row)
    {
        switch (tag.Kind)
        {
            case PlaceKind.Part:
                return Part(control, row);
            case PlaceKind.Repeated:
                return Repeat(control, tag);
            case PlaceKind.Number or PlaceKind.Word:
                Inline(control, [_filling.Texts.GetValueOrDefault(tag.Written) ?? Missing(tag)]);
                return _filling.Texts.ContainsKey(tag.Written);
            case PlaceKind.Column:
                Inline(control, [row?.GetValueOrDefault(tag.Name) ?? new TextRun("")]);
                return row is not null;
            case PlaceKind.Sentences or PlaceKind.Text:
                return Passages(control, _filling.Passages.GetValueOrDefault(tag.Written) ?? []);
            case PlaceKind.Table:
                return Table(control, _filling.Grids.GetValueOrDefault(tag.Name));
            case PlaceKind.Chart:
                return Chart(control, _filling.Charts.GetValueOrDefault(tag.Name));
            default:
                throw new InvalidOperationException($"No way to fill {tag}.");
        }
    }

    /// <summary>Seen by whoever reads the document before it is signed.</summary>
    private static TextRun Missing(TemplateTag tag) => new($"[chưa có: {tag.Written}]");

    private bool Part(SdtElement control, Dictionary<string, TextRun>? row)
    {
        var said = Fill(control, row);
        if (said)
        {
            Unwrap(control);
        }
        else
        {
            control.Remove();
        }

        return said;
    }

    private bool Repeat(SdtElement control, TemplateTag tag)
    {
        var grid = _filling.Grids.GetValueOrDefault(tag.Name);
        var rows = control.Descendants<TableRow>().ToList();
        foreach (var line in grid?.Rows ?? [])
        {
            var cells = grid!.Columns.Zip(line.Cells).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            foreach (var made in rows.Select(r => (TableRow)r.CloneNode(true)))
            {
                control.InsertBeforeSelf(made);
                Fill(made, cells);
            }
        }

        control.Remove();
        return grid is { Rows.Count: > 0 };
    }

    private static bool Passages(SdtElement control, IReadOnlyList<Passage> passages)
    {
        if (control is not SdtBlock)
        {
            Inline(control, [.. passages.SelectMany((passage, i) => i == 0 ? passage.Runs : [new TextRun(" "), .. passage.Runs])]);
            return passages.Count > 0;
        }

        var first = control.Descendants<Paragraph>().FirstOrDefault();
        foreach (var passage in passages)
        {
            control.InsertBeforeSelf(DocxPieces.Paragraph(passage.Runs, first?.ParagraphProperties, Look(control)));
        }

        control.Remove();
        return passages.Count > 0;
    }

    private static bool Table(SdtElement control, Grid? grid)
    {
        if (grid is { Rows.Count: > 0 })
        {
            control.InsertBeforeSelf(Caption(grid.Title, control));
            control.InsertBeforeSelf(DocxPieces.Table(grid));
            control.InsertBeforeSelf(new Paragraph($"<w:p {DocxPieces.Namespaces}><w:pPr><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"));
        }

        control.Remove();
        return grid is { Rows.Count: > 0 };
    }

    private bool Chart(SdtElement control, Chart? chart)
    {
        if (chart is not null)
        {
            control.InsertBeforeSelf(Caption(chart.Title, control));
            control.InsertBeforeSelf(DocxChart.Add(chart, ++_charts, _main));
        }

        control.Remove();
        return chart is not null;
    }

    /// <summary>In the look of the paragraph that stood in the control, kept with what follows it.</summary>
    private static Paragraph Caption(string title, SdtElement control)
    {
        var made = DocxPieces.Paragraph([new TextRun(title)], control.Descendants<Paragraph>().FirstOrDefault()?.ParagraphProperties, Look(control));
        made.ParagraphProperties ??= new ParagraphProperties();
        made.ParagraphProperties.KeepNext = new KeepNext();
        return made;
    }

    /// <summary>The look of the text that stood in the control; that of a place to be filled in is not kept.</summary>
    private static RunProperties? Look(SdtElement control)
    {
        if (control.Descendants<Run>().FirstOrDefault()?.RunProperties?.CloneNode(true) is not RunProperties look)
        {
            return null;
        }

        look.RunStyle = null;
        return look;
    }

    /// <summary>Text in the place of what stood in the control, in its look; the paragraph or cell around it stays.</summary>
    private static void Inline(SdtElement control, IReadOnlyList<TextRun> runs)
    {
        var made = DocxPieces.Runs(runs, Look(control)).ToList();
        if (control is SdtRun)
        {
            made.ForEach(run => control.InsertBeforeSelf(run));
            control.Remove();
            return;
        }

        var paragraph = control.Descendants<Paragraph>().FirstOrDefault();
        if (paragraph is not null)
        {
            foreach (var child in paragraph.ChildElements.Where(child => child is not ParagraphProperties).ToList())
            {
                child.Remove();
            }

            paragraph.Append(made);
            foreach (var other in control.Descendants<Paragraph>().Where(p => p != paragraph).ToList())
            {
                other.Remove();
            }
        }

        Unwrap(control);
    }

    private static void Unwrap(SdtElement control)
    {
        var content = control.ChildElements.FirstOrDefault(child => child.LocalName == "sdtContent");
        foreach (var child in content?.ChildElements.ToList() ?? [])
        {
            child.Remove();
            control.InsertBeforeSelf(child);
        }

        control.Remove();
    }
}
