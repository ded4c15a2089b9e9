namespace Thads.Law.Deadlines;

/// <summary>In what a period of the law is counted.</summary>
public enum PeriodUnit
{
    /// <summary>Giờ: from moment to moment, through nights and days off (BLDS Đ147.1).</summary>
    Hours = 1,

    /// <summary>Ngày làm việc.</summary>
    WorkingDays = 2,

    /// <summary>Ngày: every day of the calendar.</summary>
    CalendarDays = 3,

    /// <summary>Tháng: to the corresponding day (BLDS Đ148.3).</summary>
    Months = 4,

    /// <summary>Năm: to the corresponding day (BLDS Đ148.4).</summary>
    Years = 5,

    /// <summary>Ngay: on the day, at the moment.</summary>
    Immediately = 6,
}

/// <summary>
/// A period as the law writes it: so many of one unit. There is no order between periods on purpose: whether 1 month is longer than 30 days depends on
/// where it begins, and who needs to know counts both from the same day.
/// </summary>
public readonly record struct LegalPeriod(int Count, PeriodUnit Unit)
{
    public static IReadOnlyDictionary<string, PeriodUnit> UnitsByCode { get; } = new Dictionary<string, PeriodUnit>(StringComparer.Ordinal)
    {
        ["H"] = PeriodUnit.Hours,
        ["WD"] = PeriodUnit.WorkingDays,
        ["CD"] = PeriodUnit.CalendarDays,
        ["M"] = PeriodUnit.Months,
        ["Y"] = PeriodUnit.Years,
        ["IMM"] = PeriodUnit.Immediately,
    };

    /// <summary>-1, 0, 1 between periods of one unit; null between units: months are not compared with days.</summary>
    public int? ComparedWith(LegalPeriod other) => Unit == other.Unit ? Count.CompareTo(other.Count) : null;

    /// <summary>"5 ngày làm việc", "5 working days".</summary>
    public Said In() => Unit switch
    {
        PeriodUnit.Hours => new($"{Count} giờ", $"{Count} hours"),
        PeriodUnit.WorkingDays => new($"{Count} ngày làm việc", $"{Count} working days"),
        PeriodUnit.CalendarDays => new($"{Count} ngày", $"{Count} days"),
        PeriodUnit.Months => new($"{Count} tháng", $"{Count} months"),
        PeriodUnit.Years => new($"{Count} năm", $"{Count} years"),
        PeriodUnit.Immediately => new("ngay", "at once"),
    };
}
