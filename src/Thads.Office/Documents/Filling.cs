namespace Thads.Office.Documents;

/// <summary>A piece of text in a document.</summary>
/// <param name="Fact">Key of the number it is, so that a page can lead to its source; null for words.</param>
/// <param name="IsMarked">Typed by hand in the place of a computed number: the document says so.</param>
public sealed record TextRun(string Text, string? Fact = null, bool IsMarked = false);

/// <summary>One paragraph.</summary>
public sealed record Passage(IReadOnlyList<TextRun> Runs)
{
    /// <summary>What it says, without its marks.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    public static Passage Of(string text) => new([new TextRun(text)]);
}

/// <summary>A column of a table: its name for a repeated row (`cot:NAME`), its title, and whether it holds numbers.</summary>
/// <param name="Width">Share of the width of the table.</param>
public sealed record GridColumn(string Name, string Title, bool IsNumber = true, int Width = 10);

/// <param name="IsTotal">Set in bold.</param>
public sealed record GridRow(IReadOnlyList<TextRun> Cells, bool IsTotal = false);

/// <summary>A table with its title; no rows = nothing to show.</summary>
public sealed record Grid(string Title, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows);

public enum ChartKind
{
    /// <summary>Over the months of a year.</summary>
    Lines = 1,

    /// <summary>One bar per category and series.</summary>
    Bars = 2,
}

/// <param name="Values">One per category; null where there is none.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>A chart with the numbers it is drawn from.</summary>
/// <param name="Axis">What its values are in: "%", "việc".</param>
/// <param name="Decimals">Of the labels at its points.</param>
public sealed record Chart(string Title, ChartKind Kind, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, string Axis, int Decimals);

/// <summary>What goes into the places of a template; a tag that is in none of these has nothing to say.</summary>
/// <param name="Texts">`so:` and `chu:`: one run each.</param>
/// <param name="Passages">`cau:` and `van:`: paragraphs.</param>
/// <param name="Grids">`bang:` and `lap:`, by the name behind the colon.</param>
/// <param name="Charts">`bieu-do:`, by the name behind the colon.</param>
public sealed record Filling(
    IReadOnlyDictionary<string, TextRun> Texts, IReadOnlyDictionary<string, IReadOnlyList<Passage>> Passages, IReadOnlyDictionary<string, Grid> Grids,
    IReadOnlyDictionary<string, Chart> Charts);
