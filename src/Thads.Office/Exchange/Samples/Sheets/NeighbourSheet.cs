using System.Globalization;

namespace Thads.Office.Exchange.Samples.Sheets;

/// <summary>
/// The register of another district, 2016 to 2020, with other habits: a header of two rows, thousands of đồng, days as 23.11.20, abbreviations, initials of
/// enforcers, and a column for each result. All of it is made up; some rows are wrong on purpose.
/// </summary>
internal static class NeighbourSheet
{
    public const string File = "d06-ket-qua.xlsx";
    public const string Unit = "D06";
    private const int Rows = 240;
    private static readonly DateOnly First = new(2016, 10, 3);
    private static readonly DateOnly Last = new(2020, 10, 30);
    private static readonly string[] Officers = ["M.61", "M.62", "M.63"];
    private static readonly string[] Types = ["DS", "HNGĐ", "KDTM", "HS", "LĐ"];

    private enum Cell
    {
        Number = 1, Decided = 2, Basis = 3, Judgment = 4, Court = 5, Type = 6, Debtor = 7, Address = 8, Creditor = 9, Kind = 10, Amount = 11, Collected = 12, CollectedOn = 13,
        Completed = 14, Terminated = 15, Delegated = 16, DelegatedTo = 17, NotEnforceable = 18, Postponed = 19, Suspended = 20, Resumed = 21, Separated = 22, Officer = 23, Bank = 24,
    }

    private static readonly (int At, Cell Column, object? Value, string Code, string Why)[] Faults =
    [
        (15, Cell.Officer, "L.Q", "sheet.word-unknown", "chữ viết tắt không ai biết"),
        (38, Cell.Completed, "2019", "sheet.day-year-only", "chỉ có năm"),
        (57, Cell.Separated, "05.03.20", "step.separate-from", "vào sổ theo dõi riêng mà chưa có điều kiện chưa ghi ngày"),
        (76, Cell.Amount, "12,3456", "sheet.amount-part", "nghìn đồng có lẻ dưới một đồng"),
        (95, Cell.Decided, "12.05.68", "sheet.day-short-year", "năm hai chữ số ngoài 2000–2049"),
        (114, Cell.Terminated, "03.02.14", "step.before-decision", "đình chỉ trước ngày quyết định"),
        (133, Cell.Type, "DSTHS", "sheet.word-unknown", "loại án chưa ai nói là gì"),
        (152, Cell.Resumed, "02.11.20", "step.already", "tiếp tục việc chưa từng dừng"),
        (171, Cell.Collected, 800_000, "step.above-remainder", "thu nhiều hơn phải thi hành"),
        (190, Cell.Amount, null, "sheet.amount-missing", "thiếu số tiền"),
        (209, Cell.Number, null, "sheet.missing", "thiếu số quyết định"),
        (228, Cell.Basis, "?", "sheet.word-unknown", "không rõ chủ động hay theo yêu cầu"),
    ];

    public static IReadOnlyList<SampleFault> Write(string folder)
    {
        var random = new SampleRandom(616263);
        var sheet = new SheetDraft("Kết quả");
        sheet.Row("DANH SÁCH VIỆC THI HÀNH ÁN HUYỆN MẪU SÁU (dữ liệu bịa)");
        sheet.Row();
        sheet.Row(
            "TT", "QĐ THA", "", "CĐ/YC", "Bản án", "", "Loại án", "Người phải THA", "", "Người được THA", "Khoản", "Phải thi hành (1.000 đ)", "Đã thu (1.000 đ)", "",
            "Kết quả", "", "", "", "", "", "", "", "", "CHV", "TDNH");
        sheet.Row(
            "", "Số", "Ngày", "", "Số, ngày", "Của tòa", "", "Họ tên", "Địa chỉ", "", "", "", "Số tiền", "Ngày thu",
            "THA xong", "Đình chỉ", "Ủy thác", "Nơi ủy thác", "Chưa có ĐK", "Hoãn", "Tạm đình chỉ", "Tiếp tục", "Theo dõi riêng", "", "");
        sheet.Merge("A3:A4", "B3:C3", "D3:D4", "E3:F3", "G3:G4", "H3:I3", "J3:J4", "K3:K4", "L3:L4", "M3:N3", "O3:W3", "X3:X4", "Y3:Y4");
        var days = Enumerable.Range(0, Rows).Select(_ => SampleCalendar.Pick(random, First, Last)).Order().ToList();
        var faults = new List<SampleFault>();
        for (var i = 1; i <= Rows; i++)
        {
            var fault = Array.Find(Faults, f => f.At == i);
            var cells = Row(random, i, days[i - 1], plain: fault != default);
            if (fault != default)
            {
                Spoil(cells, fault.Column, fault.Value, days[i - 1]);
                faults.Add(new SampleFault(sheet.Next, OneSheet.SheetText.Letter((int)fault.Column), fault.Code, fault.Why));
            }

            sheet.Row(cells);
        }

        sheet.Row();
        sheet.Row("", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "NGƯỜI LẬP BIỂU");
        sheet.Save(Path.Combine(folder, File));
        return faults;
    }

    private static void Spoil(object?[] cells, Cell column, object? value, DateOnly on)
    {
        if (column == Cell.Collected)
        {
            cells[(int)Cell.CollectedOn] = Day(on.AddDays(20));
        }

        cells[(int)column] = value;
    }

    /// <param name="plain">Nothing has happened in the matter yet.</param>
    private static object?[] Row(SampleRandom random, int number, DateOnly on, bool plain)
    {
        var onRequest = random.Chance(45);
        var type = random.Weighted([50, 20, 10, 15, 5]);
        var bank = onRequest && type == 2;
        var amount = random.Between(200, 400_000);
        var cells = new object?[25];
        void Put(Cell cell, object? value) => cells[(int)cell] = value;
        cells[0] = number;
        Put(Cell.Number, $"{number}");
        Put(Cell.Decided, Day(on));
        Put(Cell.Basis, onRequest ? "YC" : "CĐ");
        Put(Cell.Judgment, $"{random.Between(1, 200)}/{on.Year} ngày {Day(SampleCalendar.OnOrBefore(on.AddDays(-random.Between(40, 200))))}");
        Put(Cell.Court, random.Chance(85) ? "TAND huyện Mẫu Sáu" : "TAND tỉnh Ví Dụ");
        Put(Cell.Type, Types[type]);
        Put(Cell.Debtor, $"Người Bịa 6{number:D3}");
        Put(Cell.Address, $"Thôn Ví Dụ {random.Between(1, 12)}");
        Put(Cell.Creditor, bank ? "NH Ví Dụ B" : onRequest ? $"Người Được 6{number:D3}" : "NSNN");
        Put(Cell.Kind, onRequest ? (bank ? "Nợ" : random.Pick<string>(["Nợ", "BT", "CD"])) : random.Pick<string>(["AP", "AP", "Phạt"]));
        Put(Cell.Amount, number % 7 == 0 ? (object)amount.ToString("N0", Words.Format) : amount);
        Put(Cell.Officer, Officers[number % 3]);
        Put(Cell.Bank, bank ? "x" : null);
        if (!plain && on.AddDays(70) < Last)
        {
            Happen(random, Put, on, amount);
        }

        return cells;
    }

    private static void Happen(SampleRandom random, Action<Cell, object?> put, DateOnly on, int amount)
    {
        // Never in one jump beyond the last day of the sheet.
        var room = Math.Min((Last.DayNumber - on.DayNumber) / 3, 240);
        DateOnly After(int thirds) => SampleCalendar.OnOrBefore(on.AddDays((room * (thirds - 1)) + random.Between(room / 2, room)));
        var (first, second, third) = (After(1), After(2), After(3));
        switch (random.Weighted([40, 6, 5, 14, 8, 5, 4, 8]))
        {
            case 0: put(Cell.Collected, amount); put(Cell.CollectedOn, Day(second)); put(Cell.Completed, Day(second)); break;
            case 1: put(Cell.Terminated, Day(second)); break;
            case 2: put(Cell.Delegated, Day(first)); put(Cell.DelegatedTo, "Chi cục THADS huyện Mẫu Bảy"); break;
            case 3: put(Cell.NotEnforceable, Day(first)); break;
            case 4: put(Cell.NotEnforceable, Day(first)); put(Cell.Separated, Day(third)); break;
            case 5: put(Cell.Postponed, Day(first)); put(Cell.Resumed, Day(second)); break;
            case 6: put(Cell.Suspended, Day(first)); break;
            default: put(Cell.Collected, amount / 3); put(Cell.CollectedOn, Day(first)); break;
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yy", CultureInfo.InvariantCulture);
}
