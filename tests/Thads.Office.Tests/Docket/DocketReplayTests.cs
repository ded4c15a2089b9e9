using System.Globalization;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Tests.Docket;

/// <summary>
/// Worked examples of section 2 of exchange format 1. The matter: decided 2025-11-03 in account D1/O1 (unit 1, officer 1); line 1 owes 100,
/// line 2 owes 40, line 3 is an act. Moves are written `line state>state quantity`, the matter as m, accounts only where they are not 1/1.
/// </summary>
public sealed class DocketReplayTests
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["outside"] = "out",
        ["in_progress"] = "live",
        ["not_enforceable"] = "ne",
        ["postponed_by_agreement"] = "pba",
        ["separate"] = "sep",
        ["completed"] = "done",
    };

    [Theory]
    [InlineData("docketing", "", "1 out>live 100 · 2 out>live 40 · 3 out>live 0 · m out>live 1")]
    [InlineData("collected in part", "collected 1 2026-01-05 30", "1 live>done 30")]
    [InlineData("collected whole closes the line", "collected 1 2026-01-05 100 | paused * 2026-01-06", "1 live>done 100 · 2 live>paused 40 · 3 live>paused 0 · m live>paused 1")]
    [InlineData("collected out of a state", "suspended 1 2026-01-05 | collected 1 2026-01-06 30", "1 live>suspended 100 · 1 suspended>done 30")]
    [InlineData("performed takes all of a line", "collected 1 2026-01-05 30 | performed 1 2026-01-06", "1 live>done 30 · 1 live>done 70")]
    [InlineData("performed on all lines closes the matter", "performed * 2026-01-05", "1 live>done 100 · 2 live>done 40 · 3 live>done 0 · m live>done 1")]
    [InlineData("reduced", "reduced 1 2026-01-05 30", "1 live>reduced 30")]
    [InlineData("reduced whole closes as completed", "reduced 2 2026-01-05 40 | terminated 1 2026-01-06 | terminated 3 2026-01-06",
        "2 live>reduced 40 · 1 live>terminated 100 · 3 live>terminated 0 · m live>done 1")]
    [InlineData("increased comes from outside into the state of the line", "not_enforceable 1 2026-01-05 | increased 1 2026-01-06 5 | collected 1 2026-01-07 105",
        "1 live>ne 100 · 1 out>ne 5 · 1 ne>done 105")]
    [InlineData("the matter follows its lines in their order", "suspended 1 2026-01-05 | postponed 2 2026-01-06 | not_enforceable 3 2026-01-07 | paused 1 2026-01-08 | postponed_by_agreement 2 2026-01-09",
        "1 live>suspended 100 · 2 live>postponed 40 · 3 live>ne 0 · m live>ne 1 · 1 suspended>paused 100 · m ne>paused 1 · 2 postponed>pba 40 · m paused>pba 1")]
    [InlineData("a state already there is passed over among all lines", "paused 1 2026-01-05 | paused * 2026-01-06", "1 live>paused 100 · 2 live>paused 40 · 3 live>paused 0 · m live>paused 1")]
    [InlineData("separated only from not enforceable", "separated * 2026-01-05 | not_enforceable 1 2026-01-06 | separated * 2026-01-07", "1 live>ne 100 · 1 ne>sep 100")]
    [InlineData("nothing is collected from separate, but it is resumed", "not_enforceable 1 2026-01-06 | separated 1 2026-01-07 | collected 1 2026-01-08 5 | resumed 1 2026-01-09 | collected 1 2026-01-10 5",
        "1 live>ne 100 · 1 ne>sep 100 · 1 sep>live 100 · 1 live>done 5")]
    [InlineData("from separate: terminated, withdrawn, returned, nothing else",
        "not_enforceable * 2026-06-29 | separated * 2026-06-30 | delegated * 2026-07-08 | pulled_up * 2026-07-08 | performed * 2026-07-08 | terminated 1 2026-07-09 | withdrawn 2 2026-07-09 | returned 3 2026-07-09",
        "1 live>ne 100 · 2 live>ne 40 · 3 live>ne 0 · m live>ne 1 · 1 ne>sep 100 · 2 ne>sep 40 · 3 ne>sep 0 · m ne>sep 1 "
        + "· 1 sep>terminated 100 · 2 sep>withdrawn 40 · 3 sep>returned 0 · m sep>terminated 1")]
    [InlineData("closed as the first of terminated, delegated, pulled up, returned, withdrawn", "withdrawn 1 2026-01-05 | delegated 3 2026-01-06 | pulled_up 2 2026-01-07",
        "1 live>withdrawn 100 · 3 live>delegated 0 · 2 live>pulled_up 40 · m live>delegated 1")]
    [InlineData("above what is left counts up to it", "collected 2 2026-01-05 50 | collected 2 2026-01-06 1", "2 live>done 40")]
    [InlineData("restored in the same year goes back where it closed", "terminated 1 2026-01-05 | restored 1 2026-09-30", "1 live>terminated 100 · 1 terminated>live 100")]
    [InlineData("restored in a later year is new", "terminated 1 2026-01-05 | restored 1 2026-10-01", "1 live>terminated 100 · 1 out>live 100")]
    [InlineData("restored with the remainder it was closed with", "collected 1 2026-01-04 30 | delegated 1 2026-01-05 | restored 1 2026-01-06", "1 live>done 30 · 1 live>delegated 70 · 1 delegated>live 70")]
    [InlineData("restored into separate when closed out of it", "not_enforceable 1 2026-01-04 | separated 1 2026-01-05 | terminated 1 2026-01-06 | restored 1 2026-01-07",
        "1 live>ne 100 · 1 ne>sep 100 · 1 sep>terminated 100 · 1 terminated>sep 100")]
    [InlineData("restored after a handover: back in the account of the closing, then handed over",
        "terminated 1 2026-01-05 | reassigned - 2026-01-06 1/2 | restored 1 2026-01-07",
        "1 live>terminated 100 · 2 live>live 40 1/1>1/2 · 3 live>live 0 1/1>1/2 · m live>live 1 1/1>1/2 · 1 terminated>live 100 · 1 live>live 100 1/1>1/2")]
    [InlineData("restored later after a handover: new in the account that holds it",
        "terminated 1 2026-01-05 | reassigned - 2026-01-06 1/2 | restored 1 2026-11-02",
        "1 live>terminated 100 · 2 live>live 40 1/1>1/2 · 3 live>live 0 1/1>1/2 · m live>live 1 1/1>1/2 · 1 out>live 100 1/2>1/2")]
    [InlineData("there and back again needs no handover",
        "terminated * 2026-01-05 | transferred - 2026-01-06 2/3 | transferred - 2026-01-07 1/1 | restored 2 2026-01-08",
        "1 live>terminated 100 · 2 live>terminated 40 · 3 live>terminated 0 · m live>terminated 1 · 2 terminated>live 40 · m terminated>live 1")]
    [InlineData("a closed matter comes back from where it closed, completed included",
        "collected 1 2026-01-05 100 | performed 3 2026-01-05 | terminated 2 2026-01-06 | restored 2 2026-01-07",
        "1 live>done 100 · 3 live>done 0 · 2 live>terminated 40 · m live>done 1 · 2 terminated>live 40 · m done>live 1")]
    [InlineData("line and matter each by the year in which they closed", "terminated 1 2026-09-30 | terminated 2 2026-10-01 | terminated 3 2026-10-01 | restored 1 2026-10-02",
        "1 live>terminated 100 · 2 live>terminated 40 · 3 live>terminated 0 · m live>terminated 1 · 1 out>live 100 · m terminated>live 1")]
    [InlineData("a closed matter is handed over without a move", "performed * 2026-01-05 | transferred - 2026-01-06 2/3",
        "1 live>done 100 · 2 live>done 40 · 3 live>done 0 · m live>done 1")]
    [InlineData("transferred moves what is open, in the state it is in", "collected 1 2026-01-05 100 | paused 2 2026-01-06 | transferred - 2026-01-07 2/3",
        "1 live>done 100 · 2 live>paused 40 · 2 paused>paused 40 1/1>2/3 · 3 live>live 0 1/1>2/3 · m live>live 1 1/1>2/3")]
    [InlineData("reassigned stays in the unit that holds the matter", "transferred - 2026-01-05 2/3 | reassigned - 2026-01-06 9/4",
        "1 live>live 100 1/1>2/3 · 2 live>live 40 1/1>2/3 · 3 live>live 0 1/1>2/3 · m live>live 1 1/1>2/3 "
        + "· 1 live>live 100 2/3>2/4 · 2 live>live 40 2/3>2/4 · 3 live>live 0 2/3>2/4 · m live>live 1 2/3>2/4")]
    [InlineData("to where it is: nothing", "reassigned - 2026-01-05 1/1 | transferred - 2026-01-06 1/1", "")]
    [InlineData("by business date, whatever the order of entry", "collected 1 2026-02-05 30 | paused 1 2026-01-05", "1 live>paused 100 · 1 paused>done 30")]
    [InlineData("on one day by the order of entry", "paused 1 2026-01-05 | postponed 1 2026-01-05", "1 live>paused 100 · 1 paused>postponed 100")]
    public void Every_step_moves_what_it_says(string why, string steps, string moves)
    {
        var derived = DocketRules.Derive(Story.Matter, Story.Steps(steps));

        var found = string.Join(" · ", derived.Where(m => steps.Length == 0 || m.Step > 0).Select(Written));
        Assert.Equal((why, moves), (why, found));
    }

    [Fact]
    public void A_move_stands_on_the_day_of_its_step_and_counts_in_its_measure()
    {
        var moves = DocketRules.Derive(Story.Matter, Story.Steps("collected 1 2026-01-05 30"));

        Assert.Equal((Story.Matter.DecidedOn, 0, Measure.Matters), (moves[3].On, moves[3].Step, moves[3].Measure));
        Assert.Equal((new DateOnly(2026, 1, 5), 1, Measure.Money), (moves[4].On, moves[4].Step, moves[4].Measure));
    }

    [Fact]
    public void The_matter_has_one_line_in_every_state_and_its_own_state_is_the_first()
    {
        // Forty thousand lines: what is asked of each step must not grow with the square of them.
        var lines = Enumerable.Range(1, 40_000).Select(n => new Obligation(n, $"{n}", ObligationKind.Debt, false, 1, null, null, null, null)).ToList();
        var matter = Story.Matter with { Lines = lines };
        var steps = Enumerable.Range(1, 40_000).Select(n => new Step(n, StepKind.Collected, n, new(2026, 1, 5), new(2026, 1, 5), Amount: 1)).ToList();

        var moves = DocketRules.Derive(matter, steps);

        Assert.Equal(40_001 + 40_000 + 1, moves.Count);
        Assert.Equal((DocketState.InProgress, DocketState.Completed), (moves[^1].From, moves[^1].To));
    }

    private static string Written(DerivedMove move)
    {
        var text = $"{(move.Line == 0 ? "m" : move.Line.ToString(CultureInfo.InvariantCulture))} {Name(move.From)}>{Name(move.To)} {move.Quantity}";
        return (move.FromUnit, move.FromOfficer, move.ToUnit, move.ToOfficer) == (1, 1, 1, 1) ? text
            : $"{text} {move.FromUnit}/{move.FromOfficer}>{move.ToUnit}/{move.ToOfficer}";
    }

    private static string Name(DocketState state) => Short.GetValueOrDefault(Codes.CodeOf(state), Codes.CodeOf(state));
}
