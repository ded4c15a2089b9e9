using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Matters;

/// <summary>All the books hold of one matter: what is owed and left, what happened, and its moves in the book.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class MatterModel(Work work) : PageModel
{
    /// <summary>Null where there is no such matter.</summary>
    public MatterBook? Book { get; private set; }

    public DateOnly Today => work.Today;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public IReadOnlyList<MatterEvent> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? path, string? code, CancellationToken ct)
    {
        if (MatterAddress.Read(path, code) is not { Length: > 0 } asked)
        {
            return NotFound();
        }

        Book = await ReadMatterBook.RunAsync(asked, work, ct);
        Steps = [.. Book.File.Steps.Order(Comparer<Step>.Create(Step.InOrder)).Reverse()];
        Events = [.. Book.File.Events.OrderByDescending(e => e.On).ThenByDescending(e => e.Number)];
        return Page();
    }

    public Pager Pager(string list, int total) => new(Request, list, total);

    public string UnitName(int unit) => Book!.Tree.UnitName(unit, Today);

    /// <summary>Null where nobody holds it.</summary>
    public string? OfficerName(int officer) => officer == 0 ? null : Book!.Tree.OfficerName(officer, Today);

    /// <summary>Code of a line as the office calls it; null where the matter as such is meant.</summary>
    public string? LineCode(int line) => line == 0 ? null : Book!.File.Matter.Lines[line - 1].Code;

    public string? CommuneName(string? code) => code is null ? null : Book!.Tree.Communes.TryGetValue(code, out var commune) ? commune.Name : code;

    /// <summary>A partner of an event: a party, a commune, or the code as it is.</summary>
    public string? PartnerName(string? code) => code is not null && Book!.Parties.TryGetValue(code, out var party) ? party.Name : CommuneName(code);

    /// <summary>Names of those in this role, in the order of entry.</summary>
    public IReadOnlyList<string> Names(PartyRole role) =>
        [.. Book!.File.Parties.Where(p => p.Role == role).Select(p => Book.Parties[p.Party].Name).Distinct()];
}
