using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Office.Exchange.OneSheet;

/// <summary>
/// The steps that the days of a row imply, in the order of the law, replayed as the book would: each must have its effect, and where they lead
/// must be where the sheet itself says the matter stands. Nothing is supplied that the row does not say.
/// </summary>
internal sealed class SheetStory(SheetCells cells, DateOnly today)
{
    private static readonly (SheetField Field, StepKind Kind, DocketState State)[] Dated =
    [
        (SheetField.NotEnforceableOn, StepKind.NotEnforceable, DocketState.NotEnforceable),
        (SheetField.PostponedByAgreementOn, StepKind.PostponedByAgreement, DocketState.PostponedByAgreement),
        (SheetField.PausedOn, StepKind.Paused, DocketState.Paused),
        (SheetField.PostponedOn, StepKind.Postponed, DocketState.Postponed),
        (SheetField.SuspendedOn, StepKind.Suspended, DocketState.Suspended),
        (SheetField.ResumedOn, StepKind.Resumed, DocketState.InProgress),
        (SheetField.SeparatedOn, StepKind.Separated, DocketState.Separate),
        (SheetField.CompletedOn, StepKind.Performed, DocketState.Completed),
        (SheetField.TerminatedOn, StepKind.Terminated, DocketState.Terminated),
        (SheetField.DelegatedOn, StepKind.Delegated, DocketState.Delegated),
        (SheetField.WithdrawnOn, StepKind.Withdrawn, DocketState.Withdrawn),
        (SheetField.PulledUpOn, StepKind.PulledUp, DocketState.PulledUp),
        (SheetField.ReturnedOn, StepKind.Returned, DocketState.Returned),
    ];

    private readonly List<(SheetField Field, StepKind Kind, DateOnly On)> _found = [];

    /// <summary>The steps of the row that the books do not have; what cannot be is refused in <see cref="SheetCells"/>.</summary>
    /// <param name="matter">The matter with its line, known since its day.</param>
    /// <param name="knownOn">Since when the books know a step of that day.</param>
    /// <param name="there">The matter as the books have it; null = new.</param>
    /// <param name="assigned">The officer the matter goes to later than on its first day, and when.</param>
    public IReadOnlyList<SheetStep> Of(Matter matter, Func<DateOnly, DateOnly> knownOn, MatterFile? there, (int Officer, DateOnly On)? assigned)
    {
        _found.Clear();
        foreach (var (field, kind, _) in Dated)
        {
            if (cells.Day(field) is { } on)
            {
                _found.Add((field, kind, on));
            }
        }

        var state = cells.Word(SheetField.State);
        if (state is not null)
        {
            DateOfState(state);
        }

        CheckSettledOn();
        var money = new SheetMoney(cells).Of(matter, _found.Where(f => f.Kind == StepKind.Performed).Select(f => (DateOnly?)f.On).FirstOrDefault(), there);
        if (cells.IsRefused)
        {
            return [];
        }

        if (money?.Closes == true)
        {
            _found.RemoveAll(f => f.Kind == StepKind.Performed);
        }

        var steps = _found.Select(f => (f.Field, Step: new Step(0, f.Kind, 1, f.On, knownOn(f.On), Note: f.Kind == StepKind.Delegated ? cells.Text(SheetField.DelegatedTo) : null))).ToList();
        if (money is { Amount: > 0 } collected)
        {
            steps.Add((SheetField.Collected, new Step(0, StepKind.Collected, 1, collected.On, knownOn(collected.On), Amount: collected.Amount)));
        }

        if (assigned is { } later)
        {
            steps.Add((SheetField.Officer, new Step(0, StepKind.Reassigned, 0, later.On, knownOn(later.On), ToOfficer: later.Officer)));
        }

        var number = there?.Steps.Count ?? 0;
        var added = steps.Where(s => s.Step.Kind == StepKind.Collected || there?.Steps.Any(t => t.VoidedOn is null && t.Kind == s.Step.Kind && t.On == s.Step.On) != true)
            .OrderBy(s => s.Step.On).ThenBy(s => Rank(s.Step.Kind)).Select(s => new SheetStep(s.Step with { Number = ++number }, s.Field)).ToList();
        Replay(there?.Matter ?? matter, there, added, state);
        return added;
    }

    /// <summary>A state without a column of its own for its day takes that of the general columns; without one it is refused.</summary>
    private void DateOfState(string state)
    {
        if (state == ValueWords.Settled)
        {
            if (!_found.Exists(f => f.Kind is StepKind.Performed or StepKind.Terminated))
            {
                cells.Refuse(SheetField.State, new Refusal("sheet.settled-how"));
            }

            return;
        }

        if (state == ValueWords.Enforceable || !Codes.TryRead<DocketState>(state, out var stands))
        {
            return;
        }

        var (_, kind, _) = Dated.First(d => d.State == stands);
        if (_found.Exists(f => f.Kind == kind) || (stands == DocketState.InProgress && _found.Count == 0))
        {
            return;
        }

        var field = !stands.IsOpen && cells.Day(SheetField.SettledOn) is not null ? SheetField.SettledOn : SheetField.StateOn;
        if (cells.Day(field) is { } on)
        {
            _found.Add((field, kind, on));
        }
        else if (stands != DocketState.InProgress && !cells.IsRefused)
        {
            cells.Refuse(SheetField.State, new Refusal("sheet.state-no-day", stands));
        }
    }

    /// <summary>A day of settling must be the day of a step that settles.</summary>
    private void CheckSettledOn()
    {
        if (cells.Day(SheetField.SettledOn) is not { } settled)
        {
            return;
        }

        var closing = _found.Where(f => Rank(f.Kind) == Closing).ToList();
        if (closing.Count == 0)
        {
            cells.Refuse(SheetField.SettledOn, new Refusal("sheet.settled-how"));
        }
        else if (!closing.Exists(f => f.On == settled))
        {
            cells.Refuse(SheetField.SettledOn, new Refusal("sheet.settled-other-day", settled, closing[0].On));
        }
    }

    private void Replay(Matter matter, MatterFile? there, List<SheetStep> added, string? state)
    {
        var all = (there?.Steps ?? []).Where(s => s.VoidedOn is null).Select(s => new SheetStep(s, default)).Concat(added).ToList();
        all.Sort((a, b) => Step.InOrder(a.Step, b.Step));
        var replay = new DocketReplay(matter, []);
        foreach (var (step, from) in all)
        {
            if (from != default && (StepChecks.WhyNotForm(matter, step, today)?.Why ?? replay.WhyNot(step)) is { } why)
            {
                cells.Refuse(from, why);
            }
            else
            {
                replay.Apply(step);
            }
        }

        if (!cells.IsRefused && state is not null && !ValueWords.StatesOf(state).Contains(replay.State))
        {
            cells.Refuse(SheetField.State, new Refusal("sheet.state-disagrees", replay.State));
        }
    }

    private const int Closing = 5;

    /// <summary>Of the steps of one day: first who holds the matter, then where it stands, then what was taken, then how it ended.</summary>
    private static int Rank(StepKind kind) => kind switch
    {
        StepKind.Reassigned or StepKind.Transferred => 0,
        StepKind.NotEnforceable or StepKind.PostponedByAgreement or StepKind.Paused or StepKind.Postponed or StepKind.Suspended => 1,
        StepKind.Resumed or StepKind.Restored => 2,
        StepKind.Separated => 3,
        StepKind.Collected or StepKind.Reduced or StepKind.Increased => 4,
        StepKind.Performed or StepKind.Terminated or StepKind.Delegated or StepKind.Withdrawn or StepKind.PulledUp or StepKind.Returned => Closing,
    };
}
