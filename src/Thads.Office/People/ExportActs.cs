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
    public sealed record Input(ReadActs.Query Query, ActsFormat Format, IReadOnlyList<string> Head, IReadOnlyList<string> Columns, Func<ActLine, IReadOnlyList<object?>> Row);

    /// <summary>More than anybody reads; a shorter time is asked for.</summary>
    private const int Most = 200_000;

    private const int Block = 500;
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
                ListWorkbook.Write(to, "acts", input.Head, [.. input.Columns.Select((title, i) => new ListWorkbook.Column(title, Widths[i]))], rows);
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
