using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Workbooks;

namespace Thads.Office.Ranking;

/// <summary>The caseload of units and officers as a workbook: units first, then officers, with the same numbers as the page.</summary>
public static class ExportCaseload
{
    /// <param name="Head">Lines above the table: what, who and when.</param>
    public sealed record Input(FormQuery Query, IReadOnlyList<string> Head, Language Language = Language.Vietnamese);

    public static async Task RunAsync(Input input, Stream to, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var loads = await ReadUnitLoads.RunAsync(input.Query, work, ct);
        string Say(string code, params object[] arguments) => Words.Say(input.Language, code, arguments);
        using var workbook = new TableWorkbook(
            to, Say("caseload.sheet"), [Say("caseload.title"), .. input.Head, Say("caseload.weights-ours")],
            [
                new(Say("caseload.who"), TableCellKind.Text, 40), new(Say("caseload.unit"), TableCellKind.Text, 14), new(Say("caseload.enforcers"), TableCellKind.Number, 12), new(Say("caseload.total"), TableCellKind.Number, 14),
                new(Say("caseload.per-enforcer"), TableCellKind.Number, 16), new(Say("caseload.weighted"), TableCellKind.Number, 16), new(Say("caseload.weighted-per-enforcer"), TableCellKind.Number, 18), new(Say("caseload.by"), TableCellKind.Text, 16),
            ],
            Say("find.page"));
        foreach (var unit in loads.Units.Prepend(loads.Whole))
        {
            workbook.Add(
            [
                new(unit.Name), new(unit.Code), Number(unit.Enforcers), Number(unit.Total), Number(unit.PerEnforcer), Number(Whole(unit.Hundredths)), Number(Whole(unit.HundredthsPerEnforcer)),
                new(Say(unit.IsReported ? "caseload.by-file" : unit.IsMixed ? "caseload.by-both" : "caseload.by-books")),
            ]);
        }

        foreach (var officer in loads.Officers)
        {
            workbook.Add([new($"{officer.Code} – {officer.Name}"), new(officer.Unit), new(""), Number(officer.Total), new(""), Number(Whole(officer.Load?.Hundredths)), new(""), new(Say("caseload.officer"))]);
        }
    }

    private static TableCell Number(long? value) => value is { } number ? new TableCell(number) : new TableCell("–");

    /// <summary>Hundredths rounded to whole matters, half up: a sheet is read, and the page has them exactly.</summary>
    private static long? Whole(long? hundredths) => (hundredths + 50) / 100;
}
