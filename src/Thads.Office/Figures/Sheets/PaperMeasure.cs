using System.Globalization;

namespace Thads.Office.Figures.Sheets;

/// <summary>
/// How much room text and figures need. A spreadsheet measures only when it is opened, and never merged cells, so widths
/// and heights are reckoned here, rather too large than too small: a clipped mark turns one word into another.
/// </summary>
internal static class PaperMeasure
{
    /// <summary>Points in one unit of column width: a digit of Times New Roman 11.</summary>
    private const double UnitPoints = 5.25;

    private const double A4Points = 842 - 2 * 0.4 * 72;

    /// <summary>Smaller than this and figures of 11 points are no longer read with ease.</summary>
    private const double SmallestScale = 0.7;

    public static bool NeedsLargePaper(double width) => A4Points / (width * UnitPoints) < SmallestScale;

    /// <summary>Wide enough for the longest figure and for the longest word of the title.</summary>
    public static double Width(PaperColumn column, FormReport report)
    {
        var figure = report.Rows.Select(row => Printed(row.Cells[column.Index], column.Column.IsRate).Length).DefaultIfEmpty().Max();
        var word = column.Title.Split(' ').Max(part => part.Length);
        return Math.Max(6.8, Math.Max(figure + 1.5, word * 0.9 + 1.2));
    }

    public static double Height(string text, double width, double size)
    {
        // A letter of Times New Roman takes under 0.44 of its size on average; in a narrow column a few wide ones decide.
        var letters = Math.Max(4, (width * UnitPoints - 4) / (size * (width > 20 ? 0.44 : 0.5)));
        return text.Split('\n').Sum(line => Lines(line, letters)) * LineHeight(size);
    }

    /// <summary>Vietnamese capitals carry up to two marks: lines stand further apart than in Latin text.</summary>
    public static double LineHeight(double size) => Math.Ceiling(size * 1.42);

    /// <summary>How many columns, from the first, take a quarter of the paper.</summary>
    public static int Block(IEnumerable<double> widths)
    {
        var all = widths.ToList();
        return Math.Max(1, Math.Min(all.Count / 3, Until(all, all.Sum() * 0.24)));
    }

    public static int Half(IReadOnlyList<double> widths) => Until(widths, widths.Sum() / 2);

    private static int Until(IReadOnlyList<double> widths, double share)
    {
        var (count, sum) = (0, 0d);
        while (sum < share)
        {
            sum += widths[count++];
        }

        return count;
    }

    private static int Lines(string text, double letters)
    {
        var (lines, used) = (1, 0d);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + word.Length > letters)
            {
                lines++;
                used = 0;
            }

            lines += (int)(word.Length / letters);
            used += word.Length + 1;
        }

        return lines;
    }

    private static string Printed(decimal? figure, bool isRate) => figure?.ToString(isRate ? "0.00" : "N0", CultureInfo.InvariantCulture) ?? "";
}
