using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Figures;

/// <summary>Measures that no circular asks for, beside the legal rate: ours, and said to be so.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class FigureMeasuresModel(Work work) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public IReadOnlyList<IndicatorValue>? Values { get; private set; }

    public string UnitName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Address = Filter.Read();
        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Measures);
        }

        var found = await ReadIndicators.RunAsync(Address.Question("01"), work, ct);
        var tree = await UnitTree.OfAsync(work, ct);
        UnitName = tree.UnitName(tree.UnitOf(Address.Unit)!.Value, new Law.StatisticalYear(Address.Year).EndOfMonth(Address.Months));
        Values = found;
        return Page();
    }

    /// <summary>A value in the unit of its kind.</summary>
    public static string Written(IndicatorValue value, decimal? number, PageText text) => number is not { } there ? "–" : value.Indicator.Kind switch
    {
        IndicatorKind.Percent => WriteSummary.Percent(there),
        IndicatorKind.Times => text.Say("page.times", WriteForm.Number(there, isRate: true)),
        IndicatorKind.Days => text.Say("page.days", WriteForm.Number(there, isRate: false)),
    };
}
