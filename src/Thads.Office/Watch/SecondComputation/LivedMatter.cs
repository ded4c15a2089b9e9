namespace Thads.Office.Watch.SecondComputation;

/// <summary>
/// One matter as it stands after the steps it was told so far, by section 2 of the exchange format, without book or moves: it remembers only how
/// things are now. States bear the names of the cells they are counted in. Whoever listens is told of every change; a thing is a line by its
/// code, or the matter itself: "".
/// </summary>
public sealed class LivedMatter
{
    /// <summary>In the order in which the first that applies is the state of an open matter. The last is not live.</summary>
    public static readonly IReadOnlyList<string> OpenStates =
        ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "separate"];

    /// <summary>In the order in which the first that applies is the state of a closed matter in which nothing was performed.</summary>
    public static readonly IReadOnlyList<string> ClosedStates = ["terminated", "delegated", "pulled_up", "returned", "withdrawn"];

    private static readonly DateOnly NewLaw = new(2026, 7, 1);

    private readonly string basis;
    private readonly IListener? listener;
    private DateOnly closedOn;
    private CountedAccount closedIn;

    public LivedMatter(CountedMatter matter, IListener? listener = null)
    {
        basis = matter.Basis;
        this.listener = listener;
        Account = closedIn = new(matter.Unit, matter.Officer);
        Lines = [.. matter.Lines.Select(line => new Line(line.Code, line.Amount, Account))];
        foreach (var line in Lines)
        {
            listener?.Moved(line.Code, matter.DecidedOn, Account, "outside", "in_progress", line.Remainder);
        }

        listener?.Moved("", matter.DecidedOn, Account, "outside", "in_progress", 1);
    }

    /// <summary>Told of every change of a thing's state and of every handover, as they happen.</summary>
    public interface IListener
    {
        void Moved(string thing, DateOnly on, CountedAccount account, string from, string to, decimal quantity);

        void HandedOver(string thing, DateOnly on, CountedAccount from, CountedAccount to, string state, decimal quantity);
    }

    public CountedAccount Account { get; private set; }

    public string State { get; private set; } = "in_progress";

    public IReadOnlyList<Line> Lines { get; }

    public static bool IsOpen(string state) => OpenStates.Contains(state);

    public static bool IsLive(string state) => IsOpen(state) && state != "separate";

    /// <summary>The statistical year of a day.</summary>
    public static int YearOf(DateOnly day) => day.Month >= 10 ? day.Year + 1 : day.Year;

    /// <summary>Lets the step have what effect it can: none where it lacks what it builds on.</summary>
    public void Take(CountedStep step)
    {
        if (step.Kind is "reassigned" or "transferred")
        {
            HandOver(step.On, Destination(step));
            return;
        }

        foreach (var line in LinesOf(step).Where(line => Applies(line, step)))
        {
            Act(line, step);
        }

        FollowTheLines(step.On);
    }

    public CountedAccount Destination(CountedStep step) => new(step.Kind == "transferred" ? step.ToUnit : Account.Unit, step.ToOfficer);

    public IEnumerable<Line> LinesOf(CountedStep step) => Lines.Where(line => step.Line.Length == 0 || line.Code == step.Line);

    /// <summary>Whether a step (no handover) has an effect on the line as it stands.</summary>
    public bool Applies(Line line, CountedStep step)
    {
        var open = IsOpen(line.State);
        var live = IsLive(line.State);
        var named = step.Line.Length > 0;
        return step.Kind switch
        {
            "collected" or "reduced" => named && live && line.Remainder > 0,
            "increased" => named && live,
            "performed" => live,
            "not_enforceable" or "postponed_by_agreement" or "paused" or "postponed" or "suspended" => live && line.State != step.Kind,
            "resumed" => open && line.State != "in_progress",
            "separated" => line.State == "not_enforceable" && !(step.On >= NewLaw && basis == "on_request"),
            "terminated" or "withdrawn" => open,
            "delegated" or "pulled_up" => live,
            "returned" => open && step.On >= NewLaw && basis == "on_request",
            "restored" => named && ClosedStates.Contains(line.State),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "There is no such step."),
        };
    }

    private void Act(Line line, CountedStep step)
    {
        switch (step.Kind)
        {
            case "collected" or "reduced":
                var part = Math.Min(step.Amount, line.Remainder);
                listener?.Moved(line.Code, step.On, Account, line.State, step.Kind == "collected" ? "completed" : "reduced", part);
                line.Remainder -= part;
                line.Performed = true;
                if (line.Remainder == 0)
                {
                    line.State = "completed";
                }

                break;
            case "performed":
                listener?.Moved(line.Code, step.On, Account, line.State, "completed", line.Remainder);
                line.Remainder = 0;
                line.Performed = true;
                line.State = "completed";
                break;
            case "increased":
                listener?.Moved(line.Code, step.On, Account, "outside", line.State, step.Amount);
                line.Remainder += step.Amount;
                break;
            case "restored":
                var reopened = line.ClosedOutOfSeparate ? "separate" : "in_progress";
                Reopen(line.Code, step.On, line.State, line.ClosedOn, line.ClosedIn, reopened, line.Remainder);
                line.State = reopened;
                break;
            case "resumed" or "separated":
                Change(line, step.On, step.Kind == "resumed" ? "in_progress" : "separate");
                break;
            default:
                line.ClosedOutOfSeparate = line.State == "separate";
                line.ClosedOn = step.On;
                line.ClosedIn = Account;
                Change(line, step.On, step.Kind);
                break;
        }
    }

    private void Change(Line line, DateOnly on, string state)
    {
        listener?.Moved(line.Code, on, Account, line.State, state, line.Remainder);
        line.State = state;
    }

    /// <summary>In the year of the closing: back where it was closed, then handed over to where it is now. Later: new, where it is now.</summary>
    private void Reopen(string thing, DateOnly on, string closedAs, DateOnly closed, CountedAccount where, string state, decimal quantity)
    {
        if (YearOf(closed) == YearOf(on))
        {
            listener?.Moved(thing, on, where, closedAs, state, quantity);
            listener?.HandedOver(thing, on, where, Account, state, quantity);
        }
        else
        {
            listener?.Moved(thing, on, Account, "outside", state, quantity);
        }
    }

    private void HandOver(DateOnly on, CountedAccount to)
    {
        foreach (var line in Lines)
        {
            listener?.HandedOver(line.Code, on, Account, to, line.State, line.Remainder);
        }

        listener?.HandedOver("", on, Account, to, State, 1);
        Account = to;
    }

    private void FollowTheLines(DateOnly on)
    {
        var state = OpenStates.FirstOrDefault(open => Lines.Any(line => line.State == open))
            ?? (Lines.Any(line => line.Performed) ? "completed" : ClosedStates.First(closed => Lines.Any(line => line.State == closed)));
        if (state == State)
        {
            return;
        }

        if (IsOpen(State))
        {
            listener?.Moved("", on, Account, State, state, 1);
        }
        else
        {
            Reopen("", on, State, closedOn, closedIn, state, 1);
        }

        State = state;
        if (!IsOpen(state))
        {
            closedOn = on;
            closedIn = Account;
        }
    }

    /// <summary>A line as it stands.</summary>
    public sealed class Line(string code, decimal amount, CountedAccount account)
    {
        public string Code => code;

        /// <summary>What is open, or was when the line was closed: đồng.</summary>
        public decimal Remainder { get; set; } = amount;

        public string State { get; set; } = "in_progress";

        public bool Performed { get; set; }

        public DateOnly ClosedOn { get; set; }

        public CountedAccount ClosedIn { get; set; } = account;

        public bool ClosedOutOfSeparate { get; set; }
    }
}
