using System.Globalization;

namespace Thads.Law.Asked;

/// <summary>What a case, a command or a page gives to a question, as text: single values by name, and lists of rows (receipts, claims, periods) by name. Reading is typed;
/// what cannot be read throws <see cref="GivenException"/>, which <see cref="LawQuestion.Ask"/> turns into a refusal.</summary>
public sealed class Given(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, IReadOnlyList<Given>> lists)
{
    public IReadOnlyDictionary<string, string> Texts => texts;

    public IReadOnlyDictionary<string, IReadOnlyList<Given>> Lists => lists;

    public static Given Of(params (string Name, string Value)[] values) =>
        new(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Given>>());

    /// <summary>Null where it was not given, or given empty.</summary>
    public string? TextOrNone(string name) => texts.TryGetValue(name, out var text) && text.Trim() is { Length: > 0 } some ? some : null;

    public string Text(string name) => TextOrNone(name) ?? throw new GivenException("input.missing", new($"Thiếu {name}.", $"{name} is missing."));

    public DateOnly Day(string name) => DayOrNone(name) ?? throw Missing(name);

    public DateOnly? DayOrNone(string name) => TextOrNone(name) is not { } text ? null : DayOf(text) ?? throw Unreadable(name, text, new("ngày yyyy-mm-dd", "day yyyy-mm-dd"));

    /// <summary>A day, with the time where one is given ("2026-11-23", "2026-11-23 16:30", "2026-11-23T16:30").</summary>
    public (DateOnly Day, TimeOnly? Time) Moment(string name)
    {
        var text = Text(name);
        return DayOf(text) is { } day ? (day, null)
            : DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? (DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))
                : throw Unreadable(name, text, new("ngày, hoặc ngày và giờ yyyy-mm-dd hh:mm", "day, or day and time yyyy-mm-dd hh:mm"));
    }

    public int Whole(string name) => WholeOrNone(name) ?? throw Missing(name);

    public int? WholeOrNone(string name) => TextOrNone(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(name, text, new("số nguyên", "whole number"));

    public decimal Number(string name) => NumberOrNone(name) ?? throw Missing(name);

    public decimal? NumberOrNone(string name) => TextOrNone(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(name, text, new("số", "number"));

    /// <summary>Whole đồng, 0 or more; `amount.negative`, `amount.too-large`.</summary>
    public Money Amount(string name) => AmountOrNone(name) ?? throw Missing(name);

    public Money? AmountOrNone(string name)
    {
        if (TextOrNone(name) is not { } text)
        {
            return null;
        }

        if (!decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
        {
            throw Unreadable(name, text, new("số tiền (đồng, số nguyên)", "amount in whole đồng"));
        }

        return number < 0 ? throw new GivenException("amount.negative", new($"{name}: số tiền không thể âm ({text}).", $"{name}: an amount cannot be negative ({text})."))
            : number > Money.Largest ? throw new GivenException("amount.too-large", new($"{name}: số tiền quá lớn ({text}).", $"{name}: the amount is too large ({text})."))
            : new Money((long)number);
    }

    /// <summary>true/false, 1/0, yes/no; false where it was not given.</summary>
    public bool Flag(string name) => TextOrNone(name)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" or "off" => false,
        "true" or "1" or "yes" or "on" => true,
        var other => throw Unreadable(name, other, new("true hay false", "true or false")),
    };

    /// <summary>Empty where it was not given.</summary>
    public IReadOnlyList<Given> List(string name) => lists.GetValueOrDefault(name, []);

    /// <summary>Periods with both ends: rows with `from` and `to`.</summary>
    public IReadOnlyList<DayRange> Ranges(string name) => [.. List(name).Select(row => DayRange.Read(row))];

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static GivenException Missing(string name) => new("input.missing", new($"Thiếu {name}.", $"{name} is missing."));

    private static GivenException Unreadable(string name, string text, Said what) => new("input.unreadable", new($"{name}: “{text}” không phải {what.Vi}.", $"{name}: “{text}” is no {what.En}."));
}

/// <summary>What was given cannot be read.</summary>
public sealed class GivenException(string code, Said why) : Exception(why.En)
{
    public LawRefusal Refusal { get; } = new(code, why);
}
