using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Units;

namespace Thads.Office.Narrative;

/// <summary>A report as a document: in the unit's own template, else that of the unit above, else the one that comes with the program.</summary>
public static class WriteNarrative
{
    /// <returns>A .docx.</returns>
    /// <exception cref="RefusedException">`narrative.contradiction`: numbers in it cannot all be true; `narrative.template-outdated`: its template has a tag that is none any more.</exception>
    public static async Task<byte[]> RunAsync(NarrativeReport report, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        RefusedException.ThrowIf(WhyNot(report));
        if (report.Query.Kind == NarrativeKind.News)
        {
            return NewsDocument(report);
        }

        var known = NarrativeTags.Of(report);
        return FillDocx.Run(await TemplateAsync(report, known, work, ct), Filling(report), report.Book.Texts["trich-yeu"]);
    }

    /// <summary>Why the report must not go out, or null.</summary>
    public static Refusal? WhyNot(NarrativeReport report) =>
        report.Clashes.Count == 0 ? null : new Refusal("narrative.contradiction", string.Join("; ", report.Clashes.Select(clash => clash.In(Language.Vietnamese))));

    /// <summary>The news text alone, a paragraph per line.</summary>
    public static string News(NarrativeReport report)
    {
        RefusedException.ThrowIf(WhyNot(report));
        return string.Join("\n\n", report.News.Select(passage => passage.Text.Replace('\u00a0', ' '))) + "\n";
    }

    public static Filling Filling(NarrativeReport report)
    {
        var texts = report.Book.Facts.ToDictionary(fact => $"so:{fact.Key}", fact => fact.Run(fact.Text));
        foreach (var (name, word) in report.Book.Texts)
        {
            texts[$"chu:{name}"] = new TextRun(word);
        }

        var passages = Outline.One.Sentences.Keys.Append(NarrativeTags.Recipients).Select(name => new TemplateTag(PlaceKind.Sentences, name))
            .Concat(Outline.One.Texts.Keys.Select(name => new TemplateTag(PlaceKind.Text, name))).ToDictionary(tag => tag.Written, report.Say);
        return new Filling(texts, passages, report.Book.Grids, report.Book.Charts);
    }

    /// <summary>The file that holds for the unit and this kind of report.</summary>
    internal static async Task<byte[]> TemplateAsync(NarrativeReport report, IReadOnlyList<KnownTag> known, Work work, CancellationToken ct)
    {
        if (await HoldingAsync(report.Unit, report.Query.Kind, work, ct) is not { } template)
        {
            return ShippedTemplate.Of(report.Query.Kind, known);
        }

        return await NarrativeStore.FileAsync(await work.ConnectAsync(ct), template.Number, ct);
    }

    /// <summary>The template of the unit, else of the nearest unit above that has one; null = the one that comes with the program.</summary>
    internal static async Task<NarrativeTemplate?> HoldingAsync(int unit, NarrativeKind kind, Work work, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var up = new List<int>();
        for (int? at = unit; at is { } there && !up.Contains(there); at = tree.PeriodOn(there, work.Today)?.Parent)
        {
            up.Add(there);
        }

        var all = (await NarrativeStore.TemplatesAsync(await work.ConnectAsync(ct), up, ct)).Where(template => template.Kind == kind).ToList();
        return up.Select(there => all.FirstOrDefault(template => template.Unit == there)).FirstOrDefault(template => template is { Length: > 0 });
    }

    private static byte[] NewsDocument(NarrativeReport report)
    {
        var paper = new OfficialPaper();
        var tags = report.News.Select((_, i) => new TemplateTag(PlaceKind.Sentences, $"news-{i}")).ToList();
        for (var i = 0; i < tags.Count; i++)
        {
            if (i == 0)
            {
                paper.Heading(3, report.News[0].Text);
            }
            else
            {
                paper.Place(new KnownTag(tags[i], "", report.News[i].Text));
            }
        }

        var passages = tags.Select((tag, i) => (tag, i)).ToDictionary(pair => pair.tag.Written, pair => (IReadOnlyList<Passage>)[report.News[pair.i]]);
        return FillDocx.Run(paper.ToFile(report.News[0].Text), new Filling(new Dictionary<string, TextRun>(), passages, new Dictionary<string, Grid>(), new Dictionary<string, Chart>()), report.News[0].Text);
    }
}
