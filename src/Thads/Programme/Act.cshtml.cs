using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Direction;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Programme;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Programme;

/// <summary>The form of an act about the programme of work: draft, item, adopt, self-check or training, mistake.</summary>
[Needs(Permissions.Organise)]
public sealed class ProgrammeActModel(Work work, PageText text) : ActPage(work, text)
{
    private static readonly string[] Acts = ["draft", "item", "adopt", "check", "mistake"];

    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>"" while the question cannot be answered.</summary>
    public string Act { get; private set; } = "";

    public YearProgramme? Programme { get; private set; }

    public ProgrammeItem? Item { get; private set; }

    public SelfCheck? Check { get; private set; }

    /// <summary>What a draft would draw in.</summary>
    public IReadOnlyList<ProgrammeItem> Proposed { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public IReadOnlyList<Choice> CheckChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Headings => [.. ProgrammeHeading.All.Select(heading => new Choice(heading.Code, heading.In(Said.Language)))];

    public DateOnly Today => Work.Today;

    public string Back => string.Create(CultureInfo.InvariantCulture, $"/direction/programme?unit={Uri.EscapeDataString(Unit)}&year={Year}");

    public string? OwnerOf => Item?.Owner switch
    {
        { Unit: { } unit } => $"unit:{unit}",
        { Officer: { } officer } => $"officer:{officer}",
        { Partner: { } partner } => $"partner:{partner}",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string act, string? unit, int? year, int? of, CancellationToken ct) => await LoadAsync(act, unit, year, of, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string act, string? unit, int? year, int? of, CancellationToken ct)
    {
        if (!await LoadAsync(act, unit, year, of, ct))
        {
            return NotFound();
        }

        Keep();
        var run = Read();
        if (!ModelState.IsValid || run is null)
        {
            return Again();
        }

        await run(ct);
        return Redirect(Back + "&done=1" + act switch { "check" => "#checks", "mistake" => "#mistakes", _ => "" });
    }

    /// <summary>The act that was filled in; what is wrong with a field is said at it.</summary>
    private Func<CancellationToken, Task>? Read()
    {
        switch (Act)
        {
            case "draft":
                return ct => DraftProgramme.RunAsync(new(Unit, Year, Typed("Empty") == "true", ActKey), Work, ct);
            case "adopt":
                return Day("DecidedOn") is { } decided ? ct => AdoptProgramme.RunAsync(new(Unit, Year, Typed("Decision"), Typed("DecidedBy"), decided, ActKey), Work, ct) : null;
            case "item":
                return Day("DueOn") is { } due
                    ? ct => KeepProgrammeItem.RunAsync(new(Unit, Year, Item?.Number, Typed("Heading"), Typed("Says"), TypedOrNone("Measure"), OwnerChoices.Read(Typed("Owner")), due, TypedOrNone("Drop"), ActKey), Work, ct)
                    : null;
            case "check":
                var (kind, planned, held) = (Choice<SelfCheckKind>("Kind"), Day("PlannedOn"), Day("HeldOn", required: false));
                return planned is { } plannedOn
                    ? ct => KeepSelfCheck.RunAsync(
                        new(Unit, Check?.Number, kind, Typed("Subject"), plannedOn, Typed("Leader"), TypedOrNone("Participants"), held, TypedOrNone("Result"), TypedOrNone("CalledOff"), ActKey), Work, ct)
                    : null;
            default:
                var (found, by, mendBy) = (Day("FoundOn"), Choice<FoundBy>("By"), Day("DueOn"));
                int? check = int.TryParse(Typed("Check"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
                return found is { } foundOn && mendBy is { } mend
                    ? ct => RecordMistake.RunAsync(
                        new(Unit, foundOn, by, check, Typed("FoundWho"), TypedOrNone("MadeBy"), TypedOrNone("Matter"), Typed("Says"), TypedOrNone("Consequence"),
                            new(Typed("Mending"), OwnerChoices.Read(Typed("Owner")), mend), ActKey), Work, ct)
                    : null;
        }
    }

    private async Task<bool> LoadAsync(string act, string? unit, int? year, int? of, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        Unit = string.IsNullOrWhiteSpace(unit) ? await FigureFilter.OwnUnitAsync(tree, Work, ct) : unit.Trim();
        Year = year is >= 1993 and <= 2200 ? year.Value : StatisticalYear.Of(Work.Today).Year;
        if (!Acts.Contains(act) || tree.UnitOf(Unit) is not { } id || !Work.Person.Sees(id) || !Work.Person.MayIn(id, act == "adopt" ? Permissions.Direct : Permissions.Organise))
        {
            return false;
        }

        Programme = await ReadProgramme.OfAsync(Unit, Year, Work, ct);
        var checks = await ReadProgramme.ChecksAsync(Unit, DateOnly.MinValue, DateOnly.MaxValue, Work, ct);
        (Item, Check) = (act == "item" ? Programme?.Items.FirstOrDefault(item => item.Number == of) : null, act == "check" ? checks.FirstOrDefault(check => check.Number == of) : null);
        if ((of is not null && Item is null && Check is null) || (Programme is null && act is "item" or "adopt") || (act is "draft" or "adopt" && Programme is { IsAdopted: true }))
        {
            return false;
        }

        CheckChoices = [.. checks.Where(check => check.HeldOn is not null).Select(check => new Choice(check.Number.ToString(CultureInfo.InvariantCulture), $"{check.Subject} ({PageText.Day(check.HeldOn!.Value)})", Vietnamese: true))];
        Owners = act is "item" or "mistake" ? await OwnerChoices.ListAsync(Work, Said, ct) : [];
        var known = (Programme?.Items ?? []).Select(item => item.DrawnFrom).ToHashSet();
        Proposed = act == "draft" ? [.. (await ProposeProgramme.RunAsync(Unit, Year, Work, ct)).Where(item => !known.Contains(item.DrawnFrom))] : [];
        Act = act;
        return true;
    }
}
