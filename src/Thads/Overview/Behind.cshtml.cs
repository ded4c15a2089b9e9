using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Overview;

namespace Thads.Overview;

/// <summary>The matters behind a number of an overview, made from the same definition as the number.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class BehindModel(Work work, PageText text) : PageModel
{
    public OverviewAddress? Address { get; private set; }

    public MatterPick? Pick { get; private set; }

    /// <summary>First day of knowledge, of what moved.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public PickedMatters? Picked { get; private set; }

    public OverviewScope? Scope { get; private set; }

    public Pager? Pager { get; private set; }

    /// <summary>The matters of the page shown.</summary>
    public IReadOnlyDictionary<Guid, Matter> Shown { get; private set; } = new Dictionary<Guid, Matter>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = filter.Read();
        Since = TypedDay.Read(Asked("since"), "since", work);
        var known = IsKnown<Listing>("what", out var what) & IsKnown<DocketState>("state", out var state) & IsKnown<AgeBand>("age", out var age) & IsKnown<Manner>("manner", out _);
        var docketed = int.TryParse(Asked("docketed"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : (int?)null;
        if (!known || what is null || (docketed is null && Asked("docketed") is not null))
        {
            // A word nobody knows is no wider list.
            return NotFound();
        }

        Pick = new MatterPick(what.Value, state, age, docketed, Asked("officer"), Asked("manner"));
        var on = filter.DayOf(Address);

        // What moved is told as it was known on its last day.
        var question = new OverviewQuestion(Address.Unit, on, what.Value.IsMovement ? on : Address.KnownOn);
        (Scope, var picked) = await ListMatters.RunAsync(question, Pick, Address.Year, Since, await WatchLimits.OfAsync(work, ct), work, ct);
        Pager = new Pager(Request, "page", picked.Matters.Count);
        var ids = Pager.Of(picked.Matters).Select(matter => matter.Id).Distinct().ToList();
        Shown = (await MatterFiles.ByIdAsync(await work.ConnectAsync(ct), ids, ct)).ToDictionary(file => file.Matter.Id, file => file.Matter);
        Picked = picked;
        return Page();
    }

    /// <summary>What the list is of, as a title.</summary>
    public string Title()
    {
        var name = text.Say($"overview.watch-{Codes.CodeOf(Pick!.What)}");
        return Pick.What == Listing.Largest ? name : PageText.Capital(name);
    }

    /// <summary>What it was cut down to.</summary>
    public IEnumerable<(string Said, bool Vi)> Cuts()
    {
        if (Pick!.State is { } state)
        {
            yield return (text.Of(state), false);
        }

        if (Pick.Age is { } age)
        {
            yield return (text.Of(age), false);
        }

        if (Pick.DocketYear is { } year)
        {
            yield return (text.Say("overview.docketed-in", PageText.Year(year)), false);
        }

        if (Pick.Manner is { } manner)
        {
            yield return (manner == MatterPick.None ? text.Say("overview.no-manner") : Codes.TryRead<Manner>(manner, out var known) ? text.Of(known) : manner, false);
        }

        if (Pick.Officer is { } officer)
        {
            yield return officer == MatterPick.None ? (text.Say("overview.no-officer"), false) : (Scope!.OfficerName(Scope.Tree.OfficerOf(officer) ?? 0) ?? officer, true);
        }
    }

    /// <summary>Heading of the day that puts a matter into the list.</summary>
    public string DayTitle => text.Say(Pick!.What switch
    {
        Listing.Idle or Listing.LongIdle or Listing.Untouched => "overview.day-touched",
        Listing.Unverified => "overview.day-verified",
        _ when Pick.What.IsStock => "overview.day-since",
        _ => "overview.day-happened",
    });

    public bool IsMoney => Pick!.What == Listing.Collected;

    /// <summary>Who owes, as the judgment names them: of the first line, and how many lines there are.</summary>
    public string Debtor(Guid id) => Shown.TryGetValue(id, out var matter) ? matter.Lines[0].Debtor ?? "" : "";

    private string? Asked(string name) => Request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } asked ? asked : null;

    /// <summary>Whether a part of the address is not there, is one of the words, or says "none".</summary>
    private bool IsKnown<T>(string name, out T? value)
        where T : struct, Enum
    {
        var read = Codes.TryRead<T>(Asked(name) ?? "", out var found);
        value = read ? found : null;
        return read || Asked(name) is null or MatterPick.None;
    }
}
