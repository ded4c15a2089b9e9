using System.Text.RegularExpressions;

namespace Thads.Office.Coordination;

/// <summary>Articles as the tables shorten them, written out as a letter cites them: "L08 Đ44.6" is "khoản 6 Điều 44 Luật Thi hành án dân sự năm 2008 (sửa đổi, bổ sung năm 2014)".</summary>
internal static partial class Citation
{
    private static readonly Dictionary<string, string> Laws = new(StringComparer.Ordinal)
    {
        ["L08"] = "Luật Thi hành án dân sự năm 2008 (sửa đổi, bổ sung năm 2014)",
        ["L25"] = "Luật Thi hành án dân sự số 106/2025/QH15",
        ["ND62"] = "Nghị định số 62/2015/NĐ-CP",
        ["ND152"] = "Nghị định số 152/2026/NĐ-CP",
        ["TTLT03/2012"] = "Thông tư liên tịch số 03/2012/TTLT-BTP-BCA",
    };

    public static string Of(string articles) => string.Join("; ", articles.Split(';', StringSplitOptions.TrimEntries).Select(One));

    private static string One(string cited)
    {
        var (law, at) = cited.Split(' ', 2) is [var first, var rest] && Laws.TryGetValue(first, out var name) ? (name, rest) : ("", cited);
        return law.Length == 0 ? cited : $"{string.Join(", ", Article().Matches(at).Select(Written))} {law}";
    }

    private static string Written(Match article) => string.Concat(
        article.Groups["point"].Value is { Length: > 0 } point ? $"điểm {point} " : "", article.Groups["clause"].Value is { Length: > 0 } clause ? $"khoản {clause} " : "", $"Điều {article.Groups["article"].Value}");

    [GeneratedRegex(@"Đ(?<article>\d+)(\.(?<clause>\d+))?(\.(?<point>\w))?")]
    private static partial Regex Article();
}
