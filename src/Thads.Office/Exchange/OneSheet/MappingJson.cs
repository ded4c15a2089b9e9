using System.Text.Json;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>A mapping as JSON, in words people can read and change.</summary>
internal static class MappingJson
{
    public static string Write(SheetMapping m) => JsonText.Of(json =>
    {
        json.WriteString("format", SheetMapping.Format);
        json.WriteString("unit", m.Unit);
        if (m.Sheet is not null)
        {
            json.WriteString("sheet", m.Sheet);
        }

        json.WriteNumber("header_row", m.HeaderRow);
        json.WriteNumber("header_rows", m.HeaderRows);
        json.WriteString("dates", Codes.CodeOf(m.Dates));
        json.WriteBoolean("serial_days", m.SerialDays);
        json.WriteString("amounts", Codes.CodeOf(m.Amounts));
        json.WriteString("thousands", Codes.CodeOf(m.Thousands));
        json.WriteString("known", Codes.CodeOf(m.Known));
        json.WriteString("officer_from", Codes.CodeOf(m.OfficerFrom));
        json.WriteStartObject("fields");
        foreach (var (field, source) in m.Fields.OrderBy(f => f.Key))
        {
            json.WriteStartObject(Codes.CodeOf(field));
            if (source.Fixed is not null)
            {
                json.WriteString("fixed", source.Fixed);
            }
            else
            {
                json.WriteString("column", SheetText.Letter(source.Column));
                json.WriteString("header", source.Header);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("words");
        foreach (var (field, words) in m.Words.OrderBy(f => f.Key))
        {
            json.WriteStartObject(Codes.CodeOf(field));
            foreach (var (word, meaning) in words)
            {
                json.WriteString(word, meaning);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }, indented: true);

    public static SheetMapping Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        if (root.GetProperty("format").GetString() != SheetMapping.Format)
        {
            throw new FormatException(SheetMapping.Format);
        }

        return new SheetMapping
        {
            Unit = Text(root, "unit") ?? throw new KeyNotFoundException("unit"),
            Sheet = Text(root, "sheet"),
            HeaderRow = root.TryGetProperty("header_row", out var row) ? row.GetInt32() : 1,
            HeaderRows = root.TryGetProperty("header_rows", out var rows) ? rows.GetInt32() : 1,
            Dates = Word(root, "dates", DateOrder.DayFirst),
            SerialDays = root.TryGetProperty("serial_days", out var serial) && serial.GetBoolean(),
            Amounts = Word(root, "amounts", AmountUnit.Dong),
            Thousands = Word(root, "thousands", ThousandsMark.Dot),
            Known = Word(root, "known", KnownHabit.Happened),
            OfficerFrom = Word(root, "officer_from", OfficerHabit.Decision),
            Fields = root.GetProperty("fields").EnumerateObject().ToDictionary(f => Field(f.Name), f => Source(f.Value)),
            Words = root.TryGetProperty("words", out var words)
                ? words.EnumerateObject().ToDictionary(
                    f => Field(f.Name), f => (IReadOnlyDictionary<string, string>)f.Value.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString() ?? "", StringComparer.Ordinal))
                : [],
        };
    }

    private static FieldSource Source(JsonElement field) => Text(field, "fixed") is { } value
        ? FieldSource.Always(value)
        : SheetText.ColumnOf(Text(field, "column") ?? "") is >= 0 and var column ? new FieldSource(column, Text(field, "header") ?? "")
        : throw new FormatException(field.GetRawText());

    private static SheetField Field(string word) => Codes.TryRead<SheetField>(word, out var field) ? field : throw new FormatException(word);

    private static T Word<T>(JsonElement of, string name, T otherwise)
        where T : struct, Enum => Text(of, name) is not { } word ? otherwise : Codes.TryRead<T>(word, out var value) ? value : throw new FormatException(word);

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
