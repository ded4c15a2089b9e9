namespace Thads.Office.Campaigns;

/// <summary>With what a campaign's list is compared.</summary>
public enum EffectBasis
{
    /// <summary>Alike matters of the same days that were not on the list.</summary>
    Beside = 1,

    /// <summary>What the same filter would have taken in other years, over the same days of those years.</summary>
    OtherYears = 2,
}

/// <summary>Alike matters: so many of them, and so many of these settled in the period.</summary>
/// <param name="Group">What makes them alike.</param>
public readonly record struct AlikeMatters(string Group, int Matters, int Settled);

/// <summary>
/// What a campaign changed, as a difference of two shares: of the list that was settled in its period, and of what it is compared with, weighted as the list is made up.
/// </summary>
/// <param name="Matters">On the list.</param>
/// <param name="Rate">Share of the list that was settled.</param>
/// <param name="Expected">Share that would have been settled anyway.</param>
/// <param name="Low">Of the difference: the lower end of the interval of <see cref="Confidence"/> percent.</param>
/// <param name="Compared">So many of the list have alike matters to be compared with.</param>
/// <param name="Others">Matters they are compared with; of other years, in all of them.</param>
/// <param name="Years">How many other years; 0 beside.</param>
public sealed record CampaignEffect(EffectBasis Basis, int Matters, double Rate, double Expected, double Low, double High, int Compared, int Others, int Years)
{
    /// <summary>Percent of the interval.</summary>
    public const int Confidence = 95;

    /// <summary>Groups with fewer others are not compared: a share of two or three says nothing.</summary>
    public const int LeastOthers = 5;

    /// <summary>So many matters beside there must be in all, and half of the list must have alike ones.</summary>
    public const int LeastBeside = 30;

    private const double Normal = 1.96;

    /// <summary>Quantiles 0,975 of Student's t, from 1 degree of freedom.</summary>
    private static readonly double[] Student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

    public double Difference => Rate - Expected;

    /// <summary>Whether the difference can be told apart from none.</summary>
    public bool IsTold => Low > 0 || High < 0;

    /// <summary>
    /// By alike matters beside the list. Two shares per group, weighted by the list; the interval is that of their difference by chance alone: the groups were not drawn by lot.
    /// </summary>
    /// <returns>Null where too few matters beside are alike.</returns>
    public static CampaignEffect? Beside(IReadOnlyList<AlikeMatters> list, IReadOnlyList<AlikeMatters> beside)
    {
        var others = beside.Where(group => group.Matters >= LeastOthers).ToDictionary(group => group.Group, StringComparer.Ordinal);
        var compared = list.Where(group => group.Matters > 0 && others.ContainsKey(group.Group)).ToList();
        var (all, n) = (list.Sum(group => group.Matters), compared.Sum(group => group.Matters));
        var m = compared.Sum(group => others[group.Group].Matters);
        if (m < LeastBeside || n == 0 || 2 * n < all)
        {
            return null;
        }

        var rate = compared.Sum(group => group.Settled) / (double)n;
        var expected = compared.Sum(group => group.Matters / (double)n * Share(others[group.Group]));
        var variance = compared.Sum(group => Square(group.Matters / (double)n) * (Variance(group) + Variance(others[group.Group])));
        var reach = Normal * Math.Sqrt(variance);
        return new CampaignEffect(EffectBasis.Beside, all, rate, expected, rate - expected - reach, rate - expected + reach, n, m, 0);
    }

    /// <summary>
    /// By the same days of other years. The interval is the wider of two: chance alone, and how much those years differ from each other (Student's t): what a year does by itself is
    /// no effect of a campaign.
    /// </summary>
    /// <returns>Null without a year in which half of the list has alike matters.</returns>
    public static CampaignEffect? OtherYears(IReadOnlyList<AlikeMatters> list, IReadOnlyList<IReadOnlyList<AlikeMatters>> years)
    {
        var all = list.Sum(group => group.Matters);
        var shares = years.Select(year => OfYear(list, year)).Where(year => all > 0 && 2 * year.Compared >= all).ToList();
        if (shares.Count == 0)
        {
            return null;
        }

        var k = Math.Min(shares.Count, Student.Length + 1);
        shares = [.. shares.Take(k)];
        var rate = list.Sum(group => group.Settled) / (double)all;
        var expected = shares.Average(year => year.Share);
        var chance = Normal * Math.Sqrt((Smoothed(list.Sum(group => group.Settled), all) / all) + (shares.Sum(year => year.Variance) / Square(k)));
        var between = k == 1 ? 0 : Student[k - 2] * Math.Sqrt(shares.Sum(year => Square(year.Share - expected)) / (k - 1) * (1 + (1.0 / k)));
        var reach = Math.Max(chance, between);
        return new CampaignEffect(EffectBasis.OtherYears, all, rate, expected, rate - expected - reach, rate - expected + reach, shares.Min(year => year.Compared), shares.Sum(year => year.Others), k);
    }

    private static (double Share, double Variance, int Compared, int Others) OfYear(IReadOnlyList<AlikeMatters> list, IReadOnlyList<AlikeMatters> year)
    {
        var others = year.Where(group => group.Matters >= LeastOthers).ToDictionary(group => group.Group, StringComparer.Ordinal);
        var compared = list.Where(group => others.ContainsKey(group.Group)).ToList();
        var n = (double)compared.Sum(group => group.Matters);
        return n == 0 ? (0, 0, 0, 0) : (
            compared.Sum(group => group.Matters / n * Share(others[group.Group])), compared.Sum(group => Square(group.Matters / n) * Variance(others[group.Group])), (int)n,
            compared.Sum(group => others[group.Group].Matters));
    }

    private static double Share(AlikeMatters group) => group.Settled / (double)group.Matters;

    private static double Variance(AlikeMatters group) => Smoothed(group.Settled, group.Matters) / group.Matters;

    /// <summary>p(1 − p) with one settled and one open added, so that none or all of a few is not taken for certain.</summary>
    private static double Smoothed(int settled, int matters) => (settled + 1.0) * (matters - settled + 1.0) / Square(matters + 2.0);

    private static double Square(double value) => value * value;
}

/// <summary>How many times as much was settled per month inside a campaign as outside.</summary>
/// <param name="Ratio">1 = as much.</param>
/// <param name="Spread">How much more the months outside differ than chance would make them (1 = not more); the interval is widened by it.</param>
public sealed record MonthlyRatio(double Ratio, double Low, double High, double Spread)
{
    public bool IsTold => Low > 1 || High < 1;

    /// <summary>Two Poisson rates by the logarithm of their ratio; 95 percent.</summary>
    /// <param name="months">What each whole month outside settled, for the spread.</param>
    /// <returns>Null where nothing was settled on one side.</returns>
    public static MonthlyRatio? Of(long inside, double insideMonths, long outside, double outsideMonths, IReadOnlyList<long> months)
    {
        if (inside <= 0 || outside <= 0 || insideMonths <= 0 || outsideMonths <= 0)
        {
            return null;
        }

        var mean = months.Count == 0 ? 0 : months.Average();
        var spread = months.Count < 2 || mean <= 0 ? 1 : Math.Max(1, months.Sum(month => (month - mean) * (month - mean)) / mean / (months.Count - 1));
        var ratio = inside / insideMonths / (outside / outsideMonths);
        var reach = 1.96 * Math.Sqrt(spread * ((1.0 / inside) + (1.0 / outside)));
        return new MonthlyRatio(ratio, ratio * Math.Exp(-reach), ratio * Math.Exp(reach), spread);
    }
}
