using Thads.Figures;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Narrative;
using Thads.Office.Reports;

namespace Thads.Narrative;

/// <summary>The report an address asks for, drawn up: what every page of reports in words begins with.</summary>
/// <param name="MayWrite">Whether the person may write into it.</param>
public sealed record NarrativeReading(NarrativeAddress Address, NarrativeReport Report, bool MayWrite)
{
    /// <summary>Units that report by file are counted in: there are no matters behind the whole.</summary>
    public bool IsMixed => Report.Book.Texts.ContainsKey("reported");

    /// <param name="asked">What the filter read.</param>
    /// <exception cref="RefusedException">`narrative.nothing-sent`: the cut-off of what was sent, and nothing was.</exception>
    public static async Task<NarrativeReading> OfAsync(HttpRequest request, FigureAddress asked, bool isSample, Work work, CancellationToken ct)
    {
        var address = new NarrativeAddress(asked.Unit, asked.Year, asked.Months, asked.KnownOn, request.Query["sent"] == "1");
        var question = address.Question();
        if (address.Sent)
        {
            var head = await ReadReports.LastSentHeadAsync(new ReportAddress(address.Unit, null, address.Year, address.Months), work, ct) ?? throw new RefusedException(new Refusal("narrative.nothing-sent"));
            question = question with { KnownOn = head.KnownOn, LastAct = head.LastAct };
        }

        var report = await DrawNarrative.RunAsync(question, isSample, work, ct);
        return new NarrativeReading(address, report, work.Person.MayIn(report.Unit, Permissions.Report));
    }
}
