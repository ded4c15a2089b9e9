namespace Thads.Law.Tables;

/// <summary>A value of a table with the row it stands in.</summary>
public sealed record Dated<T>(T Value, LawRow Row)
{
    public bool HoldsOn(DateOnly day) => Row.HoldsOn(day);
}

/// <summary>
/// How a table of law is made: `Tables/NAME.csv`, whose first line names the columns. After the columns of its own each table has
/// `from,to,article,source,last_checked,trust`; a table of single days has `date` in place of `from,to`.
/// </summary>
/// <param name="name">Of the file, without ".csv".</param>
/// <param name="columns">Its own columns.</param>
/// <param name="key">Those that say what a row speaks of. One row per key and day.</param>
public abstract class LawTable(string name, IReadOnlyList<string> columns, IReadOnlyList<string> key)
{
    public string Name => name;

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<string> Key => key;

    /// <summary>What it holds, for people: `thads law tables` shows it.</summary>
    public required Said Title { get; init; }

    /// <summary>First half of the codes with which it refuses: "parameter" gives `parameter.unknown` and `parameter.not-covered`.</summary>
    public required string Refuses { get; init; }

    /// <summary>The rows of one key follow each other without a gap. False: there may be days without a row (holidays; a limit that one regime does not know).</summary>
    public bool WithoutGaps { get; init; } = true;

    /// <summary>Rows are single days: the column `date` stands in place of `from,to`.</summary>
    public bool OfDays { get; init; }

    internal abstract object Typed(LawRow row);

    internal abstract object ListOf(IEnumerable<object> values);

    internal abstract IEnumerable<(LawRow Row, Said Why)> Wrong(LawBook book);

    public LawRefusal Unknown(string asked) => new($"{Refuses}.unknown", new($"{Title.Vi}: không có “{asked}”.", $"{Title.En}: there is no “{asked}”."));

    public LawRefusal NotCovered(string asked, DateOnly day) => new($"{Refuses}.not-covered", new($"{Title.Vi}: không có giá trị của {asked} cho ngày {Said.Day(day)}.", $"{Title.En}: there is no value of {asked} for {Said.Day(day)}."));
}

/// <summary>A table whose rows are read as <typeparamref name="T"/>. Typed once, at loading: a cell that cannot be read names its file and line.</summary>
public sealed class LawTable<T>(string name, IReadOnlyList<string> columns, IReadOnlyList<string> key, Func<LawRow, T> read) : LawTable(name, columns, key)
    where T : notnull
{
    /// <summary>Looks at the whole once all tables are read: codes of other tables, order of steps. Says what is wrong with which row.</summary>
    public Func<LawBook, IReadOnlyList<Dated<T>>, IEnumerable<(LawRow Row, Said Why)>> Check { get; init; } = (_, _) => [];

    internal override object Typed(LawRow row) => new Dated<T>(read(row), row);

    internal override object ListOf(IEnumerable<object> values) => values.Cast<Dated<T>>().ToArray();

    internal override IEnumerable<(LawRow Row, Said Why)> Wrong(LawBook book) => Check(book, book.All(this));
}
