using CsCheck;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Tests.Docket;

/// <summary>
/// The law of the book: for every act N and day R, the moves known there are the moves derived from the steps known there. Held on stories that no
/// office would write — late, voided, contradicting, of one day — entered by several acts in any order.
/// </summary>
public sealed class LawOfTheBookTests
{
    private static readonly DateOnly First = Story.Matter.DecidedOn;

    /// <summary>Kind, line, day, days until known, days until voided (0 = never), amount or officer, act that enters, acts until the voiding.</summary>
    private static readonly Gen<(int Kind, int Line, int Day, int Known, int Voided, int Amount, int Act, int VoidAct)[]> Stories =
        Gen.Select(Gen.Int[1, 19], Gen.Int[0, 3], Gen.Int[0, 8], Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[1, 120], Gen.Int[1, 4], Gen.Int[0, 2]).Array[0, 9];

    [Fact]
    public void At_every_act_and_day_the_moves_are_those_of_the_steps_known() => Stories.Sample(rows =>
    {
        var matter = Story.Matter with { KnownOn = First.AddDays(rows.Length % 3) };
        var steps = Steps(matter, rows);
        var posted = Post(matter, steps);

        Assert.Empty(VerifyBook.Faults(matter, steps, posted));
    }, iter: TestRun.IsLong ? 100_000 : 1_500);

    [Fact]
    public void A_move_less_or_more_breaks_it() => Stories.Where(rows => rows.Length > 0).Sample(rows =>
    {
        var steps = Steps(Story.Matter, rows);
        var posted = Post(Story.Matter, steps);
        var at = rows[0].Amount % posted.Count;

        Assert.NotEmpty(VerifyBook.Faults(Story.Matter, steps, [.. posted[..at], .. posted[(at + 1)..]]));
        Assert.NotEmpty(VerifyBook.Faults(Story.Matter, steps, [.. posted, posted[at]]));
        Assert.NotEmpty(VerifyBook.Faults(Story.Matter, steps, [.. posted[..at], posted[at] with { TakenBack = !posted[at].TakenBack }, .. posted[(at + 1)..]]));
    }, iter: 200);

    [Fact]
    public void What_an_act_does_not_change_it_does_not_post_again() => Stories.Sample(rows =>
    {
        var steps = Steps(Story.Matter, rows);
        var posted = Post(Story.Matter, steps);

        Assert.Empty(DocketRules.Differences(Story.Matter, steps, posted, 9));
    }, iter: 300);

    [Fact]
    public void A_quantity_never_leaves_a_place_where_it_is_not() => Stories.Sample(rows =>
    {
        var open = new Dictionary<(int, DocketState, int, int), long>();
        foreach (var move in DocketRules.Derive(Story.Matter, Steps(Story.Matter, rows)))
        {
            if (move.From != DocketState.Outside)
            {
                open[(move.Line, move.From, move.FromUnit, move.FromOfficer)] = open.GetValueOrDefault((move.Line, move.From, move.FromUnit, move.FromOfficer)) - move.Quantity;
                Assert.True(open[(move.Line, move.From, move.FromUnit, move.FromOfficer)] >= 0, $"{move}");
            }

            open[(move.Line, move.To, move.ToUnit, move.ToOfficer)] = open.GetValueOrDefault((move.Line, move.To, move.ToUnit, move.ToOfficer)) + move.Quantity;
        }
    }, iter: TestRun.IsLong ? 50_000 : 1_000);

    /// <summary>The steps as they stand after the last act: numbered in the order in which the acts entered them.</summary>
    private static List<Step> Steps(Matter matter, (int Kind, int Line, int Day, int Known, int Voided, int Amount, int Act, int VoidAct)[] rows) =>
        [.. rows.OrderBy(r => r.Act).Select((r, i) =>
        {
            var (kind, on) = ((StepKind)r.Kind, First.AddDays(r.Day * 50));
            var known = on.AddDays(r.Known) < matter.KnownOn ? matter.KnownOn : on.AddDays(r.Known);
            return new Step(
                i + 1, kind, kind.IsHandover ? 0 : kind.NeedsLine ? Math.Max(1, r.Line) : r.Line, on, known, r.Voided == 0 ? null : known.AddDays(r.Voided),
                kind.TakesAmount ? r.Amount : 0, kind == StepKind.Transferred ? 1 + r.Amount % 2 : 0, kind.IsHandover ? 1 + r.Amount % 3 : 0,
                Act: r.Act, VoidAct: r.Voided == 0 ? 0 : r.Act + r.VoidAct);
        })];

    /// <summary>Act after act, each with what it knows.</summary>
    private static List<PostedMove> Post(Matter matter, List<Step> steps)
    {
        var posted = new List<PostedMove>();
        for (var act = 1L; act <= 6; act++)
        {
            posted.AddRange(DocketRules.Differences(
                matter, [.. steps.Where(s => s.Act <= act).Select(s => s.VoidAct <= act ? s : s with { VoidedOn = null })], posted, act));
        }

        return posted;
    }
}
