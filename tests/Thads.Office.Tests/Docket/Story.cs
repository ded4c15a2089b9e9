using System.Globalization;
using Thads.Office.Matters;

namespace Thads.Office.Tests.Docket;

/// <summary>A matter without a database, and steps from one line of text: `collected 1 2026-01-05 30 | reassigned - 2026-01-06 1/2 | paused * 2026-01-07`.</summary>
internal static class Story
{
    public static readonly Matter Matter = new(
        Guid.CreateVersion7(), "M1", 1, 1, null, new(2025, 11, 3), new(2025, 11, 3), Basis.OnRequest, JudgmentType.Civil, false, false, false, null, null, null, null, null, null, null,
        [Line(1, 100), Line(2, 40), Line(3, 0)], null, 1);

    public static List<Step> Steps(string text) => [.. text.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select((step, i) => Step(i + 1, step.Split(' ')))];

    private static Step Step(int number, string[] words)
    {
        Assert.True(Codes.TryRead<StepKind>(words[0], out var kind), words[0]);
        var on = DateOnly.ParseExact(words[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var line = words[1] is "*" or "-" ? 0 : int.Parse(words[1], CultureInfo.InvariantCulture);
        if (!kind.IsHandover)
        {
            return new Step(number, kind, line, on, on, Amount: words.Length > 3 ? long.Parse(words[3], CultureInfo.InvariantCulture) : 0);
        }

        var to = words[3].Split('/');
        return new Step(number, kind, 0, on, on, ToUnit: int.Parse(to[0], CultureInfo.InvariantCulture), ToOfficer: int.Parse(to[1], CultureInfo.InvariantCulture));
    }

    private static Obligation Line(int number, long amount) =>
        new(number, number.ToString(CultureInfo.InvariantCulture), amount == 0 ? ObligationKind.Act : ObligationKind.Debt, false, amount, null, null, null, null);
}
