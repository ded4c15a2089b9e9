namespace Thads.Office.Acts;

/// <summary>The wall of the office: moments in UTC, days in the office's zone. In the sample office the clock starts on the sample's day.</summary>
public sealed class OfficeClock(TimeProvider time, TimeSpan shift = default)
{
    /// <summary>Việt Nam has one zone and no summer time.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static OfficeClock Wall { get; } = new(TimeProvider.System);

    /// <summary>Whether the office's day is not the wall's.</summary>
    public bool IsShifted => shift != TimeSpan.Zero;

    /// <summary>UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime + shift;

    /// <summary>The date on the office wall. Not the UTC date: they differ for seven hours of every day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, Zone));

    /// <summary>The moment at which a day begins in the office, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>A moment as the wall of the office shows it.</summary>
    public static DateTime OnTheWall(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>A clock that shows <paramref name="day"/> now and goes on from there.</summary>
    public static OfficeClock StartingOn(DateOnly day, TimeProvider time)
    {
        var wall = new OfficeClock(time).Today;
        return new OfficeClock(time, TimeSpan.FromDays(day.DayNumber - wall.DayNumber));
    }
}
