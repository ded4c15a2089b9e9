using System.Globalization;
using Thads.Law.Asked;
using Thads.Law.Tables;
using YamlDotNet.RepresentationModel;

namespace Thads.Law.Cases;

/// <summary>A case as it came out.</summary>
/// <param name="Failure">Null = it passed.</param>
/// <param name="Outcome">Null where the law refused.</param>
public sealed record CaseResult(LawCase Case, Said? Failure, Outcome? Outcome);

/// <summary>Runs cases: each through its question, its outcome beside what was expected.</summary>
public static class CaseRun
{
    public static CaseResult Of(LawCase example, LawBook book)
    {
        if (LawQuestions.Find(example.Rule) is not { } question)
        {
            return new(example, new($"không có rule nào tên {example.Rule}", $"there is no rule {example.Rule}"), null);
        }

        var expected = example.Expect.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => pair.Value, StringComparer.Ordinal);
        if (!question.Ask(example.Given, book).Try(out var outcome, out var refusal))
        {
            return new(example, expected.Count == 1 && expected.TryGetValue("refused", out var code) && code is YamlScalarNode { Value: { } wanted } && wanted == refusal.Code ? null
                : new($"bị từ chối {refusal.Code}: {refusal.Why.Vi}", $"refused {refusal.Code}: {refusal.Why.En}"), null);
        }

        foreach (var (name, node) in expected)
        {
            if (Differs(name, node, outcome) is { } why)
            {
                return new(example, why, outcome);
            }
        }

        return new(example, expected.Count == 0 ? new("expect trống", "expect is empty") : null, outcome);
    }

    private static Said? Differs(string name, YamlNode node, Outcome outcome)
    {
        if (name == "overdue_on" && outcome.OverdueOn is { } overdue && node is YamlScalarNode { Value: { } text })
        {
            return !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new($"overdue_on: {text} không phải ngày", $"overdue_on: {text} is no day")
                : overdue(day) ? null : new($"ngày {Said.Day(day)} chưa quá hạn", $"on {Said.Day(day)} it is not overdue");
        }

        if (name == "refused")
        {
            return new($"cần bị từ chối {node}, nhưng có kết quả: {Values(outcome)}", $"a refusal {node} was expected, and there is a result: {Values(outcome)}");
        }

        var found = outcome.Values.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();
        return found is null ? new($"kết quả không có {name}", $"the result has no {name}")
            : Same(found, node) ? null : new($"{name}: cần {node}, được {Text(found)}", $"{name}: expected {node}, found {Text(found)}");
    }

    private static string Values(Outcome outcome) => string.Join(", ", outcome.Values.Select(pair => $"{pair.Key} = {Text(pair.Value)}"));

    private static bool Same(object found, YamlNode node) => (found, node) switch
    {
        (IEnumerable<KeyValuePair<string, long>> map, YamlMappingNode wanted) => map.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) is { } have && have.Count == wanted.Children.Count
            && wanted.Children.All(pair => pair.Key is YamlScalarNode { Value: { } id } && have.TryGetValue(id, out var amount) && Same(amount, pair.Value)),
        (IReadOnlyList<long> list, YamlSequenceNode wanted) => list.Count == wanted.Children.Count && list.Zip(wanted.Children).All(pair => Same(pair.First, pair.Second)),
        (IReadOnlyList<string> list, YamlSequenceNode wanted) => list.Count == wanted.Children.Count && list.Zip(wanted.Children).All(pair => Same(pair.First, pair.Second)),
        (_, YamlScalarNode { Value: { } text }) => found switch
        {
            bool flag => bool.TryParse(text, out var wanted) && wanted == flag,
            DateOnly day => text == Text(day),
            DateTime at => DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted)
                ? wanted == at : text == at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            long or decimal => decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted) && wanted == Convert.ToDecimal(found, CultureInfo.InvariantCulture),
            string word => word == text,
            _ => false,
        },
        _ => false,
    };

    /// <summary>A value of an outcome as cases and JSON write it.</summary>
    public static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IEnumerable<KeyValuePair<string, long>> map => "{" + string.Join(", ", map.Select(pair => $"{pair.Key}: {Text(pair.Value)}")) + "}",
        IEnumerable<long> list => "[" + string.Join(", ", list.Select(one => Text(one))) + "]",
        IEnumerable<string> list => "[" + string.Join(", ", list) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
