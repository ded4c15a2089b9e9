using System.Text.RegularExpressions;

namespace Thads.Office.Tests.Conformance;

/// <summary>Looks up what the tables and links of the docs name. Which column a cell stands in says what it names.</summary>
internal static partial class DocLinks
{
    private static readonly Lazy<string> Program = new(() => TextOf("src/Thads", ".cs"));
    private static readonly Lazy<string> ProgramPages = new(() => TextOf("src/Thads", ".cshtml"));
    private static readonly Lazy<string> Code = new(() => TextOf("src", ".cs"));
    private static readonly Lazy<string> Tests = new(() => TextOf("tests", ".cs"));
    private static readonly Lazy<string> AllWords = new(() => TextOf("src", ".words.json"));

    private static readonly Dictionary<string, Func<string, IEnumerable<string>>> LookUps = new(StringComparer.Ordinal)
    {
        ["command"] = MissingOfCommand,
        ["screen"] = address => IfNot(ProgramPages.Value.Contains($"@page \"{address}\"", StringComparison.Ordinal), address),
        ["test"] = MissingTest,
        ["tested by"] = MissingTest,
        ["code"] = MissingCode,
        ["refusal"] = code => IfNot(AllWords.Value.Contains($"\"{code}\"", StringComparison.Ordinal), code),
        ["file"] = path => IfNot(Sources.Exists(path), path),
    };

    /// <summary>What stands between backticks.</summary>
    public static IEnumerable<string> Named(string cell) => Backticked().Matches(cell).Select(match => match.Groups["name"].Value);

    /// <summary>Cells that hold "…": nothing in them is looked up yet.</summary>
    public static IEnumerable<string> ToFill(MarkdownTable row) =>
        row.Cells.Where(cell => cell.Value.Contains('…', StringComparison.Ordinal)).Select(cell => $"{row}: {cell.Key} {cell.Value}");

    public static IEnumerable<string> Missing(MarkdownTable row) =>
        from cell in row.Cells
        where LookUps.ContainsKey(cell.Key) && !cell.Value.Contains('…', StringComparison.Ordinal)
        from name in Named(cell.Value)
        from missing in LookUps[cell.Key](name)
        select $"{row}: no {cell.Key} {missing}";

    /// <summary>Links of a page to files that are not there.</summary>
    public static IEnumerable<string> Dead(string page, string text) =>
        from match in Link().Matches(text)
        let target = match.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal)
        where !Sources.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
        select $"{page}: {target}";

    /// <summary>
    /// `thads report form-01 --unit CODE`: each word and option must be a literal of the program, or a command that has its words; CAPITALS
    /// stand for a value.
    /// </summary>
    private static IEnumerable<string> MissingOfCommand(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Skip(command.StartsWith("thads ", StringComparison.Ordinal) ? 1 : 0)
        .Where(word => word.Any(char.IsAsciiLetterLower))
        .Where(word => !Program.Value.Contains($"\"{word}\"", StringComparison.Ordinal) && !AllWords.Value.Contains($"\"cli.{word}\"", StringComparison.Ordinal));

    private static IEnumerable<string> MissingTest(string name) => IfNot(Regex.IsMatch(Tests.Value, $@"\s{Regex.Escape(name)}\("), name);

    /// <summary>`Type` or `Type.Member`: a type of that name is declared, and its member is written somewhere.</summary>
    private static IEnumerable<string> MissingCode(string name)
    {
        var parts = name.Split('.');
        return IfNot(
            Regex.IsMatch(Code.Value, $@"\b(class|record|struct|enum|interface)\s+{Regex.Escape(parts[0])}\b")
                && (parts.Length == 1 || Regex.IsMatch(Code.Value, $@"\b{Regex.Escape(parts[^1])}\b")),
            name);
    }

    private static IEnumerable<string> IfNot(bool isThere, string name) => isThere ? [] : [name];

    private static string TextOf(string folder, string ending) => string.Join('\n', Sources.Files(folder, ending).Select(Sources.Read));

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
