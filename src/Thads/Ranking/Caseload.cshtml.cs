using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;
using Thads.Overview;

namespace Thads.Ranking;

/// <summary>The caseload of all units and officers of a scope, plain and weighted; of one officer what it is made of, and which matters.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class RankingCaseloadModel(Work work, PageText text) : PageModel
{
    /// <summary>What the table of units can be sorted by; the first is how it begins.</summary>
    public static readonly IReadOnlyList<(string Key, Func<UnitLoad, IComparable?> Of)> Orders =
        [("per-enforcer", load => load.PerEnforcer), ("total", load => load.Total), ("enforcers", load => load.Enforcers), ("weighted", load => load.HundredthsPerEnforcer), ("settled", load => load.Settled)];

    public FigureFilter? Filter { get; private set; }

    public FigureAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public UnitLoads? Loads { get; private set; }

    /// <summary>The officer whose load is opened; null = none.</summary>
    public OfficerBurden? Opened { get; private set; }

    public Pager? Pager { get; private set; }

    public string Order { get; private set; } = Orders[0].Key;

    public bool IsAscending { get; private set; }

    public IReadOnlyList<UnitLoad> Units { get; private set; } = [];

    public IReadOnlyList<OfficerBurden> Officers { get; private set; } = [];

    /// <summary>Officers by weighted load instead of by matters.</summary>
    public bool ByWeight { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Address = Filter.Read();
        if (!Request.Query.ContainsKey("unit") && await OwnPlace.OfUnitsAsync(null, work, ct) is { } unit && unit != Address.Unit)
        {
            return Redirect(Plain(Address with { Unit = unit }));
        }

        Loads = await ReadUnitLoads.RunAsync(Address.Question("04"), work, ct);
        var asked = Request.Query["sort"].FirstOrDefault();
        Order = Orders.Any(order => order.Key == asked) ? asked! : Orders[0].Key;
        IsAscending = Request.Query["order"] == "ascending";
        var by = Orders.First(order => order.Key == Order).Of;
        Units = [.. (IsAscending ? Loads.Units.OrderBy(by) : Loads.Units.OrderByDescending(by)).ThenBy(load => load.Code, StringComparer.Ordinal)];
        ByWeight = Request.Query["by"] == "weight";
        Officers = ByWeight ? [.. Loads.Officers.OrderByDescending(one => one.Load?.Hundredths).ThenBy(one => one.Code, StringComparer.Ordinal)] : Loads.Officers;
        if (Request.Query["officer"].FirstOrDefault() is { Length: > 0 } officer)
        {
            Opened = Loads.Officers.FirstOrDefault(one => one.Code == officer && (Request.Query["in"].FirstOrDefault() is not { Length: > 0 } place || one.Unit == place));
            if (Opened is null)
            {
                return NotFound();
            }

            Pager = new Pager(Request, "page", MayRead ? Opened.Load!.Matters.Count : 0);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        Address = Filter.Read();
        var tree = await UnitTree.OfAsync(work, ct);
        using var file = new MemoryStream();
        var name = tree.UnitOf(Address.Unit) is { } unit && work.Person.Sees(unit) ? tree.UnitName(unit, work.Today) : Address.Unit;
        await ExportCaseload.RunAsync(
            new(Address.Question("04"), [$"{name} · {text.Period(Address.Year, Address.Months)}", $"{work.Person.FullName} · {PageText.Moment(work.Now)}"], text.Language), file, work, ct);
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{text.Say("caseload.file-name")}-{Address.Unit}-{Address.Year}.xlsx");
    }

    public bool MayRead => work.Person.May.HasFlag(Permissions.ReadMatters);

    /// <summary>Hundredths of a plain matter, as they are read: "812,40".</summary>
    public static string Weighted(long? hundredths) => hundredths is { } known ? (known / 100m).ToString("N2", Office.Words.Format) : "–";

    public string Workbook => Plain(Address!) + "&handler=workbook";

    public string SortedBy(string key) => Plain(Address!) + new QueryBuilder { { "sort", key }, { "order", key == Order && !IsAscending ? "ascending" : "descending" } }.ToQueryString().Value!.Replace('?', '&');

    public string? SortedNow(string key) => key != Order ? null : IsAscending ? "ascending" : "descending";

    public string OfficersBy(bool weight) => Plain(Address!) + (weight ? "&by=weight#officers" : "#officers");

    public string Of(OfficerBurden officer) => Plain(Address!) + new QueryBuilder { { "officer", officer.Code }, { "in", officer.Unit } }.ToQueryString().Value!.Replace('?', '&');

    public static string Plain(FigureAddress address)
    {
        var query = new QueryBuilder { { "unit", address.Unit }, { "year", PageText.Year(address.Year) } };
        if (address.Months != 12)
        {
            query.Add("months", PageText.Year(address.Months));
        }

        if (address.KnownOn is { } day)
        {
            query.Add("knownOn", PageText.Iso(day));
        }

        return "/ranking/caseload" + query.ToQueryString();
    }
}
