using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Units;
using Thads.Office.WatchLists;
using Thads.Shared.Kit;

namespace Thads.WatchLists;

/// <summary>One watch-list on a day: figures through the year, what changed since the person's last look, and its matters with their plans.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class WatchListsListModel(Work work, PageText text) : ActPage(work, text)
{
    public WatchAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public WatchedList? List { get; private set; }

    /// <summary>Null = never looked at, or another day than today is shown.</summary>
    public ListChanges? Changes { get; private set; }

    /// <summary>Of the list, or of the part of it asked for.</summary>
    public IReadOnlyList<WatchedMatter> All { get; private set; } = [];

    /// <summary>Of them those shown.</summary>
    public IReadOnlyList<WatchedMatter> Matters { get; private set; } = [];

    public bool MayPlan { get; private set; }

    /// <summary>Only those by their plan: "none", "open", "overdue"; null = all.</summary>
    public string? Plans { get; private set; }

    public bool IsToday => Address?.On is null;

    public DateOnly Today => Work.Today;

    public bool IsDone => Request.Query["done"] == "1";

    public IReadOnlyList<Choice> Bands => [.. List!.Scope.List.Bands.Select(band => new Choice(PageText.Year(band), Said.Say("watch.band", band)))];

    public Task OnGetAsync(string list, CancellationToken ct) => LoadAsync(list, ct);

    /// <summary>Keeps that the person has looked at the list.</summary>
    public async Task<IActionResult> OnPostAsync(string list, CancellationToken ct)
    {
        Address = await WatchAddress.ReadAsync(list, Request, Work, ct);
        await LookAtList.RunAsync(new(list, Address.Unit, Address.Band, ActKey), Work, ct);
        return Redirect(Address.Look + "&done=1");
    }

    public async Task<IActionResult> OnGetWorkbookAsync(string list, CancellationToken ct)
    {
        Address = await WatchAddress.ReadAsync(list, Request, Work, ct);
        var tree = await UnitTree.OfAsync(Work, ct);
        var question = Address.Question(Work.Today);
        var name = tree.UnitOf(Address.Unit) is { } unit && Work.Person.Sees(unit) ? tree.UnitName(unit, question.On) : Address.Unit;
        using var file = new MemoryStream();
        await ExportWatchList.RunAsync(new(question, Address.Group, [$"{name} · {PageText.Day(question.On)}", $"{Work.Person.FullName} · {PageText.Moment(Work.Now)}"], Said.Language), file, Work, ct);
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ExportWatchList.FileName(question, Said.Language) + ".xlsx");
    }

    /// <summary>The month of a statistical year, in words.</summary>
    public string Month(int month) => Said.Say("page.month", month, ((month + 8) % StatisticalYear.Months) + 1);

    public bool MayPlanOf(WatchedMatter matter) => PlanMatters.MayPlan(Work.Person, matter.Matter.Unit, matter.Matter.Officer == 0 ? null : matter.Matter.Officer);

    private async Task LoadAsync(string list, CancellationToken ct)
    {
        Address = await WatchAddress.ReadAsync(list, Request, Work, ct);
        List = await ReadWatchList.RunAsync(Address.Question(Work.Today), Work, ct);
        Plans = Lists.Given(Request.Query["plan"]) is "none" or "open" or "overdue" ? Lists.Given(Request.Query["plan"]) : null;
        All = [.. List.Matters.Where(matter => Address.Group is null || matter.Entry.Group == Address.Group)];
        Matters = [.. All.Where(matter => Plans switch { "none" => matter.Plan is null, "open" => matter.Plan is { State: PlanState.Open }, "overdue" => matter.IsOverdue(Work.Today), _ => true })];
        MayPlan = Matters.Any(MayPlanOf);
        Changes = IsToday ? await SinceLastLook.RunAsync(List, Work, ct) : null;
    }
}
