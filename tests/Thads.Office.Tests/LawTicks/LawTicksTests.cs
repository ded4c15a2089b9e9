using Thads.Law.Tables;
using Thads.Office.Acts;
using Thads.Office.LawTicks;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.LawTicks;

public sealed class LawTicksTests
{
    private const string Row = "parameters/BASE_SALARY/@2026-07-01";
    private static readonly CancellationToken None = CancellationToken.None;

    private static string Print => LawBook.InForce.Find(Row)!.Print;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_row_somebody_laid_beside_the_gazette_is_checked_for_the_whole_office(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        Assert.False((await office.AskAsync(w => LawInForce.OfAsync(w, None))).Find(Row)!.Trust.IsChecked);

        await TickAsync(office, "Công báo 500, 20/5/2026, tr. 3");
        await TickAsync(office, "Công báo 501, 21/5/2026");

        var book = await office.AskAsync(w => LawInForce.OfAsync(w, None));
        Assert.Equal("Công báo 501, 21/5/2026", book.Find(Row)!.Trust.Tick!.Where);
        Assert.False(book.Find("parameters/BASE_SALARY/@2024-07-01")!.Trust.IsChecked);
        Assert.Equal(["parameters/BASE_SALARY/@2026-07-01 found-in Công báo 500, 20/5/2026, tr. 3 → Công báo 501, 21/5/2026"], await office.ChangesAsync("law-row-ticked"));
        Assert.Equal(["Công báo 501, 21/5/2026", "Công báo 500, 20/5/2026, tr. 3"], (await office.AskAsync(w => ReadLawRow.RunAsync(Row, w, None))).Ticks.Select(tick => tick.Where));
    }

    [Fact]
    public async Task What_was_not_seen_has_no_source_or_was_said_before_is_refused()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        await TickAsync(office, "Công báo 500");
        await RefusedAsync("law-tick.same", new(Row, Print, " Công báo 500 "));
        await RefusedAsync("law-tick.no-source", new(Row, Print, "  "));
        await RefusedAsync("law-tick.long-source", new(Row, Print, new string('x', 301)));
        await RefusedAsync("law-tick.changed", new(Row, "0123456789abcdef", "Công báo 501"));
        await RefusedAsync("law-tick.unknown-row", new("parameters/NONE@2026-07-01", Print, "Công báo 501"));

        async Task RefusedAsync(string code, TickLawRow.Input input) => Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(w => TickLawRow.RunAsync(input, w, None))));
    }

    [Fact]
    public async Task Twice_the_same_form_ticks_once_and_only_who_administers_everywhere_ticks()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        HashSet<int> own = [(await office.TreeAsync()).UnitOf("D1")!.Value];
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(w => TickLawRow.RunAsync(new(Row, Print, "Công báo 500"), w, None), Permissions.Administer, own));

        await office.DoAsync(w => TickLawRow.RunAsync(new(Row, Print, "Công báo 500", "k1"), w, None));
        await office.DoAsync(w => TickLawRow.RunAsync(new(Row, Print, "Công báo 500", "k1"), w, None));

        Assert.Single((await office.AskAsync(w => ReadLawRow.RunAsync(Row, w, None))).Ticks);
    }

    private static async Task TickAsync(TestOffice office, string where) => await office.DoAsync(w => TickLawRow.RunAsync(new(Row, Print, where), w, None));
}
