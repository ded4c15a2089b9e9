using System.Globalization;
using Thads.Office.Docket;
using Thads.Office.Figures.Published;

namespace Thads.Office.Figures.Reported;

/// <summary>A file of reported figures. With a single misread place there are no rows.</summary>
public sealed record ReportedFile(IReadOnlyList<ReportedRow> Rows, IReadOnlyList<Misread> Misread);

/// <summary>Reads a file of units that report by file: CSV with the columns of the exchange file “figures” (docs/formats/published-figures.md), or says of every place why it cannot be taken.</summary>
public static class ReadReportedFile
{
    /// <summary>A province has some dozen units.</summary>
    public const int MostRows = 500;

    public const int MostBytes = 300_000;

    public static ReportedFile Run(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return new([], [new(1, null, new("reported.too-large", MostBytes / 1000))]);
        }

        var published = ReadPublishedFigures.Run(bytes, needsId: false);
        var misread = published.Misread.ToList();
        if (misread.Count > 0)
        {
            return new([], misread);
        }

        var lines = CsvText.Read(bytes).Lines;
        var header = lines[0].Cells.Select(name => ReadPublishedFigures.MeantBy(name.Trim(' '))).ToList();
        misread.AddRange(header.Where(name => !ReportedRow.Columns.Contains(name) && !name.StartsWith("x_", StringComparison.Ordinal)).Select(name => new Misread(lines[0].Line, name, new("reported.column", name))));
        misread.AddRange(ReportedRow.Key.Except(header).Select(name => new Misread(lines[0].Line, null, new("reported.column-missing", name))));
        if (misread.Count == 0 && lines.Count - 1 > MostRows)
        {
            misread.Add(new(1, null, new("reported.too-many", MostRows)));
        }

        if (misread.Count > 0)
        {
            return new([], misread);
        }

        var rows = new List<ReportedRow>();
        foreach (var line in lines.Skip(1))
        {
            var cells = header.Zip(line.Cells).Where(cell => ReportedRow.Columns.Contains(cell.First) && cell.Second.Trim(' ').Length > 0).ToDictionary(cell => cell.First, cell => cell.Second.Trim(' '), StringComparer.Ordinal);
            var missing = ReportedRow.Key.Where(key => !cells.ContainsKey(key)).Select(key => new Misread(line.Line, key, new("reported.empty", key))).ToList();
            misread.AddRange(missing);
            if (missing.Count == 0)
            {
                rows.Add(new ReportedRow(
                    line.Line, cells["unit"], int.Parse(cells["year"], CultureInfo.InvariantCulture), int.Parse(cells["months"], CultureInfo.InvariantCulture),
                    cells["measure"] is "money" or "tien" ? Measure.Money : Measure.Matters, cells.Where(cell => !ReportedRow.Key.Contains(cell.Key)).ToDictionary(StringComparer.Ordinal)));
            }
        }

        return misread.Count > 0 ? new([], misread) : rows.Count == 0 ? new([], [new(1, null, new("reported.no-row"))]) : new(rows, []);
    }

    /// <summary>The rows as such a file again: what a person checked goes along as it was.</summary>
    public static string Write(IEnumerable<ReportedRow> rows)
    {
        var given = rows.ToList();
        var columns = ReportedRow.Columns.Where(column => ReportedRow.Key.Contains(column) || given.Any(row => row.Cells.ContainsKey(column))).ToList();
        string Cell(ReportedRow row, string column) => column switch
        {
            "unit" => row.Unit,
            "year" => row.Year.ToString(CultureInfo.InvariantCulture),
            "months" => row.Months.ToString(CultureInfo.InvariantCulture),
            "measure" => Codes.CodeOf(row.Measure),
            _ => row.Cells.GetValueOrDefault(column) ?? "",
        };
        string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return string.Join('\n', given.Select(row => string.Join(',', columns.Select(column => Quoted(Cell(row, column))))).Prepend(string.Join(',', columns)));
    }
}
