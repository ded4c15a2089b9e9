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

    [Fact]
    public void Under_08_2015_what_is_postponed_or_suspended_stands_among_what_can_be_enforced()
    {
        var dump = Dump(MadeUpReport.ByType("01", regime: "08-2015"));

        Assert.Contains("Ban hành theo Thông tư số 08/2015/TT-BTP", dump, StringComparison.Ordinal);
        Assert.Contains("ngày 26/6/2015", dump, StringComparison.Ordinal);
        Assert.Equal("A 2 3 4 4a 5 6 6b – 7 8 9 10 11 11b 12 13 14 16 17 15 18 18a 19 20", Numbers(dump));
        Assert.Contains("merged K6:T6\n", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_unknown_to_the_layout_is_printed_last()
    {
        var report = MadeUpReport.ByType("01");
        var dump = Dump(report with
        {
            Columns = [new("appealed", "21", "bị kháng nghị", "appealed", false), .. report.Columns],
            Rows = [.. report.Rows.Select(row => row with { Cells = [7, .. row.Cells] })],
        });

        Assert.EndsWith("19 20 21", Numbers(dump), StringComparison.Ordinal);
        Assert.Contains("\nZ9 7 [", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cut_off_day_the_sheet_says_that_all_that_was_known_counts() =>
        Assert.Contains(
            "Số liệu biết đến khi in; thao tác cuối cùng số 12.345. In ngày 03/10/2020, người in: Nguyễn Thị Thống Kê.",
            Dump(MadeUpReport.ByType("01") with { KnownOn = null }),
            StringComparison.Ordinal);

    [Fact]
    public void Long_names_and_signs_of_their_own_do_not_break_the_sheet()
    {
        var name = "Phòng A & B <\"1\"> " + new string('Ữ', 300);

        Assert.Contains("Phòng A & B <\"1\">", Dump(MadeUpReport.ByUnit("04"), MadeUpReport.Head with { UnitName = name, MadeUpMark = name, Notes = [name] }), StringComparison.Ordinal);
    }

    /// <summary>The line of column numbers, from the left.</summary>
    private static string Numbers(string dump) =>
        string.Join(' ', dump.Split('\n').Where(line => line.Contains("[9 italic bordered center]", StringComparison.Ordinal)).Select(line => line.Split('"')[1]));

    private string Dump(FormReport report, FormSheetHead? head = null)
    {
        var file = Environment.GetEnvironmentVariable("THADS_KEEP_SHEETS") is { } kept ? Path.Combine(kept, $"form-{report.Form}.xlsx") : _folder["form.xlsx"];
        FormSheet.Write(report, head ?? MadeUpReport.Head, file, blanksFolder: null);
        return SheetDump.Of(file);
    }
}
