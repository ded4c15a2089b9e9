using System.CommandLine;
using Thads.Law.Asked;
using Thads.Law.Tables;
using Thads.Office;
using Thads.Running;

namespace Thads.Commands.Law;

/// <summary><c>thads law</c>: every rule as a command of its own, the test book of the law, and its tables. Nothing here needs an office.</summary>
internal static class LawCommand
{
    public static Command Create(Shell shell)
    {
        var command = shell.Command("law");
        foreach (var question in LawQuestions.All)
        {
            command.Add(LawRuleCommand.Create(shell, question));
        }

        command.Add(LawCasesCommand.Create(shell));
        command.Add(LawTablesCommand.Create(shell));
        command.Add(LawDiffCommand.Create(shell));
        command.Add(LawExplainCommand.Create(shell));
        return command;
    }

    /// <summary>A command that answers from the tables of law: those built in, with the office's own laid over them where a folder is named.</summary>
    public static void Run(Command command, Shell shell, Func<ParseResult, LawBook, CancellationToken, Task<int>> run)
    {
        command.Add(shell.Json);
        command.Add(shell.Flags[Settings.LawTables]);
        command.SetAction((parsed, ct) => shell.RunAsync(() =>
        {
            _ = shell.Configuration(parsed);
            return run(parsed, LawBook.InForce, ct);
        }));
    }

    /// <summary>A day of a table as a person types it; null where none was typed.</summary>
    public static DateOnly? DayOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? Shell.Day(text, option.Name) : null;

    /// <summary>What a row says beside its key, its days and where it is from; words in one language.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Values(LawRow row, Language language)
    {
        var (table, other) = (LawTables.Find(row.Table)!, language == Language.English ? "_vi" : "_en");
        return row.Cells.Where(cell => table.Columns.Contains(cell.Key) && !table.Key.Contains(cell.Key) && cell.Value.Length > 0 && !cell.Key.EndsWith(other, StringComparison.Ordinal));
    }

    /// <summary>" [L25 Đ34.3]"; nothing where there is no article.</summary>
    public static string Article(LawRow row, Language language) => row.Article.Length == 0 ? "" : $" [{Thads.Law.Said.Article(row.Article).In(language)}]";

    /// <summary>"01/07/2026 →" or both ends.</summary>
    public static string Days(LawRow row) => row.To == row.From ? Thads.Law.Said.Day(row.From) : $"{Thads.Law.Said.Day(row.From)} → {(row.To is { } to ? Thads.Law.Said.Day(to) : "")}".TrimEnd();

    public static void Write(System.Text.Json.Utf8JsonWriter to, LawRow row)
    {
        to.WriteString("row", row.Id);
        to.WriteString("table", row.Table);
        to.WriteString("key", row.Key);
        to.Day("from", row.From);
        to.Day("to", row.To);
        to.WriteString("article", row.Article);
        to.WriteString("source", row.Source);
        to.WriteString("trust", row.Trust.Level.Code);
        to.Day("lastChecked", row.Trust.LastChecked);
        to.WriteBoolean("checked", row.Trust.IsChecked);
        to.WriteStartObject("cells");
        foreach (var cell in row.Cells)
        {
            to.WriteString(cell.Key, cell.Value);
        }

        to.WriteEndObject();
    }
}
