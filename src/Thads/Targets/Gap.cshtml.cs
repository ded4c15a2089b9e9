using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Targets;
using Thads.Shared.Kit;

namespace Thads.Targets;

/// <summary>The matters that would bring a unit, or an officer, strictly above the target: cheapest first, each with its reasons and its owner.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class TargetsGapModel(Work work, PageText text) : PageModel
{
    /// <summary>So many lines are shown; the command gives all.</summary>
    public const int Shown = 200;

    public FigureFilter? Filter { get; private set; }

    public TargetAddress? Address { get; private set; }

    public Measure Measure { get; private set; } = Measure.Matters;

    public string? Officer { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public TargetGap? Gap { get; private set; }

    public string OfficerName => Gap!.Scope.OfficerName(Gap.Scope.Tree.OfficerOf(Officer!)!.Value)!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var figures = Filter.Read();
        Address = new TargetAddress(figures.Unit, figures.Year, figures.Months, figures.KnownOn);
        Officer = Request.Query["officer"].FirstOrDefault() is { Length: > 0 } officer ? officer : null;
        Measure = Codes.TryRead<Measure>(Request.Query["measure"].FirstOrDefault() ?? "", out var measure) ? measure : Measure.Matters;
        if (!Filter.IsPlain(figures))
        {
            return Redirect(Address.Gap(Measure, Officer));
        }

        Gap = await FindGap.RunAsync(Address.Period with { Officer = Officer }, Measure, work, ct);
        return Page();
    }

    public IReadOnlyList<Choice> Measures => [.. Enum.GetValues<Measure>().Select(measure => new Choice(Codes.CodeOf(measure), text.Of(measure)))];

    public string Why(GapLine line) => string.Join("; ", line.Why.Select(reason =>
        $"{text.Say($"EffortMark.{Codes.CodeOf(reason.Mark)}", reason.Number, reason.On ?? default)} ({(reason.Points < 0 ? "−" : "+")}{Math.Abs(reason.Points)})"));
}
