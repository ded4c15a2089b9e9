using Thads.Office.Exchange.Workbooks;

namespace Thads.Office.Tests.Exchange.Workbooks;

public sealed class WorkbookToFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<v>1E+15</v>", "1000000000000000")]  // how spreadsheets store large round numbers
    [InlineData("<v>1.5E3</v>", "1500")]
    [InlineData("<v>9000000000000001</v>", "9000000000000001")]  // beyond what Excel keeps, within what the file says
    [InlineData("<v>9007199254740993</v>", "9007199254740993")]  // no double has this value
    [InlineData("<v>1E+40</v>", "10000000000000000303786028427003666890752")]  // absurd, but digits: the import says what is wrong
    [InlineData("<v>7.0</v>", "7")]
    [InlineData("<v>-12</v>", "-12")]
    [InlineData("<v>0</v>", "0")]
    [InlineData("<v>83.9</v>", "83.9")]
    [InlineData("<v>83.900000000000006</v>", "83.9")]  // 17 digits in the file, 83.9 on the screen
    [InlineData("<v>123456789012345.6</v>", "123456789012345.6")]  // never made whole
    [InlineData("<v>1.0000000000000003E-5</v>", "1.0000000000000003E-05")]
    public void A_number_comes_out_as_the_person_meant_it(string cell, string expected) => Assert.Equal(expected, Cell($"<c>{cell}</c>"));

    [Theory]
    [InlineData("14", "<v>43739</v>", "2019-10-01")]
    [InlineData("22", "<v>43739</v>", "2019-10-01")]
    [InlineData("14", "<v>61</v>", "1900-03-01")]
    [InlineData("14", "<v>59</v>", "1900-02-28")]
    [InlineData("14", "<v>1</v>", "1900-01-01")]
    [InlineData("14", "<v>2958465</v>", "9999-12-31")]
    [InlineData("yyyy\\-mm\\-dd", "<v>43739</v>", "2019-10-01")]
    [InlineData("[$-42A]dd/mm/yyyy;@", "<v>43739</v>", "2019-10-01")]
    [InlineData("\"ngày\" dd \"tháng\" mm \"năm\" yyyy", "<v>43739</v>", "2019-10-01")]
    [InlineData("mmmm", "<v>43739</v>", "2019-10-01")]
    [InlineData("14", "<v>43739.5</v>", "2019-10-01 12:00:00")]  // no day: the import refuses it by column
    [InlineData("[h]:mm", "<v>1.5</v>", "1900-01-01 12:00:00")]
    [InlineData("14", "<v>43739.0000000001</v>", "2019-10-01")]  // noise of a formula
    [InlineData("#,##0\\ \"đồng\"", "<v>43739</v>", "43739")]
    [InlineData("[Red]#,##0", "<v>43739</v>", "43739")]
    [InlineData("[$VND]\\ #,##0", "<v>43739</v>", "43739")]
    [InlineData("_(* #,##0_);_(* \\(#,##0\\)", "<v>43739</v>", "43739")]
    [InlineData("General", "<v>43739</v>", "43739")]
    [InlineData("0.00E+00", "<v>43739</v>", "43739")]
    [InlineData("49", "<v>43739</v>", "43739")]
    [InlineData("[", "<v>43739</v>", "43739")]
    [InlineData("\"", "<v>43739</v>", "43739")]
    public void A_number_with_the_format_of_a_date_is_a_day(string format, string cell, string expected) =>
        Assert.Equal(expected, Cell($"<c s=\"1\">{cell}</c>", formats: [format]));

    [Fact]
    public void Days_may_be_counted_from_1904() =>
        Assert.Equal("2019-10-01", Cell("<c s=\"1\"><v>42277</v></c>", formats: ["14"], from1904: true));

    [Theory]
    [InlineData("<c t=\"b\"><v>1</v></c>", "1")]
    [InlineData("<c t=\"str\"><f>A1&amp;B1</f><v>007</v></c>", "007")]
    [InlineData("<c><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c t=\"d\"><v>2019-10-01T00:00:00</v></c>", "2019-10-01")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>Thi </t></r><r><t xml:space=\"preserve\">hành</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>", "Thi hành")]
    [InlineData("<c t=\"s\"><v>1</v></c>", "0012 ")]
    [InlineData("<c t=\"s\"><v>2</v></c>", "Nguyễn Văn Ấn")]
    [InlineData("<c t=\"inlineStr\"><is><t>a_x005F_x000D_b</t></is></c>", "a_x000D_b")]
    public void Texts_booleans_and_formulas_come_out_as_they_are(string cell, string expected) =>
        Assert.Equal(expected, Cell(cell, texts: ["<t>first</t>", "<t xml:space=\"preserve\">0012 </t>", "<r><t>Nguyễn </t></r><r><t>Văn Ấn</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>"]));

    [Fact]
    public void A_record_has_the_number_of_its_row_and_the_width_of_the_header()
    {
        RawWorkbook.Write(_folder["a.xlsx"], """
            <row r="1"><c r="A1" t="str"><v>matter</v></c><c r="C1" t="str"><v>on</v></c></row>
            <row r="4"><c r="A4"/><c r="B4" t="str"><v>a,"b"</v></c></row>
            <row><c><v>1</v></c><c/><c/><c/><c><v>5</v></c></row>
            <row r="9"><c r="A9"/></row>
            """);

        Assert.Empty(WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"]));
        Assert.Equal("matter,,on\n\n\n,\"a,\"\"b\"\"\",\n1,,,,5\n", File.ReadAllText(_folder["out/steps.csv"]));
    }

    [Theory]
    [InlineData("<c r=\"C2\" t=\"e\"><v>#REF!</v></c>", "workbook.cell-error", "C", "#REF!")]
    [InlineData("<c r=\"C2\" t=\"s\"><v>99</v></c>", "workbook.cell-unreadable", "C", "99")]
    [InlineData("<c r=\"C2\"><v>abc</v></c>", "workbook.cell-unreadable", "C", "abc")]
    [InlineData("<c r=\"AB2\"><v>NaN</v></c>", "workbook.cell-unreadable", "AB", "NaN")]
    [InlineData("<c r=\"C2\" s=\"1\"><v>-5</v></c>", "workbook.cell-no-day", "C", "-5")]
    [InlineData("<c r=\"C2\" s=\"1\"><v>60</v></c>", "workbook.cell-no-day", "C", "60")]  // 29 February 1900
    [InlineData("<c r=\"C2\" s=\"1\"><v>2958466</v></c>", "workbook.cell-no-day", "C", "2958466")]
    public void A_cell_that_says_nothing_is_refused_by_sheet_row_and_column(string cell, string code, string column, string value)
    {
        RawWorkbook.Write(_folder["a.xlsx"], $"<row r=\"2\">{cell}</row>", formats: ["14"]);

        var refusal = Assert.Single(WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"]));

        Assert.Equal(code, refusal.Code);
        Assert.Equal(["steps", 2, column, value], refusal.Arguments);
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public void All_cells_that_are_refused_are_listed_up_to_a_limit()
    {
        RawWorkbook.Write(_folder["a.xlsx"], string.Concat(Enumerable.Repeat("<row><c t=\"e\"><v>#N/A</v></c></row>", 20)));

        Assert.Equal(20, WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"]).Count);
        Assert.Equal("workbook.more-refusals", WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"], new(Refusals: 5))[^1].Code);
    }

    [Theory]
    [InlineData("Steps", null)]
    [InlineData("x_notes", null)]  // the office's own, passed over
    [InlineData("Sheet1", "workbook.sheet-unknown")]
    [InlineData("../steps", "workbook.sheet-unknown")]
    public void A_sheet_is_known_by_its_name(string sheet, string? code)
    {
        RawWorkbook.Write(_folder["a.xlsx"], "<row><c><v>1</v></c></row>", sheet);

        Assert.Equal(code, WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"]).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row r=\"0\"/>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row><c r=\"B1\"/><c r=\"A1\"/></row>")]
    [InlineData("<row><c r=\"ZZZZ1\"/></row>")]
    [InlineData("<row><c r=\"1\"/></row>")]
    public void Rows_and_cells_out_of_order_are_refused(string rows)
    {
        RawWorkbook.Write(_folder["a.xlsx"], rows);

        Assert.Equal("workbook.sheet-damaged", Assert.Single(WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"])).Code);
    }

    private string Cell(string cell, IReadOnlyList<string>? formats = null, IReadOnlyList<string>? texts = null, bool from1904 = false)
    {
        RawWorkbook.Write(_folder["a.xlsx"], $"<row>{cell}</row>", formats: formats, texts: texts, from1904: from1904);
        Assert.Empty(WorkbookToFolder.Convert(_folder["a.xlsx"], _folder["out"]));
        return File.ReadAllText(_folder["out/steps.csv"]).TrimEnd('\n');
    }
}
