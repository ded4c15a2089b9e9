using Thads.Law.Tables;

namespace Thads.Law.Asked;

/// <summary>What an input of a question is: how a command reads it and which field a page shows for it.</summary>
public enum InputKind
{
    Day = 1,

    /// <summary>A day, or a day and a time.</summary>
    Moment = 2,
    Whole = 3,
    Number = 4,

    /// <summary>Whole đồng.</summary>
    Amount = 5,
    Flag = 6,
    Text = 7,

    /// <summary>One of <see cref="QuestionInput.Choices"/>.</summary>
    Choice = 8,

    /// <summary>Rows of <see cref="QuestionInput.Columns"/>.</summary>
    Rows = 9,
}

/// <summary>An input of a question, named as in the format of cases (docs/formats/legal-cases).</summary>
public sealed record QuestionInput(string Name, InputKind Kind, Said Label, bool Required = false)
{
    public IReadOnlyList<(string Code, Said Label)> Choices { get; init; } = [];

    /// <summary>Of <see cref="InputKind.Rows"/>.</summary>
    public IReadOnlyList<QuestionInput> Columns { get; init; } = [];
}

/// <summary>What a question gives.</summary>
/// <param name="Values">By the names of the format of cases, in its order: DateOnly, DateTime, bool, long (whole đồng or days), decimal, string, a list of long (fees), or a map of long by id (paid).</param>
/// <param name="IsProvisional">Rests on days nobody has announced.</param>
public sealed record Outcome(IReadOnlyList<KeyValuePair<string, object>> Values, IExplained Explained, bool IsProvisional = false)
{
    /// <summary>Answers an `overdue_on` of a case; null where the question is not about a last day.</summary>
    public Func<DateOnly, bool>? OverdueOn { get; init; }
}

/// <summary>
/// A rule that can be asked: the one description from which the cases, `thads law RULE` and the page of the calculator are made.
/// </summary>
/// <param name="Rule">As the format of cases names it: "deadline", "fee"…</param>
/// <param name="Gives">Names of the values of its outcome.</param>
public sealed record LawQuestion(string Rule, Said Title, IReadOnlyList<QuestionInput> Inputs, IReadOnlyList<string> Gives, Func<Given, LawBook, Answer<Outcome>> Answer)
{
    /// <summary>What is wrong with the input comes back as a refusal: `input.unknown`, `input.missing`, `input.unreadable`, `amount.negative`…</summary>
    public Answer<Outcome> Ask(Given given, LawBook book)
    {
        try
        {
            return Strange(given, Inputs) is { } strange
                ? new LawRefusal("input.unknown", new($"{Rule}: không có thông tin nào tên {strange}.", $"{Rule}: there is no input {strange}."))
                : Answer(given, book);
        }
        catch (GivenException wrong)
        {
            return wrong.Refusal;
        }
    }

    private static string? Strange(Given given, IReadOnlyList<QuestionInput> inputs) =>
        given.Texts.Keys.FirstOrDefault(name => !inputs.Any(input => input.Name == name && input.Kind != InputKind.Rows))
        ?? given.Lists.Select(list => inputs.FirstOrDefault(input => input.Name == list.Key && input.Kind == InputKind.Rows) is not { } rows ? list.Key
            : list.Value.Select(row => Strange(row, rows.Columns)).FirstOrDefault(name => name is not null)).FirstOrDefault(name => name is not null);
}
