using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Thads.Law.Tables;

/// <summary>
/// A row of a table of law: its own cells, from which day to which it holds, what says so, and how far that is trusted.
/// What reads a cell wrongly written throws <see cref="LawCellException"/>, which the loader turns into file, line and reason.
/// </summary>
/// <param name="Key">The cells of the key, joined by "/": what the row speaks of.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null = until further notice.</param>
/// <param name="Article">As it is cited: "L25 Đ34.3"; "" = none.</param>
/// <param name="File">"holidays.csv"; with its folder where an office laid it over the built-in one.</param>
/// <param name="Line">In that file, from 1; the heading is line 1.</param>
public sealed record LawRow(string Table, string Key, DateOnly From, DateOnly? To, string Article, string Source, Trust Trust, string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>"parameters/BASE_SALARY@2026-07-01": how the row is named in acts and commands.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Table}/{Key}@{From:yyyy-MM-dd}");

    /// <summary>What the row says, as a short print; changes when a cell, a day or the article changes.</summary>
    public string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [.. Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}"), $"{From:O}", $"{To:O}", Article]))))[..16];

    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);

    /// <summary>A cell, without the blanks around it; "" where it is empty.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var cell) ? cell : throw new LawCellException(column, new($"thiếu cột {column}", $"the column {column} is missing"));

    /// <summary>A cell that must not be empty.</summary>
    public string Text(string column) => this[column] is { Length: > 0 } text ? text : throw new LawCellException(column, new($"cột {column} trống", $"the column {column} is empty"));

    public int Whole(string column) => int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new LawCellException(column, new($"“{this[column]}” không phải số nguyên", $"“{this[column]}” is no whole number"));

    public int? WholeOrNone(string column) => this[column].Length == 0 ? null : Whole(column);

    public decimal Number(string column) => decimal.TryParse(this[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new LawCellException(column, new($"“{this[column]}” không phải số", $"“{this[column]}” is no number"));

    public decimal? NumberOrNone(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>Whole đồng.</summary>
    public Money Amount(string column) => long.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units <= Money.Largest ? new(units)
        : throw new LawCellException(column, new($"“{this[column]}” không phải số tiền", $"“{this[column]}” is no amount"));

    public Money? AmountOrNone(string column) => this[column].Length == 0 ? null : Amount(column);

    public DateOnly Day(string column) => DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new LawCellException(column, new($"“{this[column]}” không phải ngày yyyy-mm-dd", $"“{this[column]}” is no day yyyy-mm-dd"));

    /// <summary>1 or 0.</summary>
    public bool Flag(string column) => this[column] switch
    {
        "1" => true,
        "0" => false,
        var other => throw new LawCellException(column, new($"“{other}” không phải 0 hay 1", $"“{other}” is neither 0 nor 1")),
    };

    /// <summary>One of the words given.</summary>
    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> words) => words.TryGetValue(this[column], out var value) ? value
        : throw new LawCellException(column, new($"“{this[column]}” không có trong: {string.Join(", ", words.Keys)}", $"“{this[column]}” is none of: {string.Join(", ", words.Keys)}"));

    /// <summary>Both languages, from the columns NAME_vi and NAME_en.</summary>
    public Said Words(string name) => new(Text(name + "_vi"), Text(name + "_en"));
}

/// <summary>A cell that cannot be read.</summary>
public sealed class LawCellException(string column, Said why) : Exception($"{column}: {why.En}")
{
    public Said Why { get; } = why;
}

/// <summary>Something wrong with a file of tables.</summary>
/// <param name="Line">From 1; 0 = the file as a whole.</param>
public sealed record TableError(string File, int Line, Said Why)
{
    public Said In() => Line == 0 ? new($"{File}: {Why.Vi}", $"{File}: {Why.En}") : new($"{File}, dòng {Line}: {Why.Vi}", $"{File}, line {Line}: {Why.En}");
}
