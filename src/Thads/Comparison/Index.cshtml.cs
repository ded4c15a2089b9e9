using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Obstacles;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Comparison;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Reference;
using Thads.Overview;

namespace Thads.Comparison;

/// <summary>Any units over any periods: counts changed in percent, rates in points; as organised then or now; by the circular of then and of now; the published series beside.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CompareModel(Work work, PageText text) : PageModel
{
    public FigureFilter? Filter { get; private set; }

    public CompareAddress? Address { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public ComparedUnits? Compared { get; private set; }

    /// <summary>From the first to the last day of all periods.</summary>
    public ObstacleSpan Span => new(
        Address!.Unit, Compared!.Query.Periods.Min(period => new StatisticalYear(period.Year).Start), Compared.Query.Periods.Max(period => new StatisticalYear(period.Year).EndOfMonth(period.Months)));

    public static readonly IReadOnlyList<Measure> Measures = [Measure.Matters, Measure.Money];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>The same as an .xlsx file.</summary>
    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        using var file = new MemoryStream();
        ExportComparison.Run(
            Compared!, [Compared!.Rows[0].Name, text.Of(Address!.AsOf), $"{Address.Years} · {(Address.KnownOn is { } day ? text.Say("summary.known", day) : text.Say("compare.known-all"))}"], text.Language, file, work);
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{text.Say("compare.file-name")}-{Address.Unit}-{PageText.Iso(work.Today)}.xlsx");
    }

    /// <summary>Việc, or tỷ đồng; a rate as it is printed.</summary>
    public static string Written(decimal? value, Measure measure, string cell) =>
        value is null ? "–" : cell == "rate" ? WriteSummary.Percent(value) : HeadModel.Amount((long)value.Value, measure);

    /// <summary>"+12,34 %" of a count, "+1,23 điểm %" of a rate: never one for the other.</summary>
    public string Written(ComparedChange change) => change.Value is null ? "–" : text.Say(change.IsPoints ? "compare.points" : "compare.percent", WriteSummary.WithSign(change.Value));

    public string Head((int Earlier, int Later) pair)
    {
        var (before, after) = (Compared!.Columns[pair.Earlier], Compared.Columns[pair.Later]);
        var plain = text.Say("compare.pair", after.Period, before.Period);
        return before.Set != after.Set ? plain + " " + text.Say("compare.pair-then") : before.IsAsNow ? plain + " " + text.Say("compare.pair-now") : plain;
    }

    /// <summary>The cell behind a number; null where it is of a file, or of a scope that is nobody's form.</summary>
    public string? Link(ComparedRow row, int column, Measure measure, string cell)
    {
        var at = Compared!.Columns[column];
        return row.IsForm[column] && Compared.Value(row, column, measure, cell) is not null
            ? new FigureAddress(row.Code, at.Period.Year, at.Period.Months, null, Address!.KnownOn, at.IsAsNow ? at.Set.Regime : null).Cell(HeadModel.FormOf(measure), "I", cell)
            : null;
    }

    public string NameOf(ComparedRow row) => row.Kind == ComparedKind.Rest ? text.Say("compare.rest") : row.Name;

    /// <summary>Periods that stand under two circulars, with what changed.</summary>
    public IEnumerable<(ComparedColumn Then, ComparedColumn Now)> Breaks => Compared!.Columns.Where(column => column.IsAsNow)
        .Select(column => (Compared.Columns.Single(own => own.Period == column.Period && !own.IsAsNow), column));

    /// <summary>What was published for the whole country about the periods asked for.</summary>
    public IEnumerable<(PublishedValue Value, decimal? Ours)> Published => Compared!.Query.Periods.SelectMany(period => Measures.SelectMany(measure =>
        PublishedSeries.Of(period.Year, measure).Where(value => value.Months == period.Months && value.Figure is "enforceable" or "settled" or "rate" or "target")
            .Select(value => (value, value.Figure == "rate" ? Compared.Value(Compared.Rows[0], ColumnOf(period), measure, "rate") : null))));

    public Multiples Drawn(Measure measure) => new(
        [.. Compared!.Rows.Where(row => row.Kind != ComparedKind.Rest).Take(Multiples.Most).Select(row => (
            row.Code,
            (IReadOnlyList<decimal?>)[.. Compared.Query.Periods.Select(period => Compared.Value(row, ColumnOf(period), measure, "rate"))]))],
        [.. Compared.Query.Periods.Select(period => period.ToString())]);

    private int ColumnOf(ComparedPeriod period) => Compared!.Columns.ToList().FindIndex(column => column.Period == period && !column.IsAsNow);

    private async Task LoadAsync(CancellationToken ct)
    {
        Filter = await FigureFilter.LoadAsync(Request, isWhole: false, work, ct);
        var figures = Filter.Read();
        var years = Request.Query["years"].FirstOrDefault()?.Trim() is { Length: > 0 } typed ? typed : $"{PageText.Year(figures.Year - 1)}-{PageText.Year(figures.Year)}";
        var asOf = Codes.TryRead<Organised>(Request.Query["asOf"].FirstOrDefault() ?? "", out var organised) ? organised : Organised.Then;
        // Months of the years typed: without any, whole years.
        var months = Request.Query.ContainsKey("months") ? figures.Months : 12;
        Address = new CompareAddress(figures.Unit, Request.Query["below"] == "1", [.. Request.Query["with"].OfType<string>().Where(code => code.Length > 0).Distinct()], years, months, asOf, figures.KnownOn);
        if (CompareQuery.Read(years, months, out var periods) is { } why)
        {
            throw new UnreadableException(why, "years");
        }

        Compared = await CompareUnits.RunAsync(new CompareQuery(Address.Unit, Address.Below, Address.With, periods, asOf, Address.KnownOn), work, ct);
    }
}
