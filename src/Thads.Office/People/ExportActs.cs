using System.Globalization;
using System.Text;
using Thads.Office.Acts;
using Thads.Office.Workbooks;

namespace Thads.Office.People;

/// <summary>As what the record of acts is taken out.</summary>
public enum ActsFormat
{
    Workbook = 1,
    Csv = 2,
}

/// <summary>The record of acts as it is filtered, whole, with the filter written above it. Who took it out, and which part, is an act itself.</summary>
public static class ExportActs
{
    /// <param name="Query">What is read; its page does not matter.</param>
    /// <param name="Head">Title, filter, who and when.</param>
    /// <param name="Columns">Headings.</param>
    /// <param name="Row">An act as cells: texts, days, numbers, null.</param>
    public sealed record Input(ReadActs.Query Query, ActsFormat Format, IReadOnlyList<string> Head, IReadOnlyList<string> Columns, Func<ActLine, IReadOnlyList<object?>> Row)
    {
        /// <summary>Name of the sheet.</summary>
        public string Sheet { get; init; } = "acts";

        /// <summary>Words at the foot of a printed page: {0} of {1}.</summary>
        public string Page { get; init; } = "{0}/{1}";
    }

    /// <summary>More than anybody reads; a shorter time is asked for.</summary>
    private const int Most = 200_000;

    private const int Block = 500;
    private static readonly TableCellKind[] Kinds =
    [
        TableCellKind.Day, TableCellKind.Text, TableCellKind.Text, TableCellKind.Text, TableCellKind.Text, TableCellKind.Text, TableCellKind.Text, TableCellKind.Number,
    ];

    private static readonly int[] Widths = [12, 8, 18, 26, 24, 40, 60, 10];

    /// <returns>How many acts are in it.</returns>
    /// <exception cref="RefusedException">`acts.too-many`.</exception>
    public static async Task<long> RunAsync(Input input, Stream to, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadActs);
        var lines = new List<ActLine>();
        for (var more = true; more;)
        {
            var block = await ReadActs.RunAsync(input.Query with { Before = lines.Count == 0 ? null : lines[^1].Id, Take = Block, IsCounted = false }, work, ct);
            lines.AddRange(block.Lines);
            more = block.HasMore;
            RefusedException.ThrowIf(lines.Count > Most ? new Refusal("acts.too-many", Most) : null);
        }

        var rows = lines.Select(input.Row);
        switch (input.Format)
        {
            case ActsFormat.Workbook:
                using (var workbook = new TableWorkbook(to, input.Sheet, input.Head, [.. input.Columns.Select((title, i) => new TableColumn(title, Kinds[i], Widths[i]))], input.Page))
                {
                    foreach (var row in rows)
                    {
                        workbook.Add(row.Select(Of));
                    }
                }

                break;
            case ActsFormat.Csv:
                await using (var csv = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true))
                {
                    foreach (var row in rows.Prepend([.. input.Columns]))
                    {
                        await csv.WriteAsync(string.Join(',', row.Select(Cell)) + "\r\n");
                    }
                }

                break;
        }

        work.Begin("acts-exported", string.Join(" · ", input.Head.Skip(1)));
        await work.FinishAsync(ct);
        return lines.Count;
    }

    private static TableCell Of(object? cell) => cell switch
    {
        DateOnly day => new TableCell(day),
        long number => new TableCell(number),
        _ => new TableCell(cell?.ToString()),
    };

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Cell(object? cell)
    {
        var text = cell switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString()!,
        };
        var safe = cell is string && text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t') ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
