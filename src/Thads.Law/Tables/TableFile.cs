using System.Text;

namespace Thads.Law.Tables;

/// <summary>Reads the text of a table into rows: cells by comma, a cell with a comma or a quote in it in double quotes.</summary>
internal static class TableFile
{
    private static readonly string[] Days = ["from", "to"];
    private static readonly string[] Sources = ["article", "source", "last_checked", "trust"];

    /// <param name="lenient">A file of an office: the columns of articles and trust may be missing, and `to` where no row has a last day.</param>
    public static List<LawRow> Read(LawTable table, string file, string text, bool lenient, List<TableError> errors)
    {
        var rows = new List<LawRow>();
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF').Split('\n');
        var heading = Cells(lines[0], out _);
        IReadOnlyList<string> own = table.OfDays ? ["date", .. table.Columns] : [.. table.Columns, .. Days];
        var missing = own.Concat(lenient ? [] : Sources).Except(heading, StringComparer.Ordinal).Where(column => !lenient || column != "to").ToList();
        var strange = heading.Except([.. own, .. Sources], StringComparer.Ordinal).ToList();
        if (missing.Count > 0 || strange.Count > 0)
        {
            errors.Add(new(file, 1, missing.Count > 0 ? new($"thiếu cột {missing[0]}", $"the column {missing[0]} is missing") : new($"không có cột nào tên {strange[0]}", $"there is no column {strange[0]}")));
            return rows;
        }

        if (heading.GroupBy(column => column).FirstOrDefault(column => column.Count() > 1) is { Key: var twice })
        {
            errors.Add(new(file, 1, new($"cột {twice} có hai lần", $"the column {twice} stands there twice")));
            return rows;
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            var cells = Cells(lines[i], out var whole);
            if (!whole || cells.Count != heading.Count)
            {
                errors.Add(new(file, i + 1, new($"có {cells.Count} ô, cần {heading.Count}", $"it has {cells.Count} cells and needs {heading.Count}")));
                continue;
            }

            try
            {
                rows.Add(Row(table, file, i + 1, heading.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second.Trim(), StringComparer.Ordinal)));
            }
            catch (LawCellException wrong)
            {
                errors.Add(new(file, i + 1, wrong.Why));
            }
        }

        return rows;
    }

    private static LawRow Row(LawTable table, string file, int line, Dictionary<string, string> cells)
    {
        var raw = new LawRow(table.Name, "", default, null, "", "", new(TrustLevel.Read, null, null), file, line, cells);
        var from = raw.Day(table.OfDays ? "date" : "from");
        DateOnly? to = table.OfDays ? from : cells.GetValueOrDefault("to") is { Length: > 0 } ? raw.Day("to") : null;
        if (to < from)
        {
            throw new LawCellException("to", new("ngày cuối trước ngày đầu", "the last day is before the first"));
        }

        var trust = new Trust(
            cells.ContainsKey("trust") ? raw.OneOf("trust", Levels) : TrustLevel.Unverified,
            cells.GetValueOrDefault("last_checked") is { Length: > 0 } ? raw.Day("last_checked") : null, null);
        return raw with
        {
            Key = string.Join('/', table.Key.Select(column => raw[column])),
            From = from,
            To = to,
            Article = cells.GetValueOrDefault("article", ""),
            Source = cells.GetValueOrDefault("source", ""),
            Trust = trust,
            Cells = cells.Where(cell => table.Columns.Contains(cell.Key)).ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal),
        };
    }

    private static readonly Dictionary<string, TrustLevel> Levels = Enum.GetValues<TrustLevel>().ToDictionary(level => level.Code, StringComparer.Ordinal);

    /// <param name="whole">False where a quoted cell does not end on its line.</param>
    private static List<string> Cells(string line, out bool whole)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        whole = !quoted;
        return cells;
    }
}
