using Thads.Law.Calendar;

namespace Thads.Law.Tables;

/// <summary>Every table of law. What is not in this list is not loaded, and not checked.</summary>
public static class LawTables
{
    public static IReadOnlyList<LawTable> All { get; } =
    [
        LegalRegime.Table,
        DayOfTheYear.Table,
        LunarYear.Table,
        CommitteeAtLevel.Table,
        CommitteeWorking.Table,
        Deadlines.StartEvent.Table,
        Deadlines.DeadlineCode.Table,
        Deadlines.DeadlineRule.Table,
        Deadlines.RequestLimit.Table,
        Parameters.Parameter.Table,
        Parameters.ParameterKey.Table,
        Thresholds.Threshold.Table,
        Fees.FeeTier.Table,
        Fees.FeeRelief.Table,
        Costs.CostRate.Table,
        Costs.CostRelief.Table,
        Sharing.PaymentRank.Table,
        Relief.ReliefThreshold.Table,
        Limitation.LimitationYears.Table,
        Limitation.LimitationExclusion.Table,
        Coercion.CoercionHours.Table,
        Grounds.Ground.Table,
        Transition.TransitionRule.Table,
    ];

    public static LawTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);
}
