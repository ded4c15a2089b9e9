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
    string PrintedBy)
{
    /// <summary>Of a report that was closed: what makes it this very paper. Null on a form drawn up at the moment.</summary>
    public SheetStamp? Stamp { get; init; }
}

/// <summary>What a closed or sent report carries on every paper.</summary>
/// <param name="Number">Of the document; null while it is not sent.</param>
/// <param name="SentOn">Null while it is not sent.</param>
/// <param name="Version">In words: "Bản 1", "Báo cáo bổ sung lần 1", "Bản chốt, chưa gửi".</param>
/// <param name="Hash">SHA-256 of the stored content.</param>
/// <param name="Maker">Who drew it up.</param>
/// <param name="Signer">Null while nobody signed it.</param>
public sealed record SheetStamp(string? Number, DateOnly? SentOn, string Version, string Hash, string Maker, string? Signer, string? SignerRole)
{
    /// <summary>Number, day, version and hash on one line.</summary>
    public string Line => (Number is null ? Version : $"Số {Number}, gửi ngày {FormWording.Day(SentOn!.Value)}. {Version}") + $". Mã băm SHA-256: {Hash}";
}
