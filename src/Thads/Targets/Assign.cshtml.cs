using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Fields;
using Thads.Office.Figures;
using Thads.Office.Targets;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Targets;

/// <summary>The form of a decision that assigns targets: to a unit and those below it, or to its officers, filled in with a proposal where that was asked for.</summary>
[Needs(Permissions.Direct)]
public sealed class TargetsAssignModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly Measure[] Measures = [Measure.Matters, Measure.Money];

    public TargetFigures? Board { get; private set; }

    /// <summary>Those a target may be assigned to here.</summary>
    public IReadOnlyList<TargetLine> Lines { get; private set; } = [];

    public bool ToOfficers { get; private set; }

    public BreakDown? Proposed { get; private set; }

    public TargetAddress Address { get; private set; } = new("", 0);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, [FromQuery] string? year, CancellationToken ct) => await LoadAsync(unit, year, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? unit, [FromQuery] string? year, CancellationToken ct)
    {
        if (!await LoadAsync(unit, year, ct))
        {
            return NotFound();
        }

        Keep();
        var on = Day("DecidedOn");
        var pace = Choice<Pace>("Pace");
        var rows = Lines.SelectMany((line, i) => Measures.Select(measure => Read(line, i, measure, pace))).OfType<AssignTargets.Row>().ToList();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await AssignTargets.RunAsync(new(Address.Year, Typed("Authority"), Typed("Decision"), on!.Value, rows, ActKey), Work, ct);
        return Redirect(Address.Start + "&done=1");
    }

    public static string FieldOf(Measure measure, int line) => string.Create(CultureInfo.InvariantCulture, $"{Codes.CodeOf(measure)}{line}");

    /// <summary>What stands in a field at first: the proposal, or nothing.</summary>
    public string? Filled(TargetLine line, Measure measure) => Proposed is { } how && line.Officer is { } officer
        ? ProposeTargets.Of(Board!, measure, how).Single(p => p.Officer == officer).Percent?.ToString("0.00", Office.Words.Format)
        : null;

    public IReadOnlyList<Choice> Paces => All<Pace>(Said);

    public DateOnly Today => Work.Today;

    private AssignTargets.Row? Read(TargetLine line, int place, Measure measure, Pace pace)
    {
        var field = FieldOf(measure, place);
        if (PercentText.Read(Typed(field), out var percent) is { } why)
        {
            Wrong(field, why);
        }

        return percent is { } value ? new AssignTargets.Row(line.Code, line.Officer, measure, value, pace) : null;
    }

    private async Task<bool> LoadAsync(string? unit, string? typedYear, CancellationToken ct)
    {
        var running = StatisticalYear.Of(Work.Today).Year;
        if (string.IsNullOrWhiteSpace(unit) || !int.TryParse(typedYear ?? PageText.Year(running), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < AssignTargets.FirstYear or > 9998)
        {
            return false;
        }

        // A year that has not begun has no figures yet: its units and officers are those of today.
        var months = year == running ? StatisticalYear.MonthOf(Work.Today) : StatisticalYear.Months;
        if ((await UnitTree.OfAsync(Work, ct)).UnitOf(unit.Trim()) is not { } there || !Work.Person.Sees(there) || !Work.Person.MayIn(there, Permissions.Direct))
        {
            return false;
        }

        Address = new TargetAddress(unit.Trim(), year, months);
        Board = await TargetBoard.RunAsync((Address with { Year = Math.Min(year, running), Months = Math.Min(year, running) == year ? months : StatisticalYear.MonthOf(Work.Today) }).Period, Work, ct);
        ToOfficers = Request.Query["to"] == "officers";
        Proposed = Codes.TryRead<BreakDown>(Request.Query["propose"].ToString(), out var how) && ToOfficers && year <= running ? how : null;
        Lines = [.. ToOfficers ? Board.Officers : Board.Units.Where(line => Work.Person.MayIn(Board.Tree.UnitOf(line.Code)!.Value, Permissions.Direct))];
        return true;
    }
}
