using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Exchange;

/// <summary>Somebody whose right holds over one unit brings in and takes out what concerns it, and learns nothing of the others.</summary>
public sealed class ScopedExchangeTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private const string Matters = "code,unit,officer,decided_on,basis,type\n";
    private const string Lines = "matter,line,kind,amount\n";

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_concerns_the_own_unit_comes_in(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        using var set = Folders.Of(
            ("officers", "code,name,unit,title\nO9,Người 9,D1,enforcer\n"),
            ("parties", "code,kind,name\nP9,person,Người Bịa\n"),
            ("matters", Matters + "M9,D1,O9,2026-01-05,ex_officio,civil\n"),
            ("obligations", Lines + "M9,1,court_fee,900\n"),
            ("roles", "matter,line,party,role\nM9,1,P9,debtor\n"),
            ("steps", "matter,line,step,on,amount,to_unit,to_officer\nM1,1,collected,2026-01-05,400,,\nM9,,transferred,2026-02-02,,D2,O3\n"));

        var result = await ImportAsync(office, set, await UnitAsync(office, "D1"));

        Assert.Equal("", result.Said());
        Assert.Equal("D1", Assert.Single(result.Reconciliation).Code);
        Assert.Equal(400, (await office.FileAsync("M1")).Steps.Single().Amount);
        await office.VerifyAsync();
    }

    [Theory]
    [InlineData("units", "code,name,kind,parent\nD9,Chín,district,T\n", "units:2:code exchange.tree-not-yours")]
    [InlineData("unit_succession", "from,to,on\nD2,D1,2026-07-01\n", "unit_succession:2:from exchange.tree-not-yours")]
    [InlineData("communes", "code,name,unit\nX1,Xã,D2\n", "communes:2:unit exchange.not-your-unit")]
    [InlineData("officers", "code,name,unit,title\nO9,Người 9,D2,enforcer\n", "officers:2:unit exchange.not-your-unit")]
    [InlineData("targets", "unit,year,measure,value\nD2,2026,matters,80\n", "targets:2:unit exchange.not-your-unit")]
    [InlineData("figures", "unit,year,months,measure,settled\nD2,2026,12,matters,5\n", "figures:2:unit exchange.not-your-unit")]
    [InlineData("steps", "matter,line,step,on,amount\nF1,1,collected,2026-01-05,9\n", "steps:2:matter code.unknown")]
    [InlineData("parties", "code,kind,name\nPF,person,Người Lạ\n", "parties:2:code exchange.code-taken")]
    [InlineData("roles", "matter,line,party,role\nM1,1,PF,debtor\n", "roles:2:party code.unknown")]
    public async Task What_concerns_another_unit_is_refused_by_its_row(string file, string text, string refused)
    {
        foreach (var kind in TestDatabases.Kinds)
        {
            await using var office = await WithAnotherUnitsMatterAsync(kind.Data);
            var before = await office.ReadAsync(RowCounts.OfAsync);
            using var set = Folders.Of((file, text));

            var result = await ImportAsync(office, set, await UnitAsync(office, "D1"));

            Assert.Equal(refused, result.Said());
            Assert.Equal(before, await office.ReadAsync(RowCounts.OfAsync));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_code_that_another_unit_uses_is_taken_and_nothing_else_is_said_of_it(string kind)
    {
        await using var office = await WithAnotherUnitsMatterAsync(kind);
        using var set = Folders.Of(("matters", Matters + "F1,D1,O1,2026-01-05,ex_officio,civil\n"), ("obligations", Lines + "F1,1,court_fee,9\n"));

        var result = await ImportAsync(office, set, await UnitAsync(office, "D1"));

        Assert.Equal("matters:2:code exchange.code-taken", result.Said());
        Assert.Empty(result.Reconciliation);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_docketed_for_another_unit_or_changed_after_it_was_handed_over_is_refused(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var mine = await UnitAsync(office, "D1");
        using var foreign = Folders.Of(("matters", Matters + "M8,D2,O3,2026-01-05,ex_officio,civil\n"), ("obligations", Lines + "M8,1,court_fee,9\n"));
        using var after = Folders.Of(("steps", "matter,line,step,on,amount,to_unit,to_officer\nM1,,transferred,2026-01-05,,D2,O3\nM1,1,collected,2026-02-02,5,,\n"));

        Assert.Equal("matters:2:unit exchange.not-your-unit", (await ImportAsync(office, foreign, mine)).Said());
        Assert.Equal("steps:3:matter exchange.held-elsewhere", (await ImportAsync(office, after, mine)).Said());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_check_says_all_an_import_would_and_writes_nothing(string kind)
    {
        using var set = Folders.Good();
        await using var office = await TestOffice.NewAsync(kind, Today);
        var before = await office.ReadAsync(RowCounts.OfAsync);
        ImportResult result;
        await using (var work = office.Work())
        {
            result = await ImportExchange.RunAsync(new(set.Path, CheckOnly: true), work, TestContext.Current.CancellationToken);
        }

        Assert.True(result.Imported);
        Assert.Null(result.Act);
        Assert.All(result.Reconciliation, unit => Assert.Equal(unit.InFiles.Matters, unit.InBooks.Matters));
        Assert.NotEmpty(result.Reconciliation);
        Assert.Equal(before, await office.ReadAsync(RowCounts.OfAsync));
        Assert.NotNull((await office.ImportAsync(set.Path)).Act);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Under_one_key_a_set_comes_in_once(string kind)
    {
        using var set = Folders.Good();
        using var other = Folders.Of(("officers", "code,name,unit,title\nO77,Người 77,D1,enforcer\n"));
        await using var office = await TestOffice.NewAsync(kind, Today);
        async Task<long?> InAsync(TemporaryFolder folder)
        {
            await using var work = office.Work();
            return (await ImportExchange.RunAsync(new(folder.Path, IdempotencyKey: "k"), work, TestContext.Current.CancellationToken)).Act;
        }

        var first = await InAsync(set);

        Assert.NotNull(first);
        Assert.Equal(first, await InAsync(other));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_is_taken_out_for_a_unit_speaks_of_no_other_and_stands_by_itself(string kind)
    {
        await using var office = await WithAnotherUnitsMatterAsync(kind);
        using var folder = new TemporaryFolder();
        await using (var work = office.Work(Permissions.All, await UnitAsync(office, "D1")))
        {
            var result = await ExportExchange.RunAsync(new(folder["out"]), work, TestContext.Current.CancellationToken);
            Assert.Equal(2, result.Matters);
        }

        var files = Folders.Texts(folder["out"]);
        Assert.DoesNotContain(files.Values, text => text.Contains("F1", StringComparison.Ordinal) || text.Contains("PF", StringComparison.Ordinal) || text.Contains("D2", StringComparison.Ordinal) || text.Contains("O3", StringComparison.Ordinal));
        await using var copy = await TestOffice.NewAsync(kind, Today);
        Assert.Equal("", (await copy.ImportAsync(folder["out"])).Said());
        await copy.VerifyAsync();
    }

    /// <summary>The small office, and a matter F1 of D2 with a party PF.</summary>
    private static async Task<TestOffice> WithAnotherUnitsMatterAsync(string kind)
    {
        var office = await SmallOffice.OpenAsync(kind);
        using var set = Folders.Of(
            ("parties", "code,kind,name\nPF,person,Người Khác\n"), ("matters", Matters + "F1,D2,O3,2026-01-05,ex_officio,civil\n"), ("obligations", Lines + "F1,1,court_fee,90\n"),
            ("roles", "matter,line,party,role\nF1,1,PF,debtor\n"));
        Assert.Equal("", (await office.ImportAsync(set.Path)).Said());
        return office;
    }

    private static async Task<IReadOnlySet<int>> UnitAsync(TestOffice office, string code) =>
        new HashSet<int> { await office.ReadAsync(c => c.ValueAsync<int>("SELECT id FROM unit WHERE code = @code", TestContext.Current.CancellationToken, ("code", code))) };

    private static async Task<ImportResult> ImportAsync(TestOffice office, TemporaryFolder set, IReadOnlySet<int> units)
    {
        await using var work = office.Work(Permissions.All, units);
        return await ImportExchange.RunAsync(new(set.Path), work, TestContext.Current.CancellationToken);
    }
}
