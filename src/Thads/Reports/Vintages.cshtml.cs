using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Reports;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Reports;

/// <summary>A cell through the versions of a report.</summary>
/// <param name="Values">One per version, the present last.</param>
public sealed record VintageLine(CellName Name, FormColumn Column, string Label, string LabelEn, IReadOnlyList<decimal?> Values);

/// <summary>The versions of a report side by side, with what the books say today.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class ReportVintagesModel(Work work, PageText text) : PageModel
{
    private static readonly string[] Main = ["total", "due", "enforceable", "settled", "not_enforceable", "carried_over", "rate"];

    public ReportAddress? Address { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ReportVersion> Versions { get; private set; } = [];

    public IReadOnlyList<VintageLine> Lines { get; private set; } = [];

    /// <summary>"" = the main cells of forms 01 and 02.</summary>
    public string Form { get; private set; } = "";

    public string Row { get; private set; } = "";

    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public IReadOnlyList<Choice> Rows { get; private set; } = [];

    public DateOnly Today => work.Today;

    public async Task OnGetAsync(string? unit, string? officer, string? year, string? months, string? form, string? row, CancellationToken ct)
    {
        var place = await ReportPlace.ResolveAsync(new ReportAddress(unit ?? "", string.IsNullOrEmpty(officer) ? null : officer, Whole(year), Whole(months)), work, ct);
        var (address, end) = (place.Address, place.Address.End);
        var heads = await ReadReports.OfAsync(address, work, ct);
        var versions = new List<ReportVersion>();
        foreach (var head in heads.Where(head => !head.IsSuperseded))
        {
            versions.Add(await ReadReports.WholeAsync(head, work, ct));
        }

        var present = await PresentAsync(address, work, ct);
        Forms = [.. present.Select(f => new Choice(f.Form, text.Say("page.nav-form", f.Form)))];
        Form = present.Any(f => f.Form == form) ? form! : "";
        var shown = present.FirstOrDefault(f => f.Form == Form) ?? present[0];
        var rows = shown.Rows.Concat(versions.SelectMany(v => v.Forms.Where(f => f.Form == shown.Form).SelectMany(f => f.Rows))).DistinctBy(r => r.Row).ToList();
        Rows = [.. rows.Select(r => new Choice(r.Row, $"{(r.Row.Contains(':', StringComparison.Ordinal) ? "" : r.Row + ". ")}{(text.IsEnglish ? r.LabelEn : r.Label)}", r.Depth, Vietnamese: !text.IsEnglish))];
        Row = rows.Any(r => r.Row == row) ? row! : rows[0].Row;
        IEnumerable<CellName> names = Form.Length == 0
            ? present.Where(f => f.Form is "01" or "02").SelectMany(f => Main.Select(cell => new CellName(f.Form, "I", cell)))
            : shown.Columns.Select(column => new CellName(shown.Form, Row, column.Cell));
        Lines = [.. names.Select(name => Line(name, versions, present))];
        Versions = versions;
        Name = (place.Officer == 0 ? "" : place.Tree.OfficerName(place.Officer, end) + ", ") + place.Tree.UnitName(place.Unit, end);
        Address = address;
    }

    private static VintageLine Line(CellName name, IReadOnlyList<ReportVersion> versions, IReadOnlyList<ClosedForm> present)
    {
        var form = present.First(f => f.Form == name.Form);
        var row = form.RowOf(name.Row) ?? versions.SelectMany(v => v.Forms).Where(f => f.Form == name.Form).Select(f => f.RowOf(name.Row)).First(r => r is not null)!;
        return new VintageLine(
            name, form.Columns[form.ColumnOf(name.Cell)], row.Label, row.LabelEn, [.. versions.Select(v => v.Form(name.Form)[name.Row, name.Cell]).Append(form[name.Row, name.Cell])]);
    }

    private static async Task<IReadOnlyList<ClosedForm>> PresentAsync(ReportAddress address, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var act = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        return await DrawUp.RunAsync(address, new ReportCutOff(act, work.Today, await UnitTree.VersionAsync(connection, act, ct)), FormSet.Of(address.Year, address.Months).Regime, work, ct);
    }

    private static int Whole(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
