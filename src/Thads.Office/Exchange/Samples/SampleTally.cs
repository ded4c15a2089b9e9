using Thads.Law;
using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// Row I of forms 01 and 02, counted from the rows that will be written and from nothing else, so that a sample can
/// assert what it promises. It throws on a step that would be refused. The whole set is one scope.
/// </summary>
internal sealed class SampleTally
{
    private readonly List<Move> _moves = [];

    public SampleTally(IEnumerable<SampleMatter> matters, Func<SampleMatter, string?> officer, DateOnly? knownOn = null)
    {
        foreach (var matter in matters)
        {
            new Account(matter, officer(matter), _moves).Replay(knownOn);
        }
    }

    internal sealed record Cells(long Total, long Carried, long New, long Settled, long Enforceable, long EnforceableBefore2020, long Separate);

    public Cells Of(int year, Measure measure, string? officer = null)
    {
        var start = new StatisticalYear(year).Start;
        var end = new StatisticalYear(year).End;
        long opening = 0, toSeparate = 0, handedOver = 0, fresh = 0, settled = 0, enforceable = 0, idle = 0, separate = 0;
        foreach (var move in _moves.Where(m => m.Measure == measure && m.On <= end))
        {
            var leaves = move.From != DocketState.Outside && (officer is null || move.FromOfficer == officer);
            var comes = officer is null || move.ToOfficer == officer;
            var change = (DocketState state) => (comes && move.To == state ? move.Quantity : 0) - (leaves && move.From == state ? move.Quantity : 0);
            enforceable += change(DocketState.InProgress) + change(DocketState.PostponedByAgreement) + change(DocketState.Paused);
            idle += change(DocketState.Postponed) + change(DocketState.Suspended);
            separate += change(DocketState.Separate);
            if (move.On < start)
            {
                opening += (comes && move.To.IsLive ? move.Quantity : 0) - (leaves && move.From.IsLive ? move.Quantity : 0);
                continue;
            }

            fresh += comes && move.From == DocketState.Outside ? move.Quantity : 0;
            if (leaves && comes)
            {
                toSeparate += Flow(move, DocketState.Separate);
                settled += Flow(move, DocketState.Completed) + Flow(move, DocketState.Terminated) + Flow(move, DocketState.Reduced);
            }
            else if (move.From.IsLive && move.To.IsLive)
            {
                handedOver += (comes ? move.Quantity : 0) - (leaves ? move.Quantity : 0);
            }
        }

        var total = opening - toSeparate + handedOver + fresh;
        return new(total, opening - toSeparate, fresh, settled, settled + enforceable, settled + enforceable + idle, separate);
    }

    private static long Flow(Move move, DocketState state) =>
        move.From.IsLive && move.To == state ? move.Quantity : move.From == state && move.To.IsLive ? -move.Quantity : 0;

    private sealed record Move(DateOnly On, Measure Measure, DocketState From, DocketState To, string? FromOfficer, string? ToOfficer, long Quantity);

    private sealed class Account(SampleMatter matter, string? officer, List<Move> moves)
    {
        private sealed class Line(SampleLine of)
        {
            public SampleLine Of => of;
            public long Remainder = of.Amount;
            public DocketState State = DocketState.InProgress;
            public bool IsPerformed;
            public DateOnly ClosedOn;
        }

        private readonly List<Line> _lines = [.. matter.Lines.Select(line => new Line(line))];
        private DocketState _state = DocketState.Outside;
        private DateOnly _closedOn;
        private string? _officer = officer;
        private bool _isComplete;

        public void Replay(DateOnly? knownOn)
        {
            _isComplete = knownOn is null;
            if (knownOn < (matter.KnownOn ?? matter.DecidedOn))
            {
                return;
            }

            foreach (var line in _lines)
            {
                Money(matter.DecidedOn, DocketState.Outside, DocketState.InProgress, line.Remainder);
            }

            Follow(matter.DecidedOn);
            foreach (var step in matter.Steps.Where(s => _isComplete ? s.VoidedOn is null : (s.KnownOn ?? s.On) <= knownOn && !(s.VoidedOn <= knownOn)))
            {
                var moved = step.ToOfficer is null ? Apply(step) : HandOver(step);
                if (!moved && _isComplete)
                {
                    throw new InvalidOperationException($"{matter.Code}: {step.Step} of {step.On:O} would be refused.");
                }
            }
        }

        private bool HandOver(SampleStep step)
        {
            if (step.ToOfficer == _officer && step.ToUnit is null)
            {
                return false;
            }

            foreach (var line in _lines.Where(line => line.State.IsOpen && line.Remainder > 0))
            {
                moves.Add(new(step.On, Measure.Money, line.State, line.State, _officer, step.ToOfficer, line.Remainder));
            }

            if (_state.IsOpen)
            {
                moves.Add(new(step.On, Measure.Matters, _state, _state, _officer, step.ToOfficer, 1));
            }

            _officer = step.ToOfficer;
            return true;
        }

        private bool Apply(SampleStep step)
        {
            var some = _lines.Where(line => step.Line is null || line.Of == step.Line).ToList();
            var applied = some.Count(line => Apply(step, line));
            Follow(step.On);
            return applied > 0;
        }

        private bool Apply(SampleStep step, Line line)
        {
            if (step.Step == "restored")
            {
                if (line.State.IsOpen)
                {
                    return false;
                }

                var sameYear = StatisticalYear.Of(line.ClosedOn) == StatisticalYear.Of(step.On);
                Money(step.On, sameYear ? line.State : DocketState.Outside, DocketState.InProgress, line.Remainder);
                line.State = DocketState.InProgress;
                return true;
            }

            if (!line.State.IsOpen || (line.State == DocketState.Separate && step.Step is not ("resumed" or "terminated" or "withdrawn" or "returned")))
            {
                return false;
            }

            switch (step.Step)
            {
                case "collected" or "reduced":
                    return Pay(step, line, Math.Min(step.Amount ?? 0, line.Remainder), step.Step == "reduced" ? DocketState.Reduced : DocketState.Completed);
                case "performed":
                    return Pay(step, line, line.Remainder, DocketState.Completed);
                case "increased":
                    line.Remainder += step.Amount ?? 0;
                    Money(step.On, DocketState.Outside, line.State, step.Amount ?? 0);
                    return true;
                default:
                    return Stand(step, line);
            }
        }

        private bool Pay(SampleStep step, Line line, long amount, DocketState to)
        {
            if (step.Step != "performed" && (amount == 0 || (_isComplete && amount < step.Amount)))
            {
                return false;
            }

            Money(step.On, line.State, to, amount);
            line.Remainder -= amount;
            line.IsPerformed = true;
            if (line.Remainder == 0)
            {
                line.State = DocketState.Completed;
                line.ClosedOn = step.On;
            }

            return true;
        }

        private bool Stand(SampleStep step, Line line)
        {
            var to = Enum.GetValues<DocketState>()
                .Except([DocketState.Outside, DocketState.Completed, DocketState.Reduced])
                .Single(state => SampleMatter.StepTo(state) == step.Step);
            if (to == line.State || (to == DocketState.Separate && line.State != DocketState.NotEnforceable))
            {
                return false;
            }

            Money(step.On, line.State, to, line.Remainder);
            line.State = to;
            line.ClosedOn = step.On;
            return true;
        }

        private void Money(DateOnly on, DocketState from, DocketState to, long amount)
        {
            if (amount > 0)
            {
                moves.Add(new(on, Measure.Money, from, to, _officer, _officer, amount));
            }
        }

        private void Follow(DateOnly on)
        {
            DocketState[] open =
            [
                DocketState.InProgress, DocketState.PostponedByAgreement, DocketState.Paused, DocketState.NotEnforceable,
                DocketState.Postponed, DocketState.Suspended, DocketState.Separate,
            ];
            DocketState[] closed = [DocketState.Terminated, DocketState.Delegated, DocketState.PulledUp, DocketState.Returned, DocketState.Withdrawn];
            var now = _lines.Exists(line => line.State.IsOpen) ? open.First(Stands)
                : _lines.Exists(line => line.IsPerformed) ? DocketState.Completed
                : closed.First(Stands);
            if (now == _state)
            {
                return;
            }

            var opensAgain = _state != DocketState.Outside && !_state.IsOpen;
            var from = opensAgain && StatisticalYear.Of(_closedOn) != StatisticalYear.Of(on) ? DocketState.Outside : _state;
            moves.Add(new(on, Measure.Matters, from, now, _officer, _officer, 1));
            _state = now;
            _closedOn = on;
        }

        private bool Stands(DocketState state) => _lines.Exists(line => line.State == state);
    }
}
