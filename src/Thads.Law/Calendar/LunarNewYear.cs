using System.Globalization;
using System.Reflection;

namespace Thads.Law.Calendar;

/// <summary>The days off of Tết Nguyên đán, from the table of holidays (`Tables/holidays.csv`), days off in their place included. No calculation: what the table does not have is not known.</summary>
public static class LunarNewYear
{
    private static readonly Lazy<IReadOnlyList<DateOnly>> Read = new(Load);

    public static IReadOnlyList<DateOnly> DaysOff => Read.Value;

    /// <summary>Days off of Tết between two days, both included.</summary>
    public static int Between(DateOnly first, DateOnly last) => DaysOff.Count(day => day >= first && day <= last);

    private static IReadOnlyList<DateOnly> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Law.Tables.holidays.csv")!;
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[1] != "swap_work" && cells[2].Contains("Tết", StringComparison.Ordinal) && !cells[2].Contains("Dương lịch", StringComparison.Ordinal))
            .Select(cells => DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture))];
    }
}
