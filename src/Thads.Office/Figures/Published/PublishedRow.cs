using Thads.Office.Docket;

namespace Thads.Office.Figures.Published;

/// <summary>The figures somebody printed about one unit and period, in việc or in one unit of money.</summary>
/// <param name="Line">Where the row begins in its file.</param>
/// <param name="Unit">As written; may be empty.</param>
/// <param name="Regime">"08-2015", "06-2019", "05-2024", or null when not said.</param>
/// <param name="Step">The step to which counts or amounts were rounded before printing; 0 = exact.</param>
public sealed record PublishedRow(
    int Line,
    string Id,
    string Unit,
    int? Year,
    int? Months,
    string? Regime,
    Measure Measure,
    Rational Step,
    IReadOnlyDictionary<Figure, PrintedFigure> Figures)
{
    /// <summary>The circular of 2015, under which what was due had two parts only.</summary>
    public const string Regime2015 = "08-2015";

    /// <summary>The values a figure may stand for, or null when it was not printed.</summary>
    public Interval? Range(Figure figure) => Figures.TryGetValue(figure, out var printed) ? printed.Range(figure, Step) : null;
}

/// <summary>A place in a file that could not be taken as it stands, and why.</summary>
/// <param name="Line">Counted from 1, the header included; a row is known by the line it begins on.</param>
/// <param name="Column">As the file names it; null when the whole line is meant.</param>
public sealed record Misread(int Line, string? Column, Refusal Why)
{
    /// <summary>File, line, column and reason, as one line for people.</summary>
    public string In(Language language, string file)
    {
        var said = Column is null
            ? Words.Say(language, "published.misread-line", file, Line, Why)
            : Words.Say(language, "published.misread-cell", file, Line, Column, Why);

        // The reason repeats what stands in the file; a terminal must not obey it.
        return string.Concat(said.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }
}

/// <summary>A file of published figures. With a single misread place there are no rows: half a file would be half a truth.</summary>
/// <param name="Ignored">Columns that mean nothing here, as the file names them (without <c>verdict</c>, which is known and left alone).</param>
public sealed record PublishedFile(IReadOnlyList<PublishedRow> Rows, IReadOnlyList<Misread> Misread, IReadOnlyList<string> Ignored);
