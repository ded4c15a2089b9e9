using System.Globalization;
using System.Xml;

namespace Thads.Office.Workbooks;

/// <summary>Which styles of a workbook make a number a day or a time.</summary>
internal sealed class CellFormats
{
    private readonly List<bool> _isDay = [];

    public bool IsDay(int style) => style >= 0 && style < _isDay.Count && _isDay[style];

    public static CellFormats Read(XmlReader? styles)
    {
        var formats = new CellFormats();
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        while (styles?.Read() == true)
        {
            inCells = styles.LocalName == "cellXfs" ? styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement : inCells;
            if (styles.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (styles.LocalName == "numFmt")
            {
                custom[Id(styles)] = IsDayFormat(styles.GetAttribute("formatCode") ?? "");
            }
            else if (styles.LocalName == "xf" && inCells)
            {
                var id = Id(styles);
                formats._isDay.Add(custom.TryGetValue(id, out var isDay) ? isDay : IsBuiltInDay(id));
            }
        }

        return formats;
    }

    /// <summary>14–22 and 45–47 everywhere, 27–36 and 50–58 in the languages that give them a meaning of their own.</summary>
    private static bool IsBuiltInDay(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A format code is of a day if, outside quotes, escapes and brackets, its first section has a letter of a date or a time.</summary>
    internal static bool IsDayFormat(string code)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = End(code, '"', i);
                    break;
                case '[':
                    var end = End(code, ']', i);
                    if (code[(i + 1)..end] is { Length: > 0 } inside && inside.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
                    {
                        return true;
                    }

                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }

        return false;
    }

    private static int End(string code, char closing, int start) => code.IndexOf(closing, start + 1) is var end and >= 0 ? end : code.Length;

    private static int Id(XmlReader styles) =>
        int.TryParse(styles.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
