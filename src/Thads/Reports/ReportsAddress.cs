using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Thads.Http;
using Thads.Office.Reports;

namespace Thads.Reports;

/// <summary>Addresses of reports: of a version by its number, of what is to be closed by whose and which period.</summary>
public static class ReportsAddress
{
    public static string Of(long report) => "/reports/" + report.ToString(CultureInfo.InvariantCulture);

    public static string Form(long report, string form) => $"{Of(report)}?form={form}";

    public static string Sheet(long report, string form) => $"{Of(report)}?form={form}&handler=sheet";

    public static string Content(long report) => $"{Of(report)}?handler=content";

    public static string Cell(long report, CellName cell) =>
        $"{Of(report)}/cell{new QueryBuilder { { "form", cell.Form }, { "row", cell.Row }, { "cell", cell.Cell } }.ToQueryString()}";

    public static string Board(string unit, int year) => "/reports" + new QueryBuilder { { "unit", unit }, { "year", PageText.Year(year) } }.ToQueryString();

    public static string Close(ReportAddress address) => "/reports/close" + Query(address).ToQueryString();

    public static string Vintages(ReportAddress address) => "/reports/vintages" + Query(address).ToQueryString();

    private static QueryBuilder Query(ReportAddress address)
    {
        var query = new QueryBuilder { { "unit", address.Unit }, { "year", PageText.Year(address.Year) }, { "months", PageText.Year(address.Months) } };
        if (address.Officer is { } officer)
        {
            query.Add("officer", officer);
        }

        return query;
    }
}
