using Thads.Office.Docket;
using Thads.Office.Exchange;

namespace Thads.Office.Tests.Acts;

/// <summary>What is done to the whole of the books is not for somebody who sees a part of them.</summary>
public sealed class EverywhereTests
{
    [Fact]
    public async Task Who_sees_one_unit_brings_nothing_in_takes_nothing_out_and_verifies_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, new(2026, 11, 20));
        await using var work = office.Work(units: new HashSet<int> { 1 });
        var ct = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<NotAllowedException>(() => ImportExchange.RunAsync(new(folder.Path), work, ct));
        await Assert.ThrowsAsync<NotAllowedException>(() => ExportExchange.RunAsync(new(folder["out"]), work, ct));
        await Assert.ThrowsAsync<NotAllowedException>(() => VerifyBook.RunAsync(work, ct));
        Assert.False(Directory.Exists(folder["out"]));
    }
}
