using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Tests.Exchange.Workbooks;

namespace Thads.Office.Tests.Exchange.OneSheet;

/// <summary>Sheets as offices have them: read, their header found, their columns proposed.</summary>
public sealed class ReadSheetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_csv_file_is_read_whatever_sets_its_columns_apart(char mark)
    {
        var sheet = Csv($"Số QĐ{mark}Ngày QĐ{mark}Ghi chú\n1/QĐ{mark}03/11/2025{mark}\"a{mark} \"\"b\"\"\n c\"\n");

        Assert.Equal(["Số QĐ|Ngày QĐ|Ghi chú", mark == '\t' ? "1/QĐ|03/11/2025|a \"b\" c" : $"1/QĐ|03/11/2025|a{mark} \"b\" c"], sheet.Rows.Select(Text));
    }

    [Fact]
    public void Titles_above_and_a_row_that_numbers_the_columns_are_no_data()
    {
        var sheet = Csv("SỔ THEO DÕI,,\n,,\nSố QĐ,Ngày QĐ,CHV\n(1),(2),(3)\n1/QĐ,03/11/2025,A\n");

        var header = SheetHeader.Find(sheet)!;

        Assert.Equal((3, 1, 5), (header.FirstRow, header.Rows, header.FirstData));
    }

    [Fact]
    public void In_a_header_of_two_rows_a_column_bears_the_name_of_its_group()
    {
        var sheet = Csv("TT,QĐ THA,,Kết quả,,CHV\n,Số,Ngày,THA xong,Đình chỉ,\n1,1,03/11/2025,,,A\n");

        var header = SheetHeader.Find(sheet)!;

        Assert.Equal(["TT", "QĐ THA – Số", "QĐ THA – Ngày", "Kết quả – THA xong", "Kết quả – Đình chỉ", "CHV"], header.Names);
        Assert.Equal((1, 2, 3), (header.FirstRow, header.Rows, header.FirstData));
    }

    [Fact]
    public void Columns_are_proposed_by_their_names_whatever_their_marks_and_capitals()
    {
        var mapping = Proposed("SO QUYET DINH,ngày ra qđ,Người phải thi hành án,Phải thi hành (1.000 đ),Đã thu (1.000 đ),Chấp hành viên,Kết quả,Hoãn,Tạm đình chỉ\n1,03/11/2025,A,5,,B,,,\n");

        Assert.Equal(
            "DecisionNumber=A DecidedOn=B Officer=F Debtor=C Amount=D Collected=E State=G PostponedOn=H SuspendedOn=I",
            string.Join(' ', mapping.Fields.Where(f => f.Value.Fixed is null).OrderBy(f => f.Key).Select(f => $"{f.Key}={SheetText.Letter(f.Value.Column)}")));
        Assert.Equal(AmountUnit.Thousand, mapping.Amounts);
    }

    [Theory]
    [InlineData("03/13/2025,03/14/2025,03/15/2025,03/04/2025", DateOrder.MonthFirst)]
    [InlineData("03/13/2025,03/04/2025,03/04/2025,03/04/2025", DateOrder.DayFirst)]
    [InlineData("13/03/2025,03/14/2025,03/15/2025,03/16/2025", DateOrder.DayFirst)]
    public void Months_come_first_only_where_all_days_say_so(string days, DateOrder order) =>
        Assert.Equal(order, Proposed("Số QĐ,Ngày QĐ,CHV\n" + string.Concat(days.Split(',').Select((day, i) => $"{i},{day},A\n"))).Dates);

    [Fact]
    public void A_mapping_survives_its_file_and_columns_that_moved()
    {
        var mapping = Proposed("Số QĐ,Ngày QĐ,CHV\n1,03/11/2025,A\n");
        var moved = SheetHeader.Find(Csv("CHV,Ghi chú,Ngày QĐ,Số QĐ\nA,,03/11/2025,1\n"))!;

        var again = SheetMapping.FromJson(mapping.ToJson()).For(moved);

        Assert.Equal("D C A", string.Join(' ', new[] { SheetField.DecisionNumber, SheetField.DecidedOn, SheetField.Officer }.Select(f => SheetText.Letter(again.Fields[f].Column))));
        Assert.Equal("sheet.mapping-column", Assert.Throws<RefusedException>(() => mapping.For(SheetHeader.Find(Csv("CHV,Ngày QĐ,Trạng thái\nA,03/11/2025,1\n"))!)).Refusal.Code);
        Assert.Equal("sheet.mapping-bad", Assert.Throws<RefusedException>(() => SheetMapping.FromJson("{\"format\":\"other\"}")).Refusal.Code);
    }

    [Fact]
    public void What_is_no_sheet_is_said_to_be_none()
    {
        File.WriteAllBytes(_folder["a.csv"], [1, 2, 0, 3]);
        File.WriteAllText(_folder["b.csv"], "");
        File.WriteAllText(_folder["c.csv"], "Số QĐ;Ngày\n\"a;b\n");
        RawWorkbook.Write(_folder["d.xlsx"], "");

        Assert.Equal(
            ["upload.unknown", "sheet.empty", "sheet.not-csv", "sheet.empty"],
            new Action[]
            {
                () => Uploaded.Look(_folder["a.csv"], "a", _folder["x"]), () => Uploaded.Look(_folder["b.csv"], "b", _folder["x"]), () => ReadSheet.Run(_folder["c.csv"], "c"),
                () => ReadSheet.Run(_folder["d.xlsx"], "d"),
            }.Select(read => Assert.Throws<RefusedException>(read).Refusal.Code));
    }

    [Fact]
    public void A_file_is_known_by_what_is_in_it_and_not_by_its_name()
    {
        File.WriteAllText(_folder["a.xlsx"], "Số QĐ,Ngày QĐ\n");
        RawWorkbook.Write(_folder["b.csv"], "", sheet: "Matters");
        RawWorkbook.Write(_folder["c.zip"], "", sheet: "Sổ");
        using (var zip = System.IO.Compression.ZipFile.Open(_folder["d.csv"], System.IO.Compression.ZipArchiveMode.Create))
        {
            using var part = new StreamWriter(zip.CreateEntry("bo/../../Officers.csv").Open());
            part.Write("code,name,unit,title\n");
        }

        Assert.Equal(UploadKind.Sheet, Uploaded.Look(_folder["a.xlsx"], "a", _folder["x"]).Kind);
        Assert.Equal(UploadKind.Set, Uploaded.Look(_folder["b.csv"], "b", _folder["x"]).Kind);
        Assert.Equal(UploadKind.Sheet, Uploaded.Look(_folder["c.zip"], "c", _folder["x"]).Kind);
        Assert.Equal((UploadKind.Set, _folder["set"]), Uploaded.Look(_folder["d.csv"], "d", _folder["set"]));
        Assert.Equal(["officers.csv"], Directory.GetFiles(_folder["set"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_zip_that_swells_is_refused_while_it_is_unpacked()
    {
        using (var zip = System.IO.Compression.ZipFile.Open(_folder["a.zip"], System.IO.Compression.ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("matters.csv").Open();
            part.Write(new byte[30 << 20]);
        }

        Assert.Equal("workbook.swollen", Assert.Throws<RefusedException>(() => Uploaded.Look(_folder["a.zip"], "a", _folder["set"])).Refusal.Code);
    }

    private SheetMapping Proposed(string text)
    {
        var sheet = Csv(text);
        return ProposeMapping.Of(sheet, SheetHeader.Find(sheet)!, "D1", new Office.Units.UnitTree());
    }

    private SheetText Csv(string text)
    {
        File.WriteAllText(_folder["so.csv"], text);
        return ReadSheet.Run(_folder["so.csv"], "so.csv");
    }

    private static string Text(SheetRow row) => string.Join('|', row.Cells.Select(c => c.Text));
}
