using System.Globalization;
using System.Text;

namespace Thads.Office;

/// <summary>
/// What a text is found by, however it was typed: without marks, đ as d, in small letters, one blank between words. It makes
/// hoà and hòa, Đặng and dang, composed and decomposed letters one; neither database folds đ, so it is made here.
/// </summary>
public static class SearchKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                key.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return key.ToString().TrimEnd();
    }
}
