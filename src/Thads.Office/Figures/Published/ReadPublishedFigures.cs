using System.Globalization;
using Thads.Office.Docket;

namespace Thads.Office.Figures.Published;

/// <summary>Reads a CSV file of published figures (docs/formats/published-figures.md), or says of every place why it cannot be taken.</summary>
public static class ReadPublishedFigures
{
    private static readonly string[] Descriptive = ["id", "unit", "year", "months", "regime", "measure", "precision"];

    private static readonly Dictionary<string, Figure> Figures = Enum.GetValues<Figure>().ToDictionary(figure => figure.Name, StringComparer.Ordinal);

    /// <summary>Names that were in use before the exchange format had its own.</summary>
    private static readonly Dictionary<string, string> OlderNames = new(StringComparer.Ordinal)
    {
        ["entrusted"] = "delegated",
        ["eligible"] = "enforceable",
        ["ineligible"] = "not_enforceable",
        ["deferred_suspended"] = "postponed_suspended",
        ["done"] = "settled",
        ["previous_done"] = "previous_settled",
        ["done_change"] = "settled_change",
        ["carry_next"] = "carried_over",
        ["carry_next_eligible"] = "carried_over_enforceable",
    };

    /// <summary>The name a column has in the exchange format.</summary>
    public static string MeantBy(string name) => OlderNames.GetValueOrDefault(name, name);

    /// <param name="needsId">Every row must have a name of its own; without, the unit is name enough.</param>
    public static PublishedFile Run(ReadOnlySpan<byte> bytes, bool needsId = true)
    {
        var (lines, misread) = CsvText.Read(bytes);
        var refused = new List<Misread>(misread);
        if (lines.Count == 0 || misread.Any(place => place.Line < lines[0].Line))
        {
            // Without its header no line can be understood.
            return new([], refused.Count > 0 ? refused : [new(1, null, new("published.empty"))], []);
        }

        var header = lines[0].Cells.Select(name => name.Trim(' ')).ToArray();
        var meant = header.Select(MeantBy).ToArray();
        var headerFaults = HeaderFaults(lines[0].Line, header, meant, needsId).ToList();
        if (headerFaults.Count > 0)
        {
            return new([], [.. refused, .. headerFaults], []);
        }

        var rows = lines.Skip(1).Select(line => ReadRow(line, header, meant, needsId, refused)).OfType<PublishedRow>().ToList();
        var ignored = header.Where((name, i) => name.Length > 0 && meant[i] != "verdict" && !Descriptive.Contains(meant[i]) && FigureNamed(meant[i]) is null);
        return refused.Count > 0 ? new([], [.. refused.OrderBy(m => m.Line)], []) : new(rows, [], [.. ignored]);
    }

    private static Figure? FigureNamed(string name) => Figures.TryGetValue(name, out var figure) ? figure : null;

    private static IEnumerable<Misread> HeaderFaults(int line, string[] header, string[] meant, bool needsId)
    {
        if (header is [var only])
        {
            foreach (var (separator, name) in new[] { (';', ";"), ('\t', "TAB"), ('|', "|") })
            {
                if (only.Contains(separator, StringComparison.Ordinal))
                {
                    yield return new(line, null, new("published.separator", name));
                    yield break;
                }
            }
        }

        if (needsId && !meant.Contains("id"))
        {
            yield return new(line, null, new("published.no-id-column"));
        }

        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Any(char.IsControl))
            {
                yield return new(line, header[i], new("published.control-character"));
            }

            var first = Array.IndexOf(meant, meant[i]);
            if (first < i && meant[i].Length > 0)
            {
                yield return new(line, header[i], new("published.column-twice", header[first], header[i]));
            }
        }
    }

    private static PublishedRow? ReadRow(CsvLine line, string[] header, string[] meant, bool needsId, List<Misread> refused)
    {
        if (line.Cells.Count != header.Length)
        {
            refused.Add(new(line.Line, null, new(line.Cells.Count > header.Length ? "published.too-many-cells" : "published.too-few-cells", line.Cells.Count, header.Length)));
            return null;
        }

        var before = refused.Count;
        var figures = new Dictionary<Figure, PrintedFigure>();
        for (var i = 0; i < header.Length; i++)
        {
            var cell = line.Cells[i].Trim(' ');
            if (cell.Length > 0 && FigureNamed(meant[i]) is { } figure)
            {
                if (PrintedFigure.Read(header[i], cell, out var whyNot) is { } printed)
                {
                    figures.Add(figure, printed);
                }
                else
                {
                    refused.Add(new(line.Line, header[i], whyNot!));
                }
            }
        }

        var id = Cell("id");
        var unit = Cell("unit");
        RefuseIf(needsId && id.Length == 0, "id", new("published.no-id"));
        RefuseIf(id.Any(char.IsControl), "id", new("published.control-character"));
        RefuseIf(unit.Any(char.IsControl), "unit", new("published.control-character"));
        var year = Whole("year", 1900, 2999);
        var months = Whole("months", 1, 12);

        var regime = Cell("regime").Replace('/', '-');
        RefuseIf(regime is not ("" or PublishedRow.Regime2015 or "06-2019" or "05-2024"), "regime", new("published.unknown-regime", Cell("regime")));

        var measure = Cell("measure");
        RefuseIf(measure is not ("" or "matters" or "viec" or "money" or "tien"), "measure", new("published.unknown-measure", measure));
        var money = measure is "money" or "tien";

        var step = money ? new Rational(1) : Rational.Zero;
        if (Cell("precision") is { Length: > 0 } precision)
        {
            var printed = PrintedFigure.Read("precision", precision, out var whyNot);
            whyNot ??= printed!.Mark != Mark.None || printed.Value.Sign < 0 ? new("published.not-a-step", precision) : null;
            RefuseIf(whyNot is not null, "precision", whyNot!);
            step = printed?.Value ?? step;
        }
        else if (!money && measure.Length > 0)
        {
            // 8.169 việc is eight thousand to whoever wrote it. Read as a little over eight it would agree with its
            // neighbours or not for no reason that anybody could see.
            foreach (var (figure, printed) in figures)
            {
                RefuseIf(IsCount(figure) && printed.Decimals > 0, figure.Name, new("published.count-with-decimals", printed.Text));
            }
        }

        return refused.Count > before
            ? null
            : new(line.Line, id, unit, year, months, regime.Length == 0 ? null : regime, money ? Measure.Money : Measure.Matters, step, figures);

        string Cell(string name) => Array.IndexOf(meant, name) is >= 0 and var i ? line.Cells[i].Trim(' ') : "";

        void RefuseIf(bool broken, string name, Refusal why)
        {
            if (broken)
            {
                refused.Add(new(line.Line, header[Array.IndexOf(meant, name)], why));
            }
        }

        int? Whole(string name, int least, int most)
        {
            var cell = Cell(name);
            var good = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
            RefuseIf(cell.Length > 0 && !good, name, new("published.not-a-whole-number", cell, least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture)));
            return good ? number : null;
        }
    }

    private static bool IsCount(Figure figure) => !figure.IsRounded && figure != Figure.Target;
}
