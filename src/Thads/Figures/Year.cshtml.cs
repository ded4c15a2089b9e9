using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;

namespace Thads.Figures;

/// <summary>The start page: the year of a unit in words and figures, each figure a link to what is behind it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class YearModel(Work work) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public YearSummaryReport? Summary { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Start);
        }

        Summary = await YearSummary.RunAsync(Address.Question("01"), work, ct);
        return Page();
    }

    /// <summary>Sentences of a measure, each with those that enlarge on it.</summary>
    public static IReadOnlyList<(string Sentence, IReadOnlyList<string> Under)> Sentences(YearMeasure measure, Language language)
    {
        var found = new List<(string Sentence, IReadOnlyList<string> Under)>();
        foreach (var line in WriteSummary.Lines(measure, language).Select(line => line.Replace(" %", "\u00a0%", StringComparison.Ordinal)))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal) && found.Count > 0)
            {
                found[^1] = (found[^1].Sentence, [.. found[^1].Under, line.Trim()]);
            }
            else
            {
                found.Add((line, []));
            }
        }

        return found;
    }
}
