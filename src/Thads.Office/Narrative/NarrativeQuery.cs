using Thads.Law;

namespace Thads.Office.Narrative;

/// <summary>A report in words (báo cáo bằng lời): of a year, of the months of a quarter, of a month, or the short text for the portal.</summary>
public enum NarrativeKind
{
    /// <summary>Báo cáo tổng kết năm.</summary>
    Yearly = 1,

    /// <summary>Báo cáo quý, 6 tháng, 9 tháng.</summary>
    Quarterly = 2,

    /// <summary>Báo cáo tháng.</summary>
    Monthly = 3,

    /// <summary>Bản tin ngắn cho cổng thông tin.</summary>
    News = 4,
}

/// <summary>Which report: of a unit with all below it, for months of a statistical year from its first, as known at a cut-off.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Months">1 (October) to 12 (September), cumulative.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
/// <param name="LastAct">Last act that counts; null = the last there is.</param>
public sealed record NarrativeQuery(NarrativeKind Kind, string Unit, int Year, int Months = 12, DateOnly? KnownOn = null, long? LastAct = null)
{
    public DateOnly End => new StatisticalYear(Year).EndOfMonth(Months);

    /// <summary>The report that a period asks for: months that end a quarter have no report of their own.</summary>
    public static NarrativeKind KindOf(int months) => months == 12 ? NarrativeKind.Yearly : months % 3 == 0 ? NarrativeKind.Quarterly : NarrativeKind.Monthly;

    /// <summary>Why there is no such report, or null. Years and months that are none are refused where the figures are read.</summary>
    public Refusal? WhyNot(DateOnly today) =>
        Year is < 1900 or > 9998 || Months is < 1 or > 12 ? null
        : Kind == NarrativeKind.Yearly && Months != 12 ? new Refusal("narrative.not-a-year", Months)
        : Kind == NarrativeKind.Quarterly && Months % 3 != 0 ? new Refusal("narrative.not-a-quarter", [Months], "QĐ 440/QĐ-TCTHADS 2022")
        : Kind == NarrativeKind.Monthly && Months % 3 == 0 ? new Refusal("narrative.quarter-instead", [Months], "QĐ 440/QĐ-TCTHADS 2022")
        : End >= today ? new Refusal("narrative.not-over", End)
        : KnownOn < End ? new Refusal("narrative.known-before-end", KnownOn.Value, End)
        : null;
}
