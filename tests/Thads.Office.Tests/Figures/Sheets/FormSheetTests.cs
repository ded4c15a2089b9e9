using Thads.Office.Figures;
using Thads.Office.Figures.Sheets;

namespace Thads.Office.Tests.Figures.Sheets;

public sealed class FormSheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Form_01_is_laid_out_as_approved() => Approved.Check("form-01", Dump(MadeUpReport.ByType("01")));

    [Fact]
    public void Form_02_is_laid_out_as_approved() => Approved.Check("form-02", Dump(MadeUpReport.ByType("02", scale: 1_234_567)));

    [Fact]
    public void Form_04_is_laid_out_as_approved() => Approved.Check("form-04", Dump(MadeUpReport.ByUnit("04")));

    [Fact]
    public void Form_05_is_laid_out_as_approved() =>
        Approved.Check("form-05", Dump(MadeUpReport.ByUnit("05", 1_234), MadeUpReport.Head with { MadeUpMark = null, Notes = [], OfficerName = "Đỗ Thị Ổn" }));

    private string Dump(FormReport report, FormSheetHead? head = null)
    {
        var file = Environment.GetEnvironmentVariable("THADS_KEEP_SHEETS") is { } kept ? Path.Combine(kept, $"form-{report.Form}.xlsx") : _folder["form.xlsx"];
        FormSheet.Write(report, head ?? MadeUpReport.Head, file, blanksFolder: null);
        return SheetDump.Of(file);
    }
}
