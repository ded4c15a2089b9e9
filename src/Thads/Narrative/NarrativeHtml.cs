using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Thads.Office.Documents;
using Thads.Office.Narrative;

namespace Thads.Narrative;

/// <summary>Texts of a report as HTML: every number a link to where it comes from, one typed by hand marked and leading to who typed it.</summary>
public static class NarrativeHtml
{
    public static IHtmlContent Of(IEnumerable<TextRun> runs, NarrativeReading reading)
    {
        var html = new StringBuilder();
        foreach (var run in runs)
        {
            var said = WebUtility.HtmlEncode(run.Text);
            if (run.Fact is { } cell && FactSource.Read(cell, reading.Report.Query.Year) is { } source)
            {
                html.Append("<a href=\"").Append(WebUtility.HtmlEncode(reading.Address.Source(source, reading.IsMixed))).Append("\">").Append(said).Append("</a>");
            }
            else if (run.Fact is { } key && reading.Report.Book[key] is { } fact && run.Text.Any(char.IsDigit))
            {
                html.Append("<a href=\"").Append(WebUtility.HtmlEncode(reading.Address.Source(fact, reading.IsMixed))).Append("\">").Append(said).Append("</a>");
                if (run.IsMarked)
                {
                    html.Append("<a class=\"by-hand\" href=\"").Append(WebUtility.HtmlEncode(reading.Address.Number(key))).Append("\">").Append(DocxPieces.HandMark).Append("<span class=\"hidden\"> ").Append(WebUtility.HtmlEncode(fact.Title)).Append("</span></a>");
                }
            }
            else
            {
                html.Append(said);
            }
        }

        return new HtmlString(html.ToString());
    }
}
