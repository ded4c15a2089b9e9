namespace Thads.Law.Asked;

/// <summary>Every rule that can be asked.</summary>
public static class LawQuestions
{
    public static IReadOnlyList<LawQuestion> All { get; } =
    [
    ];

    public static LawQuestion? Find(string rule) => All.FirstOrDefault(question => question.Rule == rule);
}
