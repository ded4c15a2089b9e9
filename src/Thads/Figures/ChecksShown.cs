using Thads.Http;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Checks;

namespace Thads.Figures;

/// <summary>The checks of a period under a form or a report.</summary>
/// <param name="Regime">Of the forms.</param>
/// <param name="Address">Where a cell is opened; null where it has nothing behind it here.</param>
public sealed record ChecksShown(CheckedForms Checks, string Regime, Func<FailingCell, string?> Address)
{
    /// <summary>So many cells of a check are shown; the rest is counted.</summary>
    public const int Most = 20;

    private FormSet Set => FormSet.Named(Regime);

    public string Title(string cell, PageText text) => FormulaWords.Title(Set, cell, text.Language);

    /// <summary>A value as it stands in the form: exact money says its unit.</summary>
    public static string Written(FailingCell cell, decimal? value) => cell.Cell == "rate" ? WriteSummary.Percent(value) : WriteForm.Number(value, isRate: false);

    public static bool IsDong(FailingCell cell) => !cell.IsPrinted && cell.Cell != "rate" && FormKind.Named(cell.Form).Measure == Measure.Money;

    public static string Mark(CheckResult check) => check.Outcome switch
    {
        CheckOutcome.Holds => "✓",
        CheckOutcome.Fails => check.IsHard ? "✗" : "!",
        CheckOutcome.NotComparable or CheckOutcome.NotApplicable => "–",
    };

    /// <summary>Class of the tag.</summary>
    public static string Look(CheckResult check) => check.Outcome switch
    {
        CheckOutcome.Holds => "fine",
        CheckOutcome.Fails => check.IsHard ? "late" : "soon",
        CheckOutcome.NotComparable or CheckOutcome.NotApplicable => "",
    };
}
