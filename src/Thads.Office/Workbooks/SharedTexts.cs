using System.Text;
using System.Xml;

namespace Thads.Office.Workbooks;

/// <summary>The texts that the sheets of a workbook share: the one thing that must be held in memory, and so is capped.</summary>
internal static class SharedTexts
{
    public static IReadOnlyList<string> Read(XmlReader? xml, string workbook, WorkbookLimits limits)
    {
        var texts = new List<string>();
        if (xml is null)
        {
            return texts;
        }

        var text = new StringBuilder();
        var chunk = new char[4096];
        var room = (long)limits.SharedCharacters;
        var inText = false;
        while (WorkbookPackage.Read(xml))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "si":
                    text.Clear();
                    room -= 16; // an empty text costs its object
                    if (xml.IsEmptyElement)
                    {
                        texts.Add("");
                    }

                    break;
                case XmlNodeType.Element when xml is { LocalName: "rPh", IsEmptyElement: false }:
                    Pass(xml);
                    break;
                case XmlNodeType.Element:
                    inText = xml is { LocalName: "t", IsEmptyElement: false };
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    room -= text.Length;
                    texts.Add(CellText.Unescaped(text.ToString()));
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText:
                    room = Append(xml, text, chunk, limits.RowCharacters) ? room : -1;
                    break;
            }

            if (room < 0)
            {
                throw new RefusedException(new("workbook.too-many-texts", workbook));
            }
        }

        return texts;
    }

    /// <summary>Adds the text at hand, piece by piece; false, with the rest unread, as soon as it grows beyond <paramref name="most"/>.</summary>
    public static bool Append(XmlReader xml, StringBuilder text, char[] chunk, int most)
    {
        int read;
        while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            text.Append(chunk, 0, read);
            if (text.Length > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves to the end of the element at hand (a phonetic hint, which is no part of the text).</summary>
    public static void Pass(XmlReader xml)
    {
        var depth = xml.Depth;
        while (WorkbookPackage.Read(xml) && xml.Depth > depth)
        {
        }
    }
}
