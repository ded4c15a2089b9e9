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
        Grounds.Ground.Question,
        Transition.TransitionRule.Question,
    ];

    public static LawQuestion? Find(string rule) => All.FirstOrDefault(question => question.Rule == rule);
}
