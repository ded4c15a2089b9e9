using Thads.Office.Acts;
using Thads.Office.Figures.Sheets;

namespace Thads.Office.Reports;

/// <summary>A closed report on paper, from what is stored: nothing is computed anew.</summary>
public static class WriteReport
{
    /// <param name="madeUpMark">What is printed across a form of invented figures; null on a real one.</param>
    /// <param name="blanksFolder">Where the office keeps its own blanks; null = ours.</param>
    /// <exception cref="NotFoundException">`report.no-form`: the report has no such form.</exception>
    public static void Sheet(ReportVersion version, string form, string file, Work work, string? blanksFolder = null, string? madeUpMark = null)
    {
        work.Require(Permissions.ReadFigures);
        var closed = version.Forms.FirstOrDefault(f => f.Form == form) ?? throw new NotFoundException(new Refusal("report.no-form", form));
        FormSheet.Write(
            DrawUp.Printed(version, closed),
            new FormSheetHead(version.UnitName, version.Recipient, version.OfficerName, madeUpMark, closed.Notes, work.Today, work.Person.FullName) { Stamp = Stamp(version) },
            file, blanksFolder);
    }

    public static SheetStamp Stamp(ReportVersion version) => new(
        version.Sending?.Number, version.Sending?.SentOn, VersionWords(version.Sending, Language.Vietnamese), version.Hash, version.Maker, version.Sending?.Signer, version.Sending?.SignerRole);

    /// <summary>"ngày 02 tháng 10 năm 2020": above a signature (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    public static string DayLine(DateOnly day) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>"Bản 1", "Báo cáo bổ sung lần 1", "Bản chốt, chưa gửi".</summary>
    public static string VersionWords(ReportSending? sending, Language language) =>
        sending is null ? Words.Say(language, "report.version-none") : sending.Version == 1 ? Words.Say(language, "report.version-first") : Words.Say(language, "report.version-later", sending.Version - 1);
}
