using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Docket;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Committee;

/// <summary>What a committee did in a quarter or a year, and the document of it.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommitteeReportModel(Work work) : PageModel
{
    /// <summary>Null while the question cannot be answered.</summary>
    public CommitteeReport? Report { get; private set; }

    public string Unit { get; private set; } = "";

    public IReadOnlyList<Choice> Years { get; private set; } = [];

    public static IReadOnlyList<Choice> Quarters { get; } = [new("1", "I"), new("2", "II"), new("3", "III"), new("4", "IV")];

    public int Id { get; private set; }

    public DateOnly Today => work.Today;

    public async Task OnGetAsync([FromQuery] int? committee, [FromQuery] string? year, [FromQuery] string? quarter, CancellationToken ct)
    {
        var one = (await CommitteeBook.OfAsync(work, ct)).Known(Id = committee ?? 0);
        Unit = (await UnitTree.OfAsync(work, ct)).UnitCode(one.Unit);
        var last = one.LastOn is { } ended && ended < Today ? ended : Today;
        Years = [.. Enumerable.Range(one.BeginsOn.Year, last.Year - one.BeginsOn.Year + 1).Reverse().Select(number => new Choice(PageText.Year(number), PageText.Year(number)))];
        Report = await ReadCommitteeReport.RunAsync(Id, Number(year) ?? last.Year, Number(quarter), work, ct);
    }

    public async Task<IActionResult> OnGetDocxAsync([FromQuery] int? committee, [FromQuery] string? year, [FromQuery] string? quarter, CancellationToken ct)
    {
        await OnGetAsync(committee, year, quarter, ct);
        return File(
            await WriteCommitteeReport.RunAsync(Id, Report!.Year, Report.Quarter, work, ct), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            $"bao-cao-ban-chi-dao-{Unit}-{PageText.Year(Report.Year)}{(Report.Quarter is { } q ? "-" + PageText.Year(q) : "")}.docx");
    }

    /// <summary>A cell of the unit's figures as it is written.</summary>
    public string Cell(Measure measure, string cell) => Report!.Figures!.Cell(Report.Figures.Whole, measure, cell) is { } value
        ? value.ToString(cell == "rate" ? "N2" : "N0", Office.Words.Format) : "–";

    private static int? Number(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
