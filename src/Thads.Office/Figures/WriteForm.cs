using System.Globalization;
using System.Text;

namespace Thads.Office.Figures;

/// <summary>A form as JSON for programs (exact đồng) and as a table for people.</summary>
public static class WriteForm
{
    /// <summary>The official column order of the printed form; the specification lists the cells by what they are computed from.</summary>
    public static readonly IReadOnlyList<string> Official =
    [
        "total", "carried", "new", "delegated_in", "delegated", "withdrawn", "pulled_up", "returned", "due", "enforceable", "settled", "completed", "terminated", "reduced",
        "in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "carried_over", "carried_over_enforceable", "rate", "separate",
    ];

    /// <summary>The JSON of exchange format 1, section 3.</summary>
    public static string Json(FormReport report, Language language) => JsonText.Of(json =>
    {
        json.WriteString("form", report.Form);
        json.WriteString("regime", report.Regime);
        json.WriteString("measure", Codes.CodeOf(report.Measure));
        json.WriteString("unit", report.Unit);
        json.WriteString("officer", report.Officer);
        json.WriteNumber("year", report.Year);
        json.WriteNumber("months", report.Months);
        json.Day("knownOn", report.KnownOn);
        json.List("rows", report.Rows, row =>
        {
            json.WriteString("row", row.Row);
            json.WriteString("label", language == Language.English ? row.LabelEn : row.Label);
            json.WriteStartObject("cells");
            for (var i = 0; i < report.Columns.Count; i++)
            {
                json.Number(report.Columns[i].Cell, row.Cells[i]);
            }

            json.WriteEndObject();
        });
    });

    /// <summary>The columns of a form in the order in which they are printed.</summary>
    public static IReadOnlyList<int> PrintOrder(FormReport report) =>
        [.. Official.Select(cell => report.Columns.ToList().FindIndex(c => c.Cell == cell))];

    /// <summary>A value as people read it: dots between thousands, a comma before decimals; nothing for a rate without a base.</summary>
    public static string Number(decimal? value, bool isRate) =>
        value is null ? "" : value.Value.ToString(isRate ? "N2" : "N0", Words.Format);

    /// <summary>A table for a terminal: a line per row, the column numbers above, their names below.</summary>
    public static string Table(PrintedForm printed, Language language)
    {
        var report = printed.Report;
        var order = PrintOrder(report);
        var heads = order.Select(i => report.Columns[i].Number is { Length: > 0 } n ? n : "–").ToList();
        var lines = report.Rows.Select(row => (
            Label: new string(' ', 2 * row.Depth) + (language == Language.English ? row.LabelEn : row.Label),
            Cells: order.Select(i => Number(row.Cells[i], report.Columns[i].IsRate)).ToList())).ToList();
        var label = lines.Max(l => l.Label.Length);
        var widths = heads.Select((head, c) => Math.Max(head.Length, lines.Max(l => l.Cells[c].Length))).ToList();
        var text = new StringBuilder();
        text.Append(new string(' ', label));
        for (var c = 0; c < heads.Count; c++)
        {
            text.Append(' ').Append(heads[c].PadLeft(widths[c]));
        }

        text.AppendLine();
        foreach (var (name, cells) in lines)
        {
            text.Append(name.PadRight(label));
            for (var c = 0; c < cells.Count; c++)
            {
                text.Append(' ').Append(cells[c].PadLeft(widths[c]));
            }

            text.AppendLine();
        }

        text.AppendLine();
        foreach (var i in order)
        {
            var column = report.Columns[i];
            text.AppendLine(CultureInfo.InvariantCulture, $"{(column.Number.Length > 0 ? column.Number : "–"),4}  {(language == Language.English ? column.TitleEn : column.TitleVi)} ({column.Cell})");
        }

        foreach (var note in printed.Notes)
        {
            text.AppendLine().AppendLine(note.In(language));
        }

        return text.ToString();
    }
}
