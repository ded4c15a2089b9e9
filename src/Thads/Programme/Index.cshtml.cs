using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Programme;
using Thads.Office.Tasks;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Programme;

/// <summary>The programme of work of a unit for a year: its tasks by heading, how they stood each quarter, self-checks and training, mistakes and their mending.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ProgrammeModel(Work work) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private TaskOwners? _owners;

    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Null while none was drafted.</summary>
    public YearProgramme? Programme { get; private set; }

    public IReadOnlyList<SelfCheck> Checks { get; private set; } = [];

    public IReadOnlyList<Mistake> Mistakes { get; private set; } = [];

    public bool SeesMatters => work.Person.May.HasFlag(Permissions.ReadMatters);

    public bool MayKeep { get; private set; }

    public bool MayAdopt { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public DateOnly Today => work.Today;

    public string Here => string.Create(CultureInfo.InvariantCulture, $"/direction/programme?unit={Uri.EscapeDataString(Unit)}&year={Year}");

    public string Of(string act) => string.Create(CultureInfo.InvariantCulture, $"/direction/programme/{act}?unit={Uri.EscapeDataString(Unit)}&year={Year}");

    public string OwnerName(ProgrammeItem item) => _owners!.Of(item.Owner).Name;

    public async Task<IActionResult> OnGetAsync(string? unit, string? year, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        Unit = string.IsNullOrWhiteSpace(unit) ? await FigureFilter.OwnUnitAsync(tree, work, ct) : unit.Trim();
        Year = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1993 and <= 2200 ? asked : StatisticalYear.Of(work.Today).Year;
        if (tree.UnitOf(Unit) is not { } id || !work.Person.Sees(id))
        {
            return NotFound();
        }

        Units = [.. TreeRows.Of(tree, work.Today, work.Person.Sees).Select(row => new Choice(tree.UnitCode(row.Unit), tree.UnitName(row.Unit, work.Today), row.Depth, Vietnamese: true))];
        (MayKeep, MayAdopt) = (work.Person.MayIn(id, Permissions.Organise), work.Person.MayIn(id, Permissions.Direct));
        _owners = await TaskOwners.OfAsync(work, ct);
        var period = new StatisticalYear(Year);
        Programme = await ReadProgramme.OfAsync(Unit, Year, work, ct);
        Checks = await ReadProgramme.ChecksAsync(Unit, period.Start, period.End, work, ct);
        Mistakes = SeesMatters ? await ReadProgramme.MistakesAsync(Unit, period.Start, period.End, work, ct) : [];
        return Page();
    }

    public async Task<IActionResult> OnGetPaperAsync(string? unit, int year, CancellationToken ct)
    {
        var (name, file) = await DrawProgramme.RunAsync(unit ?? "", year, work, ct);
        return File(file, Word, name);
    }
}
