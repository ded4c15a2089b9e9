using Thads.Law.Asked;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Thads.Law.Cases;

/// <summary>A worked example: what is given, and what the law makes of it.</summary>
/// <param name="Basis">The article, as the case names it.</param>
/// <param name="Line">In the file, from 1.</param>
public sealed record LawCase(string File, int Line, string Name, string Basis, string Rule, Given Given, YamlMappingNode Expect);

/// <summary>A file of cases that cannot be read.</summary>
/// <param name="Line">From 1; 0 = the file as a whole.</param>
public sealed record CaseFileError(string File, int Line, Said Why)
{
    public Said In() => Line == 0 ? new($"{File}: {Why.Vi}", $"{File}: {Why.En}") : new($"{File}, dòng {Line}: {Why.Vi}", $"{File}, line {Line}: {Why.En}");
}

/// <summary>Reads cases: a file, or every `*.yaml` and `*.yml` in a folder and below, in the order of their names.</summary>
public static class CaseFile
{
    private static readonly string[] Keys = ["name", "basis", "rule", "given", "expect"];

    /// <param name="errors">What cannot be read, with file and line; then the cases of that file are not among those returned.</param>
    public static IReadOnlyList<LawCase> Read(string path, out IReadOnlyList<CaseFileError> errors)
    {
        var (cases, wrong) = (new List<LawCase>(), new List<CaseFileError>());
        IReadOnlyList<string> files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal)]
            : [path];
        foreach (var file in files)
        {
            try
            {
                cases.AddRange(OfText(file, File.ReadAllText(file)));
            }
            catch (YamlException broken)
            {
                wrong.Add(new(file, (int)broken.Start.Line, Said.Same(broken.InnerException?.Message ?? broken.Message)));
            }
            catch (CaseFileException broken)
            {
                wrong.Add(new(file, broken.Line, broken.Why));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                wrong.Add(new(file, 0, new("không đọc được tệp", "the file cannot be read")));
            }
        }

        if (files.Count == 0)
        {
            wrong.Add(new(path, 0, new("không có tệp .yaml nào", "there is no .yaml file")));
        }

        if (files.Count > 0 && cases.Count == 0 && wrong.Count == 0)
        {
            wrong.Add(new(path, 0, new("không có trường hợp nào", "there is no case")));
        }

        errors = wrong;
        return cases;
    }

    /// <exception cref="YamlException">It is no YAML.</exception>
    /// <exception cref="CaseFileException">It is no list of cases.</exception>
    public static IReadOnlyList<LawCase> OfText(string file, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode is YamlSequenceNode list
            ? [.. list.Children.Select(node => Case(file, node))]
            : throw new CaseFileException(1, new("tệp phải là một danh sách các trường hợp", "the file must be a list of cases"));
    }

    private static LawCase Case(string file, YamlNode node)
    {
        var line = (int)node.Start.Line;
        var fields = Map(node, new("mỗi trường hợp là một bảng khóa: giá trị", "a case is a map of keys and values"));
        if (fields.Keys.Except(Keys).FirstOrDefault() is { } strange)
        {
            throw new CaseFileException(line, new($"không có khóa nào tên {strange}", $"there is no key {strange}"));
        }

        return Keys.FirstOrDefault(key => !fields.ContainsKey(key)) is { } missing
            ? throw new CaseFileException(line, new($"thiếu {missing}", $"{missing} is missing"))
            : new(file, line, Text(fields["name"]), Text(fields["basis"]), Text(fields["rule"]), Given(fields["given"], 0), Expect(fields["expect"]));
    }

    private static YamlMappingNode Expect(YamlNode node)
    {
        _ = Map(node, new("expect phải là bảng khóa: giá trị", "expect must be a map"));
        return (YamlMappingNode)node;
    }

    /// <param name="depth">Of lists in lists: rows have none, and an alias that leads to itself would never end.</param>
    private static Given Given(YamlNode node, int depth)
    {
        if (depth > 1)
        {
            throw new CaseFileException((int)node.Start.Line, new("danh sách lồng trong danh sách", "a list within a list"));
        }

        var (texts, lists) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Given>>(StringComparer.Ordinal));
        foreach (var (name, value) in Map(node, new("given phải là bảng khóa: giá trị", "given must be a map")))
        {
            if (value is YamlSequenceNode rows)
            {
                lists[name] = [.. rows.Children.Select(row => Given(row, depth + 1))];
            }
            else
            {
                texts[name] = Text(value);
            }
        }

        return new(texts, lists);
    }

    private static Dictionary<string, YamlNode> Map(YamlNode node, Said why) => node is YamlMappingNode map
        ? map.Children.ToDictionary(pair => Text(pair.Key), pair => pair.Value, StringComparer.Ordinal)
        : throw new CaseFileException((int)node.Start.Line, why);

    /// <summary>The text of a scalar as it stands: `on` and `no` are words. "" for null and ~.</summary>
    internal static string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" ? "" : scalar.Value ?? ""
        : throw new CaseFileException((int)node.Start.Line, new("cần một giá trị đơn", "a single value is needed"));
}

/// <summary>It is YAML, but no case.</summary>
public sealed class CaseFileException(int line, Said why) : Exception(why.En)
{
    public int Line => line;

    public Said Why => why;
}
