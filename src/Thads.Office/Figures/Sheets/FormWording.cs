using System.Globalization;
using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Figures.Sheets;

/// <summary>The words of the forms: titles of Thông tư 05/2024/TT-BTP, Điều 2, and what stands around the figures. A form speaks Vietnamese only.</summary>
internal static class FormWording
{
    public const string ReconstructedMark = "Bố cục dựng lại, chưa đối chiếu";

    public static string Title(string form) => "KẾT QUẢ THI HÀNH ÁN DÂN SỰ TÍNH BẰNG " + form switch
    {
        "01" => "VIỆC",
        "02" => "TIỀN",
        "04" => "VIỆC CHIA THEO CƠ QUAN THI HÀNH ÁN DÂN SỰ VÀ CHẤP HÀNH VIÊN",
        "05" => "TIỀN CHIA THEO CƠ QUAN THI HÀNH ÁN DÂN SỰ VÀ CHẤP HÀNH VIÊN",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };

    /// <summary>Forms 04 and 05 have a row per unit and officer, forms 01 and 02 rows of the law.</summary>
    public static bool IsByUnit(string form) => form is "04" or "05";

    public static string LabelTitle(string form) => IsByUnit(form) ? "Cơ quan thi hành án dân sự, Chấp hành viên" : "Tên chỉ tiêu";

    public static string Number(string form) => $"{form}/TK-THA";

    /// <summary>The circular that a regime stands for.</summary>
    public static (string Number, DateOnly IssuedOn) Circular(string regime) => regime switch
    {
        "08-2015" => ("08/2015/TT-BTP", new(2015, 6, 26)),
        "06-2019" => ("06/2019/TT-BTP", new(2019, 11, 21)),
        "05-2024" => ("05/2024/TT-BTP", new(2024, 6, 10)),
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "No such regime."),
    };

    public static string Measured(Measure measure) => measure switch
    {
        Measure.Matters => "việc",
        Measure.Money => "1.000 đồng",
    };

    public static string Period(FormReport report) => $"{Months(report)} {Days(report)}";

    public static string Months(FormReport report) => string.Create(CultureInfo.InvariantCulture, $"{report.Months} tháng / năm {report.Year}");

    public static string Days(FormReport report)
    {
        var year = new StatisticalYear(report.Year);
        return $"(từ ngày {Day(year.Start)} đến ngày {Day(year.EndOfMonth(report.Months))})";
    }

    /// <summary>The cut-off and the last act the figures rest on: with the two, the same figures can be had again.</summary>
    public static string CutOff(FormReport report) =>
        $"Số liệu biết đến {KnownOn(report)}; thao tác cuối cùng số {report.LastAct.ToString("N0", Words.Format)}.";

    public static string KnownOn(FormReport report) => report.KnownOn is { } day ? $"ngày {Day(day)}" : "khi in";

    public static string Printed(FormSheetHead head) => $"In ngày {Day(head.Today)}, người in: {head.PrintedBy}.";

    /// <summary>
    /// As official papers write a day in figures: a nought before days below 10 and before January and February
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    /// </summary>
    public static string Day(DateOnly day) => day.ToString(day.Month < 3 ? "dd'/'MM'/'yyyy" : "dd'/'M'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The line that opens part II, III or IV of forms 01 and 02 and has no figures of its own.</summary>
    public static string? PartTitle(string part) => part switch
    {
        "II" => "II. Chia theo hình thức ra quyết định",
        "III" => "III. Chia theo loại bản án, quyết định",
        "IV" => "IV. Trong đó",
        _ => null,
    };
}
