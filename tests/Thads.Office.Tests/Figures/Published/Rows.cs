using System.Text;
using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

/// <summary>Rows as a file would bring them, written as "settled=3420 enforceable=4029".</summary>
internal static class Rows
{
    public static PublishedFile Read(string csv) => ReadPublishedFigures.Run(Encoding.UTF8.GetBytes(csv));

    public static PublishedRow Of(string cells)
    {
        var pairs = cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToList();
        var file = Read($"id,{string.Join(',', pairs.Select(pair => pair[0]))}\nX,{string.Join(',', pairs.Select(pair => pair[1]))}\n");
        Assert.Empty(file.Misread);
        return Assert.Single(file.Rows);
    }

    public static CheckedRow Checked(string cells) => CheckPublishedFigures.Run(Of(cells));

    public static RuleCheck? Check(string rule, string cells) => Checked(cells).Checks.SingleOrDefault(check => check.Rule == rule);
}
