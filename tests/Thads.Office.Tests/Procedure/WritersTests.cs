using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Procedure;

/// <summary>Many at once: nothing is lost, nothing counts twice, and a figure drawn once stays what it was.</summary>
public sealed class WritersTests
{
    private static readonly DateOnly On = new(2026, 5, 4);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Twenty_five_at_one_matter_collect_what_is_owed_and_no_more(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind, actsPerBatch: 7);

        var outcomes = await AtOnceAsync(25, _ => office.RecordAsync(new("M1", StepKind.Collected, On, "1", 50)));

        Assert.Equal(20, outcomes.Count(o => o == ""));
        Assert.Equal(5, outcomes.Count(o => o == "step.line-closed"));
        Assert.Equal(Enumerable.Range(1, 20), (await office.FileAsync("M1")).Steps.Select(s => s.Number));
        await AssertGapFreeAsync(office, 21);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Twenty_who_together_would_collect_too_much_do_not(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);

        var outcomes = await AtOnceAsync(20, _ => office.RecordAsync(new("M1", StepKind.Collected, On, "1", 60)));

        Assert.Equal(16, outcomes.Count(o => o == ""));
        Assert.Equal(4, outcomes.Count(o => o == "step.above-remainder"));
        await AssertGapFreeAsync(office, 17);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Twenty_at_twenty_matters_do_not_stand_in_each_others_way(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, SmallOffice.Today, actsPerBatch: 6);
        await office.TakeInAsync(SmallOffice.Set with
        {
            Matters = [.. Enumerable.Range(1, 20).Select(i => new MatterRow($"N{i}", "D1", "O1", SmallOffice.Decided))],
            Obligations = [.. Enumerable.Range(1, 20).Select(i => new ObligationRow($"N{i}", "1", 100))],
        });

        var outcomes = await AtOnceAsync(20, async writer =>
        {
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(i + 1, await office.RecordAsync(new($"N{writer + 1}", StepKind.Collected, On, "1", 10)));
            }
        });

        Assert.All(outcomes, o => Assert.Equal("", o));
        await AssertGapFreeAsync(office, 61);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_same_key_sent_ten_times_at_once_does_it_once_and_answers_the_same(string kind)
    {
        await using var office = await SmallOffice.OpenAsync(kind);
        var numbers = new int[10];

        var outcomes = await AtOnceAsync(10, async i => numbers[i] = await office.RecordAsync(new("M1", StepKind.Collected, On, "1", 60, SeenVersion: 1, IdempotencyKey: "one")));

        Assert.All(outcomes, o => Assert.Equal("", o));
        Assert.All(numbers, n => Assert.Equal(1, n));
        await AssertGapFreeAsync(office, 2);

        // At two matters it is two things: one of them is refused.
        outcomes = await AtOnceAsync(2, i => office.RecordAsync(new($"M{i + 1}", StepKind.Paused, On, IdempotencyKey: "two")));
        Assert.Equal(["", "act.key-taken"], outcomes.Order());
        await AssertGapFreeAsync(office, 3);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_report_drawn_while_sixteen_write_and_old_history_comes_in_recomputes_the_same(string kind)
    {
        var (first, _, whole) = RandomSets.Split(RandomSets.Make(91, 80, SmallOffice.Today), 91);
        var there = first.Matters.Select(m => m.Code).ToHashSet();
        var late = new ExchangeSet
        {
            Matters = [.. whole.Matters.Where(m => !there.Contains(m.Code))],
            Obligations = [.. whole.Obligations.Where(o => !there.Contains(o.Matter))],
            Steps = [.. whole.Steps.Where(s => !there.Contains(s.Matter))],
        };
        await using var office = await TestOffice.NewAsync(kind, SmallOffice.Today, actsPerBatch: 10);
        await office.TakeInAsync(first);
        var drawn = new List<(FormQuery Query, string Json)>();
        var writing = AtOnceAsync(17, async writer =>
        {
            if (writer == 16)
            {
                await office.TakeInAsync(late);
                return;
            }

            var random = new Random(writer);
            for (var i = 0; i < (TestRun.IsLong ? 60 : 6); i++)
            {
                var matter = first.Matters[random.Next(first.Matters.Count)];
                var on = matter.DecidedOn.AddDays(random.Next(0, SmallOffice.Today.DayNumber - matter.DecidedOn.DayNumber));
                await SmallOffice.RefusedAsync(() => office.RecordAsync(new(matter.Code, (StepKind)random.Next(5, 15), on)));
            }
        });
        do
        {
            var lastAct = await office.ReadAsync(c => c.ValueAsync<long>("SELECT max(seq) FROM act", TestContext.Current.CancellationToken));
            var query = new FormQuery(((string[])["01", "02", "04", "05"])[drawn.Count % 4], "C", 2018 + drawn.Count % 9, LastAct: lastAct);
            drawn.Add((query, WriteForm.Json(await office.FormAsync(query), Language.Vietnamese)));
        }
        while (!writing.IsCompleted);

        Assert.All(await writing, outcome => Assert.Equal("", outcome));
        Assert.True(drawn.Select(d => d.Query.LastAct).Distinct().Count() > 1, "The reports were all drawn before or after.");
        foreach (var (query, json) in drawn)
        {
            Assert.Equal(json, WriteForm.Json(await office.FormAsync(query), Language.Vietnamese));
        }

        await office.VerifyAsync();
    }

    /// <summary>All at once, each on a thread of its own; what each was told: the code of its refusal, or empty.</summary>
    private static Task<string[]> AtOnceAsync(int writers, Func<int, Task> write) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(i => Task.Run(() => SmallOffice.RefusedAsync(() => write(i)))));

    private static async Task AssertGapFreeAsync(TestOffice office, int acts)
    {
        Assert.Equal(
            Enumerable.Range(1, acts).Select(i => (long)i),
            await office.ReadAsync(c => c.ListAsync("SELECT seq FROM act ORDER BY seq", r => r.GetInt64(0), TestContext.Current.CancellationToken)));
        await office.VerifyAsync();
    }
}
