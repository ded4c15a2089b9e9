using System.IO.Compression;
using Thads.Office.Data;
using Thads.Office.Reports;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Reports;

public sealed class WriteReportTests
{
    [Theory]
    [InlineData("01")]
    [InlineData("02")]
    [InlineData("04")]
    [InlineData("05")]
    public async Task The_sheet_of_a_sent_report_carries_number_version_hash_maker_and_signer(string form)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var id = await office.CloseAsync(ReportOffice.OfP);
        await office.DoAsync(work => SendReport.RunAsync(new(id, "77/BC & <CTHADS>", new(2020, 11, 10), "Trần Thị Ký", "Cục trưởng"), work, default));
        var version = await office.VersionAsync(id);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.xlsx");

        await office.DoAsync(work =>
        {
            WriteReport.Sheet(version, form, file, work);
            return Task.CompletedTask;
        });

        var text = TextOf(file);
        Assert.All(
            [version.Hash, "77/BC &amp; &lt;CTHADS&gt;", "Bản 1", "Trần Thị Ký", "Cục trưởng", "ngày 10 tháng 11 năm 2020", version.Maker, $"thao tác cuối cùng số {version.LastAct}", $"#{version.ShortHash}"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal("report.no-form", await SmallOffice.RefusedAsync(() => office.DoAsync(work =>
        {
            WriteReport.Sheet(version, "09", file, work);
            return Task.CompletedTask;
        })));
    }

    [Fact]
    public async Task The_sheet_says_what_was_closed_and_not_what_is_known_now()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var version = await office.VersionAsync(await office.CloseAsync(ReportOffice.OfA));
        using var folder = new TemporaryFolder();
        var (before, after) = (Path.Combine(folder.Path, "1.xlsx"), Path.Combine(folder.Path, "2.xlsx"));
        await WriteAsync(before);
        await office.RecordAsync(new("A2", Thads.Office.Matters.StepKind.Collected, new(2020, 9, 28), "1", 700_250));
        await WriteAsync(after);

        Assert.Equal(TextOf(before), TextOf(after));

        async Task WriteAsync(string file) => await office.DoAsync(work =>
        {
            WriteReport.Sheet(version, "01", file, work);
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("UPDATE report_closed SET content = replace(content, '1499500', '1499501')")]
    [InlineData("UPDATE report_closed SET known_on = '2020-11-09'")]
    [InlineData("UPDATE report_closed SET last_act = last_act + 1")]
    public async Task A_text_changed_outside_is_found_and_not_sent(string tampering)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var id = await office.CloseAsync(ReportOffice.OfA);
        await office.ReadAsync(c => c.RunAsync("DROP TRIGGER report_closed_no_update", default));
        await office.ReadAsync(c => c.RunAsync(tampering, default));

        Assert.False((await office.VersionAsync(id)).IsIntact);
        Assert.Equal("report.not-intact", await SmallOffice.RefusedAsync(() => office.SendAsync(id, "1")));
    }

    private static string TextOf(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return string.Join('\n', zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Select(e =>
        {
            using var text = new StreamReader(e.Open());
            return text.ReadToEnd();
        }));
    }
}
