using System.Globalization;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Office.Worklist;

namespace Thads.Office.Tests.Procedure;

/// <summary>
/// Random sequences of acts, lawful and not, through both laws: whatever is recorded, voided or refused, the book verifies, no limit runs that nothing can settle, no closed
/// matter has one, and what was told to follow is what followed.
/// </summary>
public sealed class RandomProcedureTests
{
    private const int Acts = 60;
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, int> Seeds => [.. from string kind in TestDatabases.Kinds.Select(row => row.Data) from seed in Enumerable.Range(1, 3) select (kind, seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_sequence_of_acts_reaches_what_the_law_forbids(string kind, int seed)
    {
        var random = new Random(seed);
        await using var office = await SmallOffice.OpenAsync(kind, new(2025, 11, 10));
        var (recorded, refused) = (0, 0);
        for (var i = 0; i < Acts; i++)
        {
            office.Today = office.Today.AddDays(random.Next(1, 14)); // over 1 July 2026 on the way
            var matter = random.Next(2) == 0 ? "M1" : "M2";
            var before = await office.AskAsync(w => PreviewProceeding.ReadAsync(matter, w, None));
            if (random.Next(8) == 0)
            {
                var code = await SmallOffice.RefusedAsync(() => random.Next(2) == 0
                    ? office.DoAsync(w => VoidStep.RunAsync(new(matter, random.Next(1, 12), "thử"), w, None))
                    : office.DoAsync(w => VoidEvent.RunAsync(new(matter, random.Next(1, 12), "thử"), w, None)));
                Assert.True(code is "" or "step.unknown" or "step.voided" or "step.stands-on-it" or "void.same-day" or "event.unknown" or "event.voided", code);
            }
            else
            {
                var form = ProcedureForm.All[random.Next(ProcedureForm.All.Count)];
                var input = Made(form, matter, before, office.Today, random);
                var told = PreviewProceeding.Of(before, form, input, office.Today);
                var code = await SmallOffice.RefusedAsync(() => office.DoAsync(w => RecordProceeding.RunAsync(input, w, None)));
                Assert.Equal((form.Code, told.Why?.Code ?? ""), (form.Code, code));
                (recorded, refused) = code.Length == 0 ? (recorded + 1, refused) : (recorded, refused + 1);
                var after = await office.AskAsync(w => PreviewProceeding.ReadAsync(matter, w, None));
                Assert.Equal(code.Length == 0 ? told.After : before.State, after.State);
                Assert.Equal(code.Length == 0, after.Version == before.Version + 1);
            }

            foreach (var one in new[] { "M1", "M2" })
            {
                Sound(await office.AskAsync(w => PreviewProceeding.ReadAsync(one, w, None)), office.Today);
            }

            if (i % 10 == 9)
            {
                await office.VerifyAsync();
                _ = await office.AskAsync(w => ReadWorklist.RunAsync(new("D1", null), w, None));
            }
        }

        Assert.True(recorded > 10 && refused > 5, string.Create(CultureInfo.InvariantCulture, $"{recorded} recorded, {refused} refused"));
    }

    /// <summary>What must hold of a matter whatever was done to it.</summary>
    private static void Sound(ProcedureBoard board, DateOnly today)
    {
        var open = board.Clocks.Where(clock => clock.IsOpen).ToList();
        Assert.All(open, clock => Assert.NotNull(ProcedureForm.Find(clock.Settles)));
        Assert.All(board.Clocks, clock => Assert.True(!(clock.EndedOn < clock.StartedOn) && clock.StartedOn <= today.AddYears(1), $"{clock.Code} {clock.StartedOn} {clock.EndedOn}"));
        Assert.True(board.State.IsLive ? open.Count > 0 : !open.Any(clock => clock.Code is not "D022"), $"{board.State}: {string.Join(", ", open.Select(clock => clock.Code))}");
        foreach (var step in board.File.Steps.Where(step => step.VoidedOn is null))
        {
            // The separate book and the return of requests, by the law of the day of the step (ND152 Đ22, L25 Đ38.4).
            var isNew = step.On >= new DateOnly(2026, 7, 1);
            Assert.False(step.Kind == StepKind.Separated && isNew && board.File.Matter.Basis == Basis.OnRequest);
            Assert.False(step.Kind == StepKind.Returned && (!isNew || board.File.Matter.Basis == Basis.ExOfficio));
        }
    }

    private static RecordProceeding.Input Made(ProcedureForm form, string matter, ProcedureBoard board, DateOnly today, Random random)
    {
        T? Of<T>(IReadOnlyList<T> some) => some.Count == 0 || random.Next(10) == 0 ? default : some[random.Next(some.Count)];

        var on = today.AddDays(-random.Next(0, 25));
        var line = form.StepKind?.NeedsLine == true || random.Next(3) == 0 ? Of([.. board.File.Matter.Lines.Select(one => one.Code)]) : null;
        return new(
            form.Code, matter, on, form.StepKind?.IsHandover == true ? null : line, form.StepKind?.TakesAmount == true ? random.Next(0, 600) : 0,
            form.StepKind == StepKind.Transferred ? Of(["D2", "D1"]) : null, form.StepKind?.IsHandover == true ? Of(["O1", "O2", "O3"]) : null, null, Of(form.EventKind?.Results ?? []) is var result && result != 0 ? result : null, null,
            form.Grounds is null ? null : Of([.. form.GroundsOn(on).Select(ground => ground.Value.Code)]), null, form.Time ? new TimeOnly(random.Next(0, 24), 30) : null, random.Next(2) == 0,
            form.Until && random.Next(2) == 0 ? on.AddDays(random.Next(-2, 90)) : null);
    }
}
