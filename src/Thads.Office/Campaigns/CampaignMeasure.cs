using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Campaigns;

/// <summary>What a unit settled in some days, and what that is per month.</summary>
/// <param name="Months">Length in months: of each month its share of days.</param>
public readonly record struct PerMonth(int Matters, long Money, double Months)
{
    public double MattersPerMonth => Months > 0 ? Matters / Months : 0;

    public double MoneyPerMonth => Months > 0 ? Money / Months : 0;

    public static double LengthOf(DateOnly first, DateOnly last)
    {
        var months = 0.0;
        for (var start = new DateOnly(first.Year, first.Month, 1); start <= last; start = start.AddMonths(1))
        {
            var end = start.AddMonths(1).AddDays(-1);
            months += ((end < last ? end : last).DayNumber - (start > first ? start : first).DayNumber + 1.0) / DateTime.DaysInMonth(start.Year, start.Month);
        }

        return months;
    }
}

/// <summary>A month of the statistical year of a campaign: the cell “settled” of forms 01 and 02, this month's less last month's.</summary>
/// <param name="Month">1 is October.</param>
/// <param name="Inside">All of it, some of it, or none of it lies in the period.</param>
public sealed record CampaignMonth(int Year, int Month, DateOnly First, DateOnly Last, long Matters, long Money, bool? Inside);

/// <summary>The same days in another year.</summary>
/// <param name="List">So many matters the campaign's filter would have taken then.</param>
/// <param name="Settled">Of these settled in the days.</param>
/// <param name="HasCampaign">There was a campaign then: no year to compare with.</param>
public sealed record OtherYear(int Years, DateOnly First, DateOnly Last, PerMonth Done, int List, int Settled, bool HasCampaign);

/// <summary>What one manner, commune or officer settled, inside and outside.</summary>
/// <param name="Code">"-" = none.</param>
public sealed record PartOfResult(string Code, string Name, PerMonth Inside, PerMonth Outside, PerMonth LastYear)
{
    public double? Ratio => Outside.MattersPerMonth > 0 ? Inside.MattersPerMonth / Outside.MattersPerMonth : null;
}

/// <summary>
/// The honest split of what was settled on the list: would have been anyway, came back, due to the campaign. The three add up; the ends of what is due go with the interval of the
/// comparison.
/// </summary>
/// <param name="Back">Reopened after the period, within 90 days: taken off whole from what is due, though some of it might belong to what would have been settled anyway.</param>
public sealed record HonestSplit(int Settled, int Anyway, int Back, int DueLow, int DueHigh, bool IsTold)
{
    public int Due => Settled - Anyway - Back;

    public static HonestSplit Of(CampaignEffect effect, int settled, int back)
    {
        int Matters(double share) => (int)Math.Round(share * effect.Matters, MidpointRounding.AwayFromZero);
        return new HonestSplit(settled, settled - Matters(effect.Difference), back, Matters(effect.Low) - back, Matters(effect.High) - back, effect.IsTold);
    }
}

/// <summary>What a campaign brought.</summary>
/// <param name="On">Day up to which counts.</param>
/// <param name="Months">Months of the statistical years of the period.</param>
/// <param name="Outside">The rest of these years, as far as they are over.</param>
/// <param name="Years">The same days of other years, the latest first.</param>
/// <param name="Effect">Null where <paramref name="WhyNone"/> says why there is none.</param>
public sealed record CampaignMeasure(
    Campaign Campaign, DateOnly On, DocketCutOff CutOff, CampaignProgress Progress, IReadOnlyList<CampaignMonth> Months, PerMonth Inside, PerMonth Outside, MonthlyRatio? Ratio,
    IReadOnlyList<OtherYear> Years, IReadOnlyList<PartOfResult> Manners, IReadOnlyList<PartOfResult> Communes, IReadOnlyList<PartOfResult> Officers, CampaignEffect? Effect, Refusal? WhyNone,
    CameBack Back)
{
    public HonestSplit? Split => Effect is null ? null : HonestSplit.Of(Effect, Progress.Whole.Done.Matters, Back.StillCounted);

    /// <summary>What the same days of the other years had per month on average; null without one.</summary>
    public double? OtherYearsPerMonth => Years.Where(year => !year.HasCampaign).Select(year => (double?)year.Done.MattersPerMonth).Average();
}

/// <summary>What was settled in some days by an officer, in a commune, in a manner.</summary>
public readonly record struct SettledPart(int Officer, int Commune, Manner? Manner, int Matters, long Money);
