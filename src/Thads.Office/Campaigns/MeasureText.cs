using Thads.Office.Figures;

namespace Thads.Office.Campaigns;

/// <summary>What a measure says, in sentences: the same on the page and in the closing report. Where a difference cannot be told apart from chance, that is the sentence.</summary>
public static class MeasureText
{
    /// <summary>Months, other years, alike matters, and the honest split.</summary>
    public static IEnumerable<string> Compared(CampaignMeasure measure, Language language)
    {
        string Say(string code, params object[] arguments) => Words.Say(language, code, arguments);
        yield return Say("campaign.says-months", One(measure.Inside.MattersPerMonth), One(measure.Outside.MattersPerMonth));
        if (measure.Ratio is { } ratio)
        {
            yield return Say(ratio.IsTold ? "campaign.says-ratio" : "campaign.says-ratio-untold", Two(ratio.Ratio), Two(ratio.Low), Two(ratio.High));
        }

        if (measure.OtherYearsPerMonth is { } others)
        {
            yield return Say("campaign.says-years", measure.Years.Count(year => !year.HasCampaign), One(others), One(measure.Inside.MattersPerMonth));
        }

        if (measure.Effect is not { } effect)
        {
            yield return measure.WhyNone!.In(language);
            yield break;
        }

        yield return Say(
            effect.Basis == EffectBasis.Beside ? "campaign.says-beside" : "campaign.says-other-years", Percent(effect.Rate), Percent(effect.Expected), effect.Others, effect.Years, effect.Compared, effect.Matters);
        yield return Say(effect.IsTold ? "campaign.says-difference" : "campaign.says-difference-untold", Points(effect.Difference), Points(effect.Low), Points(effect.High));
    }

    /// <summary>The honest split in one sentence; none where there is nothing to compare with.</summary>
    public static IEnumerable<string> Split(CampaignMeasure measure, Language language)
    {
        if (measure.Split is not { } split)
        {
            yield break;
        }

        yield return Words.Say(
            language, split.IsTold ? "campaign.says-split" : "campaign.says-split-untold", split.Settled, split.Anyway, split.Due, split.DueLow, split.DueHigh, split.Back);
    }

    /// <summary>What came back, what is not due yet, and new matters of the same debtors.</summary>
    public static IEnumerable<string> CameBack(CampaignMeasure measure, Language language)
    {
        var back = measure.Back;
        yield return Words.Say(
            language, "campaign.says-back", back.Settled, back.Back, Campaigns.CameBack.Days, back.Matters.Count(matter => matter.By == BackBy.Reopened), back.Matters.Count(matter => matter.By == BackBy.Voided));
        if (back.NotDue > 0)
        {
            yield return Words.Say(language, "campaign.says-not-due", back.NotDue, back.DueOn);
        }

        yield return Words.Say(language, "campaign.says-docketed", back.Matters.Where(matter => matter.By == BackBy.Docketed).Select(matter => matter.Code).Distinct(StringComparer.Ordinal).Count());
    }

    public static string One(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero).ToString("N1", Words.Format);

    public static string Two(double value) => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero).ToString("N2", Words.Format);

    public static string Percent(double share) => WriteSummary.Percent(Math.Round((decimal)(share * 100), 2, MidpointRounding.AwayFromZero));

    /// <summary>Percentage points with their sign.</summary>
    public static string Points(double share) => (share < 0 ? "−" : "+") + One(Math.Abs(share) * 100);
}
