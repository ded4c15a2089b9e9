namespace Thads.Law.Asked;

/// <summary>Every rule that can be asked.</summary>
public static class LawQuestions
{
    public static IReadOnlyList<LawQuestion> All { get; } =
    [
        Deadlines.DeadlineQuestions.Deadline,
        Deadlines.DeadlineQuestions.WorkingDays,
        Deadlines.DeadlineQuestions.Days,
        Deadlines.DeadlineQuestions.Months,
        Deadlines.DeadlineQuestions.Years,
        Deadlines.DeadlineQuestions.Workday,
        Parameters.Parameter.Question,
        Thresholds.ThresholdOnDay.Question,
        Fees.EnforcementFee.Question,
        Fees.FeePayer.Question,
        Interest.LateInterest.Question,
        Income.IncomeDeduction.Question,
        Sharing.Distribution.Question,
        Sale.OneYearRent.Question,
        Sale.PriceCut.Question,
        Costs.CostOfWork.Question,
        Costs.RelievedCosts.Question,
        Relief.BudgetRelief.Question,
        Limitation.LimitationResult.Question,
        Coercion.CoercionWindow.Question,
        Grounds.Ground.Question,
        Transition.TransitionRule.Question,
    ];

    public static LawQuestion? Find(string rule) => All.FirstOrDefault(question => question.Rule == rule);
}
