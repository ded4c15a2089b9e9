namespace Thads.Law.Asked;

/// <summary>Every rule that can be asked.</summary>
public static class LawQuestions
{
    public static IReadOnlyList<LawQuestion> All { get; } =
    [
        Grounds.Ground.Question,
        Transition.TransitionRule.Question,
    ];

    public static LawQuestion? Find(string rule) => All.FirstOrDefault(question => question.Rule == rule);
}
