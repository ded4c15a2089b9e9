using System.Text;
using System.Text.Json;
using Thads.Law;
using Thads.Law.Asked;
using Thads.Law.Cases;
using Thads.Law.Tables;
using Thads.Office;

namespace Thads.Commands.Law;

/// <summary>An answer of the law for people and for programs: values, derivation, and how far what it rests on is trusted.</summary>
internal static class LawAnswer
{
    public static string Text(Outcome answer, Shell shell)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in answer.Values)
        {
            text.Append(name).Append(": ").AppendLine(Shown(value));
        }

        foreach (var line in Lines(answer, shell.Language))
        {
            text.AppendLine(line);
        }

        if (answer.IsProvisional)
        {
            text.AppendLine(shell.Say("cli.law.provisional"));
        }

        var unchecked_ = answer.Explained.Rests().Where(row => !row.Trust.IsChecked).ToList();
        if (unchecked_.Count > 0)
        {
            text.AppendLine(shell.Say("cli.law.unchecked", string.Join(", ", unchecked_.Select(row => $"{row.Id} ({row.Trust.Level.In().In(shell.Language)})"))));
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The derivation, a line each: what was done, the amount it ended with, the article.</summary>
    public static IEnumerable<string> Lines(Outcome answer, Language language) => answer.Explained.Lines().Select(line =>
        "  " + line.Text.In(language) + (line.Amount is { } amount ? $" = {Said.Amount(amount)}" : "") + (line.Row is { Article.Length: > 0 } row ? $" [{Said.Article(row.Article).In(language)}]" : ""));

    public static string Text(LawRefusal refusal, Shell shell) => $"{refusal.Code}: {refusal.Why.In(shell.Language)}{(refusal.Article is { } article ? $" [{Said.Article(article).In(shell.Language)}]" : "")}";

    public static string Json(LawRefusal refusal) => JsonText.Of(to =>
    {
        to.WriteStartObject("refused");
        to.WriteString("code", refusal.Code);
        to.WriteString("vi", refusal.Why.Vi);
        to.WriteString("en", refusal.Why.En);
        to.WriteString("article", refusal.Article);
        to.WriteEndObject();
    });

    public static string Json(LawQuestion question, Outcome answer) => JsonText.Of(to =>
    {
        to.WriteString("rule", question.Rule);
        to.WriteStartObject("values");
        foreach (var (name, value) in answer.Values)
        {
            to.WritePropertyName(name);
            Write(to, value);
        }

        to.WriteEndObject();
        to.WriteBoolean("provisional", answer.IsProvisional);
        to.List("lines", answer.Explained.Lines(), line =>
        {
            to.WriteString("vi", line.Text.Vi);
            to.WriteString("en", line.Text.En);
            to.Number("amount", line.Amount?.Units);
            to.WriteString("row", line.Row?.Id);
            to.WriteString("article", line.Row?.Article);
        });
        to.List("rests", answer.Explained.Rests(), row => LawCommand.Write(to, row));
    });

    private static string Shown(object value) => value switch
    {
        DateOnly day => Said.Day(day),
        DateTime at => Said.Moment(at),
        long amount => Said.Amount(new(amount)),
        _ => CaseRun.Text(value),
    };

    private static void Write(Utf8JsonWriter to, object value)
    {
        switch (value)
        {
            case bool flag:
                to.WriteBooleanValue(flag);
                break;
            case long number:
                to.WriteNumberValue(number);
                break;
            case decimal number:
                to.WriteNumberValue(number);
                break;
            case IEnumerable<KeyValuePair<string, long>> map:
                to.WriteStartObject();
                foreach (var (id, amount) in map)
                {
                    to.WriteNumber(id, amount);
                }

                to.WriteEndObject();
                break;
            case IEnumerable<long> list:
                to.WriteStartArray();
                foreach (var number in list)
                {
                    to.WriteNumberValue(number);
                }

                to.WriteEndArray();
                break;
            case IEnumerable<string> list:
                to.WriteStartArray();
                foreach (var word in list)
                {
                    to.WriteStringValue(word);
                }

                to.WriteEndArray();
                break;
            default:
                to.WriteStringValue(CaseRun.Text(value));
                break;
        }
    }
}
