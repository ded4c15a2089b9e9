using System.Globalization;
using Thads.Office.Campaigns;

namespace Thads.Campaigns;

/// <summary>The course of a campaign drawn: settled by the end of each day, beside the even pace towards the goal.</summary>
/// <param name="Goal">Matters; null = none was set.</param>
public sealed record CampaignChart(CampaignProgress Progress, int? Goal)
{
    public const int Width = 560;
    public const int Height = 240;
    private const int Left = 44;
    private const int Right = 112;
    private const int Top = 14;
    private const int Bottom = 24;
    private static readonly int[] Steps = [1, 2, 5];

    public static int PlotRight => Width - Right;

    public static int PlotBottom => Height - Bottom;

    private int Days => Math.Max(1, Progress.Campaign.LastOn.DayNumber - Progress.Campaign.FirstOn.DayNumber + 1);

    private long Highest => Math.Max(10, Math.Max(Goal ?? 0, Progress.Days.Select(day => day.Done.Matters).DefaultIfEmpty().Max()));

    /// <summary>Steps of the axis: 1, 2 or 5 times a power of ten, at most five of them.</summary>
    public IEnumerable<long> Grid
    {
        get
        {
            var step = 1L;
            foreach (var factor in Enumerable.Repeat(0, 12).SelectMany((_, power) => Steps.Select(of => of * (long)Math.Pow(10, power))))
            {
                if (factor * 5 >= Highest)
                {
                    step = factor;
                    break;
                }
            }

            for (var value = 0L; value <= Highest; value += step)
            {
                yield return value;
            }
        }
    }

    public string X(DateOnly day) => Written(Left + ((PlotRight - Left) * (decimal)(day.DayNumber - Progress.Campaign.FirstOn.DayNumber + 1) / Days));

    public string Y(long value) => Written(At(value));

    public static string Start => Written(Left);

    /// <summary>First days of the months of the period.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var day = Progress.Campaign.FirstOn; day <= Progress.Campaign.LastOn; day = new DateOnly(day.Year, day.Month, 1).AddMonths(1))
            {
                yield return day;
            }
        }
    }

    public string Line => $"{Start},{Y(0)} " + string.Join(' ', Progress.Days.Select(day => $"{X(day.On)},{Y(day.Done.Matters)}"));

    /// <summary>Where the even pace is on each day; "" without a goal.</summary>
    public string Pace => Goal is not { } goal ? "" : $"{Start},{Y(0)} " + string.Join(' ', Enumerable.Range(0, Days).Select(Progress.Campaign.FirstOn.AddDays)
        .Select(day => $"{X(day)},{Y((long)goal * ReadProgress.WorkingDays(Progress.Campaign.FirstOn, day) / Math.Max(1, Progress.Length))}"));

    private decimal At(long value) => PlotBottom - ((PlotBottom - Top) * (decimal)value / Highest);

    private static string Written(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
