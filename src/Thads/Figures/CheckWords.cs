using Thads.Http;
using Thads.Office.Figures;

namespace Thads.Figures;

/// <summary>A check of a form in words: which cell must be which sum.</summary>
internal static class CheckWords
{
    public static string Say(FormCheck check, FormSet set, PageText text)
    {
        if (check.Left is null)
        {
            return text.Say($"page.check-{check.Code}");
        }

        var right = string.Concat(check.Right.Select((cell, i) =>
            (cell[0] == '-' ? " − " : i == 0 ? "" : " + ") + FormulaWords.Title(set, cell.TrimStart('-'), text.Language)));
        return $"{FormulaWords.Title(set, check.Left, text.Language)} = {right}";
    }
}
