using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures.Reported;
using Thads.Office.Units;

namespace Thads.Reports;

/// <summary>The figures of one unit typed from its paper: both measures side by side, as it reported them before where it did. What is typed is checked before it is recorded.</summary>
[Needs(Permissions.Report)]
public sealed class ReportsByFileTypingModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public string UnitName { get; private set; } = "";

    public int Year { get; private set; }

    public int Months { get; private set; }

    /// <summary>Code of the unit above.</summary>
    public string Under { get; private set; } = "";

    /// <summary>What stands, by measure.</summary>
    public ReportingUnit? Standing { get; private set; }

    public ByFileChecked? Checked { get; private set; }

    public string Back => $"/reports/by-file?unit={Uri.EscapeDataString(Under)}&year={PageText.Year(Year)}&months={PageText.Year(Months)}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string unit, [FromQuery] int? year, [FromQuery] int? months, CancellationToken ct) => await FillAsync(unit, year, months, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string unit, [FromQuery] int? year, [FromQuery] int? months, CancellationToken ct)
    {
        if (!await FillAsync(unit, year, months, ct))
        {
            return NotFound();
        }

        Keep();
        var rows = Enum.GetValues<Measure>().Select(Row).Where(row => row.Cells.Count > 0).ToList();
        RefusedException.ThrowIf(rows.Count == 0 ? new Refusal("reported.no-row") : null);
        Checked = await ByFileChecked.OfAsync(rows, null, Back, Work, ct);
        return Page();
    }

    public static string Field(Measure measure, string column) => $"{Codes.CodeOf(measure)}.{column}";

    /// <summary>As typed just now, or as it stands, written as people write it.</summary>
    public string Value(Measure measure, string column) => Request.HasFormContentType ? Typed(Field(measure, column))
        : Standing?.Of(measure)?.Row.Cells.GetValueOrDefault(column) is { } cell ? ByFileChecked.Written(cell) : "";

    /// <summary>Dots and spaces stand between thousands, a comma before decimals: as people write numbers.</summary>
    private ReportedRow Row(Measure measure) => new(
        0, Unit, Year, Months, measure,
        ReportedRow.Typed.Select(column => (column, Text: Typed(Field(measure, column)).Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal)))
            .Where(cell => cell.Text.Length > 0)
            .ToDictionary(cell => cell.column, cell => cell.column == "rate" ? cell.Text.Replace(',', '.').TrimEnd('%') : Whole(cell.Text), StringComparer.Ordinal));

    /// <summary>1.234.567 is a number; 12.34 is none.</summary>
    private static string Whole(string typed)
    {
        var groups = typed.Split('.');
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : typed;
    }

    private async Task<bool> FillAsync(string unit, int? year, int? months, CancellationToken ct)
    {
        if (year is not (>= 1900 and <= 9998) || months is not (>= 1 and <= 12))
        {
            return false;
        }

        (Unit, Year, Months) = (unit, year.Value, months.Value);
        var tree = await UnitTree.OfAsync(Work, ct);
        var end = new StatisticalYear(Year).EndOfMonth(Months);
        if (tree.UnitOf(unit) is not { } id || tree.PeriodOn(id, end)?.Parent is not { } above || !Work.Person.Sees(id) || !Work.Person.MayIn(above, Permissions.Report) || end >= Work.Today)
        {
            return false;
        }

        Under = tree.UnitCode(above);
        Standing = (await ReadReported.RunAsync(Under, Year, Months, Work, ct)).Units.FirstOrDefault(u => u.Code == unit);
        UnitName = tree.UnitName(id, end);
        return Standing is { IsInBooks: false };
    }
}
