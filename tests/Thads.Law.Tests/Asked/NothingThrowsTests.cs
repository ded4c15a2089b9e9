using CsCheck;
using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Tests.Asked;

/// <summary>Whatever a person, a file or a link gives to a rule: an answer with its way, or a refusal with a code and a sentence. Never an exception.</summary>
public sealed class NothingThrowsTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "0", "1", "-1", "5", "100", "0.5", "-0.5", "1e3", "1e30", "9000000000000000", "9223372036854775807", "99999999999999999999999", "2147483647", "-2147483648", "x", "null", "true", "false",
        "0001-01-01", "0001-01-02", "9999-12-31", "9999-12-30", "2015-01-01", "2014-12-31", "2050-12-31", "2051-01-01", "2009-07-01", "2009-06-30", "2026-06-30", "2026-07-01", "2024-02-29", "2026-02-30",
        "2026-07-01 09:30", "9999-12-31 23:59", "0001-01-01 00:00", "2026-07-01T24:00", "I", "IV", "V", "old", "new", "D003", "D038", "D043", "D072", "A", "B", "../..", "\0", "ｄ", "−5",
    ];

    public static TheoryData<string> Rules => [.. LawQuestions.All.Select(question => question.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rubbish_is_answered_or_refused(string rule)
    {
        var question = LawQuestions.Find(rule)!;
        Given(question.Inputs, 0).Sample(
            given =>
            {
                if (!question.Ask(given, LawBook.BuiltIn).Try(out var answer, out var refusal))
                {
                    return refusal.Code.Contains('.', StringComparison.Ordinal) && refusal.Why is { Vi.Length: > 0, En.Length: > 0 };
                }

                return answer.Explained.Lines().Count > 0 && answer.Values.Count > 0 && answer.Explained.Rests() is not null && answer.OverdueOn?.Invoke(DateOnly.MaxValue) is null or true;
            },
            iter: 4000);
    }

    private static Gen<Given> Given(IReadOnlyList<QuestionInput> inputs, int depth) => Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        return Made(inputs, random, depth);
    });

    private static Given Made(IReadOnlyList<QuestionInput> inputs, Random random, int depth)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<Given>>(StringComparer.Ordinal);
        foreach (var input in inputs.Where(input => input.Required || random.Next(3) > 0))
        {
            if (input.Kind == InputKind.Rows)
            {
                lists[input.Name] = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Made(input.Columns, random, depth + 1))];
            }
            else
            {
                texts[input.Name] = Likely(input, random);
            }
        }

        return new(texts, lists);
    }

    /// <summary>Mostly something of the kind that is asked for, at its ends; now and then anything.</summary>
    private static string Likely(QuestionInput input, Random random)
    {
        string Of(params string[] some) => some[random.Next(some.Length)];
        return random.Next(6) == 0 ? Nasty[random.Next(Nasty.Length)] : input.Kind switch
        {
            InputKind.Day => Of("0001-01-01", "9999-12-31", "2015-01-01", "2026-06-30", "2026-07-01", "2050-12-31", "2024-02-29", "2026-11-23"),
            InputKind.Moment => Of("0001-01-01 00:00", "9999-12-31 23:59", "2026-06-30 22:00", "2026-07-01 09:30", "2050-12-31 23:59", "9999-12-31", "2026-11-23"),
            InputKind.Whole => Of("0", "1", "3", "-1", "100", "2147483647"),
            InputKind.Number => Of("0", "10", "0.000001", "100", "1000", "79228162514264337593543950335"),
            InputKind.Amount => Of("0", "1", "5000000", "4680001", "9000000000000000"),
            InputKind.Flag => Of("true", "false"),
            InputKind.Choice when input.Choices.Count > 0 => input.Choices[random.Next(input.Choices.Count)].Code,
            _ => Of("A", "B", "C", "BASE_SALARY", "REGION_MIN_WAGE", "SMALL_VALUE", "RETURN_REQUEST_AFTER"),
        };
    }
}
