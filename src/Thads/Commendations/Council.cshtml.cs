using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Units;

namespace Thads.Commendations;

/// <summary>Meetings of the council for emulation and commendation, and the form that records one with its votes.</summary>
[Needs(Permissions.Organise)]
public sealed class CommendationCouncilModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<CouncilMeeting> Meetings { get; private set; } = [];

    /// <summary>Nominations that may be voted on.</summary>
    public IReadOnlyList<Nomination> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? unit, int? year, CancellationToken ct) => await LoadAsync(unit, year, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? unit, int? year, CancellationToken ct)
    {
        if (!await LoadAsync(unit, year, ct))
        {
            return NotFound();
        }

        Keep();
        var met = Day("MetOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var votes = Open.Where(one => Typed($"for-{Plain(one.Id)}").Length + Typed($"against-{Plain(one.Id)}").Length > 0)
            .Select(one => new RecordCouncil.Vote(one.Id, Count($"for-{Plain(one.Id)}"), Count($"against-{Plain(one.Id)}"))).ToList();
        await RecordCouncil.RunAsync(new(Unit, Year, met!.Value, Typed("Members"), TypedOrNone("Minutes"), votes, ActKey), Work, ct);
        return Redirect("/direction/commendations/nominations");
    }

    /// <summary>−1 for what is no number: refused with the votes.</summary>
    private int Count(string name) => Typed(name).Length == 0 ? 0 : int.TryParse(Typed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1;

    private async Task<bool> LoadAsync(string? unit, int? year, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(Work, ct);
        Unit = unit ?? await FigureFilter.OwnUnitAsync(tree, Work, ct);
        Year = year ?? (StatisticalYear.Of(Work.Today).Year - 1);
        if (tree.UnitOf(Unit) is not { } id || !Work.Person.Sees(id) || !Work.Person.MayIn(id, Permissions.Organise))
        {
            return false;
        }

        Meetings = await ReadNominations.CouncilsAsync(Unit, Year, Work, ct);
        Open = [.. (await ReadNominations.RunAsync(Unit, Year, Work, ct)).Where(one => one.Withdrawn is null && one.Commendation is null)];
        return true;
    }

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
