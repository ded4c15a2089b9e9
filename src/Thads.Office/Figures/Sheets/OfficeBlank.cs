using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Thads.Office.Workbooks;

namespace Thads.Office.Figures.Sheets;

/// <summary>
/// The office's own blank of a form: a workbook whose cells carry names (docs/areas/sheets.md). It takes the place of our
/// layout without a build, and is filled with real numbers in its own styles.
/// </summary>
internal static class OfficeBlank
{
    private static readonly WorkbookLimits Limits = new(UnpackedBytes: 64 << 20);

    /// <summary>form-01.06-2019.xlsx, the blank of one regime, before form-01.xlsx.</summary>
    public static string? Find(string? folder, FormReport report) => folder is null ? null : new[]
    {
        Path.Combine(folder, $"form-{report.Form}.{report.Regime}.xlsx"),
        Path.Combine(folder, $"form-{report.Form}.xlsx"),
    }.FirstOrDefault(File.Exists);

    public static MemoryStream Fill(string path, FormReport report, FormSheetHead head)
    {
        var blank = Path.GetFileName(path);
        var file = Copy(path, blank);
        using var document = Open(file, blank);
        var main = document.WorkbookPart!;
        var names = BlankNames.Read(main, blank);
        RefusedException.ThrowIf(names.Count == 0 ? new("blank.no-names", blank) : null);

        var used = FillTexts(names, report, head, blank);
        if (FormWording.IsByUnit(report.Form))
        {
            used.UnionWith(BlankRows.Fill(names, report, main, blank));
        }
        else
        {
            used.UnionWith(FillFigures(names, report, blank));
        }

        RefusedException.ThrowIf(
            names.FirstOrDefault(name => !used.Contains(name.Name)) is { } unknown ? new("blank.name-without-figure", blank, unknown.Name)
            : names.All(IsText) ? new("blank.no-names", blank)
            : null);

        AddWhatHasNoPlace(names, head, blank);
        RecalculateOnOpening(main);
        return file;
    }

    private static MemoryStream Copy(string path, string blank)
    {
        using var source = WorkbookPackage.OpenFile(path);
        RefusedException.ThrowIf(WorkbookPackage.WhyNotOpen(source, blank, Limits));
        var copy = new MemoryStream();
        source.Position = 0;
        source.CopyTo(copy);
        return copy;
    }

    /// <summary>Opens the copy and reads its parts once, so that a damaged blank is found here and nowhere later.</summary>
    private static SpreadsheetDocument Open(MemoryStream file, string blank)
    {
        try
        {
            var document = SpreadsheetDocument.Open(file, isEditable: true);
            if (document.WorkbookPart?.Workbook.Sheets is null || !document.WorkbookPart.WorksheetParts.All(part => BlankSheet.IsSound(part.Worksheet)))
            {
                throw new InvalidDataException("No sheets, or sheets that do not say where their cells are.");
            }

            return document;
        }
        catch (Exception e) when (WorkbookPackage.IsDamage(e))
        {
            throw new RefusedException(new("workbook.damaged", blank));
        }
    }

    private static HashSet<string> FillTexts(IReadOnlyList<NamedPlace> names, FormReport report, FormSheetHead head, string blank)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["T_unit"] = head.UnitName,
            ["T_recipient"] = head.RecipientName,
            ["T_officer"] = head.OfficerName ?? "",
            ["T_period"] = FormWording.Period(report),
            ["T_measure"] = FormWording.Measured(report.Measure),
            ["T_regime"] = FormWording.Circular(report.Regime).Number,
            ["T_known_on"] = FormWording.KnownOn(report),
            ["T_today"] = FormWording.Day(head.Today),
            ["T_printed_by"] = head.PrintedBy,
            ["T_notes"] = string.Join('\n', head.Notes),
            ["T_made_up"] = head.MadeUpMark ?? "",
            ["T_number"] = head.Stamp?.Number ?? "",
            ["T_sent_on"] = head.Stamp?.SentOn is { } sent ? FormWording.Day(sent) : "",
            ["T_version"] = head.Stamp?.Version ?? "",
            ["T_hash"] = head.Stamp?.Hash ?? "",
            ["T_maker"] = head.Stamp?.Maker ?? "",
            ["T_signer"] = head.Stamp?.Signer ?? "",
            ["T_signer_role"] = head.Stamp?.SignerRole ?? "",
        };
        foreach (var place in names)
        {
            if (texts.TryGetValue(place.Name, out var text))
            {
                Cell(place, blank).Fill(text);
            }
            else if (place.Name.Equals("T_act", StringComparison.OrdinalIgnoreCase))
            {
                Cell(place, blank).Fill(report.LastAct);
            }
        }

        return new(texts.Keys.Append("T_act"), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> FillFigures(IReadOnlyList<NamedPlace> names, FormReport report, string blank)
    {
        var figures = new Dictionary<string, decimal?>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in report.Rows)
        {
            for (var i = 0; i < report.Columns.Count; i++)
            {
                figures[BlankNames.OfFigure(row.Row, report.Columns[i].Cell)] = row.Cells[i];
            }
        }

        foreach (var place in names)
        {
            if (figures.TryGetValue(place.Name, out var figure))
            {
                Cell(place, blank).Fill(figure);
                yield return place.Name;
            }
        }
    }

    private static bool IsText(NamedPlace name) => name.Name.StartsWith("T_", StringComparison.OrdinalIgnoreCase);

    private static Cell Cell(NamedPlace place, string blank)
    {
        RefusedException.ThrowIf(place is { Row: > 0, Column: > 0 } ? null : new("blank.name-points-nowhere", blank, place.Name));
        var cell = new BlankSheet(place.Sheet, blank).Cell(place.Row, place.Column);
        RefusedException.ThrowIf(cell.CellFormula is null ? null : new("blank.formula-named", blank, place.Name));
        return cell;
    }

    /// <summary>Whose figures they are and the notes go below the last row; that they are invented is said at the head of every page.</summary>
    private static void AddWhatHasNoPlace(IReadOnlyList<NamedPlace> names, FormSheetHead head, string blank)
    {
        var sheet = new BlankSheet(names.First(name => !IsText(name)).Sheet, blank);
        if (head.OfficerName is { } officer && !Has("T_officer"))
        {
            sheet.AddBelow([$"Chấp hành viên: {officer}"]);
        }

        if (head.Stamp is { } stamp && !(Has("T_hash") && Has("T_version")))
        {
            sheet.AddBelow([stamp.Line]);
        }

        if (!Has("T_notes"))
        {
            sheet.AddBelow(head.Notes.Select(note => $"Ghi chú: {note}"));
        }

        if (head.MadeUpMark is { } mark && !Has("T_made_up"))
        {
            sheet.SetPageHeader(mark);
        }

        bool Has(string name) => names.Any(place => place.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A blank may have sums of its own: what they showed before is taken out, and the spreadsheet reckons anew.</summary>
    private static void RecalculateOnOpening(WorkbookPart main)
    {
        if (main.CalculationChainPart is { } chain)
        {
            main.DeletePart(chain);
        }

        foreach (var cell in main.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.CellFormula is not null))
        {
            cell.CellValue = null;
            cell.DataType = null;
        }

        (main.Workbook.CalculationProperties ??= new()).FullCalculationOnLoad = true;
    }
}
