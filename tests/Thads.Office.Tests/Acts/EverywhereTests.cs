using Thads.Office.Docket;

namespace Thads.Office.Tests.Acts;

/// <summary>What is done to the whole of the books is not for somebody who sees a part of them.</summary>
public sealed class EverywhereTests
{
    [Fact]
    public async Task Who_sees_one_unit_verifies_nothing()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, new(2026, 11, 20));
        await using var work = office.Work(units: new HashSet<int> { 1 });
        var ct = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<NotAllowedException>(() => VerifyBook.RunAsync(work, ct));
    }
}
