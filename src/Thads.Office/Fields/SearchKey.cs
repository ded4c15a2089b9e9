using System.Globalization;
using System.Text;

namespace Thads.Office.Fields;

/// <summary>
/// What is compared when something is searched: small letters without marks, đ as d, blanks as one. The same for
/// composed and decomposed letters, and for hoà and hòa.
/// </summary>
public static class SearchKey
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
            {
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return key.ToString().TrimEnd();
    }
}
