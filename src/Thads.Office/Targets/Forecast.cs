using Thads.Law;

namespace Thads.Office.Targets;

/// <summary>A whole year by its cumulative months: what was settled and what was enforceable at the end of each.</summary>
/// <param name="Months">Twelve, of việc or đồng.</param>
public sealed record YearShape(int Year, IReadOnlyList<(long Settled, long Enforceable)> Months)
{
    /// <summary>Percent at the end of the year; null without a base.</summary>
    public decimal? Final => Money.Rate(Months[^1].Settled, Months[^1].Enforceable);
}

/// <summary>The rate at which a year is expected to end, with its uncertainty.</summary>
/// <param name="Central">Percent.</param>
/// <param name="Low">Percent: with <see cref="Forecast.Confidence"/> percent the year ends between low and high.</param>
/// <param name="Years">How many years it stands on.</param>
public sealed record YearForecast(decimal Central, decimal Low, decimal High, int Years);

/// <summary>
/// Where a year will end, from the unit's own earlier years. An earlier year says how much its rest settled and how its base grew, both for each matter (or đồng) that was
/// enforceable at the same month; laid on this year it gives one end, and the mean of these is the forecast. The same forecast is made for each earlier year from those before
/// it: how far these were off, squared and averaged, says how sure it is (an interval by Student's t with as many degrees as errors). A steady drift of the office is in it.
/// No chance, no fitting: the same books give the same numbers.
/// </summary>
public static class Forecast
{
    /// <summary>Fewer years say too little of how years differ: three give two errors.</summary>
    public const int LeastYears = 3;

    /// <summary>No more than so many years back: offices change.</summary>
    public const int MostYears = 10;

    /// <summary>Percent of the interval.</summary>
    public const int Confidence = 80;

    /// <summary>Quantiles 0,90 of Student's t, from 1 degree of freedom.</summary>
    private static readonly double[] Student = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383];

    /// <param name="months">Whole months of this year that are over: 1 to 11.</param>
    /// <returns>Null with too little history.</returns>
    public static YearForecast? Of(IEnumerable<YearShape> past, int months, long settled, long enforceable)
    {
        var years = past.Where(year => year.Months[months - 1].Enforceable > 0 && year.Months[^1].Enforceable > 0).OrderByDescending(year => year.Year).Take(MostYears).Reverse().ToList();
        if (years.Count < LeastYears || enforceable <= 0)
        {
            return null;
        }

        var errors = years.Skip(1).Select((year, before) =>
            ((double)year.Months[^1].Settled / year.Months[^1].Enforceable) - Guess(years.Take(before + 1), months, year.Months[months - 1].Settled, year.Months[months - 1].Enforceable)).ToList();
        var reach = Student[errors.Count - 1] * Math.Sqrt(errors.Sum(error => error * error) / errors.Count);
        var central = Guess(years, months, settled, enforceable);
        return new YearForecast(Percent(central), Percent(central - reach), Percent(central + reach), years.Count);
    }

    /// <summary>The mean of where the year would end, were its rest to run as in each of these years: a share.</summary>
    private static double Guess(IEnumerable<YearShape> years, int months, long settled, long enforceable) => years.Average(year =>
    {
        var (then, end) = (year.Months[months - 1], year.Months[^1]);
        var rest = (double)(end.Settled - then.Settled) / then.Enforceable;
        return (((double)settled / enforceable) + rest) / ((double)end.Enforceable / then.Enforceable);
    });

    private static decimal Percent(double share) => Math.Round((decimal)Math.Clamp(share * 100, 0, 100), 2, MidpointRounding.AwayFromZero);
}

/// <summary>What the forecasts of one month would have been in the years behind, made from nothing but the years before each.</summary>
/// <param name="Forecasts">How many.</param>
/// <param name="Error">Mean distance from how the year ended, in points.</param>
/// <param name="Inside">How many ended inside their interval.</param>
/// <param name="Naive">Mean distance of the plainest guess, the rate of the year before.</param>
public sealed record BacktestedMonth(int Months, int Forecasts, decimal Error, int Inside, decimal Naive);

public static class Backtest
{
    /// <param name="shapes">Whole years, all of them.</param>
    public static IReadOnlyList<BacktestedMonth> Of(IReadOnlyList<YearShape> shapes)
    {
        var years = shapes.OrderBy(year => year.Year).ToList();
        return [.. Enumerable.Range(1, StatisticalYear.Months - 1).Select(months =>
        {
            var tried = years.Where(year => year.Final is not null && years.Exists(before => before.Year == year.Year - 1 && before.Final is not null)).Select(year => (
                Final: year.Final!.Value, Before: years.Single(before => before.Year == year.Year - 1).Final!.Value,
                Forecast: Forecast.Of(years.Where(before => before.Year < year.Year), months, year.Months[months - 1].Settled, year.Months[months - 1].Enforceable)))
                .Where(year => year.Forecast is not null).ToList();
            return new BacktestedMonth(
                months, tried.Count, Mean(tried.Select(year => Math.Abs(year.Forecast!.Central - year.Final))),
                tried.Count(year => year.Final >= year.Forecast!.Low && year.Final <= year.Forecast.High), Mean(tried.Select(year => Math.Abs(year.Before - year.Final))));
        })];
    }

    private static decimal Mean(IEnumerable<decimal> values) => values.Any() ? Math.Round(values.Average(), 2, MidpointRounding.AwayFromZero) : 0;
}
