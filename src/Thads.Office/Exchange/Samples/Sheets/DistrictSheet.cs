using System.Globalization;

namespace Thads.Office.Exchange.Samples.Sheets;

/// <summary>
/// The register of the founding district from 1 October 2020 as one clerk keeps it: days as 23/11/2020, đồng, names of enforcers, the state in words
/// with the day of the state beside it. All of it is made up; some rows are wrong on purpose.
/// </summary>
internal static class DistrictSheet
{
    public const string File = "d05-so-theo-doi.xlsx";
    private const int Rows = 160;
    private static readonly DateOnly First = new(2020, 10, 1);
    private static readonly DateOnly Last = new(2020, 11, 6);
    private static readonly string[] Officers = ["01", "02", "07", "08", "09", "10", "11"];
    private static readonly (string Type, string Mark)[] Types = [("Dân sự", "DS-ST"), ("Hôn nhân và gia đình", "HNGĐ-ST"), ("Kinh doanh TM", "KDTM-ST"), ("Hình sự", "HS-ST"), ("Lao động", "LĐ-ST")];
    private static readonly string[] Numbers = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai", "Mười Ba", "Mười Bốn"];

    /// <summary>What is wrong on purpose: the row's place among the matters, what is put where, and what is said of it.</summary>
    private static readonly (int At, int Column, object? Value, string Code, string Why)[] Faults =
    [
        (12, 18, null, "sheet.state-no-day", "thi hành xong, không có ngày"),
        (25, 18, "15/09/2020", "step.before-decision", "ngày của trạng thái trước ngày quyết định"),
        (33, 16, "CHV Lê Lạ", "sheet.word-unknown", "không có chấp hành viên này"),
        (41, 4, "Dân sự trong hình sự", "sheet.word-unknown", "loại án chưa ai nói là gì"),
        (52, 13, "khoảng 5 triệu", "sheet.amount", "số tiền không đọc được"),
        (61, 1, null, "sheet.number-twice", "trùng số với dòng trên"),
        (71, 2, "10/2020", "sheet.day-year-only", "chỉ có tháng và năm"),
        (83, 2, "31/11/2020", "sheet.day", "không có ngày này"),
        (94, 2, "01/12/2020", "day.future", "ngày quyết định chưa đến"),
        (105, 14, 999_000_000L, "step.above-remainder", "thu nhiều hơn phải thi hành"),
        (117, 14, 1_000_000L, "sheet.collected-no-day", "đã thu nhưng không có ngày thu"),
        (128, 17, "Theo dõi riêng", "step.separate-from", "vào sổ theo dõi riêng mà chưa từng chưa có điều kiện"),
        (139, 9, "Xã Không Có", "sheet.word-unknown", "không có xã này"),
        (150, 17, "Đã giải quyết", "sheet.settled-how", "xong, nhưng không rõ xong thế nào"),
    ];

    public static IReadOnlyList<SampleFault> Write(string folder)
    {
        var random = new SampleRandom(20201110);
        var sheet = new SheetDraft("Sổ theo dõi");
        sheet.Row("CHI CỤC THADS HUYỆN MẪU NĂM");
        sheet.Row("SỔ THEO DÕI VIỆC THI HÀNH ÁN TỪ 01/10/2020 (dữ liệu bịa)");
        sheet.Row();
        sheet.Row(
            "STT", "Số QĐ", "Ngày QĐ", "Chủ động/Theo yêu cầu", "Loại án", "Bản án số, ngày", "Tòa án", "Người phải thi hành án", "Địa chỉ", "Xã, thị trấn", "Người được thi hành án",
            "Loại nghĩa vụ", "Nội dung", "Số tiền phải thi hành (đồng)", "Đã thu", "Ngày thu", "Chấp hành viên", "Trạng thái", "Ngày trạng thái", "Ghi chú");
        sheet.Row("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)", "(15)", "(16)", "(17)", "(18)", "(19)", "(20)");
        var days = Enumerable.Range(0, Rows).Select(_ => SampleCalendar.Pick(random, First, Last.AddDays(-10))).Order().ToList();
        var (faults, total, before) = (new List<SampleFault>(), 0L, (string?)null);
        for (var i = 1; i <= Rows; i++)
        {
            var cells = Row(random, i, days[i - 1]);
            foreach (var (_, column, value, code, why) in Faults.Where(f => f.At == i))
            {
                Spoil(cells, column, value, before);
                faults.Add(new SampleFault(sheet.Next, OneSheet.SheetText.Letter(code switch { "step.separate-from" => 18, "sheet.state-no-day" => 17, _ => column }), code, why));
                if (code == "sheet.number-twice")
                {
                    faults.Insert(faults.Count - 1, new SampleFault(sheet.Next - 1, "", "sheet.number-again", "trùng số với dòng dưới"));
                }
            }

            total += cells[13] is long amount ? amount : 0;
            before = (string?)cells[1];
            sheet.Row(cells);
        }

        sheet.Row("", "Tổng cộng", "", "", "", "", "", "", "", "", "", "", "", total);
        sheet.Save(Path.Combine(folder, File));
        return faults;
    }

    /// <summary>What else the row says is made such that the fault is the only one.</summary>
    private static void Spoil(object?[] cells, int column, object? value, string? before)
    {
        if (column == 14)
        {
            (cells[14], cells[15], cells[17], cells[18]) = (null, value is 1_000_000L ? null : "30/10/2020", "Đang thi hành", null);
        }
        else if (column is 17 or 18)
        {
            (cells[14], cells[15], cells[17], cells[18]) = (null, null, column == 18 && value is null ? "Thi hành xong" : "Chưa có điều kiện", "06/11/2020");
        }
        else if (column == 2)
        {
            (cells[14], cells[15], cells[17], cells[18]) = (null, null, "Đang thi hành", null);
        }

        cells[column] = column == 1 ? before : value;
    }

    private static object?[] Row(SampleRandom random, int number, DateOnly on)
    {
        // Two neighbours share their basis: so that the same number, put twice, is the same matter.
        var onRequest = number / 4 % 2 == 1;
        var (type, mark) = Types[random.Weighted([50, 20, 10, 15, 5])];
        var judged = SampleCalendar.OnOrBefore(on.AddDays(-random.Between(40, 200)));
        var amount = random.Between(2, 4000) * 50_000L;
        var commune = random.Below(Numbers.Length);
        var place = $"{(commune < 2 ? "Thị trấn" : "Xã")} Mẫu {Numbers[commune]}";
        var cells = new object?[]
        {
            number, $"{number + 400}/QĐ-CCTHADS", number % 9 == 0 ? on : Day(on), onRequest ? (number % 3 == 0 ? "Theo YC" : "Theo yêu cầu") : (number % 5 == 0 ? "CĐ" : "Chủ động"), type,
            $"{random.Between(1, 300)}/2020/{mark} ngày {Day(judged)}", "TAND huyện Mẫu Năm", random.Chance(85) ? $"Người Bịa {number:D3}" : $"Công ty Bịa {number:D3}", $"Ấp Ví Dụ {random.Between(1, 9)}", place,
            onRequest ? (type == "Kinh doanh TM" ? "Ngân hàng Ví Dụ A" : $"Người Được {number:D3}") : "Nhà nước", onRequest ? random.Pick<string>(["Trả nợ", "Bồi thường"]) : random.Pick<string>(["Án phí", "Án phí", "Phạt"]),
            onRequest ? "Trả tiền theo bản án" : "Nộp ngân sách nhà nước", amount, null, null, $"Chấp hành viên Mẫu {random.Pick(Officers)}", "Đang thi hành", null, number % 40 == 0 ? "Đã gửi giấy báo" : null,
        };
        var later = Day(SampleCalendar.OnOrBefore(on.AddDays(random.Between(8, 10))));
        switch (random.Weighted([30, 20, 8, 12, 5, 5]))
        {
            case 0: (cells[14], cells[15], cells[17], cells[18]) = (amount, later, "Thi hành xong", later); break;
            case 1: (cells[17], cells[18]) = ("Chưa có điều kiện", later); break;
            case 2: (cells[17], cells[18]) = ("Đình chỉ", later); break;
            case 3: (cells[14], cells[15]) = (amount / 2, later); break;
            case 4: (cells[17], cells[18]) = ("Hoãn", later); break;
            default: break;
        }

        return cells;
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
