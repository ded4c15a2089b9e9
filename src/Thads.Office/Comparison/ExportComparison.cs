using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Workbooks;

namespace Thads.Office.Comparison;

/// <summary>A comparison as a workbook: a row for each unit, period, way of counting and measure; money in đồng, rates and changes as numbers with two decimals.</summary>
public static class ExportComparison
{
    /// <param name="head">What it is of, line by line, under the title.</param>
    public static void Run(ComparedUnits compared, IReadOnlyList<string> head, Language language, Stream to, Work work)
    {
        work.Require(Permissions.ReadFigures);
        string Say(string code) => Words.Say(language, code);
        IReadOnlyList<TableColumn> columns =
        [
            new(Say("compare.col-unit"), TableCellKind.Text, 12), new(Say("compare.col-name"), TableCellKind.Text, 34), new(Say("compare.col-year"), TableCellKind.Year, 8),
            new(Say("compare.col-months"), TableCellKind.Number, 8), new(Say("compare.col-circular"), TableCellKind.Text, 24), new(Say("compare.col-measure"), TableCellKind.Text, 8),
            .. ComparedUnits.Cells.Select(cell => new TableColumn(Say($"compare.cell-{cell}"), cell == "rate" ? TableCellKind.Hundredths : TableCellKind.Number, 18)),
            new(Say("compare.col-settled-change"), TableCellKind.Hundredths, 14), new(Say("compare.col-rate-change"), TableCellKind.Hundredths, 14), new(Say("compare.col-by-file"), TableCellKind.Number, 10),
        ];
        using var workbook = new TableWorkbook(to, Say("compare.sheet"), [Say("compare.title"), .. head], columns, Say("find.page"));
        foreach (var row in compared.Rows)
        {
            for (var i = 0; i < compared.Columns.Count; i++)
            {
                if (row.Sums[i] is not null)
                {
                    foreach (var measure in new[] { Measure.Matters, Measure.Money })
                    {
                        workbook.Add(Cells(compared, row, i, measure, language));
                    }
                }
            }
        }
    }

    private static IEnumerable<TableCell> Cells(ComparedUnits compared, ComparedRow row, int column, Measure measure, Language language)
    {
        var at = compared.Columns[column];
        yield return new TableCell(row.Code);
        yield return new TableCell(row.Kind == ComparedKind.Rest ? Words.Say(language, "compare.rest") : row.Name);
        yield return new TableCell(at.Period.Year);
        yield return new TableCell(at.Period.Months);
        yield return new TableCell(at.Set.Circular);
        yield return new TableCell(Words.Say(language, $"Measure.{Codes.CodeOf(measure)}"));
        foreach (var cell in ComparedUnits.Cells)
        {
            var value = compared.Value(row, column, measure, cell);
            yield return value is null ? new TableCell("") : new TableCell((long)(cell == "rate" ? value.Value * 100 : value.Value));
        }

        var pair = compared.Pairs.Where(pair => pair.Later == column).Select(pair => ((int, int)?)pair).LastOrDefault();
        foreach (var cell in new[] { "settled", "rate" })
        {
            var change = pair is { } there ? compared.Change(row, there, measure, cell).Value : null;
            yield return change is null ? new TableCell("") : new TableCell((long)(change.Value * 100));
        }

        yield return new TableCell(row.Sums[column]!.Reported);
    }
}
