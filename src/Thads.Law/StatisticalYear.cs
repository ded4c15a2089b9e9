namespace Thads.Law;

/// <summary>
/// The year of the statistics of enforcement: 1 October of the year before to 30 September
/// (Thông tư 05/2024/TT-BTP, Điều 5; the same under 06/2019 and 08/2015).
/// </summary>
public readonly record struct StatisticalYear(int Year)
{
    public const int Months = 12;

    /// <summary>1 October of the year before.</summary>
    public DateOnly Start => new(Year - 1, 10, 1);

    /// <summary>30 September.</summary>
    public DateOnly End => EndOfMonth(Months);

    /// <summary>October to December belong to the next calendar year's number.</summary>
    public static StatisticalYear Of(DateOnly day) => new(day.Month >= 10 ? day.Year + 1 : day.Year);

    /// <summary>Last day of the m-th month: 1 is October, 12 September.</summary>
    public DateOnly EndOfMonth(int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, Months);
        return Start.AddMonths(months).AddDays(-1);
    }

    /// <summary>The month of the year in which the day falls: October is 1, September 12.</summary>
    public static int MonthOf(DateOnly day) => (day.Month + 2) % Months + 1;
}
