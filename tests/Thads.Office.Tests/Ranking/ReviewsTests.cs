using Thads.Office.Acts;
using Thads.Office.Ranking.Reviews;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Procedure;

namespace Thads.Office.Tests.Ranking;

/// <summary>What is found, what is not, and who sees it when.</summary>
public sealed class ReviewsTests
{
    private static readonly DateOnly Today = new(2021, 2, 1);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Each_kind_is_found_and_what_lies_beside_it_is_not(string kind)
    {
        await using var office = await OpenAsync(kind);

        var list = await office.AskAsync(work => ReadReviews.RunAsync(new("P", 2020), work, default));

        Assert.Equal(
            [
                "held_past_end D1 HD1:0 review.decided-late", "held_past_end D1 HK1:0 review.docketed-late", "held_past_end D1 HS1:1 review.settled-late",
                "delegation_loop D1 L1:1+L2 review.delegated-again", "delegation_loop D1 LB:2 review.delegated-back",
                "sudden_reclassification D1 not_enforceable review.reclassified",
                "reopened_soon D1 R1:2 review.reopened", "reopened_soon D1 R2:2 review.reopened", "reopened_soon D1 RV:1 review.taken-back",
                "back_dated D1 B1:1 review.step-entered-late", "back_dated D1 B2:0 review.docketing-entered-late",
            ],
            list.Items.Select(item => $"{Codes.CodeOf(item.Kind)} {list.Tree.UnitCode(item.Unit)} {item.Subject} {item.Why.Code}").OrderBy(said => Order(said)).ThenBy(said => said, StringComparer.Ordinal));
        Assert.Equal(10, list.Items.Single(item => item.Kind == ReviewKind.SuddenReclassification).Matters.Count);
        Assert.All(list.Items, item => Assert.NotEmpty(item.Why.In(Language.English)));

        static int Order(string said) => (int)(Codes.TryRead<ReviewKind>(said.Split(' ')[0], out var found) ? found : 0);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_office_sees_it_at_once_and_the_unit_above_after_its_days_or_its_answer(string kind)
    {
        await using var office = await OpenAsync(kind, new DateOnly(2020, 10, 12));
        var (own, above, other) = (await office.OfAsync("D1", Permissions.All), await office.OfAsync("P", Permissions.All), await office.OfAsync("D2", Permissions.All));
        async Task<string> SeenAsync(Person by, string unit) => string.Join(',', (await office.AskAsync(work => ReadReviews.RunAsync(new(unit, 2020), work, default), by)).Items.Where(item => item.KnownOn == new DateOnly(2020, 10, 12)).Select(item => item.Subject));

        // HS1 and HK1 became known on Monday 12 October: five working days end on Monday the 19th.
        Assert.Equal("HK1:0,HS1:1", await SeenAsync(own, "D1"));
        Assert.Equal("", await SeenAsync(above, "P"));
        Assert.Equal("", await SeenAsync(other, "D2"));
        await Assert.ThrowsAsync<NotFoundException>(async () => await SeenAsync(other, "D1"));
        office.Today = new(2020, 10, 19);
        Assert.Equal("", await SeenAsync(above, "P"));

        await office.DoAsAsync(own, work => AnswerReview.RunAsync(new("D1", 2020, ReviewKind.HeldPastEnd, "HS1:1", " biên lai về muộn ", "k"), work, default));
        await office.DoAsAsync(own, work => AnswerReview.RunAsync(new("D1", 2020, ReviewKind.HeldPastEnd, "HS1:1", " biên lai về muộn ", "k"), work, default));
        Assert.Equal("HS1:1", await SeenAsync(above, "P"));
        office.Today = new(2020, 10, 20);
        Assert.Equal("HK1:0,HS1:1", await SeenAsync(above, "P"));
        var answered = (await office.AskAsync(work => ReadReviews.RunAsync(new("P", 2020), work, default), above)).Items.Single(item => item.Subject == "HS1:1");
        Assert.Equal(["biên lai về muộn"], answered.Answers.Select(answer => answer.Answer));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Only_the_office_answers_and_only_what_is_there(string kind)
    {
        await using var office = await OpenAsync(kind);
        var (own, above) = (await office.OfAsync("D1", Permissions.All), await office.OfAsync("P", Permissions.All));
        var input = new AnswerReview.Input("D1", 2020, ReviewKind.HeldPastEnd, "HS1:1", "x");

        Assert.Equal("review.not-own", await SmallOffice.RefusedAsync(() => office.DoAsAsync(above, work => AnswerReview.RunAsync(input, work, default))));
        Assert.Equal("review.no-answer", await SmallOffice.RefusedAsync(() => office.DoAsAsync(own, work => AnswerReview.RunAsync(input with { Answer = " " }, work, default))));
        Assert.Equal("review.unknown", await SmallOffice.RefusedAsync(() => office.DoAsAsync(own, work => AnswerReview.RunAsync(input with { Subject = "HS1:9" }, work, default))));
        Assert.Equal("report.not-begun", await SmallOffice.RefusedAsync(() => office.AskAsync(work => ReadReviews.RunAsync(new("P", 2022), work, default))));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_running_year_before_its_last_weeks_asks_for_nothing_of_them(string kind)
    {
        await using var office = await OpenAsync(kind, new DateOnly(2020, 8, 31));

        var list = await office.AskAsync(work => ReadReviews.RunAsync(new("P", 2020), work, default));

        Assert.Equal(["R1:2", "B1:1", "B2:0"], list.Items.Select(item => item.Subject));
    }

    /// <summary>What was known on the day; later rows are not there yet.</summary>
    private static async Task<TestOffice> OpenAsync(string kind, DateOnly? today = null)
    {
        var (day, set) = (today ?? Today, Told());
        var office = await TestOffice.NewAsync(kind, day);
        var matters = set.Matters.Where(matter => matter.KnownSince <= day).ToList();
        await office.TakeInAsync(set with
        {
            Matters = matters,
            Obligations = [.. set.Obligations.Where(line => matters.Exists(matter => matter.Code == line.Matter))],
            Steps = [.. set.Steps.Where(step => step.KnownSince <= day && matters.Exists(matter => matter.Code == step.Matter)).Select(step => step with { VoidedOn = step.VoidedOn <= day ? step.VoidedOn : null })],
        });
        return office;
    }

    private static ExchangeSet Told()
    {
        var decided = new DateOnly(2019, 11, 4);
        MatterRow Of(string code) => new(code, "D1", "O1", decided);
        string[] plain = ["HS1", "HS2", "LB", "R1", "R2", "R3", "RV", "RQ", "B1", "B3"];
        var reclassified = Enumerable.Range(1, 13).Select(i => $"C{i}").ToList();
        List<MatterRow> matters =
        [
            .. plain.Concat(reclassified).Select(Of),
            new("HK1", "D1", "O1", new(2020, 9, 28)) { KnownOn = new(2020, 10, 12) },                                  // in the books after the year
            new("HD1", "D1", "O1", new(2020, 10, 2)) { ReceivedOn = new(2020, 9, 1), RequestedOn = new(2020, 9, 22) },  // due on 29 September
            new("HD2", "D1", "O1", new(2020, 10, 2)) { ReceivedOn = new(2020, 9, 1), RequestedOn = new(2020, 9, 25) },  // due on 2 October
            new("L1", "D1", "O1", decided) { JudgmentNumber = "7/2019", JudgmentOn = new(2019, 8, 1), Court = "TAND" },
            new("L2", "D1", "O1", new(2020, 10, 5)) { JudgmentNumber = "7/2019", JudgmentOn = new(2019, 8, 1), Court = "TAND", ByDelegation = true },
            new("L3", "D2", "O2", new(2020, 9, 28)) { JudgmentNumber = "7/2019", JudgmentOn = new(2019, 8, 1), Court = "TAND", ByDelegation = true }, // at another unit: no loop
            new("B2", "D1", "O1", new(2020, 3, 2)) { KnownOn = new(2020, 4, 6) },
        ];
        StepRow Collected(string matter, DateOnly on) => new(matter, "1", "collected", on) { Amount = 100 };
        StepRow Ended(string matter, DateOnly on) => new(matter, "", "terminated", on);
        return new ExchangeSet
        {
            Units = [new("P", "Cục tỉnh", "province", ""), new("D1", "Chi cục Một", "district", "P"), new("D2", "Chi cục Hai", "district", "P")],
            Officers = [new("O1", "Người Một", "D1", "enforcer"), new("O2", "Người Hai", "D2", "enforcer")],
            Matters = matters,
            Obligations = [.. matters.Select(matter => new ObligationRow(matter.Code, "1", 100))],
            Steps =
            [
                Collected("HS1", new(2020, 9, 28)) with { KnownOn = new(2020, 10, 12) },
                Collected("HS2", new(2020, 9, 28)) with { KnownOn = new(2020, 9, 30) },
                new("LB", "", "delegated", new(2020, 9, 20)), new("LB", "1", "restored", new(2020, 10, 8)),
                new("L1", "", "delegated", new(2020, 9, 21)),
                Ended("R1", new(2020, 3, 2)), new("R1", "1", "restored", new(2020, 5, 31)),     // 90 days
                Ended("R2", new(2020, 9, 10)), new("R2", "1", "restored", new(2020, 12, 30)),   // of the last weeks, 111 days
                Ended("R3", new(2020, 3, 2)), new("R3", "1", "restored", new(2020, 6, 1)),      // 91 days
                Collected("RV", new(2020, 9, 10)) with { VoidedOn = new(2020, 10, 20) },
                Collected("RQ", new(2020, 9, 10)) with { VoidedOn = new(2020, 9, 12) },             // mended before the year was over
                Collected("B1", new(2020, 3, 2)) with { KnownOn = new(2020, 4, 2) },                // 31 days
                Collected("B3", new(2020, 3, 2)) with { KnownOn = new(2020, 4, 1) },                // 30 days
                .. reclassified.Select((matter, i) => new StepRow(matter, "", "not_enforceable", i < 3 ? new(2020, 2, 3) : new(2020, 9, 1 + i))),
            ],
        };
    }
}
