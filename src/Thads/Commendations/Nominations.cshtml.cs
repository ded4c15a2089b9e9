using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Commendations;

namespace Thads.Commendations;

/// <summary>All nominations, with what became of them.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class NominationsModel(Work work) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public IReadOnlyList<Nomination> All { get; private set; } = [];

    public bool MayNominate => work.Person.May.HasFlag(Permissions.Organise);

    /// <summary>Units and years that have open nominations.</summary>
    public IEnumerable<(string Unit, int Year)> Councils => All.Where(one => one.Withdrawn is null && one.Commendation is null).Select(one => (one.Unit, one.Year)).Distinct();

    public async Task OnGetAsync(CancellationToken ct) => All = await ReadNominations.RunAsync(null, null, work, ct);

    public async Task<IActionResult> OnGetPaperAsync(string? unit, int year, CancellationToken ct)
    {
        var (name, file) = await DrawCommendationPaper.RunAsync(new(Unit: unit ?? "", Year: year), work, ct);
        return File(file, Word, name);
    }
}
