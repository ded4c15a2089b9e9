using Thads.Office.Exchange.Samples;
using Thads.Office.Reports;

namespace Thads.Office.Tests.Reports;

/// <summary>The story of the founding district: September 2020 is closed and sent, a late step becomes known, a supplementary report follows.</summary>
public sealed class SeptemberStoryTests
{
    private static readonly ReportAddress Year2020 = new(FoundingDistrict.Unit, null, FoundingDistrict.Year, 12);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task September_2020_is_sent_with_3419_and_supplemented_with_3420(string kind)
    {
        using var folder = new TemporaryFolder();
        FoundingDistrict.Write(folder.Path);
        await using var office = await TestOffice.NewAsync(kind, FoundingDistrict.Today);
        Assert.True((await office.ImportAsync(folder.Path)).Imported);
        DateOnly day = new(2020, 10, 2);

        var first = await office.CloseAsync(Year2020, day);
        await office.SendAsync(first, "215/BC-CCTHADS", day);
        var second = await office.CloseAsync(Year2020);
        var changes = await office.ChangesAsync(first, second);
        await office.ReasonAsync(second, "Bước ngày 28/9 nhập ngày 12/10", [.. changes.Cells.Select(c => c.Name)]);
        await office.SendAsync(second, "245/BC-CCTHADS");

        var (before, after) = (await office.VersionAsync(first), await office.VersionAsync(second));
        Assert.Equal((3_419m, 84.86m), (before.Form("01")["I", "settled"], before.Form("01")["I", "rate"]));
        Assert.Equal((5_211m, 4_029m, 3_420m, 84.88m), (after.Form("01")["I", "total"], after.Form("01")["I", "enforceable"], after.Form("01")["I", "settled"], after.Form("01")["I", "rate"]));
        Assert.Equal(54.75m, after.Form("02")["I", "rate"]);
        Assert.Equal((2, "245/BC-CCTHADS"), (after.Sending!.Version, after.Sending.Number));
        var matter = Assert.Single(changes.Cells.SelectMany(c => c.Matters).Select(m => m.Code).Distinct());
        Assert.All(changes.Cells, cell => Assert.Equal(0, cell.Rest));
        Assert.StartsWith(FoundingDistrict.Unit, matter, StringComparison.Ordinal);
        Assert.Equal((before.Hash, after.Hash), (await office.AgainAsync(before), await office.AgainAsync(after)));
        Assert.Equal(ReportState.Sent, (await office.AskAsync(work => ReportBoard.RunAsync(FoundingDistrict.Unit, FoundingDistrict.Year, work, default))).Lines[0].Slots[11].State);
    }
}
