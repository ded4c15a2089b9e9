using System.Collections.Frozen;
using System.Reflection;
using Thads.Law.Calendar;

namespace Thads.Law.Tables;

/// <summary>
/// All tables of law, read and checked: the built-in ones, an office's newer ones laid over them, and what somebody has laid beside
/// the gazette. Never changes once made. Every rule of this library is asked with the book it should answer from.
/// </summary>
public sealed class LawBook
{
    private static readonly Lazy<LawBook> OfTheProgram = new(() => Load(null, out var errors) ?? throw new InvalidDataException(string.Join('\n', errors.Select(error => error.In().En))));
    private static LawBook? _inForce;

    private readonly FrozenDictionary<string, (IReadOnlyList<LawRow> Rows, object Typed, FrozenDictionary<string, object[]> ByKey)> _tables;

    private LawBook(Dictionary<string, List<LawRow>> rows, List<TableError> errors)
    {
        _tables = LawTables.All.ToFrozenDictionary(table => table.Name, table => Read(table, rows[table.Name], errors), StringComparer.Ordinal);
        Lazy<WorkingCalendar> calendar = new(() => WorkingCalendar.Of(this));
        _calendar = calendar;
    }

    private readonly Lazy<WorkingCalendar> _calendar;

    /// <summary>The tables this library was built with.</summary>
    public static LawBook BuiltIn => OfTheProgram.Value;

    /// <summary>What this process answers from: the built-in tables, or those with the office's own laid over them (<see cref="PutInForce"/>).</summary>
    public static LawBook InForce => _inForce ?? BuiltIn;

    /// <summary>Days of work and of rest.</summary>
    public WorkingCalendar Calendar => _calendar.Value;

    /// <summary>Once, when the process starts.</summary>
    public static void PutInForce(LawBook book) => _inForce = book;

    /// <summary>The built-in tables with the files of a folder laid over them. A file there is named as the built-in one; a row with the same key and first day
    /// takes the place of the built-in row, and a row that begins later ends the open one before it.</summary>
    /// <param name="folder">Null = nothing is laid over.</param>
    /// <param name="errors">All that is wrong, with file and line; empty where a book is given.</param>
    /// <returns>Null where something is wrong: half a law is none.</returns>
    public static LawBook? Load(string? folder, out IReadOnlyList<TableError> errors)
    {
        var wrong = new List<TableError>();
        var rows = LawTables.All.ToDictionary(table => table.Name, table => TableFile.Read(table, table.Name + ".csv", Embedded(table.Name), lenient: false, wrong), StringComparer.Ordinal);
        if (folder is not null)
        {
            LayOver(folder, rows, wrong);
        }

        var book = wrong.Count == 0 ? new LawBook(rows, wrong) : null;
        if (wrong.Count == 0)
        {
            wrong.AddRange(LawTables.All.SelectMany(table => table.Wrong(book!).Select(found => new TableError(found.Row.File, found.Row.Line, found.Why))));
        }

        errors = wrong;
        return wrong.Count == 0 ? book : null;
    }

    /// <summary>The same tables with what has been laid beside the gazette. A tick of a row that has changed since counts for nothing.</summary>
    public LawBook With(IEnumerable<Tick> ticks)
    {
        var byRow = ticks.GroupBy(tick => tick.Row, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return byRow.Count == 0 ? this : new(_tables.ToDictionary(
            table => table.Key,
            table => table.Value.Rows.Select(row => byRow.TryGetValue(row.Id, out var tick) && tick.Print == row.Print ? row with { Trust = row.Trust with { Tick = tick } } : row).ToList(),
            StringComparer.Ordinal), []);
    }

    /// <summary>All rows of a table in the order of the file, for people.</summary>
    public IReadOnlyList<LawRow> Rows(LawTable table) => _tables[table.Name].Rows;

    /// <summary>All values of a table.</summary>
    public IReadOnlyList<Dated<T>> All<T>(LawTable<T> table)
        where T : notnull => (IReadOnlyList<Dated<T>>)_tables[table.Name].Typed;

    /// <summary>The values of one key, by first day; empty where the table has no such key.</summary>
    public IEnumerable<Dated<T>> Of<T>(LawTable<T> table, string key)
        where T : notnull => _tables[table.Name].ByKey.TryGetValue(key, out var rows) ? rows.Cast<Dated<T>>() : [];

    /// <summary>All values of a table that hold on a day.</summary>
    public IEnumerable<Dated<T>> On<T>(LawTable<T> table, DateOnly day)
        where T : notnull => All(table).Where(row => row.HoldsOn(day));

    /// <summary>The value of a key on a day; refuses with the table's `unknown` or `not-covered`.</summary>
    public Answer<Dated<T>> On<T>(LawTable<T> table, string key, DateOnly day)
        where T : notnull
    {
        if (!_tables[table.Name].ByKey.TryGetValue(key, out var rows))
        {
            return table.Unknown(key);
        }

        foreach (var row in rows)
        {
            if (((Dated<T>)row).Row.HoldsOn(day))
            {
                return (Dated<T>)row;
            }
        }

        return table.NotCovered(key, day);
    }

    /// <summary>The value of a key on a day, or the one nearest to it: a rule asked under the other law is that law's nearest. Null = the table has no such key.</summary>
    public Dated<T>? Nearest<T>(LawTable<T> table, string key, DateOnly day)
        where T : notnull
    {
        if (!_tables[table.Name].ByKey.TryGetValue(key, out var rows))
        {
            return null;
        }

        foreach (var row in rows)
        {
            if (!(((Dated<T>)row).Row.To < day))
            {
                return (Dated<T>)row;
            }
        }

        return (Dated<T>)rows[^1];
    }

    /// <summary>A row by its <see cref="LawRow.Id"/>; null = there is none.</summary>
    public LawRow? Find(string id) => _tables.Values.SelectMany(table => table.Rows).FirstOrDefault(row => row.Id == id);

    private static (IReadOnlyList<LawRow> Rows, object Typed, FrozenDictionary<string, object[]> ByKey) Read(LawTable table, List<LawRow> rows, List<TableError> errors)
    {
        var typed = new List<(LawRow Row, object Value)>();
        foreach (var row in rows)
        {
            try
            {
                typed.Add((row, table.Typed(row)));
            }
            catch (LawCellException wrong)
            {
                errors.Add(new(row.File, row.Line, wrong.Why));
            }
        }

        foreach (var group in rows.GroupBy(row => row.Key, StringComparer.Ordinal))
        {
            errors.AddRange(OutOfTurn(table, [.. group.OrderBy(row => row.From)]));
        }

        var byKey = typed.GroupBy(pair => pair.Row.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(pair => pair.Row.From).Select(pair => pair.Value).ToArray(), StringComparer.Ordinal);
        return (rows, table.ListOf(typed.Select(pair => pair.Value)), byKey);
    }

    /// <summary>Two rows of one key for one day, or no row for a day between two.</summary>
    private static IEnumerable<TableError> OutOfTurn(LawTable table, IReadOnlyList<LawRow> rows)
    {
        foreach (var (before, after) in rows.Zip(rows.Skip(1)))
        {
            if (!(before.To < after.From))
            {
                yield return new(after.File, after.Line, new($"{after.Key}: từ {Said.Day(after.From)} chồng lên dòng {before.Line} của {before.File}", $"{after.Key}: from {Said.Day(after.From)} on it overlaps line {before.Line} of {before.File}"));
            }
            else if (table.WithoutGaps && before.To!.Value.AddDays(1) < after.From)
            {
                yield return new(after.File, after.Line, new($"{after.Key}: không có giá trị từ {Said.Day(before.To.Value.AddDays(1))} đến {Said.Day(after.From.AddDays(-1))}", $"{after.Key}: there is no value from {Said.Day(before.To.Value.AddDays(1))} to {Said.Day(after.From.AddDays(-1))}"));
            }
        }
    }

    private static void LayOver(string folder, Dictionary<string, List<LawRow>> rows, List<TableError> errors)
    {
        if (!Directory.Exists(folder))
        {
            errors.Add(new(folder, 0, new("không có thư mục này", "there is no such folder")));
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            if (LawTables.All.FirstOrDefault(table => table.Name == Path.GetFileNameWithoutExtension(path)) is not { } table)
            {
                errors.Add(new(path, 0, new("không có bảng nào tên như vậy", "there is no table of this name")));
                continue;
            }

            foreach (var row in TableFile.Read(table, path, File.ReadAllText(path), lenient: true, errors))
            {
                var list = rows[table.Name];
                list.RemoveAll(old => old.Key == row.Key && old.From == row.From && old.File != row.File);
                // A row that begins later ends the one that was open on that day; what was to follow it gives way.
                list.RemoveAll(old => old.Key == row.Key && old.From > row.From && old.File != row.File && row.To is null);
                for (var i = 0; i < list.Count; i++)
                {
                    list[i] = list[i].Key == row.Key && list[i].From < row.From && !(list[i].To < row.From) && list[i].File != row.File ? list[i] with { To = row.From.AddDays(-1) } : list[i];
                }

                list.Add(row);
            }
        }
    }

    private static string Embedded(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Thads.Law.Tables.{table}.csv") ?? throw new InvalidDataException($"Tables/{table}.csv is not built in.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
