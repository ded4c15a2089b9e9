using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>Closing the figures of a period: what will be closed, as known on which day.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ReportCloseModel(Work work, PageText text) : ActPage(work, text)
{
    public ReportAddress? Address { get; private set; }

    public string UnitName { get; private set; } = "";

    public string? OfficerName { get; private set; }

    public ReportDeadline? Deadline { get; private set; }

    /// <summary>The version sent last; null = none.</summary>
    public ReportHead? Before { get; private set; }

    public DateOnly Today => Work.Today;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, [FromQuery] string? officer, [FromQuery] string? year, [FromQuery] string? months, CancellationToken ct)
    {
        return await LoadAsync(unit, officer, year, months, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromQuery] string? unit, [FromQuery] string? officer, [FromQuery] string? year, [FromQuery] string? months, CancellationToken ct)
    {
        if (!await LoadAsync(unit, officer, year, months, ct))
        {
            return NotFound();
        }

        Keep();
        var knownOn = Day("KnownOn");
        if (!ModelState.IsValid)
        {
            return Again();
        }

        return Redirect(ReportsAddress.Of(await CloseReport.RunAsync(new(Address!, knownOn, ActKey), Work, ct)) + "?done=closed");
    }

    /// <returns>False where the person may not close it.</returns>
    private async Task<bool> LoadAsync(string? unit, string? officer, string? year, string? months, CancellationToken ct)
    {
        var place = await ReportPlace.ResolveAsync(new ReportAddress(unit ?? "", string.IsNullOrEmpty(officer) ? null : officer, Whole(year), Whole(months)), Work, ct);
        if (!place.MayDraw(Work.Person))
        {
            return false;
        }

        var end = place.Address.End;
        (UnitName, OfficerName) = (place.Tree.UnitName(place.Unit, end), place.Officer == 0 ? null : place.Tree.OfficerName(place.Officer, end));
        Before = await ReadReports.LastSentHeadAsync(place.Address, Work, ct);
        var level = place.Officer != 0 ? ReportLevel.Officer : place.Tree.PeriodOn(place.Unit, end) is { } period ? ReportLimit.LevelOf(period.Kind) : ReportLevel.Unit;
        Deadline = ReportDeadline.TryOf(Thads.Office.Figures.FormSet.Of(place.Address.Year, place.Address.Months).Regime, level, end);
        Address = place.Address;
        return true;
    }

    private static int Whole(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
