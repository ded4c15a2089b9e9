using System.Reflection;
using System.Text.Json;

namespace Thads.Office.Campaigns;

/// <summary>What speaks for or against a time of a campaign.</summary>
public enum TimeCriterion
{
    /// <summary>Working days per month that are left when the report of the month before is out: Tết and holidays take away.</summary>
    FreeDays = 1,

    /// <summary>Months in which little is settled otherwise leave more room than those that are full anyway.</summary>
    Room = 2,

    /// <summary>How much is enforceable and open when it begins.</summary>
    Caseload = 3,

    /// <summary>Whether what comes back within 90 days still comes back in the same statistical year.</summary>
    YearEnd = 4,
}

/// <summary>A month of the year for which a time is looked for, with what past years say of it.</summary>
/// <param name="Month">1 is October.</param>
/// <param name="WorkingDays">Null where the table of holidays does not reach.</param>
/// <param name="TetDays">Days off of Tết in it, weekends included.</param>
/// <param name="ReportDue">Last day for the report of the period that ended with the month before; null where no limit is known.</param>
/// <param name="FreeDays">Working days after that day.</param>
/// <param name="Past">What past years settled in this month, the latest first.</param>
/// <param name="Usual">Mean of the past years without a campaign or an obstacle in it; of all where there was always one.</param>
/// <param name="Carried">Enforceable and open at its beginning: mean of the past years.</param>
/// <param name="IsOpen">All of it lies after today.</param>
/// <param name="Hindered">An obstacle that is recorded for it already, as its document has it; null = none.</param>
public sealed record TimeMonth(
    int Year, int Month, DateOnly First, DateOnly Last, int? WorkingDays, int TetDays, bool IsProvisional, DateOnly? ReportDue, int? FreeDays,
    IReadOnlyList<PastMonth> Past, double Usual, double Carried, bool IsOpen, string? Hindered);

/// <summary>What a past year settled in a month.</summary>
/// <param name="Campaign">Name of the campaign that was on in it; null = none.</param>
/// <param name="Obstacle">What made work impossible in it, as its document has it; null = nothing that is recorded.</param>
public sealed record PastMonth(int Year, long Settled, string? Campaign, string? Obstacle)
{
    public bool IsUsual => Campaign is null && Obstacle is null;
}

/// <summary>What one criterion says of a time.</summary>
/// <param name="Points">0 to 100: how this time stands among those possible.</param>
/// <param name="Value">What it was measured by; <paramref name="Least"/> and <paramref name="Most"/> among all times.</param>
public sealed record TimeReason(TimeCriterion Criterion, int Weight, double Points, double Value, double Least, double Most);

/// <summary>A time for a campaign.</summary>
/// <param name="Score">Points of the reasons by their weights: 0 to 100.</param>
public sealed record TimeWindow(IReadOnlyList<TimeMonth> Months, IReadOnlyList<TimeReason> Reasons, double Score)
{
    public DateOnly First => Months[0].First;

    public DateOnly Last => Months[^1].Last;
}

/// <summary>
/// Orders the times that are left in a year: each criterion gives a window 0 to 100 points, from the worst to the best possible one, and its weight. A rule of ours that explains itself;
/// whoever plans decides.
/// </summary>
public static class CampaignTime
{
    public const int Shortest = 1;
    public const int Longest = 3;
    private static readonly Lazy<(IReadOnlyDictionary<TimeCriterion, int> Weights, string Source)> Read = new(Load);

    /// <summary>They add up to 100.</summary>
    public static IReadOnlyDictionary<TimeCriterion, int> Weights => Read.Value.Weights;

    public static string Source => Read.Value.Source;

    /// <param name="months">The twelve months of the year.</param>
    /// <param name="length">Whole months: 1 to 3.</param>
    /// <returns>The best first; of equals the earlier.</returns>
    public static IReadOnlyList<TimeWindow> Windows(IReadOnlyList<TimeMonth> months, int length)
    {
        var possible = Enumerable.Range(0, Math.Max(0, months.Count - length + 1)).Select(start => months.Skip(start).Take(length).ToList()).Where(window => window.TrueForAll(month => month.IsOpen)).ToList();
        var usual = months.Average(month => month.Usual);
        double? Value(TimeCriterion criterion, List<TimeMonth> window) => criterion switch
        {
            TimeCriterion.FreeDays => window.Exists(month => month.FreeDays is null) ? null : window.Average(month => month.FreeDays!.Value),
            TimeCriterion.Room => usual <= 0 ? null : window.Average(month => month.Usual) / usual * 100,
            TimeCriterion.Caseload => window[0].Carried,
            TimeCriterion.YearEnd => Math.Max(0, CameBack.Days - (months[^1].Last.DayNumber - window[^1].Last.DayNumber)),
        };

        // Little is good where months are full anyway, and where days lie beyond the year.
        bool IsLessBetter(TimeCriterion criterion) => criterion is TimeCriterion.Room or TimeCriterion.YearEnd;
        var ranges = Weights.Keys.ToDictionary(criterion => criterion, criterion =>
        {
            var values = possible.Select(window => Value(criterion, window)).OfType<double>().ToList();
            return values.Count < possible.Count || values.Count == 0 ? ((double Least, double Most)?)null : (values.Min(), values.Max());
        });
        return
        [
            .. possible.Select(window =>
            {
                var reasons = Weights.Where(weight => ranges[weight.Key] is not null).Select(weight =>
                {
                    var ((least, most), value) = (ranges[weight.Key]!.Value, Value(weight.Key, window)!.Value);
                    var points = most - least < 1e-9 ? 50 : (value - least) / (most - least) * 100;
                    return new TimeReason(weight.Key, weight.Value, IsLessBetter(weight.Key) ? 100 - points : points, value, least, most);
                }).ToList();
                return new TimeWindow(window, reasons, reasons.Count == 0 ? 0 : reasons.Sum(reason => reason.Points * reason.Weight) / reasons.Sum(reason => reason.Weight));
            }).OrderByDescending(window => Math.Round(window.Score, 6)).ThenBy(window => window.First),
        ];
    }

    private static (IReadOnlyDictionary<TimeCriterion, int>, string) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Campaigns.campaign-time.json")!;
        using var json = JsonDocument.Parse(stream);
        return (
            json.RootElement.GetProperty("weights").EnumerateArray().ToDictionary(
                weight => Codes.TryRead<TimeCriterion>(weight.GetProperty("criterion").GetString(), out var criterion) ? criterion : throw new InvalidDataException("campaign-time.json has an unknown criterion."),
                weight => weight.GetProperty("weight").GetInt32()),
            json.RootElement.GetProperty("source").GetString()!);
    }
}
