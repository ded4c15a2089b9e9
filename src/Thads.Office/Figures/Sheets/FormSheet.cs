namespace Thads.Office.Figures.Sheets;

/// <summary>Forms 01, 02, 04 and 05 on paper: as an .xlsx that an office signs and sends.</summary>
public static class FormSheet
{
    /// <summary>
    /// Writes the form in our own layout, or into the office's blank if <paramref name="blanksFolder"/> has one for it.
    /// A blank that does not fit the form is refused by name.
    /// </summary>
    /// <param name="printed">The figures as they are printed: việc, or thousands of đồng already rounded.</param>
    public static void Write(FormReport printed, FormSheetHead head, string file, string? blanksFolder)
    {
        using var finished = OfficeBlank.Find(blanksFolder, printed) is { } blank
            ? OfficeBlank.Fill(blank, printed, head)
            : FormLayout.Draw(printed, head);
        using var target = File.Create(file);
        finished.Position = 0;
        finished.CopyTo(target);
    }
}
