using System.Text;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Documents;
using Thads.Office.Narrative;
using Thads.Office.Reports;
using Thads.Overview.Charts;

namespace Thads.Narrative;

/// <summary>The report in words of a unit, in its order: every number a link, the texts people write, and the document that comes out of it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class NarrativeModel(Work work, PageText text, OfficeWeb.Shown shown) : ActPage(work, text)
{
    private static readonly string[] Chapters = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private static readonly string[] LineClasses = ["main", "before", "goal"];

    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public FigureFilter? Filter { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public NarrativeReading? Reading { get; private set; }

    public CutOffChoice? CutOff { get; private set; }

    /// <summary>The text for the portal as it stands.</summary>
    public IReadOnlyList<Passage> News { get; private set; } = [];

    /// <summary>Whether the year before has texts that could come over.</summary>
    public bool MayCarry { get; private set; }

    public static bool HasPdf => WritePdf.LibreOffice is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        var asked = Filter.Read();
        if (!Filter.IsPlain(asked))
        {
            return Redirect(new NarrativeAddress(asked.Unit, asked.Year, asked.Months, asked.KnownOn).Start);
        }

        await FillAsync(asked, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken ct)
    {
        var report = await ReadAsync(ct);
        return File(await WriteNarrative.RunAsync(report, Work, ct), Docx, NameOf(report, "docx"));
    }

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        var report = await ReadAsync(ct);
        return File(await WritePdf.RunAsync(await WriteNarrative.RunAsync(report, Work, ct), ct), "application/pdf", NameOf(report, "pdf"));
    }

    public async Task<IActionResult> OnGetNewsAsync(CancellationToken ct)
    {
        var report = await ReadAsync(ct);
        return File(Encoding.UTF8.GetBytes(WriteNarrative.News(report)), "text/plain; charset=utf-8", $"ban-tin-{report.Query.Unit}-{PageText.Year(report.Query.Year)}.txt");
    }

    /// <summary>The texts of the year before come over as drafts.</summary>
    public async Task<IActionResult> OnPostCarryAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        var asked = Filter.Read();
        await CarryTexts.RunAsync(new(asked.Unit, asked.Year, asked.Months, ActKey), Work, ct);
        return Redirect(new NarrativeAddress(asked.Unit, asked.Year, asked.Months, asked.KnownOn).Start);
    }

    /// <summary>The course of the year as it is drawn on the board. Bars are not drawn: the table before them says the same.</summary>
    public static LineChart Lines(Chart chart)
    {
        return new LineChart([.. chart.Series.Select((series, i) => new ChartLine(series.Name, LineClasses[Math.Min(i, 2)], series.Values))]);
    }

    public DateOnly Today => Work.Today;

    /// <summary>The sections that have something to say, or something to be written, numbered as in the document.</summary>
    public IEnumerable<(OutlineSection Section, string Heading)> Sections()
    {
        var all = Outline.One.Of(Reading!.Report.Query.Kind).ToList();
        var (chapter, item) = (0, 0);
        for (var i = 0; i < all.Count; i++)
        {
            var section = all[i];
            if (!IsShown(section) && !(section.Level == 1 && all.Skip(i + 1).TakeWhile(s => s.Level == 2).Any(IsShown)))
            {
                continue;
            }

            (chapter, item) = section.Level switch
            {
                1 => (chapter + 1, 0),
                2 => (chapter, item + 1),
                _ => (chapter, item),
            };
            yield return (section, $"{(section.Level == 1 ? Chapters[chapter] : PageText.Year(item))}. {section.Title}");
        }
    }

    private bool IsShown(OutlineSection section) => section.Body.Any(Reading!.Report.Has) || (Reading.MayWrite && section.Body.Any(tag => tag.Kind == PlaceKind.Text));

    private async Task<NarrativeReport> ReadAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, Work, ct);
        await FillAsync(Filter.Read(), ct);
        return Reading!.Report;
    }

    private async Task FillAsync(FigureAddress asked, CancellationToken ct)
    {
        Reading = await NarrativeReading.OfAsync(Request, asked, shown.IsSample, Work, ct);
        var (address, report) = (Reading.Address, Reading.Report);
        News = report.News;
        MayCarry = Reading.MayWrite && report.Texts.Count == 0 && await CarryTexts.HasAnyAsync(address.Unit, address.Year - 1, address.Months, Work, ct);
        var ways = CutOffChoice.Of(new FigureAddress(address.Unit, address.Year, address.Months, null, address.KnownOn), report.LastAct, Work.Today, Said, other => new NarrativeAddress(other.Unit, other.Year, other.Months, other.KnownOn).Start);
        var sent = await ReadReports.LastSentHeadAsync(new ReportAddress(address.Unit, null, address.Year, address.Months), Work, ct);
        CutOff = sent?.Sending is not { } sending ? ways : ways with
        {
            Ways =
            [
                .. ways.Ways.Select(way => address.Sent ? (way.Words, way.Address ?? (address with { Sent = false }).Start) : way),
                (Said.Say("yearly.as-sent", sending.Number), address.Sent ? null : (address with { Sent = true, KnownOn = null }).Start),
            ],
        };
    }

    private static string NameOf(NarrativeReport report, string extension) =>
        $"bao-cao-{report.Query.Unit}-{PageText.Year(report.Query.Year)}{(report.Query.Months == 12 ? "" : "-" + PageText.Year(report.Query.Months) + "-thang")}.{extension}";
}
