using Thads.Office.Watch.Nightly;

namespace Thads.Office.Tests.Watch;

public sealed class NightTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task One_of_many_claims_the_night(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, Today);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => office.AskAsync(work => ClaimNight.RunAsync(work, default))));

        Assert.Single(claimed, true);
        office.Today = Today.AddDays(1);
        Assert.True(await office.AskAsync(work => ClaimNight.RunAsync(work, default)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_a_night_came_to_is_read_as_it_was_kept(string kind)
    {
        await using var office = await Procedure.SmallOffice.OpenAsync(kind, Today);
        Assert.Null(await office.ReadAsync(connection => Night.LastAsync(connection, default)));
        await office.AskAsync(work => ClaimNight.RunAsync(work, default));
        foreach (var part in Enum.GetValues<NightPart>())
        {
            var result = await office.AskAsync(work => RunNight.RunAsync(part, work, default));
            await office.DoAsync(work => RecordNight.RunAsync(Today, result, work, default));
        }

        var night = (await office.ReadAsync(connection => Night.LastAsync(connection, default)))!;

        Assert.Equal(Today, night.Day);
        Assert.Equal([(NightPart.Book, NightOutcome.Sound, 2L, 0L), (NightPart.Figures, NightOutcome.Sound, 0L, 0L)], night.Results.OrderBy(r => r.Part).Select(r => (r.Part, r.Outcome, r.Checked, r.Found)));
        Assert.All(night.Results, result => Assert.Equal(DateTimeKind.Utc, result.EndedAt.Kind));
    }
}
