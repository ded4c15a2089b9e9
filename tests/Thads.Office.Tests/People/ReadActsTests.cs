using Thads.Office.Acts;
using Thads.Office.Matters;
using Thads.Office.People;
using Thads.Office.Tests.Procedure;
using Thads.Office.Units;

namespace Thads.Office.Tests.People;

/// <summary>Who did what: each reads the part that touches their own units, and nobody learns that there was more.</summary>
public sealed class ReadActsTests
{
    private static readonly DateOnly Today = SmallOffice.Today;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Of_an_import_for_two_units_each_sees_its_own_part_and_no_more(string kind)
    {
        await using var office = await OpenAsync(kind);

        var (one, two, all) = (await ReadAsync(office, "truong-1"), await ReadAsync(office, "truong-2"), await ReadAsync(office, "quan-tri"));

        Assert.Equal(2, Import(one).Matters);
        Assert.Equal(["M1", "M2"], Import(one).Codes);
        Assert.Equal((1L, "M3"), (Import(two).Matters, Assert.Single(Import(two).Codes)));
        Assert.Equal(3, Import(all).Matters);
        Assert.Empty(Import(all).Codes); // An administrator reads no matters.

        static ActLine Import(ReadActs.Result result) => result.Lines.Single(l => l.Kind == "set-imported");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Acts_about_matters_accounts_and_units_of_others_are_not_there_in_any_count(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.Paused, Today));
        await office.DoAsync(w => AddOfficer.RunAsync(new("O9", "Người 9", "D1", OfficerTitle.Clerk, null), w, None));
        await office.DoAsync(w => BlockAccount.RunAsync(new("thu-ky-1", "thử"), w, None));

        var (one, two) = (await ReadAsync(office, "truong-1"), await ReadAsync(office, "truong-2"));

        Assert.Equal(["account-blocked", "account-created", "officer-added", "role-given", "set-imported", "step-recorded"], one.Kinds);
        Assert.Equal(["account-created", "role-given", "set-imported"], two.Kinds);
        Assert.DoesNotContain(two.Lines.SelectMany(l => l.Changes), c => c.Subject.EndsWith('1') || c.Subject == "quan-tri");
        Assert.Equal(two.Lines.Count, two.Count);
        Assert.All(two.Lines, l => Assert.True(l.Changes.Count > 0 || l.Matters > 0));
        Assert.Equal(0, (await ReadAsync(office, "truong-2", q => q with { Matter = "M1" })).Count);
        Assert.Equal(["step-recorded", "set-imported"], (await ReadAsync(office, "truong-1", q => q with { Matter = "M1" })).Lines.Select(l => l.Kind));
        Assert.Equal("Người test", (await ReadAsync(office, "truong-1", q => q with { Kind = "step-recorded" })).Lines.Single().FullName ?? "Người test");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_matter_that_was_handed_over_takes_its_acts_along(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.RecordAsync(new("M1", StepKind.Paused, new(2026, 5, 3)));
        await office.RecordAsync(new("M1", StepKind.Transferred, new(2026, 5, 4), ToUnit: "D2", ToOfficer: "O3"));

        Assert.Equal(0, (await ReadAsync(office, "truong-1", q => q with { Kind = "step-recorded" })).Count);
        Assert.Equal(2, (await ReadAsync(office, "truong-2", q => q with { Matter = "M1", Kind = "step-recorded" })).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task It_is_filtered_by_day_and_by_name_without_marks_and_paged_from_the_newest(string kind)
    {
        await using var office = await OpenAsync(kind);
        var head = await office.PersonAsync("truong-1");
        for (var i = 0; i < 5; i++)
        {
            await office.RecordAsync(new(i % 2 == 0 ? "M1" : "M2", i < 2 ? StepKind.Paused : i < 4 ? StepKind.Resumed : StepKind.Suspended, Today), office.As(head));
        }

        var mine = await ReadAsync(office, "truong-1", q => q with { By = "nguoi TRUONG", Take = 2 });
        var next = await ReadAsync(office, "truong-1", q => q with { By = "nguoi truong", Take = 2, Before = mine.Lines[^1].Id });

        Assert.Equal((5, true, "M1 M2"), (mine.Count, mine.HasMore, string.Join(' ', mine.Lines.SelectMany(l => l.Codes))));
        Assert.Equal((5, true, "M1 M2"), (next.Count, next.HasMore, string.Join(' ', next.Lines.SelectMany(l => l.Codes))));
        Assert.Equal("Người truong-1", mine.Lines[0].FullName);
        Assert.Equal(0, (await ReadAsync(office, "truong-1", q => q with { From = Today.AddDays(1), To = Today.AddDays(9) })).Count);
        Assert.Equal(0, (await ReadAsync(office, "truong-1", q => q with { From = Today.AddDays(-9), To = Today.AddDays(-1) })).Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Of_an_act_on_two_units_each_reads_the_line_about_its_own(string kind)
    {
        await using var office = await OpenAsync(kind);
        await office.DoAsync(w => AddOfficer.RunAsync(new("O9", "Người 9", "D1", OfficerTitle.Clerk, new(2026, 1, 1)), w, None));
        await office.DoAsync(w => ChangeOfficer.RunAsync(new("O9", new(2026, 3, 1), "Người 9", "D2", OfficerTitle.Enforcer), w, None));

        var one = (await ReadAsync(office, "truong-1", q => q with { Kind = "officer-changed" })).Lines.Single();
        var two = (await ReadAsync(office, "truong-2", q => q with { Kind = "officer-changed" })).Lines.Single();

        Assert.Equal(["unit D1 D2"], one.Changes.Select(c => $"{c.Field} {c.Before} {c.After}"));
        Assert.Equal(["from-day  2026-03-01", "unit D1 D2", "title clerk enforcer"], two.Changes.Select(c => $"{c.Field} {c.Before} {c.After}"));
    }

    private static async Task<ReadActs.Result> ReadAsync(TestOffice office, string name, Func<ReadActs.Query, ReadActs.Query>? change = null)
    {
        var query = new ReadActs.Query(Today.AddDays(-1), Today.AddDays(1));
        return await office.AskAsync(async w => await ReadActs.RunAsync(change?.Invoke(query) ?? query, w, None), await office.PersonAsync(name));
    }

    private static async Task<TestOffice> OpenAsync(string kind)
    {
        var office = await TestOffice.NewAsync(kind, Today);
        var set = SmallOffice.Set;
        await office.TakeInAsync(set with
        {
            Matters = [.. set.Matters, new("M3", "D2", "O3", SmallOffice.Decided)],
            Obligations = [.. set.Obligations, new("M3", "1", 10)],
        });
        await office.AccountAsync("truong-1", (Role.Head, "D1"));
        await office.AccountAsync("thu-ky-1", (Role.Clerk, "D1"));
        await office.AccountAsync("truong-2", (Role.Head, "D2"));
        await office.AccountAsync("quan-tri", (Role.Administrator, null));
        return office;
    }
}
