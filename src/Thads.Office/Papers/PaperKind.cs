using Thads.Office.Documents;

namespace Thads.Office.Papers;

/// <summary>A kind of document the office writes from a template: an invitation, minutes, a certificate.</summary>
/// <param name="Code">Small letters and hyphens: "meeting-invitation".</param>
/// <param name="Title">In Vietnamese: "Giấy mời họp Ban chỉ đạo".</param>
/// <param name="Symbol">Behind the number: "GM" in "12/GM-CCTHADS".</param>
/// <param name="Own">Its tags beside those every paper has (<see cref="PaperTags.Common"/>).</param>
/// <param name="Shipped">Draws the template that comes with the program from all tags by their written form.</param>
public sealed record PaperKind(string Code, string Title, string Symbol, IReadOnlyList<KnownTag> Own, Func<IReadOnlyDictionary<string, KnownTag>, byte[]> Shipped)
{
    /// <summary>Every tag a template of this kind may have.</summary>
    public IReadOnlyList<KnownTag> Tags { get; } = [.. PaperTags.Common, .. Own];

    /// <summary>The template that comes with the program.</summary>
    public byte[] ToFile() => Shipped(Tags.ToDictionary(tag => tag.Tag.Written, StringComparer.Ordinal));
}

/// <summary>The tags of papers.</summary>
public static class PaperTags
{
    /// <summary>Agency, number, place and day, signer, recipients: filled by <see cref="WritePaper"/> where the paper does not say otherwise.</summary>
    public static readonly IReadOnlyList<KnownTag> Common =
    [
        Word("co-quan-cap-tren", "Cơ quan cấp trên", "CỤC THI HÀNH ÁN DÂN SỰ"), Word("co-quan", "Cơ quan ban hành", "CHI CỤC THI HÀNH ÁN DÂN SỰ"), Word("so", "Số văn bản", "12"),
        Word("ky-hieu", "Ký hiệu văn bản", "GM-CCTHADS"), Word("dia-danh-ngay", "Địa danh, ngày tháng năm", "……, ngày … tháng … năm …"), Word("trich-yeu", "Trích yếu nội dung", "Về việc …"),
        Word("chuc-vu", "Chức vụ người ký", "THỦ TRƯỞNG"), Word("nguoi-ky", "Họ tên người ký", "Họ và tên"), Text("noi-nhan", "Nơi nhận", "- Như trên;"),
    ];

    /// <summary>`chu:`.</summary>
    public static KnownTag Word(string name, string meaning, string sample) => new(new(PlaceKind.Word, name), meaning, sample);

    /// <summary>`van:` paragraphs.</summary>
    public static KnownTag Text(string name, string meaning, string sample) => new(new(PlaceKind.Text, name), meaning, sample);

    /// <summary>`bang:` a table.</summary>
    public static KnownTag Table(string name, string meaning, string sample) => new(new(PlaceKind.Table, name), meaning, sample);
}
