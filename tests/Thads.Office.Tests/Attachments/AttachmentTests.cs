using Thads.Office.Acts;
using Thads.Office.Attachments;
using Thads.Office.Tests.Procedure;
using Thads.Office.Tests.Ranking;

namespace Thads.Office.Tests.Attachments;

/// <summary>Files kept with something come back byte for byte, and only to those who see the unit.</summary>
public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 mẫu"u8.ToArray();
    private static readonly AttachFile.Input Minutes = new("D1", "meeting:1", "Biên bản.pdf", Pdf);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_file_comes_back_as_it_was_kept_and_only_to_its_unit(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        long id = 0;
        await office.DoAsync(async work => id = await AttachFile.RunAsync(Minutes with { IdempotencyKey = "k" }, work, default));
        await office.DoAsync(work => AttachFile.RunAsync(Minutes with { IdempotencyKey = "k" }, work, default));

        var kept = Assert.Single(await office.AskAsync(work => ReadAttachments.OfAsync("meeting:1", work, default)));
        Assert.Equal((id, "Biên bản.pdf", Pdf.Length), (kept.Id, kept.Name, kept.Length));
        Assert.Equal(Pdf, (await office.AskAsync(work => ReadAttachments.FileAsync(id, work, default))).Content);
        Assert.Empty(await office.AskAsync(work => ReadAttachments.OfAsync("meeting:2", work, default)));

        var other = await office.OfAsync("D2", Permissions.All);
        Assert.Empty(await office.AskAsync(work => ReadAttachments.OfAsync("meeting:1", work, default), other));
        Assert.Equal("attachment.unknown", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadAttachments.FileAsync(id, work, default), other)));
        Assert.Equal("report.unit", await SmallOffice.RefusedAsync(() => office.DoAsAsync(other, work => AttachFile.RunAsync(Minutes, work, default))));
        Assert.Equal("attachment.there", await SmallOffice.RefusedAsync(() => office.DoAsync(work => AttachFile.RunAsync(Minutes with { Name = "khác.pdf" }, work, default))));
        Assert.Equal(["meeting:1 attachment  → Biên bản.pdf"], await office.ChangesAsync("file-attached"));
    }

    [Fact]
    public void What_is_no_such_file_is_refused()
    {
        Assert.Null(AttachFile.WhyNot(Minutes));
        Assert.Null(AttachFile.WhyNot(Minutes with { Name = "../../etc/a.PDF" }));
        Assert.Equal("attachment.name", AttachFile.WhyNot(Minutes with { Name = " " })?.Code);
        Assert.Equal("attachment.empty", AttachFile.WhyNot(Minutes with { Content = [] })?.Code);
        Assert.Equal("attachment.too-large", AttachFile.WhyNot(Minutes with { Content = new byte[AttachFile.MostBytes + 1] })?.Code);
        Assert.Equal("attachment.kind", AttachFile.WhyNot(Minutes with { Name = "a.exe" })?.Code);
        Assert.Equal("attachment.kind", AttachFile.WhyNot(Minutes with { Name = "a.html" })?.Code);
        Assert.Equal("attachment.not-that", AttachFile.WhyNot(Minutes with { Content = "MZ"u8.ToArray() })?.Code);
        Assert.Equal("attachment.not-that", AttachFile.WhyNot(Minutes with { Name = "a.txt", Content = [65, 0] })?.Code);
    }
}
