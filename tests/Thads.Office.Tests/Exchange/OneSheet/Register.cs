using Thads.Office.Acts;
using Thads.Office.Exchange.OneSheet;
using Thads.Office.Tests.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Tests.Exchange.OneSheet;

/// <summary>A register of the small office in which all is well, and what a test changes in it.</summary>
internal sealed class Register
{
    public static readonly DateOnly Today = SmallOffice.Today;

    private static readonly string[] Header =
    [
        "Số QĐ", "Ngày QĐ", "CĐ/YC", "Loại án", "Người phải THA", "Loại nghĩa vụ", "Số tiền", "Đã thu", "Ngày thu", "CHV", "Trạng thái", "Ngày trạng thái",
        "Ngày giải quyết xong", "Ngày chưa có điều kiện", "Theo dõi riêng", "Đình chỉ", "Năm thụ lý", "Tín dụng",
    ];

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a matter; cells by the name of their column.</summary>
    public Register With(params (string Column, string Cell)[] cells)
    {
        string[] row = [$"{_rows.Count + 1}/QĐ", "03/11/2025", "CĐ", "DS", "Người Bịa", "Án phí", "1.000.000", "", "", "Người 1", "", "", "", "", "", "", "", ""];
        foreach (var (column, cell) in cells)
        {
            row[Array.IndexOf(Header, column)] = cell;
        }

        _rows.Add(row);
        return this;
    }

    public static Register Of(params (string Column, string Cell)[] cells) => new Register().With(cells);

    public void WriteTo(string path) => File.WriteAllLines(path, _rows.Prepend(Header).Select(row => string.Join(';', row)));

    /// <summary>Checks it or brings it in for D1, by our own proposal unless the test says otherwise.</summary>
    public async Task<SheetResult> RunAsync(TestOffice office, bool checkOnly = false, bool leaveOut = false, Func<SheetMapping, SheetMapping>? change = null, Work? by = null)
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder["so.csv"]);
        var sheet = ReadSheet.Run(folder["so.csv"], "so.csv");
        var header = SheetHeader.Find(sheet)!;
        await using var work = by ?? office.Work();
        var mapping = ProposeMapping.Of(sheet, header, "D1", await UnitTree.OfAsync(work, default));
        return await ImportSheet.RunAsync(new(sheet, header, change?.Invoke(mapping) ?? mapping, "so.csv", leaveOut, checkOnly), work, TestContext.Current.CancellationToken);
    }
}
