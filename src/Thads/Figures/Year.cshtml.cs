using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures;

namespace Thads.Figures;

/// <summary>The year of a unit in words and figures, each figure a link to what is behind it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class YearModel(Work work, PageText text) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public YearSummaryReport? Summary { get; private set; }

    public CutOffChoice? CutOff { get; private set; }

    /// <summary>Whose office, who, when: every print says it.</summary>
    public string MadeBy => text.Say("matters.made-by", work.Person.Unit == 0 ? text.Say("page.brand") : work.Person.UnitName, work.Person.FullName, PageText.Moment(work.Now));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Start);
        }

        Summary = await YearSummary.RunAsync(Address.Question("01"), work, ct);
        CutOff = CutOffChoice.Of(Address, Summary.LastAct, work.Today, text, asked => asked.Start);
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
