using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Figures;

/// <summary>A form's measure and breakdown.</summary>
/// <param name="Number">"01", "02", "04" or "05".</param>
/// <param name="ByUnit">A row per unit and officer instead of the rows by basis and type.</param>
public sealed record FormKind(string Number, Measure Measure, bool ByUnit)
{
    public static readonly IReadOnlyList<FormKind> All =
        [new("01", Measure.Matters, false), new("02", Measure.Money, false), new("04", Measure.Matters, true), new("05", Measure.Money, true)];

    /// <exception cref="RefusedException">`form.unknown`.</exception>
    public static FormKind Named(string number) =>
        All.FirstOrDefault(f => f.Number == number) ?? throw new RefusedException(new Refusal("form.unknown", number, string.Join(", ", All.Select(f => f.Number))));
}

/// <summary>A row of forms 01 and 02: a filter over the classes of the book.</summary>
public sealed record FormRowDefinition(string Row, int Depth, string Vi, string En, Basis? Basis, JudgmentType? Type, string? Flag)
{
    public bool Has(DocketClass c) =>
        (Basis is null || c.Basis == Basis)
        && (Type is null || c.Type == Type)
        && (Flag is null || Flag switch
        {
            "credit_institution" => c.CreditInstitution,
            "corruption" => c.Corruption,
            "state_revenue" => c.StateRevenue,
            _ => throw new InvalidOperationException($"No flag {Flag}."),
        });
}

/// <summary>
/// The forms of one statistical regime as data (`Forms/*.json`): columns with their formulas, rows with their filters, and the
/// first period for which it is the rule. A new circular is a new file.
/// </summary>
public sealed class FormSet
{
    private static readonly Lazy<IReadOnlyList<FormSet>> Loaded = new(Load);

    private FormSet(string regime, string circular, DateOnly issued, int fromYear, int fromMonths, IReadOnlyList<FormColumn> columns, IReadOnlyList<Formula> formulas, IReadOnlyList<FormRowDefinition> rows)
    {
        Regime = regime;
        Circular = circular;
        Issued = issued;
        From = (fromYear, fromMonths);
        Columns = columns;
        Formulas = formulas;
        Rows = rows;
    }

    /// <summary>All regimes, the oldest first.</summary>
    public static IReadOnlyList<FormSet> All => Loaded.Value;

    /// <summary>"08-2015", "06-2019", "05-2024".</summary>
    public string Regime { get; }

    /// <summary>As cited: "Thông tư 06/2019/TT-BTP".</summary>
    public string Circular { get; }

    public DateOnly Issued { get; }

    /// <summary>First report (year, months) made by it.</summary>
    public (int Year, int Months) From { get; }

    /// <summary>In the order of the specification.</summary>
    public IReadOnlyList<FormColumn> Columns { get; }

    /// <summary>One per column.</summary>
    public IReadOnlyList<Formula> Formulas { get; }

    public IReadOnlyList<FormRowDefinition> Rows { get; }

    /// <summary>The regime of a report's period. Later months of a year may have another than its first.</summary>
    public static FormSet Of(int year, int months) => All.Last(s => (s.From.Year, s.From.Months).CompareTo((year, months)) <= 0 || s == All[0]);

    /// <exception cref="RefusedException">`regime.unknown`.</exception>
    public static FormSet Named(string regime) =>
        All.FirstOrDefault(s => s.Regime == regime.Replace('/', '-'))
        ?? throw new RefusedException(new Refusal("regime.unknown", regime, string.Join(", ", All.Select(s => s.Regime))));

    /// <summary>Place of a cell among the columns.</summary>
    /// <exception cref="RefusedException">`cell.unknown`.</exception>
    public int ColumnOf(string cell)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Cell == cell)
            {
                return i;
            }
        }

        throw new RefusedException(new Refusal("cell.unknown", cell, string.Join(", ", Columns.Select(c => c.Cell))));
    }

    /// <summary>Rates from the cells they are of.</summary>
    public void FillRates(decimal?[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (Formulas[i].Rate is { } rate)
            {
                cells[i] = Law.Money.Rate((long)cells[ColumnOf(rate.Part)]!, (long)cells[ColumnOf(rate.Whole)]!);
            }
        }
    }

    private static IReadOnlyList<FormSet> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith("Thads.Office.Figures.Forms.", StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize(stream, FormJson.Default.FormFile)!;
            })
            .ToDictionary(f => f.Regime, StringComparer.Ordinal);
        return [.. files.Values.OrderBy(f => (f.From.Year, f.From.Months)).Select(f => Of(f, f.Like is null ? f : files[f.Like]))];
    }

    private static FormSet Of(FormFile file, FormFile like)
    {
        // A cell may be made of cells that stand below it; each is parsed once, when it is first needed.
        var texts = like.Columns!.ToDictionary(c => c.Cell, c => file.Replace?.GetValueOrDefault(c.Cell) ?? c.Formula);
        var parsed = new Dictionary<string, Formula>();
        Formula Parsed(string cell) => parsed.TryGetValue(cell, out var there) ? there : parsed[cell] = Formula.Parse(cell, texts[cell], Parsed);
        var formulas = like.Columns!.Select(c => Parsed(c.Cell)).ToList();
        return new FormSet(
            file.Regime, file.Circular, file.Issued, file.From.Year, file.From.Months,
            [.. like.Columns!.Select((c, i) => new FormColumn(c.Cell, c.Number, c.Vi, c.En, formulas[i].Rate is not null))],
            formulas,
            [.. like.Rows!.Select(r => new FormRowDefinition(r.Row, r.Depth, r.Vi, r.En, Word<Basis>(r.Basis), Word<JudgmentType>(r.Type), r.Flag))]);
    }

    private static T? Word<T>(string? code)
        where T : struct, Enum => code is null ? null : Codes.TryRead<T>(code, out var value) ? value : throw new InvalidOperationException($"No word {code}.");
}

internal sealed record FormFile(
    string Regime, string Circular, DateOnly Issued, FormPeriod From, string? Like, Dictionary<string, string>? Replace, List<FormFileColumn>? Columns, List<FormFileRow>? Rows);

internal sealed record FormPeriod(int Year, int Months);

internal sealed record FormFileColumn(string Cell, string Number, string Vi, string En, string Formula);

internal sealed record FormFileRow(string Row, int Depth, string Vi, string En, string? Basis, string? Type, string? Flag);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FormFile))]
internal sealed partial class FormJson : JsonSerializerContext;
