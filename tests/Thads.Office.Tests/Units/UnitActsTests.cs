using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Tests.Units;

/// <summary>Units, communes and officers changed by an administrator, in the small office: T with D1 (three matters' lines) and D2 (until 30/06/2026, empty).</summary>
public sealed class UnitActsTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_added_changed_and_ended_is_so_in_the_tree_on_each_day(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(w => AddUnit.RunAsync(new(" K1 ", " Phòng Một ", UnitKind.Room, "T", new(2026, 7, 1)), w, None));
        await office.DoAsync(w => ChangeUnit.RunAsync(new("K1", new(2026, 9, 1), "Phòng Một mới", UnitKind.Room, "D1"), w, None));
        await office.DoAsync(w => EndUnit.RunAsync(new("K1", new(2026, 10, 31), "QĐ 1"), w, None));

        var tree = await office.TreeAsync();
        var unit = tree.UnitOf("K1")!.Value;

        Assert.Equal(
            [
                (tree.UnitOf("T"), "Phòng Một", new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 31)),
                (tree.UnitOf("D1"), "Phòng Một mới", new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 31)),
            ],
            tree.PeriodsOf(unit).Select(p => (p.Parent, p.Name, p.ValidFrom!.Value, p.ValidTo!.Value)));
        Assert.Equal("Phòng Một", tree.UnitName(unit, new(2026, 8, 31)));
        Assert.Contains(unit, tree.ScopeOf(tree.UnitOf("D1")!.Value, new(2026, 9, 1)));
        Assert.False(tree.IsValidOn(unit, new(2026, 11, 1)));
        Assert.Equal(
            ["unit-added", "unit-changed", "unit-ended"],
            await office.ReadAsync(c => c.ListAsync("SELECT kind FROM act WHERE kind LIKE 'unit-%' ORDER BY seq", r => r.GetString(0), None)));
        Assert.Equal(
            ["K1 from-day  → 2026-09-01", "K1 name Phòng Một → Phòng Một mới", "K1 parent T → D1"],
            await office.ChangesAsync("unit-changed"));
        Assert.Equal(["K1 last-day  → 2026-10-31"], await office.ChangesAsync("unit-ended"));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_changed_by_act_goes_out_and_comes_in_the_same_and_an_older_set_contradicts(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        using var folder = new TemporaryFolder();
        await office.ExportAsync(folder["before"]);
        await office.DoAsync(w => ChangeUnit.RunAsync(new("D1", Today, "Một mới", UnitKind.District, "T"), w, None));
        await office.DoAsync(w => ChangeOfficer.RunAsync(new("O1", Today.AddDays(1), "Người 1", "T", OfficerTitle.ChiefEnforcer), w, None));
        await office.DoAsync(w => AddCommune.RunAsync(new("X1", "Xã Một", "D1"), w, None));
        await office.DoAsync(w => AddCommune.RunAsync(new("X2", "Xã Hai", "D1", Today), w, None));
        await office.DoAsync(w => ChangeCommune.RunAsync(new("X2", "Xã Hai mới", "T"), w, None));
        await office.DoAsync(w => EndCommune.RunAsync(new("X1", Today, "X2"), w, None));

        await office.ExportAsync(folder["out"]);
        await using var copy = await TestOffice.NewAsync(kind, Today);
        Assert.Empty((await copy.ImportAsync(folder["out"])).Refused);
        await copy.ExportAsync(folder["again"]);

        foreach (var file in new[] { "units.csv", "officers.csv", "communes.csv" })
        {
            Assert.Equal(await File.ReadAllTextAsync(folder["out/" + file], None), await File.ReadAllTextAsync(folder["again/" + file], None));
        }

        Assert.Equal("code,name,unit,valid_from,valid_to,successor\nX1,Xã Một,D1,,2026-11-20,X2\nX2,Xã Hai mới,T,2026-11-20,,\n", await File.ReadAllTextAsync(folder["out/communes.csv"], None));
        Assert.Null((await office.ImportAsync(folder["out"])).Act);
        var contradicts = await office.ImportAsync(folder["before"]);
        Assert.Equal(["units.csv row.contradicts", "officers.csv row.contradicts"], contradicts.Refused.Select(r => $"{r.File} {r.Why.Code}"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_successor_counts_what_the_predecessor_held_and_nothing_moves_in_the_books(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.DoAsync(w => AddUnit.RunAsync(new("K1", "Phòng Một", UnitKind.Room, "T", new(2026, 7, 1)), w, None));
        var moves = await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM move", None));
        Assert.Equal("unit.needs-successor", await SmallOffice.RefusedAsync(() => office.DoAsync(w => EndUnit.RunAsync(new("D1", Today, "QĐ 2"), w, None))));

        await office.DoAsync(w => Succeed.RunAsync(new("D1", "K1", Today.AddDays(-10), EndsPredecessor: true, "QĐ 2"), w, None));

        var tree = await office.TreeAsync();
        Assert.Equal(Today.AddDays(-11), tree.PeriodsOf(tree.UnitOf("D1")!.Value)[0].ValidTo);
        Assert.Equal(moves, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM move", None)));
        var report = await office.FormAsync(new FormQuery("01", "K1", 2027, 2));
        Assert.Equal(2, report.Rows[0].Cells[report.Columns.Index().Single(c => c.Item.Cell == "total").Index]);
        Assert.Equal("succession.there", await SmallOffice.RefusedAsync(() => office.DoAsync(w => Succeed.RunAsync(new("D1", "T", Today.AddDays(-10), false, "QĐ 3"), w, None))));
        await office.VerifyAsync();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_reason()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        await office.DoAsync(w => AddUnit.RunAsync(new("K1", "Phòng", UnitKind.Room, "D1", Today), w, None));
        await office.DoAsync(w => AddCommune.RunAsync(new("X1", "Xã Một", "D1"), w, None));
        await office.DoAsync(w => AddCommune.RunAsync(new("X2", "Xã Hai", "D1"), w, None));
        await office.DoAsync(w => EndCommune.RunAsync(new("X1", Today, "X2"), w, None));

        await RefusedAsync("code.bad", w => AddUnit.RunAsync(new("có trắng", "A", UnitKind.Room, "T", null), w, None));
        await RefusedAsync("name.missing", w => AddUnit.RunAsync(new("K2", " ", UnitKind.Room, "T", null), w, None));
        await RefusedAsync("unit.code-taken", w => AddUnit.RunAsync(new("D1", "A", UnitKind.Room, "T", null), w, None));
        await RefusedAsync("code.unknown", w => AddUnit.RunAsync(new("K2", "A", UnitKind.Room, "NO", null), w, None));
        await RefusedAsync("unit.not-valid", w => AddUnit.RunAsync(new("K2", "A", UnitKind.Room, "D2", Today), w, None));
        await RefusedAsync("period.ends-before", w => AddUnit.RunAsync(new("K2", "A", UnitKind.Room, "T", Today, Today.AddDays(-1)), w, None));
        await RefusedAsync("unit.unchanged", w => ChangeUnit.RunAsync(new("D1", Today, "Một", UnitKind.District, "T"), w, None));
        await RefusedAsync("period.begins-then", w => ChangeUnit.RunAsync(new("K1", Today, "Khác", UnitKind.Room, "D1"), w, None));
        await RefusedAsync("unit.own-ancestor", w => ChangeUnit.RunAsync(new("D1", Today.AddDays(1), "Một", UnitKind.District, "K1"), w, None));
        await RefusedAsync("unit.has-below", w => EndUnit.RunAsync(new("D1", Today.AddDays(9), "QĐ"), w, None));
        await RefusedAsync("reason.missing", w => EndUnit.RunAsync(new("K1", Today, " "), w, None));
        await RefusedAsync("unit.not-valid", w => EndUnit.RunAsync(new("D2", Today, "QĐ"), w, None));
        await RefusedAsync("unit.ended-already", w => EndUnit.RunAsync(new("D2", new(2026, 6, 30), "QĐ"), w, None));
        await RefusedAsync("succession.itself", w => Succeed.RunAsync(new("D1", "D1", Today, false, "QĐ"), w, None));
        await RefusedAsync("succession.circle", w => Succeed.RunAsync(new("D1", "K1", Today, false, "QĐ"), w, None));
        await RefusedAsync("commune.code-taken", w => AddCommune.RunAsync(new("X1", "Xã", "D1"), w, None));
        await RefusedAsync("commune.unchanged", w => ChangeCommune.RunAsync(new("X2", "Xã Hai", "D1"), w, None));
        await RefusedAsync("commune.ended-already", w => EndCommune.RunAsync(new("X1", Today), w, None));
        await RefusedAsync("commune.circle", w => EndCommune.RunAsync(new("X2", Today, "X1"), w, None));
        await RefusedAsync("officer.code-taken", w => AddOfficer.RunAsync(new("O1", "Ai", "D1", OfficerTitle.Clerk, null), w, None));
        await RefusedAsync("officer.unchanged", w => ChangeOfficer.RunAsync(new("O1", Today, "Người 1", "D1", OfficerTitle.Enforcer), w, None));
        await RefusedAsync("officer.not-serving", w => EndOfficer.RunAsync(new("O2", Today), w, None));
        await RefusedAsync("officer.ended-already", w => EndOfficer.RunAsync(new("O2", new(2026, 3, 31)), w, None));

        async Task RefusedAsync(string code, Func<Work, Task> act) => Assert.Equal((code, code), (code, await SmallOffice.RefusedAsync(() => office.DoAsync(act))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Nothing_ends_before_the_last_day_on_which_the_books_used_it(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        await office.RecordAsync(new("M2", StepKind.Transferred, new(2026, 5, 4), ToUnit: "D2", ToOfficer: "O3"));

        Assert.Equal("officer.used-later", await SmallOffice.RefusedAsync(() => office.DoAsync(w => EndOfficer.RunAsync(new("O1", SmallOffice.Decided.AddDays(-1)), w, None))));
        Assert.Equal("officer.used-later", await SmallOffice.RefusedAsync(() => office.DoAsync(w => ChangeOfficer.RunAsync(new("O3", new(2026, 5, 4), "Người 3", "T", OfficerTitle.Enforcer), w, None))));
        Assert.Equal("unit.used-later", await SmallOffice.RefusedAsync(() => office.DoAsync(w => EndUnit.RunAsync(new("D2", new(2026, 5, 3), "QĐ"), w, None))));

        await office.DoAsync(w => EndOfficer.RunAsync(new("O1", Today), w, None));
        await office.DoAsync(w => ChangeOfficer.RunAsync(new("O3", new(2026, 5, 5), "Người 3", "T", OfficerTitle.Enforcer), w, None));
        var tree = await office.TreeAsync();
        Assert.True(tree.Serves(tree.OfficerOf("O3")!.Value, tree.UnitOf("D2")!.Value, new(2026, 5, 4)));
        Assert.False(tree.Serves(tree.OfficerOf("O1")!.Value, tree.UnitOf("D1")!.Value, Today.AddDays(1)));
        await office.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_administrator_of_one_unit_touches_no_other_and_not_the_unit_itself(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var tree = await office.TreeAsync();
        var before = await office.ReadAsync(c => c.ValueAsync<long>("SELECT max(seq) FROM act", None));
        HashSet<int> own = [tree.UnitOf("D1")!.Value];
        Func<Work, Task>[] foreign =
        [
            w => AddUnit.RunAsync(new("K1", "Phòng", UnitKind.Room, "D2", null), w, None),
            w => AddUnit.RunAsync(new("K1", "Phòng", UnitKind.Room, null, null), w, None),
            w => ChangeUnit.RunAsync(new("D1", Today, "Khác", UnitKind.District, "T"), w, None),
            w => EndUnit.RunAsync(new("D2", new(2026, 5, 1), "QĐ"), w, None),
            w => Succeed.RunAsync(new("D2", "D1", Today, false, "QĐ"), w, None),
            w => AddCommune.RunAsync(new("X1", "Xã", "D2"), w, None),
            w => AddOfficer.RunAsync(new("O9", "Ai", "D2", OfficerTitle.Clerk, null), w, None),
            w => ChangeOfficer.RunAsync(new("O3", Today, "Ai", "D1", OfficerTitle.Clerk), w, None),
            w => ChangeOfficer.RunAsync(new("O1", Today, "Ai", "D2", OfficerTitle.Clerk), w, None),
            w => EndOfficer.RunAsync(new("O3", Today), w, None),
        ];

        foreach (var act in foreign)
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(act, Permissions.Administer, own));
        }

        Assert.Equal(before, await office.ReadAsync(c => c.ValueAsync<long>("SELECT max(seq) FROM act", None)));
        await office.DoAsync(w => AddUnit.RunAsync(new("K1", "Phòng", UnitKind.Room, "D1", Today), w, None), Permissions.Administer, own);
        await office.DoAsync(w => AddOfficer.RunAsync(new("O9", "Ai", "D1", OfficerTitle.Clerk, null), w, None), Permissions.Administer, own);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_form_sent_ten_times_at_once_is_one_act_and_its_key_does_nothing_else(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => office.DoAsync(w => AddUnit.RunAsync(new("K1", "Phòng", UnitKind.Room, "T", Today, null, "key-1"), w, None))));

        Assert.Equal(1, await office.ReadAsync(c => c.ValueAsync<long>("SELECT count(*) FROM act WHERE kind = 'unit-added'", None)));
        Assert.Equal("act.key-taken", await SmallOffice.RefusedAsync(() => office.DoAsync(w => EndUnit.RunAsync(new("K1", Today, "QĐ", "key-1"), w, None))));
    }
}
