using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Thads.Office.Documents;

/// <summary>A chart as DrawingML: drawn by Word and LibreOffice alike, sharp in print, its numbers inside it.</summary>
public static class DocxChart
{
    private const string C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const long EmuPerMillimetre = 36_000;
    private const long Width = 160 * EmuPerMillimetre;
    private const long Height = 78 * EmuPerMillimetre;

    /// <summary>Told apart in grey print too: by dash and by lightness.</summary>
    private static readonly (string Colour, string Dash)[] Looks = [("1F4E79", "solid"), ("8FAADC", "sysDash"), ("C55A11", "dash"), ("7F7F7F", "sysDot")];

    /// <param name="number">Of the chart in its document, from 1.</param>
    public static Paragraph Add(Chart chart, int number, MainDocumentPart main)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new ChartSpace(Xml(chart));
        var id = main.GetIdOfPart(part);
        var at = 1000 + number;
        return new Paragraph(string.Create(CultureInfo.InvariantCulture, $"""
            <w:p {DocxPieces.Namespaces}><w:pPr><w:keepNext w:val="0"/><w:spacing w:before="60" w:after="120"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{Width}" cy="{Height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{at}" name="Bieu do {number}" descr="{DocxPieces.Escape(Said(chart))}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
            """));
    }

    /// <summary>For those who cannot see it.</summary>
    private static string Said(Chart chart) => $"{chart.Title}: {string.Join("; ", chart.Series.Select(series => $"{series.Name}: {Last(series, chart)}"))}";

    private static string Last(ChartSeries series, Chart chart) => series.Values.LastOrDefault(value => value is not null) is { } value ? $"{value.ToString("N" + chart.Decimals, Words.Format)} {chart.Axis}" : "–";

    private static string Xml(Chart chart)
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<c:chartSpace xmlns:c=\"{C}\" xmlns:a=\"{A}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart>")
            .Append("<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>");
        xml.Append(chart.Kind switch
        {
            ChartKind.Lines => "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>",
            ChartKind.Bars => "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>",
        });
        for (var i = 0; i < chart.Series.Count; i++)
        {
            Series(xml, chart, i);
        }

        xml.Append(chart.Kind switch
        {
            ChartKind.Lines => "<c:marker val=\"1\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:lineChart>",
            ChartKind.Bars => "<c:gapWidth val=\"60\"/><c:axId val=\"111\"/><c:axId val=\"222\"/></c:barChart>",
        });
        Axes(xml, chart);
        xml.Append("</c:plotArea>").Append(chart.Series.Count > 1 ? $"<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{Font(1000)}</c:legend>" : "")
            .Append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>")
            .Append(Font(1000)).Append("</c:chartSpace>");
        return xml.ToString();
    }

    private static void Series(StringBuilder xml, Chart chart, int i)
    {
        var series = chart.Series[i];
        var (colour, dash) = Looks[i % Looks.Length];
        xml.Append(CultureInfo.InvariantCulture, $"<c:ser><c:idx val=\"{i}\"/><c:order val=\"{i}\"/><c:tx><c:strRef><c:f>S!$A${i + 2}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{DocxPieces.Escape(series.Name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>");
        var isLine = chart.Kind == ChartKind.Lines;
        xml.Append(isLine
            ? $"<c:spPr><a:ln w=\"22225\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:prstDash val=\"{dash}\"/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>"
            : $"<c:spPr><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>");
        var last = series.Values.Count - 1;
        while (isLine && last > 0 && series.Values[last] is null)
        {
            last--;
        }

        xml.Append("<c:dLbls>");
        for (var p = isLine ? last : 0; p <= last && (!isLine || i < 2); p++)
        {
            if (series.Values[p] is { } value)
            {
                Label(xml, p, value, chart, isLine ? i == 0 ? "t" : "b" : "outEnd");
            }
        }

        xml.Append(Shows(false)).Append("</c:dLbls>");
        xml.Append(CultureInfo.InvariantCulture, $"<c:cat><c:strRef><c:f>S!$B$1:$Z$1</c:f><c:strCache><c:ptCount val=\"{chart.Categories.Count}\"/>");
        for (var p = 0; p < chart.Categories.Count; p++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{p}\"><c:v>{DocxPieces.Escape(chart.Categories[p])}</c:v></c:pt>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>S!$B${i + 2}:$Z${i + 2}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{chart.Categories.Count}\"/>");
        for (var p = 0; p < series.Values.Count; p++)
        {
            if (series.Values[p] is { } value)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<c:pt idx=\"{p}\"><c:v>{value.ToString(CultureInfo.InvariantCulture)}</c:v></c:pt>");
            }
        }

        xml.Append("</c:numCache></c:numRef></c:val>").Append(isLine ? "<c:smooth val=\"0\"/>" : "").Append("</c:ser>");
    }

    /// <summary>The number as text: the program that opens the document would write it in the way of its own machine.</summary>
    private static void Label(StringBuilder xml, int point, decimal value, Chart chart, string place) => xml.Append(
        CultureInfo.InvariantCulture,
        $"<c:dLbl><c:idx val=\"{point}\"/><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:r><a:rPr lang=\"vi-VN\" sz=\"900\"/><a:t>{value.ToString("N" + chart.Decimals, Words.Format)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val=\"{place}\"/>{Shows(true)}</c:dLbl>");

    private static string Shows(bool value) =>
        $"<c:showLegendKey val=\"0\"/><c:showVal val=\"{(value ? 1 : 0)}\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";

    private static void Axes(StringBuilder xml, Chart chart)
    {
        var (category, values, crosses) = chart.Kind switch
        {
            ChartKind.Lines => ("b", "l", "minMax"),
            ChartKind.Bars => ("l", "b", "maxMin"),
        };
        xml.Append(CultureInfo.InvariantCulture, $"<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"{crosses}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{category}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"595959\"/></a:solidFill></a:ln></c:spPr>{Font(900)}<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>")
            .Append(CultureInfo.InvariantCulture, $"<c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"{(chart.Kind == ChartKind.Bars ? 1 : 0)}\"/><c:axPos val=\"{values}\"/>{(chart.Kind == ChartKind.Bars ? "" : "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>")}<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{Font(900)}<c:crossAx val=\"111\"/><c:crosses val=\"{(chart.Kind == ChartKind.Bars ? "max" : "autoZero")}\"/><c:crossBetween val=\"between\"/></c:valAx>")
            .Append("<c:spPr><a:noFill/></c:spPr>");
    }

    private static string Font(int size) => string.Create(CultureInfo.InvariantCulture, $"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:latin typeface=\"Times New Roman\"/><a:cs typeface=\"Times New Roman\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>");
}
