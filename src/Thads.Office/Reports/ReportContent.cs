using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Reports;

/// <summary>
/// The one text a version is kept as: address, cut-off, settings, words and numbers, in one order, on one line (docs/areas/reports.md). Its SHA-256 is
/// the hash of the version. Written once; whatever is read of a version is read from it.
/// </summary>
public static class ReportContent
{
    private const string Format = "thads-report-1";

    /// <summary>Readings chosen where the regime is silent (exchange format 1, section 4).</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["late-step"] = "by-business-date",
        ["restored-of-earlier-year"] = "new",
        ["resumed-from-separate"] = "carried",
        ["returned"] = "reduction-of-its-own",
    };

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The text of a version, as it is hashed and stored.</summary>
    public static string Write(ReportVersion version) => JsonText.Of(json =>
    {
        json.WriteString("format", Format);
        json.WriteString("unit", version.Unit);
        json.WriteString("unitName", version.UnitName);
        json.WriteString("recipient", version.Recipient);
        json.WriteString("officer", version.Officer);
        json.WriteString("officerName", version.OfficerName);
        json.WriteNumber("year", version.Year);
        json.WriteNumber("months", version.Months);
        json.WriteString("regime", version.Regime);
        json.WriteNumber("treeAct", version.TreeAct);
        json.Day("knownOn", version.KnownOn);
        json.WriteNumber("lastAct", version.LastAct);
        json.WriteString("maker", version.Maker);
        json.WriteStartObject("settings");
        foreach (var (name, value) in version.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.List("forms", version.Forms, form => WriteForm(json, form));
    });

    /// <summary>A version from its text; what came after closing is not in it.</summary>
    public static ReportVersion Read(long id, string content, string hash, DateTime closedAt)
    {
        using var parsed = JsonDocument.Parse(content);
        var json = parsed.RootElement;
        return new ReportVersion(
            id, Text(json, "unit")!, Text(json, "officer"), json.GetProperty("year").GetInt32(), json.GetProperty("months").GetInt32(), Text(json, "regime")!,
            json.GetProperty("treeAct").GetInt64(), DateOnly.ParseExact(Text(json, "knownOn")!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            json.GetProperty("lastAct").GetInt64(), json.GetProperty("settings").EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetString()!, StringComparer.Ordinal),
            [.. json.GetProperty("forms").EnumerateArray().Select(ReadForm)], hash, Text(json, "maker")!, closedAt, null)
        {
            UnitName = Text(json, "unitName")!,
            Recipient = Text(json, "recipient")!,
            OfficerName = Text(json, "officerName"),
            IsIntact = HashOf(content) == hash,
        };
    }

    private static void WriteForm(Utf8JsonWriter json, ClosedForm form)
    {
        json.WriteString("form", form.Form);
        json.WriteString("measure", Codes.CodeOf(form.Measure));
        json.List("columns", form.Columns, column =>
        {
            json.WriteString("cell", column.Cell);
            json.WriteString("number", column.Number);
            json.WriteString("vi", column.TitleVi);
            json.WriteString("en", column.TitleEn);
            json.WriteBoolean("rate", column.IsRate);
        });
        json.List("rows", form.Rows, row =>
        {
            json.WriteString("row", row.Row);
            json.WriteString("label", row.Label);
            json.WriteString("labelEn", row.LabelEn);
            json.WriteNumber("depth", row.Depth);
            json.WriteBoolean("reported", row.IsReported);
            json.WriteNumber("reportedBelow", row.ReportedBelow);
            Numbers(json, "exact", row.Exact);
            if (form.Measure == Measure.Money)
            {
                Numbers(json, "printed", row.Printed);
            }
        });
        json.WriteStartArray("notes");
        foreach (var note in form.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    private static ClosedForm ReadForm(JsonElement json) => new(
        Text(json, "form")!, Codes.TryRead<Measure>(Text(json, "measure")!, out var measure) ? measure : throw new InvalidDataException("No such measure."),
        [.. json.GetProperty("columns").EnumerateArray().Select(c => new FormColumn(Text(c, "cell")!, Text(c, "number")!, Text(c, "vi")!, Text(c, "en")!, c.GetProperty("rate").GetBoolean()))],
        [.. json.GetProperty("rows").EnumerateArray().Select(r =>
        {
            var exact = Numbers(r.GetProperty("exact"));
            return new ClosedRow(
                Text(r, "row")!, Text(r, "label")!, Text(r, "labelEn")!, r.GetProperty("depth").GetInt32(), exact, r.TryGetProperty("printed", out var printed) ? Numbers(printed) : exact,
                r.GetProperty("reported").GetBoolean(), r.GetProperty("reportedBelow").GetInt32());
        })],
        [.. json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)]);

    /// <summary>A number has one spelling: without noughts behind the comma.</summary>
    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<decimal?> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (number is { } value)
            {
                json.WriteNumberValue(value / 1.0000000000000000000000000000m);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static decimal?[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? (decimal?)null : n.GetDecimal())];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
