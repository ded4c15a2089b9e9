using Thads.Office.Docket;

namespace Thads.Office.Figures;

/// <summary>A filled-in form 01, 02, 04 or 05: exact figures (việc, or đồng) of one scope, period, cut-off and regime.</summary>
/// <param name="Form">"01", "02", "04" or "05".</param>
/// <param name="Regime">"08-2015", "06-2019" or "05-2024".</param>
/// <param name="Unit">Code of the unit whose subtree is counted.</param>
/// <param name="Officer">Code of the officer whose accounts inside that scope are counted, or null.</param>
/// <param name="Year">Statistical year.</param>
/// <param name="Months">1 (October) to 12 (September), cumulative.</param>
/// <param name="KnownOn">The cut-off day, or null for all that is known.</param>
/// <param name="LastAct">The cut-off act: the last one the figures rest on.</param>
public sealed record FormReport(
    string Form,
    string Regime,
    Measure Measure,
    string Unit,
    string? Officer,
    int Year,
    int Months,
    DateOnly? KnownOn,
    long LastAct,
    IReadOnlyList<FormColumn> Columns,
    IReadOnlyList<FormRow> Rows);

/// <summary>A column of a form: its cell name, printed number (may be empty) and titles.</summary>
public sealed record FormColumn(string Cell, string Number, string TitleVi, string TitleEn, bool IsRate);

/// <summary>A row: its code ("I", "II.1", "unit:CODE", "officer:CODE"…), labels (the Vietnamese one is official), depth of indentation and one value per column (null only for a rate without a base).</summary>
public sealed record FormRow(string Row, string Label, string LabelEn, int Depth, IReadOnlyList<decimal?> Cells)
{
    /// <summary>The unit does not work in the system: these are the figures of its file.</summary>
    public bool IsReported { get; init; }

    /// <summary>So many units below (itself included) are counted in by their file.</summary>
    public int ReportedBelow { get; init; }
}
