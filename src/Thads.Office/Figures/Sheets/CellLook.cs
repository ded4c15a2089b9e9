using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Thads.Office.Figures.Sheets;

/// <summary>How a cell looks. Times New Roman always, as official papers are (Nghị định 30/2020/NĐ-CP).</summary>
internal sealed record CellLook(
    double Size = 11,
    bool Bold = false,
    bool Italic = false,
    bool Red = false,
    bool Bordered = false,
    string? Format = null,
    int Indent = 0,
    string Align = "left",
    string VerticalAlign = "center")
{
    public const string Whole = "#,##0";
    public const string Percent = "0.00";

    public bool Wraps => Format is null;
}

/// <summary>The looks a workbook uses, each once, and the style sheet they make.</summary>
internal sealed class CellLooks
{
    private readonly List<CellLook> _looks = [new()];

    public uint IndexOf(CellLook look)
    {
        var index = _looks.IndexOf(look);
        if (index < 0)
        {
            index = _looks.Count;
            _looks.Add(look);
        }

        return (uint)index;
    }

    public Stylesheet ToStylesheet()
    {
        var fonts = _looks.Select(look => (look.Size, look.Bold, look.Italic, look.Red)).Distinct().ToList();
        return new(
            new Fonts(fonts.Select(Font)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(_looks.Select(look => Format(look, (uint)fonts.IndexOf((look.Size, look.Bold, look.Italic, look.Red))))),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
    }

    private static Font Font((double Size, bool Bold, bool Italic, bool Red) look)
    {
        var font = new Font();
        if (look.Bold)
        {
            font.Append(new Bold());
        }

        if (look.Italic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = look.Size });
        if (look.Red)
        {
            font.Append(new Color { Rgb = "FFC00000" });
        }

        font.Append(new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static CellFormat Format(CellLook look, uint font) => new(
        new Alignment
        {
            Horizontal = new(new HorizontalAlignmentValues(look.Align)),
            Vertical = new(new VerticalAlignmentValues(look.VerticalAlign)),
            WrapText = look.Wraps ? BooleanValue.FromBoolean(true) : null,
            Indent = look.Indent > 0 ? (uint)look.Indent : null,
        })
    {
        // Built-in formats: 3 is #,##0, 2 is 0.00; a spreadsheet shows them with the separators of its country.
        NumberFormatId = look.Format switch { CellLook.Whole => 3U, CellLook.Percent => 2U, null => 0U, _ => throw new ArgumentException(look.Format) },
        FontId = font,
        FillId = 0,
        BorderId = look.Bordered ? 1U : 0U,
        FormatId = 0,
        ApplyNumberFormat = look.Format is not null,
        ApplyFont = true,
        ApplyBorder = look.Bordered,
        ApplyAlignment = true,
    };
}
