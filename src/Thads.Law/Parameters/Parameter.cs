using System.Globalization;
using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Parameters;

/// <summary>A number or word of the law that changes by the day (rulebook, section 15; `Tables/parameters.csv`).</summary>
/// <param name="Region">I to IV; "" = the same everywhere.</param>
/// <param name="Value">As it is written: a whole number, a decimal with a dot, a word.</param>
/// <param name="Unit">VND/month, percent, wages (of the region), base-salaries; "" = a word.</param>
public sealed record Parameter(string Key, string Region, string Value, string Unit)
{
    private static readonly Dictionary<string, string> Regions = new[] { "", "I", "II", "III", "IV" }.ToDictionary(region => region, StringComparer.Ordinal);

    public static readonly LawTable<Parameter> Table = new(
        "parameters", ["key", "region", "value", "unit"], ["key", "region"], row => new(row.Text("key"), row.OneOf("region", Regions), row.Text("value"), row["unit"]))
    {
        Title = new("Tham số", "Parameters"),
        Refuses = "parameter",
        Check = (_, rows) => rows.Where(row => row.Value.Unit.Length > 0 && !row.Value.IsNumber).Select(row => (row.Row, new Said("giá trị không phải số", "the value is no number"))),
    };

    /// <summary>Whole đồng; throws where it is no amount, which the loader has looked at.</summary>
    public Money Amount => new(long.Parse(Value, NumberStyles.None, CultureInfo.InvariantCulture));

    public decimal Number => decimal.Parse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private bool IsNumber => decimal.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <returns>Refused with `parameter.unknown`, `parameter.needs-region`, `parameter.unknown-region`, `parameter.not-covered`.</returns>
    public static Answer<Dated<Parameter>> Of(LawBook book, string key, string? region, DateOnly day)
    {
        var wanted = region?.Trim().ToUpperInvariant() ?? "";
        return book.Of(Table, $"{key}/").Any() ? book.On(Table, $"{key}/", day)
            : !book.Of(Table, $"{key}/I").Any() ? ParameterKey.Find(book, key, day) ?? Table.Unknown(key)
            : wanted.Length == 0 ? new LawRefusal("parameter.needs-region", new($"{key} khác nhau theo vùng: cần vùng I, II, III hay IV.", $"{key} differs by region: I, II, III or IV is needed."))
            : !Regions.ContainsKey(wanted) ? new LawRefusal("parameter.unknown-region", new($"Không có vùng {region}: chỉ có I, II, III, IV.", $"There is no region {region}: only I, II, III, IV."))
            : book.On(Table, $"{key}/{wanted}", day).Try(out var found, out _) ? found : Table.NotCovered($"{key} ({wanted})", day);
    }

    public static QuestionInput RegionInput { get; } = new("region", InputKind.Choice, new("Vùng lương tối thiểu", "Region of the minimum wage"))
    {
        Choices = [("I", new("Vùng I", "Region I")), ("II", new("Vùng II", "Region II")), ("III", new("Vùng III", "Region III")), ("IV", new("Vùng IV", "Region IV"))],
    };

    /// <summary>`parameter`: a key, a day, a region where it differs.</summary>
    public static LawQuestion Question { get; } = new(
        "parameter", new("Tham số", "Parameter"),
        [new("key", InputKind.Text, new("Khóa", "Key"), Required: true), RegionInput, new("on", InputKind.Day, new("Ngày", "Day"), Required: true)], ["value"],
        (given, book) => Of(book, given.Text("key"), given.TextOrNone("region"), given.Day("on")).Then<Outcome>(found => new Outcome(
            [new("value", long.TryParse(found.Value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : found.Value.IsNumber ? found.Value.Number : found.Value.Value)],
            new Explanation([new(new($"{found.Value.Key} {found.Value.Region} từ {Said.Day(found.Row.From)}: {Shown(found.Value)}", $"{found.Value.Key} {found.Value.Region} from {Said.Day(found.Row.From)}: {Shown(found.Value)}"), null, found.Row)]))));

    private static string Shown(Parameter parameter) => parameter.IsNumber ? $"{Said.Number(parameter.Number)} {parameter.Unit}" : parameter.Value;
}
