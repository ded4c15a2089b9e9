using Thads.Law;
using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>
/// One matter being replayed: its lines, the account that holds it and where it stands. Steps are applied in their order
/// (<see cref="Step.InOrder"/>); each adds its moves. The specification is exchange format 1, section 2.
/// A step that does not fit what is known has no effect here; that it is refused at entry is <see cref="WhyNot(Step)"/>'s to say.
/// </summary>
public sealed class DocketReplay
{
    private readonly Matter _docketed;
    private readonly List<DerivedMove> _moves;
    private readonly Line[] _lines;
    private readonly Closing _matter = new();

    /// <summary>How many lines stand in each state, by the number of the state: matters with tens of thousands of lines exist.</summary>
    private readonly int[] _standing = new int[Enum.GetValues<DocketState>().Length];
    private int _open;
    private bool _performed;

    /// <summary>Dockets the matter: every line and the matter itself enter the book as being in progress.</summary>
    /// <param name="moves">Receives the moves; the caller owns the list.</param>
    public DocketReplay(Matter matter, List<DerivedMove> moves)
    {
        _docketed = matter;
        _moves = moves;
        Unit = matter.Unit;
        Officer = matter.Officer;
        _lines = new Line[matter.Lines.Count];
        _open = _lines.Length;
        _standing[(int)DocketState.InProgress] = _lines.Length;
        for (var i = 0; i < _lines.Length; i++)
        {
            _lines[i] = new Line { Remainder = matter.Lines[i].Amount };
            Post(0, i + 1, matter.DecidedOn, DocketState.Outside, DocketState.InProgress, _lines[i].Remainder);
        }

        Post(0, 0, matter.DecidedOn, DocketState.Outside, DocketState.InProgress, 1);
        State = DocketState.InProgress;
    }

    /// <summary>The unit that holds the matter now.</summary>
    public int Unit { get; private set; }

    /// <summary>The officer who holds the matter now; 0 = not assigned.</summary>
    public int Officer { get; private set; }

    /// <summary>Where the matter stands.</summary>
    public DocketState State { get; private set; }

    /// <summary>What is left on a line, in đồng: the open remainder, or what it was closed with.</summary>
    public long RemainderOf(int line) => _lines[line - 1].Remainder;

    /// <summary>Where a line stands: the open state, or the one it was closed as.</summary>
    public DocketState StateOf(int line) => _lines[line - 1].State;

    /// <summary>Why the step cannot be taken as things stand before it, or null when it can.</summary>
    public Refusal? WhyNot(Step step) => step.Kind switch
    {
        StepKind.Reassigned when step.ToOfficer == Officer => new("step.where-it-is"),
        StepKind.Transferred when step.ToUnit == Unit && step.ToOfficer == Officer => new("step.where-it-is"),
        StepKind.Reassigned or StepKind.Transferred => null,
        _ when step.Line > 0 => WhyNot(step, step.Line),
        _ when Enumerable.Range(1, _lines.Length).Any(line => WhyNot(step, line) is null) => null,
        _ => new("step.no-line", step.Kind),
    };

    /// <summary>Lets the step take its effect. What does not fit what is known changes nothing; an amount above what is left counts up to it.</summary>
    public void Apply(Step step)
    {
        if (step.Kind.IsHandover)
        {
            HandOver(step);
            return;
        }

        if (step.Line > 0)
        {
            ApplyTo(step, step.Line);
        }
        else
        {
            for (var line = 1; line <= _lines.Length; line++)
            {
                ApplyTo(step, line);
            }
        }

        SettleMatter(step);
    }

    private Refusal? WhyNot(Step step, int number)
    {
        var line = _lines[number - 1];
        var code = _docketed.Lines[number - 1].Code;
        if (step.Kind == StepKind.Restored)
        {
            return CanBeRestored(line.State) ? null
                : line.State.IsOpen ? new("step.line-open", code)
                : new("step.not-restorable", code, line.State);
        }

        if (!line.State.IsOpen)
        {
            return new("step.line-closed", code, line.State);
        }

        if (line.State == DocketState.Separate && !WorksInSeparate(step.Kind))
        {
            return new("step.line-separate", code, step.Kind);
        }

        return step.Kind switch
        {
            StepKind.Collected or StepKind.Reduced when step.Amount > line.Remainder =>
                new("step.above-remainder", code, step.Amount, line.Remainder),
            StepKind.Increased when step.Amount > Obligation.LargestAmount - line.Remainder =>
                new("step.above-largest", code, step.Amount, Obligation.LargestAmount),
            StepKind.Separated when line.State != DocketState.NotEnforceable => new("step.separate-from", code, line.State),
            _ when TargetOf(step.Kind) == line.State => new("step.already", code, line.State),
            _ => null,
        };
    }

    private void ApplyTo(Step step, int number)
    {
        var line = _lines[number - 1];
        switch (step.Kind)
        {
            case StepKind.Restored:
                Restore(step, number, line);
                return;
            case StepKind.Collected when line.State.IsLive:
                Take(step, number, line, DocketState.Completed);
                return;
            case StepKind.Reduced when line.State.IsLive:
                Take(step, number, line, DocketState.Reduced);
                return;
            case StepKind.Increased when line.State.IsLive:
                Post(step.Number, number, step.On, DocketState.Outside, line.State, step.Amount);
                line.Remainder += step.Amount;
                return;
            default:
                break;
        }

        if (WhyNot(step, number) is null && TargetOf(step.Kind) is { } target)
        {
            Post(step.Number, number, step.On, line.State, target, line.Remainder);
            _performed |= step.Kind == StepKind.Performed;
            Put(line, target, step.On);
        }
    }

    private void Take(Step step, int number, Line line, DocketState to)
    {
        var amount = Math.Min(step.Amount, line.Remainder);
        if (amount == 0)
        {
            return;
        }

        Post(step.Number, number, step.On, line.State, to, amount);
        line.Remainder -= amount;
        _performed = true;
        if (line.Remainder == 0)
        {
            Put(line, DocketState.Completed, step.On);
        }
    }

    private void Restore(Step step, int number, Line line)
    {
        if (!CanBeRestored(line.State))
        {
            return;
        }

        var to = line.FromSeparate ? DocketState.Separate : DocketState.InProgress;
        Reopen(step, number, line, line.State, to, line.Remainder);
        Put(line, to, step.On);
    }

    /// <summary>Back out of a closed state: in the year of the closing in the account in which it was closed, then to the holder; later as if new.</summary>
    private void Reopen(Step step, int line, Closing closed, DocketState from, DocketState to, long quantity)
    {
        if (StatisticalYear.Of(closed.On) != StatisticalYear.Of(step.On))
        {
            Post(step.Number, line, step.On, DocketState.Outside, to, quantity);
            return;
        }

        Post(step.Number, line, step.On, from, to, closed.Unit, closed.Officer, closed.Unit, closed.Officer, quantity);
        if (closed.Unit != Unit || closed.Officer != Officer)
        {
            Post(step.Number, line, step.On, to, to, closed.Unit, closed.Officer, Unit, Officer, quantity);
        }
    }

    private void HandOver(Step step)
    {
        var unit = step.Kind == StepKind.Transferred ? step.ToUnit : Unit;
        if (unit == Unit && step.ToOfficer == Officer)
        {
            return;
        }

        for (var i = 0; i < _lines.Length && _open > 0; i++)
        {
            var line = _lines[i];
            if (line.State.IsOpen)
            {
                Post(step.Number, i + 1, step.On, line.State, line.State, Unit, Officer, unit, step.ToOfficer, line.Remainder);
            }
        }

        if (_open > 0)
        {
            Post(step.Number, 0, step.On, State, State, Unit, Officer, unit, step.ToOfficer, 1);
        }

        Unit = unit;
        Officer = step.ToOfficer;
    }

    /// <summary>The state of the matter follows from its lines after every step.</summary>
    private void SettleMatter(Step step)
    {
        var now = StateFromLines();
        if (now == State)
        {
            return;
        }

        if (State.IsOpen)
        {
            Post(step.Number, 0, step.On, State, now, 1);
        }
        else
        {
            Reopen(step, 0, _matter, State, now, 1);
        }

        if (!now.IsOpen)
        {
            _matter.On = step.On;
            _matter.Unit = Unit;
            _matter.Officer = Officer;
        }

        State = now;
    }

    private DocketState StateFromLines() =>
        _open > 0 ? FirstIn(OpenInOrder)
        : _performed ? DocketState.Completed
        : FirstIn(ClosedInOrder);

    private DocketState FirstIn(DocketState[] order)
    {
        foreach (var state in order)
        {
            if (_standing[(int)state] > 0)
            {
                return state;
            }
        }

        throw new System.Diagnostics.UnreachableException("A matter has at least one line, and every line stands somewhere.");
    }

    /// <summary>The matter stands where the first of these is that a line stands in.</summary>
    private static readonly DocketState[] OpenInOrder =
    [
        DocketState.InProgress, DocketState.PostponedByAgreement, DocketState.Paused, DocketState.NotEnforceable,
        DocketState.Postponed, DocketState.Suspended, DocketState.Separate,
    ];

    /// <summary>Of a matter without an open line in which nothing was performed.</summary>
    private static readonly DocketState[] ClosedInOrder =
        [DocketState.Terminated, DocketState.Delegated, DocketState.PulledUp, DocketState.Returned, DocketState.Withdrawn];

    private void Put(Line line, DocketState to, DateOnly on)
    {
        _standing[(int)line.State]--;
        _standing[(int)to]++;
        _open += (to.IsOpen ? 1 : 0) - (line.State.IsOpen ? 1 : 0);
        if (!to.IsOpen)
        {
            line.FromSeparate = line.State == DocketState.Separate;
            line.On = on;
            line.Unit = Unit;
            line.Officer = Officer;
        }

        line.State = to;
    }

    private void Post(int step, int line, DateOnly on, DocketState from, DocketState to, long quantity) =>
        Post(step, line, on, from, to, Unit, Officer, Unit, Officer, quantity);

    private void Post(int step, int line, DateOnly on, DocketState from, DocketState to, int fromUnit, int fromOfficer, int toUnit, int toOfficer, long quantity) =>
        _moves.Add(new DerivedMove(step, line, on, from, to, fromUnit, fromOfficer, toUnit, toOfficer, quantity));

    private static bool CanBeRestored(DocketState state) => state is DocketState.Terminated or DocketState.Delegated
        or DocketState.Withdrawn or DocketState.PulledUp or DocketState.Returned;

    private static bool WorksInSeparate(StepKind kind) =>
        kind is StepKind.Resumed or StepKind.Terminated or StepKind.Withdrawn or StepKind.Returned;

    /// <summary>The state into which a step carries a whole line; null for steps that take or add an amount, restore or hand over.</summary>
    private static DocketState? TargetOf(StepKind kind) => kind switch
    {
        StepKind.Performed => DocketState.Completed,
        StepKind.NotEnforceable => DocketState.NotEnforceable,
        StepKind.PostponedByAgreement => DocketState.PostponedByAgreement,
        StepKind.Paused => DocketState.Paused,
        StepKind.Postponed => DocketState.Postponed,
        StepKind.Suspended => DocketState.Suspended,
        StepKind.Resumed => DocketState.InProgress,
        StepKind.Separated => DocketState.Separate,
        StepKind.Terminated => DocketState.Terminated,
        StepKind.Delegated => DocketState.Delegated,
        StepKind.Withdrawn => DocketState.Withdrawn,
        StepKind.PulledUp => DocketState.PulledUp,
        StepKind.Returned => DocketState.Returned,
        StepKind.Collected or StepKind.Reduced or StepKind.Increased or StepKind.Restored
            or StepKind.Reassigned or StepKind.Transferred => null,
    };

    /// <summary>When and in which account something was closed.</summary>
    private class Closing
    {
        public DateOnly On { get; set; }

        public int Unit { get; set; }

        public int Officer { get; set; }
    }

    private sealed class Line : Closing
    {
        public long Remainder { get; set; }

        public DocketState State { get; set; } = DocketState.InProgress;

        public bool FromSeparate { get; set; }
    }
}
