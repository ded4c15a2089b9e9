using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Overview;

namespace Thads.Overview;

/// <summary>The units below one side by side: rates against what was assigned, stock, oldest; each opens its own dashboard.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ProvinceModel(Work work) : PageModel
{
    /// <summary>What the table can be sorted by; the first is how it begins.</summary>
    public static readonly IReadOnlyList<(string Key, Func<UnitLine, IComparable?> Of)> Orders =
    [
        ("matters", line => line.Matters.Rate), ("money", line => line.Money.Rate), ("matters-margin", line => line.Matters.Margin), ("money-margin", line => line.Money.Margin),
        ("total", line => line.Matters.Total), ("left", line => line.Matters.Left), ("separate", line => line.Matters.Separate), ("money-left", line => line.Money.Left), ("ten-years", line => line.TenYears),
    ];

    public OverviewFilter? Filter { get; private set; }

    public OverviewAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public Units? Board { get; private set; }

    public string Order { get; private set; } = Orders[0].Key;

    public bool IsAscending { get; private set; }

    public IReadOnlyList<UnitLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Filter = await OverviewFilter.LoadAsync(Request, work, ct);
        Address = Filter.Read();
        if (!Request.Query.ContainsKey("unit") && await OwnPlace.OfUnitsAsync(null, work, ct) is { } unit && unit != Address.Unit)
        {
            return Redirect((Address with { Unit = unit }).Units);
        }

        if (!Filter.IsPlain(Address))
        {
            return Redirect(Address.Units);
        }

        Board = await UnitsBoard.RunAsync(Address.Period, Filter.DayOf(Address), await WatchLimits.OfAsync(work, ct), work, ct);
        var asked = Request.Query["sort"].FirstOrDefault();
        Order = Orders.Any(order => order.Key == asked) ? asked! : Orders[0].Key;
        IsAscending = Request.Query["order"] == "ascending";
        var by = Orders.First(order => order.Key == Order).Of;
        Lines = [.. (IsAscending ? Board.Lines.OrderBy(by) : Board.Lines.OrderByDescending(by)).ThenBy(line => line.Code, StringComparer.Ordinal)];
        return Page();
    }

    /// <summary>Where the figures of units that report by file are brought in; null for who does not.</summary>
    public string? ByFile => work.Person.MayIn(Board!.Scope.Unit, Permissions.Report)
        ? $"/reports/by-file?unit={Uri.EscapeDataString(Address!.Unit)}&year={PageText.Year(Address.Year)}&months={PageText.Year(Address.Months)}" : null;

    /// <summary>The table sorted by a column, or the other way round.</summary>
    public string SortedBy(string key)
    {
        var query = Address!.Query();
        query.Add("sort", key);
        query.Add("order", key == Order && !IsAscending ? "ascending" : "descending");
        return "/overview/province" + query.ToQueryString();
    }

    public string? SortedNow(string key) => key != Order ? null : IsAscending ? "ascending" : "descending";
}
