namespace Thads.Office.Figures.Sheets;

/// <summary>What stands on a form besides its figures.</summary>
/// <param name="UnitName">Đơn vị báo cáo: the unit that issues the form.</param>
/// <param name="RecipientName">Đơn vị nhận báo cáo.</param>
/// <param name="OfficerName">The officer whose accounts alone are counted, or null.</param>
/// <param name="MadeUpMark">What is printed across the form when its figures are invented (a demonstration), or null.</param>
/// <param name="Notes">Lines under the form, such as a difference of rounding between forms 02 and 05.</param>
/// <param name="Today">The office's today: the day of printing.</param>
/// <param name="PrintedBy">Who printed it.</param>
public sealed record FormSheetHead(
    string UnitName,
    string RecipientName,
    string? OfficerName,
    string? MadeUpMark,
    IReadOnlyList<string> Notes,
    DateOnly Today,
    string PrintedBy);
