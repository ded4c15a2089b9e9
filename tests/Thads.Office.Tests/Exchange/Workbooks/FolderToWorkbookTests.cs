using System.Globalization;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Thads.Office.Exchange.Workbooks;

namespace Thads.Office.Tests.Exchange.Workbooks;

public sealed class FolderToWorkbookTests : IDisposable
{
    private static readonly Gen<string> Field = Gen.Frequency(
        (3, Gen.OneOf("", "0", "1", "0012", "=1+1", "+84", "-", "@x", "a,b", "\"", "x\ny", "x\r\ny", " khoảng trắng ", "_x000D_", "\t", "1E5", "1.50", "TRUE")),
        (2, Gen.OneOf("Nguyễn Thị Ẩn", "Ổ, Ữ, Ặ", "đồng ₫", "𝐀 ngoài BMP", "01/10/2019", "2019-13-01", "1899-12-31", "9007199254740993")),
        (2, Gen.Long.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        (2, Gen.Int[0, 900_000].Select(n => new DateOnly(1700, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        (1, Gen.String[Gen.Char['\u0001', '\u00ff'], 0, 12]));

    private static readonly string[] Header = ["matter", "line", "step", "on", "amount", "voided_on", "value", "note"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_went_into_a_workbook_comes_out_of_it() =>
        Field.List[0, 9].List[0, 12].Sample(
            records =>
            {
                List<List<string>> all = [[.. Header], .. records];
                Write("steps", all);
                Write("units", [["code", "name"], ["a", "b"]]);

                Assert.Empty(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"]));
                Assert.Empty(WorkbookToFolder.Convert(_folder["set.xlsx"], _folder["out"]));

                Assert.Equal(Trimmed(all), Trimmed(Read(_folder["out/steps.csv"])));
                Assert.Equal("code,name\na,b\n", File.ReadAllText(_folder["out/units.csv"]));
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void Sheets_stand_in_the_order_of_the_specification_and_break_no_rule_of_the_format()
    {
        Write("steps", [[.. Header], ["=HYPERLINK(1)", "1", "collected", "2019-10-01", "1500000", "1899-01-01", "83.9", "x\n@"]]);
        Write("units", [["code"]]);
        File.WriteAllText(_folder["targets.csv"], "");

        Assert.Empty(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"]));

        using var document = SpreadsheetDocument.Open(_folder["set.xlsx"], false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(["units", "steps", "targets"], document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name?.Value));
    }

    [Fact]
    public void Days_and_whole_numbers_are_real_ones_and_nothing_is_a_formula()
    {
        Write("steps", [[.. Header], ["=1+1", "01", "7", "2019-10-01", "1500000", "1/2/2019", "1234567890123456", "-1"]]);

        Assert.Empty(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"]));

        using var document = SpreadsheetDocument.Open(_folder["set.xlsx"], false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last().Elements<Cell>().ToList();
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.Equal(["43739", "1500000"], cells.Where(cell => cell.DataType is null).Select(cell => cell.CellValue!.Text));
    }

    [Fact]
    public void A_file_with_more_rows_than_a_sheet_holds_is_refused_by_name()
    {
        File.WriteAllText(_folder["steps.csv"], new StringBuilder().Insert(0, "x\n", 1_048_577).ToString());

        var refusal = Assert.Single(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"]));

        Assert.Equal("workbook.too-many-rows", refusal.Code);
        Assert.Equal("Tệp steps.csv có hơn 1.048.576 dòng, nhiều hơn một trang tính chứa được. Hãy xuất bộ dữ liệu dưới dạng thư mục các tệp CSV.", refusal.In(Language.Vietnamese));
        Assert.Equal(["steps.csv"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a,\"b\nc", "workbook.csv-quotes")]
    [InlineData("a,\"b\"c\n", "workbook.csv-quotes")]
    [InlineData("a,b\"c\n", "workbook.csv-quotes")]
    [InlineData("a\n\u00ff", "workbook.csv-encoding")]
    public void A_file_that_is_no_csv_is_refused(string content, string code)
    {
        File.WriteAllText(_folder["steps.csv"], content, Encoding.Latin1);

        Assert.Equal(code, Assert.Single(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"])).Code);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_refused()
    {
        Write("steps", [["note"], [new string('ạ', 32_768)]]);

        Assert.Equal("workbook.cell-too-long", Assert.Single(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"])).Code);
    }

    [Fact]
    public void A_folder_without_exchange_files_is_refused() =>
        Assert.Equal("workbook.no-files", Assert.Single(FolderToWorkbook.Convert(_folder.Path, _folder["set.xlsx"])).Code);

    private void Write(string file, IEnumerable<IEnumerable<string>> records) => File.WriteAllText(
        _folder[file + ".csv"],
        string.Concat(records.Select(record => string.Join(',', record.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n")));

    /// <summary>Empty fields at the end of a record and empty records at the end of a file have no cells.</summary>
    private static List<List<string>> Trimmed(List<List<string>> records)
    {
        var trimmed = records.ConvertAll(record => record[..(record.FindLastIndex(field => field.Length > 0) + 1)]);
        return trimmed[..(trimmed.FindLastIndex(record => record.Count > 0) + 1)];
    }

    /// <summary>A plain reader for what the writer makes: quotes only where needed, LF.</summary>
    private static List<List<string>> Read(string path)
    {
        var (records, record, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (text[i] is ',' or '\n'))
            {
                record.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else
            {
                field.Append(text[i]);
            }
        }

        return records;
    }
}
