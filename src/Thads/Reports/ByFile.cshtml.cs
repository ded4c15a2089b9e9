using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Figures.Published;
using Thads.Office.Figures.Reported;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Reports;

/// <summary>
/// The units below one and where their figures of a period come from. A file is sent in, checked and shown before anything is recorded; what was
/// checked goes along in the form that records it.
/// </summary>
[Needs(Permissions.Report)]
public sealed class ReportsByFileModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Units with units below them whose reports this person draws up.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string? Unit { get; private set; }

    public string Year { get; private set; } = "";

    public string Months { get; private set; } = "";

    /// <summary>Null while the question cannot be answered.</summary>
    public ReportingUnits? Board { get; private set; }

    /// <summary>What a file or a form says, before it is recorded; null while nothing was sent.</summary>
    public ByFileChecked? Checked { get; private set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string Address => $"/reports/by-file?unit={Uri.EscapeDataString(Unit ?? "")}&year={Uri.EscapeDataString(Year)}&months={Uri.EscapeDataString(Months)}";

    /// <summary>Where the figures of a unit are typed.</summary>
    public string Typing(string unit) => $"/reports/by-file/{Uri.EscapeDataString(unit)}?year={Uri.EscapeDataString(Year)}&months={Uri.EscapeDataString(Months)}&under={Uri.EscapeDataString(Unit ?? "")}";

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, [FromQuery] string? year, [FromQuery] string? months, CancellationToken ct)
    {
        await FillAsync(unit, year, months, ct);
        return Page();
    }

    /// <summary>A file: read, checked and shown.</summary>
    public async Task<IActionResult> OnPostCheckAsync([FromQuery] string? unit, [FromQuery] string? year, [FromQuery] string? months, CancellationToken ct)
    {
        await FillAsync(unit, year, months, ct);
        if (Upload is not { Length: > 0 } upload)
        {
            throw new UnreadableException(new Refusal("upload.none"), "Upload");
        }

        RefusedException.ThrowIf(upload.Length > ReadReportedFile.MostBytes ? new Refusal("reported.too-large", ReadReportedFile.MostBytes / 1000) : null);
        using var memory = new MemoryStream();
        await upload.CopyToAsync(memory, ct);
        var name = Path.GetFileName(upload.FileName);
        var file = ReadReportedFile.Run(memory.ToArray());
        if (file.Misread.Count > 0)
        {
            foreach (var place in file.Misread.Take(50))
            {
                ModelState.AddModelError("Upload", place.In(Said.Language, name));
            }

            return Again();
        }

        Checked = await ByFileChecked.OfAsync(file.Rows, name, Address, Work, ct);
        return Page();
    }

    /// <summary>What was checked, from the form that showed it.</summary>
    public async Task<IActionResult> OnPostRecordAsync([FromQuery] string? unit, [FromQuery] string? year, [FromQuery] string? months, CancellationToken ct)
    {
        await FillAsync(unit, year, months, ct);
        Keep();
        var file = ReadReportedFile.Run(Encoding.UTF8.GetBytes(Typed("Rows")));
        RefusedException.ThrowIf(file.Misread.Count > 0 ? file.Misread[0].Why : null);
        Checked = await ByFileChecked.OfAsync(file.Rows, TypedOrNone("Source"), Address, Work, ct);
        var recorded = await RecordReported.RunAsync(new(file.Rows, TypedOrNone("Source"), TypedOrNone("Reason"), ActKey), Work, ct);
        return Redirect($"{Address}&done={PageText.Year(recorded)}");
    }

    private async Task FillAsync(string? unit, string? year, string? months, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        Units =
        [
            .. TreeRows.Of(tree, Work.Today, id => Work.Person.MayIn(id, Permissions.Report) && Work.Person.Sees(id)).Where(row => tree.Below(row.Unit, Work.Today).Count > 1)
                .Select(row => new Choice(tree.UnitCode(row.Unit), tree.UnitName(row.Unit, Work.Today), row.Depth, null, true)),
        ];
        // The year before, while the first quarter runs: then its twelve months are reported.
        var now = StatisticalYear.Of(Work.Today).Year;
        var last = Work.Today < new StatisticalYear(now).EndOfMonth(3) ? (Year: now - 1, Months: 12) : (Year: now, Months: StatisticalYear.MonthOf(Work.Today) - 1);
        (Unit, Year, Months) = (Lists.Given(unit) ?? (Units.Count > 0 ? Units[0].Value : null), Lists.Given(year) ?? PageText.Year(last.Year), Lists.Given(months) ?? PageText.Year(Lists.Given(year) is { } other && other != PageText.Year(last.Year) ? StatisticalYear.Months : last.Months));
        if (Unit is null || (Lists.Given(unit) is null && Units.Count == 0))
        {
            return;
        }

        if (Units.All(choice => choice.Value != Unit))
        {
            throw new NotFoundException(new Refusal("report.unit", Unit));
        }

        if (!int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || !int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            throw new UnreadableException(new Refusal("report.year", Year), "year");
        }

        Board = await ReadReported.RunAsync(Unit, asked, month, Work, ct);
    }
}

/// <summary>What somebody sent of some units, checked and not yet recorded.</summary>
/// <param name="Rows">All of it as a file again: it goes along hidden.</param>
/// <param name="Source">Name of the file; null = typed.</param>
/// <param name="Back">Address of the list the answer leads back to.</param>
public sealed record ByFileChecked(IReadOnlyList<ReportedCheck> Checks, string Rows, string? Source, string Back)
{
    public static async Task<ByFileChecked> OfAsync(IReadOnlyList<ReportedRow> rows, string? source, string back, Work work, CancellationToken ct) =>
        new(await CheckReported.RunAsync(rows, work, ct), ReadReportedFile.Write(rows), source, back);

    public bool NeedsReason => Checks.Any(check => check.IsCorrection);

    public bool MayRecord => Checks.All(check => check.WhyNot is null) && !Checks.All(check => check.IsSame);

    public int Inconsistent => Checks.Count(check => check.Checked.Verdict == Verdict.Inconsistent);

    public static TagKind KindOf(CheckedRow row) => row.Verdict switch
    {
        Verdict.Ok => TagKind.Fine,
        Verdict.Inconsistent => TagKind.Late,
        Verdict.Unverifiable => TagKind.Plain,
    };

    /// <summary>A column as people call it.</summary>
    public static string Column(string column, PageText text) =>
        column is "officers" or "separate" or "regime" or "precision" ? text.Say($"reported.column-{column}") : text.Say($"published.figure.{column}");

    /// <summary>A cell as people write numbers; a word as it is.</summary>
    public static string Written(string? cell) => cell is null ? "–" : cell.Length > 0 && cell.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && cell.Any(char.IsAsciiDigit) ? WritePublished.Vietnamese(cell) : cell;
}
