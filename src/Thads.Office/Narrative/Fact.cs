using System.Globalization;
using Thads.Office.Documents;
using Thads.Office.Overview;

namespace Thads.Office.Narrative;

/// <summary>What a number is in; it decides how it is written.</summary>
public enum FactKind
{
    /// <summary>Việc.</summary>
    Matters = 1,

    /// <summary>Tỷ đồng.</summary>
    Billions = 2,

    /// <summary>Percent: a rate, or a count against the one before.</summary>
    Percent = 3,

    /// <summary>Percentage points: the difference of two rates.</summary>
    Points = 4,

    /// <summary>Things without a unit of their own here: people, years, times.</summary>
    Count = 5,
}

/// <summary>What kind of place a number comes from.</summary>
public enum SourceKind
{
    /// <summary>A cell of a form.</summary>
    Cell = 1,

    /// <summary>The summary of a year beside the one before.</summary>
    Year = 2,

    /// <summary>A list of open matters.</summary>
    Stock = 3,

    /// <summary>A decision that assigned it.</summary>
    Assigned = 4,

    /// <summary>A list of this report's own: matters by manner, commune or bank, and what was done in them.</summary>
    Own = 5,

    /// <summary>Another number of the report.</summary>
    Derived = 6,

    /// <summary>A page of the program that lists what is counted.</summary>
    Page = 7,
}

/// <summary>Where a number comes from: what its link opens, and what the table of sources says.</summary>
/// <param name="Year">Statistical year it is of.</param>
/// <param name="Regime">Null = the one of that year.</param>
/// <param name="Pick">Of <see cref="SourceKind.Stock"/>.</param>
/// <param name="Own">Of <see cref="SourceKind.Own"/>: what, and which.</param>
/// <param name="Page">Of <see cref="SourceKind.Page"/>: where it is.</param>
public sealed record FactSource(
    SourceKind Kind, int Year, string? Form = null, string? Row = null, string? Cell = null, string? Regime = null, MatterPick? Pick = null, OwnPick? Own = null, PagePick? Page = null)
{
    private const char Between = '|';

    /// <summary>A cell of a table with where it comes from, in the place of a fact's key.</summary>
    public static TextRun Run(string text, params string[] source) => new(text, text.Any(char.IsDigit) ? "@" + string.Join(Between, source) : null);

    /// <summary>What <see cref="Run"/> wrote; null for the key of a fact.</summary>
    public static FactSource? Read(string key, int year) => key.StartsWith('@') && key[1..].Split(Between) is { Length: 3 } parts
        ? parts[0] switch
        {
            "page" => new FactSource(SourceKind.Page, year, Page: new PagePick(parts[1], "narrative.from-direction")),
            "own" => new FactSource(SourceKind.Own, year, Own: new OwnPick(parts[1], parts[2])),
            "docketed" => new FactSource(SourceKind.Stock, year, Pick: new MatterPick(
                parts[1] == "separate" ? Listing.Separate : Listing.Live, DocketYear: parts[2].Length == 0 ? null : int.Parse(parts[2], CultureInfo.InvariantCulture))),
            _ => new FactSource(SourceKind.Cell, year, parts[0], parts[1], parts[2]),
        }
        : null;
}

/// <summary>A list of the report's own.</summary>
/// <param name="What">"manner", "commune", "bank" or "event".</param>
/// <param name="Which">Word of the manner or event, id of the commune, name of the bank; "-" = none was said.</param>
public sealed record OwnPick(string What, string Which);

/// <summary>A page of the program.</summary>
/// <param name="Address">From the root: "/direction/requests?unit=D05".</param>
/// <param name="Words">Code of the words that name it; {0} = the year.</param>
public sealed record PagePick(string Address, string Words);

/// <summary>A number typed in the place of a computed one.</summary>
public sealed record HandNumber(decimal Value, string Reason, string Person, DateTime At);

/// <summary>A number of a report: computed, and as it is printed.</summary>
/// <param name="Key">As tags name it: "matters.rate".</param>
/// <param name="Computed">Rounded to its decimals, half away from zero: what is printed.</param>
/// <param name="IsChange">A difference: sentences say which way it went and write it without its sign.</param>
public sealed record Fact(string Key, string Title, FactKind Kind, decimal Computed, int Decimals, FactSource Source, bool IsChange = false)
{
    private const char Narrow = '\u00a0';

    public HandNumber? ByHand { get; init; }

    public decimal Value => ByHand?.Value ?? Computed;

    public string Unit => Kind switch
    {
        FactKind.Matters => "việc",
        FactKind.Billions => "tỷ đồng",
        FactKind.Percent => "%",
        FactKind.Points => "điểm %",
        FactKind.Count => "",
    };

    /// <summary>Number and unit; a change without its sign.</summary>
    public string Text => Join(Number(IsChange ? Math.Abs(Value) : Value));

    /// <summary>The number alone, a change with its sign: for tables.</summary>
    public string Cell => IsChange && Value > 0 ? "+" + Number(Value) : Number(Value);

    public string TextOf(decimal value) => Join(Number(value));

    /// <summary>As the identities read it: digits with a point.</summary>
    public string Plain => Value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public TextRun Run(string text) => new(text, Key, ByHand is not null);

    private string Number(decimal value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), Words.Format);

    private string Join(string number) => Unit.Length == 0 ? number : number + Narrow + Unit.Replace(' ', Narrow);
}
