using Microsoft.AspNetCore.Mvc;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Administration;

/// <summary>The forms of what may be done to an officer: add, change, end. An end tells how many matters are still theirs.</summary>
[Needs(Permissions.Administer)]
public sealed class OfficerActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["new", "change", "end"];

    public string Act { get; private set; } = "";

    public string Code { get; private set; } = "";

    public OfficerPeriod? Last { get; private set; }

    public string? Unit { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public DateOnly Today => Work.Today;

    /// <summary>Every period, newest first.</summary>
    public IReadOnlyList<OfficerPeriod> Service { get; private set; } = [];

    public UnitTree Tree { get; private set; } = new();

    public IReadOnlyList<string> Consequences { get; private set; } = [];

    public string Heading => Said.Say($"admin.officer-{(Act == "new" ? "add" : Act)}");

    public string Title => Code.Length == 0 ? Heading : $"{Heading} – {Code}";

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromRoute] string? act, [FromQuery] string? unit, CancellationToken ct) => await LoadAsync(code, act ?? "new", unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string? code, [FromRoute] string? act, [FromQuery] string? unit, CancellationToken ct)
    {
        if (!await LoadAsync(code, act ?? "new", unit, ct))
        {
            return NotFound();
        }

        Keep();
        var day = Day(Act == "end" ? "LastOn" : "From", required: Act != "new");
        var title = Act == "end" ? default : Choice<OfficerTitle>("Title");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Act == "end" && !IsSure)
        {
            var officer = Tree.OfficerOf(Code)!.Value;
            RefusedException.ThrowIf(EndOfficer.WhyNot(Tree, officer, day!.Value));
            var held = await CountHeld.OfOfficerAsync(officer, Tree.Units.Where(u => Work.Person.MayIn(u, Permissions.Administer)).ToHashSet(), Work, ct);
            Consequences = [Said.Say("admin.officer-end-will", Code, day.Value), Said.Say("admin.officer-end-holds", held.Open)];
            return Page();
        }

        await (Act switch
        {
            "new" => AddOfficer.RunAsync(new(Typed("Code"), Typed("Name"), Typed("Unit"), title, day, ActKey), Work, ct),
            "change" => ChangeOfficer.RunAsync(new(Code, day!.Value, Typed("Name"), Typed("Unit"), title, TypedOrNone("Reason"), ActKey), Work, ct),
            _ => EndOfficer.RunAsync(new(Code, day!.Value, TypedOrNone("Reason"), ActKey), Work, ct),
        });
        return Redirect($"/admin/officers?q={Uri.EscapeDataString(Act == "new" ? Typed("Code") : Code)}{(day is { } on ? $"&day={PageText.Iso(on)}" : "")}&done=1");
    }

    private async Task<bool> LoadAsync(string? code, string act, string? unit, CancellationToken ct)
    {
        if (!Acts.Contains(act) || (act == "new") != (code is null))
        {
            return false;
        }

        Tree = await UnitTree.OfAsync(Work, ct);
        (Act, Unit, Units) = (act, Lists.Given(unit), await UnitsAsync(Permissions.Administer, ct));
        if (code is null)
        {
            return true;
        }

        if (Tree.OfficerOf(code) is not { } officer)
        {
            return false;
        }

        var service = Tree.ServiceOf(officer);
        Last = service.FirstOrDefault(s => s.IsValidOn(Today)) ?? service[^1];
        (Code, Unit) = (code, Tree.UnitCode(Last.Unit));
        Service = [.. service.Where(s => Work.Person.MayIn(s.Unit, Permissions.Administer)).OrderByDescending(s => s.ValidFrom ?? DateOnly.MinValue)];
        return Work.Person.MayIn(Last.Unit, Permissions.Administer);
    }
}
