using System.IO.Compression;
using CsCheck;
using Thads.Office.Figures;
using Thads.Office.Figures.Sheets;

namespace Thads.Office.Tests.Figures.Sheets;

public sealed class OfficeBlankTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_blank_of_form_01_is_filled_as_approved()
    {
        ExampleBlank.WriteForm01(_folder["form-01.xlsx"]);

        Approved.Check("blank-form-01", Filled(MadeUpReport.ByType("01")));
    }

    [Fact]
    public void The_blank_of_form_04_gets_a_row_for_every_unit_and_officer_as_approved()
    {
        ExampleBlank.WriteForm04(_folder["form-04.xlsx"]);

        Approved.Check("blank-form-04", Filled(MadeUpReport.ByUnit("04")));
    }

    [Fact]
    public void A_blank_of_form_04_loses_its_officer_row_when_there_are_no_officers()
    {
        ExampleBlank.WriteForm04(_folder["form-04.xlsx"]);
        var report = MadeUpReport.ByUnit("04");

        var dump = Filled(report with { Rows = [report.Rows[0]] });

        Assert.Contains("A4 \"Người lập biểu\"", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("mẫu dòng", dump, StringComparison.Ordinal);
    }

    [Fact]
    public void The_blank_of_the_regime_goes_before_the_general_one_and_without_any_ours_is_used()
    {
        ExampleBlank.WriteForm01(_folder["form-01.05-2024.xlsx"]);
        Assert.Contains(FormLayoutMark, Filled(MadeUpReport.ByType("01")), StringComparison.Ordinal);

        File.WriteAllText(_folder["form-01.xlsx"], "not a workbook");
        ExampleBlank.WriteForm01(_folder["form-01.06-2019.xlsx"]);
        Assert.DoesNotContain(FormLayoutMark, Filled(MadeUpReport.ByType("01")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R_I_totals", "'Biểu 01'!$B$4", "blank.name-without-figure")]
    [InlineData("R_V_total", "'Biểu 01'!$B$4", "blank.name-without-figure")]
    [InlineData("T_weather", "'Biểu 01'!$B$4", "blank.name-without-figure")]
    [InlineData("C_total", "'Biểu 01'!$B$4", "blank.name-without-figure")]
    [InlineData("R_I_new", "#REF!", "blank.name-points-nowhere")]
    [InlineData("R_I_new", "'Biểu 02'!$B$4", "blank.name-points-nowhere")]
    [InlineData("R_I_new", "'Biểu 01'!$B:$B", "blank.name-points-nowhere")]
    [InlineData("R_I_new", "SUM('Biểu 01'!$B$4)", "blank.name-points-nowhere")]
    [InlineData("R_I_new", "'Biểu 01'!$B$6", "blank.formula-named")]
    public void A_name_that_leads_nowhere_is_refused_with_the_blank(string name, string place, string code)
    {
        ExampleBlank.WriteForm01(_folder["form-01.xlsx"], (name, place));

        var refusal = Refused(MadeUpReport.ByType("01"));

        Assert.Equal(code, refusal.Code);
        Assert.Equal(["form-01.xlsx", name], refusal.Arguments);
    }

    [Fact]
    public void A_blank_that_names_no_figure_is_refused()
    {
        ExampleBlank.Write(_folder["form-01.xlsx"], [[(1, "x", 0)]], ["A1:B1"], [("Ten", "'Biểu 01'!$A$1")]);
        Assert.Equal("blank.no-names", Refused(MadeUpReport.ByType("01")).Code);

        ExampleBlank.Write(_folder["form-01.xlsx"], [[(1, "x", 0)]], ["A1:B1"], [("T_unit", "'Biểu 01'!$A$1")]);
        Assert.Equal("blank.no-names", Refused(MadeUpReport.ByType("01")).Code);
    }

    [Fact]
    public void A_blank_of_form_04_whose_rows_cannot_be_repeated_is_refused()
    {
        (int, string, uint)[][] rows = [[(1, "", 0)], [(1, "", 0)], [(1, "", 0), (2, "=1", 0)]];
        (string, string)[] columns = [("C_label", "'Biểu 01'!$A$1"), ("C_total", "'Biểu 01'!$B$1")];

        Assert.Equal("blank.name-missing", Refused([("ROW_unit", "'Biểu 01'!$1:$1"), .. columns]));
        Assert.Equal("blank.name-missing", Refused([("ROW_unit", "'Biểu 01'!$1:$1"), ("ROW_officer", "'Biểu 01'!$2:$2"), columns[1]], formula: false));
        Assert.Equal("blank.name-points-nowhere", Refused([("ROW_unit", "'Biểu 01'!$A:$A"), ("ROW_officer", "'Biểu 01'!$2:$2"), .. columns]));
        Assert.Equal("blank.rows-apart", Refused([("ROW_unit", "'Biểu 01'!$1:$1"), ("ROW_officer", "'Biểu 01'!$3:$3"), .. columns]));
        Assert.Equal("blank.formula-moves", Refused([("ROW_unit", "'Biểu 01'!$1:$1"), ("ROW_officer", "'Biểu 01'!$2:$2"), .. columns]));
        Assert.Equal("blank.merged-across", Refused([("ROW_unit", "'Biểu 01'!$1:$1"), ("ROW_officer", "'Biểu 01'!$2:$2"), .. columns], formula: false, merged: "A2:A3"));

        string Refused((string, string)[] names, bool formula = true, string merged = "A1:B1")
        {
            ExampleBlank.Write(_folder["form-04.xlsx"], formula ? rows : rows[..2], [merged], names);
            return this.Refused(MadeUpReport.ByUnit("04")).Code;
        }
    }

    [Fact]
    public void A_blank_that_is_no_sound_workbook_is_filled_or_refused()
    {
        ExampleBlank.WriteForm04(_folder["sound.xlsx"]);
        var parts = new Dictionary<string, string>();
        using (var zip = ZipFile.OpenRead(_folder["sound.xlsx"]))
        {
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(entry.Open());
                parts[entry.FullName] = text.ReadToEnd();
            }
        }

        Gen.Select(Gen.OneOf([.. parts.Keys]), Gen.Int[0, 5000], Gen.OneOf("", "<", "/", "\"", "9", "-", ":", " ", "x", "$", "..")).Sample(
            (part, at, to) =>
            {
                var text = parts[part];
                Exchange.Workbooks.RawWorkbook.WriteParts(
                    _folder["form-04.xlsx"], new(parts) { [part] = text.Remove(at % text.Length, 1).Insert(at % text.Length, to) });
                return Record.Exception(() => FormSheet.Write(MadeUpReport.ByUnit("04"), MadeUpReport.Head, _folder["out.xlsx"], _folder.Path)) is null or RefusedException;
            },
            iter: 500,
            threads: 1);
    }

    private const string FormLayoutMark = "Bố cục dựng lại, chưa đối chiếu";

    private string Filled(FormReport report)
    {
        FormSheet.Write(report, MadeUpReport.Head, _folder["out.xlsx"], _folder.Path);
        return SheetDump.Of(_folder["out.xlsx"]);
    }

    private Refusal Refused(FormReport report)
    {
        var refusal = Assert.Throws<RefusedException>(() => FormSheet.Write(report, MadeUpReport.Head, _folder["out.xlsx"], _folder.Path)).Refusal;
        Assert.NotEmpty(refusal.In(Language.Vietnamese));
        Assert.NotEmpty(refusal.In(Language.English));
        Assert.False(File.Exists(_folder["out.xlsx"]));
        return refusal;
    }
}
