using Thads.Office.Acts;

namespace Thads.Office.Figures.Sheets;

/// <summary>A form as a sheet: read, rounded for print, laid out, with its unit and recipient named.</summary>
public static class WriteSheet
{
    /// <param name="blanksFolder">Where the office keeps its own blanks; null = ours.</param>
    /// <param name="madeUpMark">What is printed across a form of invented figures; null on a real one.</param>
    public static async Task RunAsync(FormQuery query, string file, string? blanksFolder, Work work, CancellationToken ct, string? madeUpMark = null)
    {
        work.Require(Permissions.ReadFigures);
        var printed = await PrintedForm.RunAsync(query, work, ct);
        var scope = await FormScope.ResolveAsync(query with { LastAct = printed.Report.LastAct }, work, ct);
        var parent = scope.Tree.PeriodOn(scope.Unit, scope.End)?.Parent;
        FormSheet.Write(
            printed.Report,
            new FormSheetHead(
                scope.Tree.UnitName(scope.Unit, scope.End), parent is { } above ? scope.Tree.UnitName(above, scope.End) : "Bộ Tư pháp",
                scope.Officer == 0 ? null : scope.Tree.OfficerName(scope.Officer, scope.End), madeUpMark,
                [.. printed.Notes.Select(n => n.In(Language.Vietnamese))], work.Today, work.Person.Name),
            file, blanksFolder);
    }
}
