using System.Globalization;
using Thads.Law;

namespace Thads.Office.Comparison;

/// <summary>By which tree a past period is read.</summary>
public enum Organised
{
    /// <summary>As organised then: each period by the tree of its own last day, later successions aside.</summary>
    Then = 1,

    /// <summary>As organised now: each period in the scopes of the units of today, which hold those of their predecessors.</summary>
    Now = 2,
}

/// <summary>So many months of a statistical year.</summary>
public sealed record ComparedPeriod(int Year, int Months)
{
    public DateOnly End => new StatisticalYear(Year).EndOfMonth(Months);

    /// <summary>2020, or 2020/6.</summary>
    public override string ToString() => Months == StatisticalYear.Months ? Text(Year) : $"{Text(Year)}/{Text(Months)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is to be compared.</summary>
/// <param name="Unit">Code.</param>
/// <param name="Below">With the units right below it.</param>
/// <param name="With">Codes of further units.</param>
/// <param name="Periods">The earliest first.</param>
/// <param name="KnownOn">Day of knowledge; null = all that is known.</param>
public sealed record CompareQuery(string Unit, bool Below, IReadOnlyList<string> With, IReadOnlyList<ComparedPeriod> Periods, Organised AsOf = Organised.Then, DateOnly? KnownOn = null)
{
    /// <summary>So many periods stand beside each other at most.</summary>
    public const int MostPeriods = 12;

    /// <summary>Periods as people type them: `2019, 2020`, `2016-2020`, `2020/6`.</summary>
    /// <param name="months">Where none is typed.</param>
    /// <returns>Why they are none, or null.</returns>
    public static Refusal? Read(string typed, int months, out IReadOnlyList<ComparedPeriod> periods)
    {
        periods = [];
        var found = new List<ComparedPeriod>();
        foreach (var part in typed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var years = part.Split('-');
            var month = part.Split('/');
            if (years is [var one, var other] && Whole(one, 1900, 9998) is { } first && Whole(other, 1900, 9998) is { } last && first <= last && last - first < 100)
            {
                found.AddRange(Enumerable.Range(first, last - first + 1).Select(year => new ComparedPeriod(year, months)));
            }
            else if (month is [var of, var so] && Whole(of, 1900, 9998) is { } year && Whole(so, 1, 12) is { } many)
            {
                found.Add(new ComparedPeriod(year, many));
            }
            else if (Whole(part, 1900, 9998) is { } single)
            {
                found.Add(new ComparedPeriod(single, months));
            }
            else
            {
                return new Refusal("compare.period", part);
            }
        }

        periods = [.. found.Distinct().OrderBy(period => period.Year).ThenBy(period => period.Months)];
        return periods.Count == 0 ? new Refusal("compare.no-period") : periods.Count > MostPeriods ? new Refusal("compare.too-many", periods.Count, MostPeriods) : null;
    }

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
