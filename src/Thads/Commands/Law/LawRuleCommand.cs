using System.CommandLine;
using Thads.Law.Asked;
using Thads.Office;

namespace Thads.Commands.Law;

/// <summary><c>thads law RULE</c>, made from the question: an option for each input, the needed ones by place as well, rows as "on=2026-01-05,amount=5000000".</summary>
internal static class LawRuleCommand
{
    /// <summary>The short names people know a rule by.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal) { ["distribution"] = "distribute", ["income-deduction"] = "income", ["coercion-window"] = "window" };

    /// <summary>More choices than these are not told in the help: `thads law tables` has them.</summary>
    private const int MostChoices = 20;

    public static Command Create(Shell shell, LawQuestion question)
    {
        var command = new Command(question.Rule, question.Title.In(shell.Language));
        if (Aliases.TryGetValue(question.Rule, out var alias))
        {
            command.Aliases.Add(alias);
        }

        var read = new List<Action<ParseResult, Dictionary<string, string>, Dictionary<string, IReadOnlyList<Given>>>>();
        foreach (var input in question.Inputs)
        {
            read.Add(input.Kind switch
            {
                InputKind.Rows => Rows(command, shell, input),
                InputKind.Flag => Flag(command, shell, input),
                _ => Single(command, shell, input),
            });
        }

        LawCommand.Run(command, shell, (parsed, book, _) =>
        {
            var (texts, lists) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Given>>(StringComparer.Ordinal));
            read.ForEach(one => one(parsed, texts, lists));
            var isJson = parsed.GetValue(shell.Json);
            if (!question.Ask(new(texts, lists), book).Try(out var answer, out var refusal))
            {
                if (isJson)
                {
                    Console.WriteLine(LawAnswer.Json(refusal));
                }
                else
                {
                    Console.Error.WriteLine(LawAnswer.Text(refusal, shell));
                }

                return Task.FromResult(Exit.Refused);
            }

            Console.WriteLine(isJson ? LawAnswer.Json(question, answer) : LawAnswer.Text(answer, shell));
            return Task.FromResult(Exit.Done);
        });
        return command;
    }

    private static string Flagged(QuestionInput input) => "--" + input.Name.Replace('_', '-');

    /// <summary>The name as cases write it is understood too.</summary>
    private static void AsInCases(Option option, QuestionInput input)
    {
        if (input.Name.Contains('_', StringComparison.Ordinal))
        {
            option.Aliases.Add("--" + input.Name);
        }
    }

    private static string Described(Shell shell, QuestionInput input) =>
        input.Label.In(shell.Language) + (input.Choices.Count is > 0 and <= MostChoices ? $": {string.Join(" | ", input.Choices.Select(choice => choice.Code))}" : "");

    private static Action<ParseResult, Dictionary<string, string>, Dictionary<string, IReadOnlyList<Given>>> Single(Command command, Shell shell, QuestionInput input)
    {
        var option = new Option<string?>(Flagged(input)) { Description = Described(shell, input) };
        AsInCases(option, input);
        command.Add(option);
        Argument<string?>? place = null;
        if (input.Required)
        {
            place = new(input.Name) { Description = Described(shell, input), Arity = ArgumentArity.ZeroOrOne };
            command.Add(place);
        }

        return (parsed, texts, _) =>
        {
            if ((parsed.GetValue(option) ?? (place is null ? null : parsed.GetValue(place))) is { } text)
            {
                texts[input.Name] = text;
            }
        };
    }

    private static Action<ParseResult, Dictionary<string, string>, Dictionary<string, IReadOnlyList<Given>>> Flag(Command command, Shell shell, QuestionInput input)
    {
        var option = new Option<bool>(Flagged(input)) { Description = Described(shell, input) };
        AsInCases(option, input);
        command.Add(option);
        return (parsed, texts, _) =>
        {
            if (parsed.GetValue(option))
            {
                texts[input.Name] = "true";
            }
        };
    }

    private static Action<ParseResult, Dictionary<string, string>, Dictionary<string, IReadOnlyList<Given>>> Rows(Command command, Shell shell, QuestionInput input)
    {
        var option = new Option<string[]>(Flagged(input)) { Description = $"{input.Label.In(shell.Language)}: {string.Join(',', input.Columns.Select(column => $"{column.Name}=…"))}", AllowMultipleArgumentsPerToken = true };
        command.Add(option);
        return (parsed, _, lists) =>
        {
            if (parsed.GetValue(option) is { Length: > 0 } rows)
            {
                lists[input.Name] = [.. rows.SelectMany(row => row.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(row => Row(input, row))];
            }
        };
    }

    /// <summary>A piece without "=" belongs to the first column, so that it is refused by its name.</summary>
    private static Given Row(QuestionInput input, string text)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = piece.IndexOf('=', StringComparison.Ordinal);
            cells[at < 0 ? input.Columns[0].Name : piece[..at].Trim()] = piece[(at + 1)..].Trim();
        }

        return new(cells, new Dictionary<string, IReadOnlyList<Given>>());
    }
}
