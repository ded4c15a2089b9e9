using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Figures.Sheets;

namespace Thads.Office.Tests.Figures.Sheets;

/// <summary>Reports with invented figures, their columns in the order of the specification (exchange-v1, section 3).</summary>
internal static class MadeUpReport
{
    private static readonly (string Cell, string Number, string Title)[] Columns =
    [
        ("carried", "3", "năm trước chuyển sang (trừ số đã chuyển sổ theo dõi riêng)"), ("new", "4", "thụ lý mới"), ("delegated_in", "4a", "trong đó nhận ủy thác"),
        ("total", "2", "tổng số giải quyết"), ("delegated", "5", "ủy thác"), ("withdrawn", "6", "thu hồi, hủy"), ("pulled_up", "6b", "rút hồ sơ"),
        ("returned", "–", "gửi lại yêu cầu"), ("due", "7", "tổng số phải thi hành"), ("completed", "10", "thi hành xong"), ("terminated", "11", "đình chỉ"),
        ("reduced", "11b", "giảm"), ("settled", "9", "giải quyết xong"), ("in_progress", "12", "đang thi hành"), ("postponed_by_agreement", "13", "hoãn theo thỏa thuận"),
        ("paused", "14", "tạm dừng, khác"), ("enforceable", "8", "có điều kiện thi hành"), ("not_enforceable", "15", "chưa có điều kiện"), ("postponed", "16", "hoãn"),
        ("suspended", "17", "tạm đình chỉ"), ("carried_over", "18", "chuyển kỳ sau"), ("carried_over_enforceable", "18a", "trong đó có điều kiện"),
        ("rate", "19", "tỷ lệ %"), ("separate", "20", "theo dõi riêng (ngoài tổng số)"),
    ];

    private static readonly string[] Types =
    [
        "Dân sự", "Hôn nhân và gia đình", "Kinh doanh, thương mại", "Lao động", "Hình sự (phần dân sự)", "Hành chính (phần tài sản)",
        "Phá sản", "Trọng tài thương mại", "Vụ việc cạnh tranh", "Khác",
    ];

    public static FormSheetHead Head { get; } = new(
        "Chi cục Thi hành án dân sự huyện Ẩn Ổ",
        "Cục Thi hành án dân sự tỉnh Ữ Ặng",
        OfficerName: null,
        MadeUpMark: "SỐ LIỆU GIẢ ĐỊNH",
        Notes: ["Biểu này lệch Biểu 05/TK-THA 1 nghìn đồng do làm tròn."],
        Today: new(2020, 10, 3),
        PrintedBy: "Nguyễn Thị Thống Kê");

    /// <summary>Form 01 or 02.</summary>
    public static FormReport ByType(string form, string regime = "06-2019", long scale = 1)
    {
        List<FormRow> rows = [];
        var types = Types.Select((type, i) => (Type: type, ByOffice: Leaf(i, scale), OnRequest: Leaf(i + 10, scale))).ToList();
        var all = types.SelectMany(type => new[] { type.ByOffice, type.OnRequest }).ToArray();
        rows.Add(Row("I", "Tổng số", 0, Cells(Sum(all))));
        rows.Add(Row("II.1", "Chủ động thi hành án", 1, Cells(Sum([.. types.Select(type => type.ByOffice)]))));
        rows.Add(Row("II.2", "Theo yêu cầu thi hành án", 1, Cells(Sum([.. types.Select(type => type.OnRequest)]))));
        for (var i = 0; i < types.Count; i++)
        {
            rows.Add(Row($"III.{i + 1}", types[i].Type, 1, Cells(Sum(types[i].ByOffice, types[i].OnRequest))));
            rows.Add(Row($"III.{i + 1}.1", "Chủ động thi hành án", 2, Cells(types[i].ByOffice)));
            rows.Add(Row($"III.{i + 1}.2", "Theo yêu cầu thi hành án", 2, Cells(types[i].OnRequest)));
        }

        rows.Add(Row("IV.1", "Án tín dụng, ngân hàng", 1, Cells(types[2].OnRequest)));
        rows.Add(Row("IV.2", "Án tham nhũng, kinh tế", 1, Cells(types[6].ByOffice)));
        rows.Add(Row("IV.3", "Thu cho ngân sách nhà nước", 1, Cells(types[4].ByOffice)));
        return Report(form, regime, rows);
    }

    private static FormRow Row(string row, string label, int depth, IReadOnlyList<decimal?> cells) => new(row, label, label, depth, cells);

    /// <summary>Form 04 or 05.</summary>
    public static FormReport ByUnit(string form, long scale = 1)
    {
        var leaves = Enumerable.Range(0, 5).Select(i => Leaf(i, scale)).ToList();
        return Report(form, "06-2019",
        [
            Row("unit:AO", "Chi cục Thi hành án dân sự huyện Ẩn Ổ", 0, Cells(Sum([.. leaves]))),
            Row("officer:CV1", "Nguyễn Văn Ấn, Chấp hành viên trung cấp", 1, Cells(leaves[0])),
            Row("officer:CV2", "Đỗ Thị Ổn", 1, Cells(leaves[1])),
            Row("unit:AO-1", "Tổ nghiệp vụ xã Đường Lưỡng Hữu Tường và khu vực biên giới", 1, Cells(Sum([.. leaves.Skip(2)]))),
            Row("officer:CV3", "Phạm Hữu Nghĩa", 2, Cells(leaves[2])),
            Row("officer:CV4", "Trần Lê Bưởi", 2, Cells(leaves[3])),
            Row("officer:CV5", "Vũ Kỳ", 2, Cells(leaves[4])),
        ]);
    }

    private static FormReport Report(string form, string regime, IReadOnlyList<FormRow> rows) => new(
        form, regime, form is "01" or "04" ? Measure.Matters : Measure.Money, "AO", null, 2020, 12, new(2020, 10, 2), 12345,
        [.. Columns.Select(column => new FormColumn(column.Cell, column.Number, column.Title, column.Cell, column.Cell == "rate"))], rows);

    /// <summary>The finest figures of a row: what came, went, was done, and where the rest stands.</summary>
    private static Dictionary<string, long> Leaf(int i, long scale)
    {
        var leaf = new Dictionary<string, long>
        {
            ["new"] = (20 + 7 * i) * scale,
            ["delegated_in"] = i % 3 * scale,
            ["delegated"] = i % 2 * scale,
            ["withdrawn"] = i / 7 * scale,
            ["pulled_up"] = 0,
            ["returned"] = 0,
            ["completed"] = (15 + 6 * i) * scale,
            ["terminated"] = i % 4 * scale,
            ["reduced"] = scale > 1 ? i * 12 : 0,
            ["in_progress"] = (4 + i) * scale,
            ["postponed_by_agreement"] = i / 9 * scale,
            ["paused"] = i / 5 * scale,
            ["not_enforceable"] = (3 + i % 6) * scale,
            ["postponed"] = i / 8 * scale,
            ["suspended"] = 0,
            ["separate"] = i % 5 * scale,
        };
        return i is 7 or 18 ? leaf.ToDictionary(cell => cell.Key, _ => 0L) : leaf;
    }

    private static Dictionary<string, long> Sum(params Dictionary<string, long>[] leaves) =>
        leaves[0].Keys.ToDictionary(cell => cell, cell => leaves.Sum(leaf => leaf[cell]));

    private static List<decimal?> Cells(Dictionary<string, long> leaf)
    {
        var cells = new Dictionary<string, long>(leaf);
        cells["settled"] = cells["completed"] + cells["terminated"] + cells["reduced"];
        cells["enforceable"] = cells["settled"] + cells["in_progress"] + cells["postponed_by_agreement"] + cells["paused"];
        cells["due"] = cells["enforceable"] + cells["not_enforceable"] + cells["postponed"] + cells["suspended"];
        cells["total"] = cells["due"] + cells["delegated"] + cells["withdrawn"] + cells["pulled_up"] + cells["returned"];
        cells["carried"] = cells["total"] - cells["new"];
        cells["carried_over"] = cells["due"] - cells["settled"];
        cells["carried_over_enforceable"] = cells["enforceable"] - cells["settled"];
        return [.. Columns.Select(column => column.Cell == "rate" ? Thads.Law.Money.Rate(cells["settled"], cells["enforceable"]) : (decimal?)cells[column.Cell])];
    }
}
