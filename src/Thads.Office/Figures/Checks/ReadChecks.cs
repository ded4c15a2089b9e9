using Thads.Office.Acts;
using Thads.Office.Reports;

namespace Thads.Office.Figures.Checks;

/// <summary>Runs K01 to K18 over all forms of a period. Numbers are as the forms have them; nothing is put right here.</summary>
public static class ReadChecks
{
    private static readonly string[] AllForms = ["01", "02", "04", "05"];

    /// <summary>Of the forms as the books have them now, or at the cut-off asked for.</summary>
    /// <param name="query">Unit, officer, period, cut-off and regime; its form does not matter.</param>
    public static async Task<CheckedForms> RunAsync(FormQuery query, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await CheckAsync(await ReportForms.DrawAsync(query, AllForms, printed: true, work, ct), ListChecks.MostOnPage, work, ct);
    }

    /// <summary>Of a closed report.</summary>
    public static async Task<CheckedForms> OfAsync(ReportVersion version, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await CheckAsync(ReportForms.Of(version), long.MaxValue, work, ct);
    }

    private static async Task<CheckedForms> CheckAsync(ReportForms report, long mostListed, Work work, CancellationToken ct) => new(
    [
        .. RowChecks.Run(report.Forms, report.Regime),
        .. (await SumChecks.RunAsync(report, work, ct)).Concat(await TimeChecks.RunAsync(report, (year, months) => ReadReports.LastSentAsync(report.Query.Unit, report.Query.Officer, year, months, work, ct), work, ct))
            .Append(await ListChecks.ListedAsync(report, mostListed, work, ct)).Append(await ListChecks.CoercionsAsync(report, work, ct)).OrderBy(result => result.Code, StringComparer.Ordinal),
    ]);
}
