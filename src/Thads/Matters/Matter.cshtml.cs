using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Matters;

/// <summary>All the books hold of one matter: who owes whom what, line by line; where it stands; what happened; who is in it; and the acts and moves behind it.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class MatterModel(Work work, PageText text) : PageModel
{
    /// <summary>The summary has one page: so many lines, and so much of what happened, are printed. (The style sheet leaves out the rest.)</summary>
    public const int PrintedItems = 12;

    public const int PrintedParties = 6;

    /// <summary>Null where there is no such matter.</summary>
    public MatterBook? Book { get; private set; }

    public DateOnly Today => work.Today;

    /// <summary>Its forms and limits; null where there is no such matter.</summary>
    public ProcedureBoard? Board { get; private set; }

    public bool MayRecord => work.Person.May.HasFlag(Permissions.RecordSteps);

    public bool IsDone => Request.Query["done"] == "1";

    /// <summary>The newest first; what was voided only where it is asked for.</summary>
    public IReadOnlyList<Happened> Timeline { get; private set; } = [];

    /// <summary>How many of what happened were voided.</summary>
    public int Voided { get; private set; }

    public bool ShowsVoided { get; private set; }

    public string Address => MatterAddress.Of(Book!.File.Matter.Code);

    /// <summary>Each party once for each role, with the lines it has it on; 0 = the matter.</summary>
    public IReadOnlyList<(PartyRole Role, Party Party, IReadOnlyList<int> Lines)> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? path, string? voided, CancellationToken ct)
    {
        if (MatterAddress.Read(path) is not { Length: > 0 } asked)
        {
            return NotFound();
        }

        Book = await ReadMatterBook.RunAsync(asked, work, ct);
        Board = await PreviewProceeding.ReadAsync(asked, work, ct);
        var all = MatterTimeline.Of(Book, Board.Proceedings, Today, text);
        ShowsVoided = voided == "1";
        Voided = all.Count(h => h.IsVoid);
        Timeline = ShowsVoided ? all : [.. all.Where(h => !h.IsVoid)];
        Parties = [.. Book.File.Parties.GroupBy(p => (p.Role, p.Party)).OrderBy(g => g.Key.Role).Select(g => (g.Key.Role, Book.Parties[g.Key.Party], (IReadOnlyList<int>)[.. g.Select(p => p.Line)]))];
        return Page();
    }

    public Pager Pager(string list, int total) => new(Request, list, total);

    public string UnitName(int unit) => Book!.Tree.UnitName(unit, Today);

    /// <summary>Null where nobody holds it.</summary>
    public string? OfficerName(int officer) => officer == 0 ? null : Book!.Tree.OfficerName(officer, Today);

    /// <summary>Code of a line as the office calls it; null where the matter as such is meant.</summary>
    public string? LineCode(int line) => line == 0 ? null : Book!.File.Matter.Lines[line - 1].Code;

    public int DocketYear => StatisticalYear.Of(Book!.File.Matter.DecidedOn).Year;

    /// <summary>A commune as the papers name it, and in brackets what it is now where it is no more.</summary>
    public string? CommuneName(string? code) => code is null ? null
        : !Book!.Tree.Communes.TryGetValue(code, out var commune) ? code
        : commune.Successor is { } next && commune.ValidTo < Today && Book.Tree.Communes.TryGetValue(next, out var now) ? $"{commune.Name} ({text.Say("matter.now", now.Name)})"
        : commune.Name;

    /// <summary>Đồng owed on a line with what was added, and what was taken from it by collecting and by reducing, by all that is known.</summary>
    public (long Owed, long Collected, long Reduced) Of(Obligation line)
    {
        var steps = Book!.File.Steps.Where(s => s.VoidedOn is null && s.Line == line.Number).ToLookup(s => s.Kind, s => s.Amount);
        return (line.Amount + steps[StepKind.Increased].Sum(), steps[StepKind.Collected].Sum(), steps[StepKind.Reduced].Sum());
    }

    /// <summary>Names of those in this role: the parties, or who is named on the lines.</summary>
    public IReadOnlyList<string> Names(PartyRole role)
    {
        var parties = Book!.File.Parties.Where(p => p.Role == role).Select(p => Book.Parties[p.Party].Name).Distinct().ToList();
        return parties.Count > 0 || role == PartyRole.Interested ? parties
            : [.. Book.File.Matter.Lines.Select(line => role == PartyRole.Debtor ? line.Debtor : line.Creditor).OfType<string>().Distinct()];
    }

    /// <summary>The first three, and how many more there are.</summary>
    public string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" {text.Say("matter.and-more", names.Count - 3)}" : "");

    /// <summary>A moment as it was on the office's wall.</summary>
    public static string Moment(DateTime at) =>
        TimeZoneInfo.ConvertTimeFromUtc(at, OfficeClock.Zone).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whose office, who, when: every print says it.</summary>
    public string MadeBy => text.Say("matters.made-by", work.Person.Unit == 0 ? text.Say("page.brand") : UnitName(work.Person.Unit), work.Person.FullName, Moment(work.Now));
}
