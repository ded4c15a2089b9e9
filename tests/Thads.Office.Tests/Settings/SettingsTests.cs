using Thads.Office.Acts;
using Thads.Office.Settings;
using Thads.Office.Tests.Conformance;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Settings;

public sealed class SettingsTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Keys => [.. SettingList.All.Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_unit_has_its_own_value_else_that_of_the_unit_above_else_that_of_the_tree_else_the_default(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        Assert.Equal("deputies", await ValueAsync(office, "D1", Today));
        await ChangeAsync(office, null, "unit", Today);
        Assert.Equal(("unit", "unit"), (await ValueAsync(office, "D1", Today), await ValueAsync(office, null, Today)));
        await ChangeAsync(office, "T", "deputies", Today);
        Assert.Equal(("deputies", "unit"), (await ValueAsync(office, "D1", Today), await ValueAsync(office, null, Today)));
        await ChangeAsync(office, "D1", "unit", Today.AddDays(10));
        Assert.Equal(("deputies", "unit"), (await ValueAsync(office, "D1", Today.AddDays(9)), await ValueAsync(office, "D1", Today.AddDays(10))));
        await ChangeAsync(office, "D1", "", Today.AddDays(20));
        Assert.Equal("deputies", await ValueAsync(office, "D1", Today.AddDays(20)));
        Assert.Equal("deputies", await ValueAsync(office, "D1", Today.AddDays(-1)));
    }

    [Fact]
    public async Task A_value_that_cannot_be_is_refused()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        await RefusedAsync("setting.unknown", new("no.such", null, "1", Today));
        await RefusedAsync("setting.bad-choice", new(SettingList.SigningDelegates, null, "everybody", Today));
        await RefusedAsync("setting.bad-number", new(SettingList.CodeDays, null, "15", Today));
        await RefusedAsync("setting.bad-number", new(SettingList.CodeDays, null, "-1", Today));
        await RefusedAsync("setting.whole-tree", new(SettingList.CodeDays, "D1", "2", Today));
        await RefusedAsync("setting.past", new(SettingList.CodeDays, null, "2", Today.AddDays(-1)));
        await RefusedAsync("setting.unchanged", new(SettingList.CodeDays, null, "", Today));
        await RefusedAsync("code.unknown", new(SettingList.SigningDelegates, "NO", "unit", Today));

        async Task RefusedAsync(string code, ChangeSetting.Input input) => Assert.Equal(code, await SmallOffice.RefusedAsync(() => office.DoAsync(w => ChangeSetting.RunAsync(input, w, None))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_administrator_of_a_unit_decides_for_it_and_for_no_other(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        HashSet<int> own = [(await office.TreeAsync()).UnitOf("D1")!.Value];
        foreach (var unit in new[] { null, "T", "D2" })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(w => ChangeSetting.RunAsync(new(SettingList.SigningDelegates, unit, "unit", Today), w, None), Permissions.Administer, own));
        }

        await office.DoAsync(w => ChangeSetting.RunAsync(new(SettingList.SigningDelegates, "D1", "unit", Today), w, None), Permissions.Administer, own);
        Assert.Equal(["signing.delegates value  → unit", "signing.delegates from-day  → 2026-11-20"], await office.ChangesAsync("setting-changed"));
    }

    [Fact]
    public async Task A_setting_that_nobody_defined_is_a_defect()
    {
        await using var office = await SmallOffice.OpenAsync(TestDatabases.Sqlite);
        var settings = await office.AskAsync(w => OfficeSettings.OfAsync(w, 0, Today, None));

        Assert.Throws<KeyNotFoundException>(() => settings["no.such"]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_has_words_a_sound_default_and_somebody_who_uses_it(string key)
    {
        var setting = SettingList.Find(key)!;
        string[] codes =
        [
            $"setting.{key}", $"setting.{key}.does", .. setting.Choices.Select(c => $"setting.{key}.{c}"), .. setting.Measure.Length > 0 ? new[] { $"setting.in.{setting.Measure}" } : [],
        ];
        var name = typeof(SettingList).GetFields().Single(f => f.IsLiteral && (string)f.GetRawConstantValue()! == key).Name;

        Expect.None(codes.Where(code => !Words.All.ContainsKey(code)));
        Assert.Null(setting.WhyNot(setting.Default));
        Assert.Equal(setting.Source == SettingSource.HouseRule, setting.Basis.Length == 0);
        Assert.Contains(Sources.Files("src", ".cs"), path => !path.EndsWith("SettingList.cs", StringComparison.Ordinal) && Sources.Read(path).Contains($"SettingList.{name}", StringComparison.Ordinal));
    }

    private static Task ChangeAsync(TestOffice office, string? unit, string value, DateOnly from) =>
        office.DoAsync(w => ChangeSetting.RunAsync(new(SettingList.SigningDelegates, unit, value, from), w, None));

    private static async Task<string> ValueAsync(TestOffice office, string? unit, DateOnly day) => await office.AskAsync(async w =>
        (await ReadSettings.RunAsync(new(unit, day), w, None)).Single(s => s.Setting.Key == SettingList.SigningDelegates).Value);
}
