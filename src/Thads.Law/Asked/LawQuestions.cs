namespace Thads.Law.Asked;

/// <summary>Every rule that can be asked, those most asked for first.</summary>
public static class LawQuestions
{
    public static IReadOnlyList<LawQuestion> All { get; } =
    [
        Deadlines.DeadlineQuestions.Deadline,
        Limitation.LimitationResult.Question,
        Coercion.CoercionWindow.Question,
        Fees.EnforcementFee.Question,
        Fees.FeePayer.Question,
        Interest.LateInterest.Question,
        Sharing.Distribution.Question,
        Income.IncomeDeduction.Question,
        Relief.BudgetRelief.Question,
        Sale.OneYearRent.Question,
        Sale.PriceCut.Question,
        Costs.CostOfWork.Question,
        Costs.RelievedCosts.Question,
        Thresholds.ThresholdOnDay.Question,
        Parameters.Parameter.Question,
        Grounds.Ground.Question,
        Transition.TransitionRule.Question,
        Deadlines.DeadlineQuestions.Workday,
        Deadlines.DeadlineQuestions.WorkingDays,
        Deadlines.DeadlineQuestions.Days,
        Deadlines.DeadlineQuestions.Months,
        Deadlines.DeadlineQuestions.Years,
    ];

    public static LawQuestion? Find(string rule) => All.FirstOrDefault(question => question.Rule == rule);
}
