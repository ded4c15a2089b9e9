namespace Thads.Office.Tests.Brute;

/// <summary>Where a matter is kept. No officer is the empty text.</summary>
internal sealed record Account(string Unit, string Officer);

/// <summary>
/// One matter as it stands after the steps it was told so far, by section 2 of the exchange format, without book or moves: it remembers only how
/// things are now. States bear the names of the cells they are counted in. A <see cref="Tally"/>, if there is one, is told of every change.
/// </summary>
internal sealed class BruteMatter
{
    /// <summary>In the order in which the first that applies is the state of an open matter. The last is not live.</summary>
    public static readonly IReadOnlyList<string> OpenStates =
        ["in_progress", "postponed_by_agreement", "paused", "not_enforceable", "postponed", "suspended", "separate"];

    /// <summary>In the order in which the first that applies is the state of a closed matter in which nothing was performed.</summary>
    public static readonly IReadOnlyList<string> ClosedStates = ["terminated", "delegated", "pulled_up", "returned", "withdrawn"];

    private static readonly DateOnly NewLaw = new(2026, 7, 1);

    private readonly MatterRow matter;
    private readonly Tally? tally;
    private DateOnly closedOn;
    private Account closedIn;

    public BruteMatter(MatterRow matter, IEnumerable<ObligationRow> obligations, Tally? tally = null)
    {
        this.matter = matter;
        this.tally = tally;
        Account = closedIn = new(matter.Unit, matter.Officer);
        Lines = [.. obligations.Select(o => new Line(o.Line, o.Amount, Account))];
        foreach (var line in Lines)
        {
            tally?.Moved(line.Code, matter.DecidedOn, Account, "outside", "in_progress", line.Remainder);
        }

        tally?.Moved("", matter.DecidedOn, Account, "outside", "in_progress", 1);
    }

    public Account Account { get; private set; }

    public string State { get; private set; } = "in_progress";

    public IReadOnlyList<Line> Lines { get; }

    public static bool IsOpen(string state) => OpenStates.Contains(state);

    public static bool IsLive(string state) => IsOpen(state) && state != "separate";

    public static int YearOf(DateOnly day) => day.Month >= 10 ? day.Year + 1 : day.Year;

    /// <summary>Lets the step have what effect it can: none where it lacks what it builds on.</summary>
    public void Take(StepRow step)
    {
        if (step.Step is "reassigned" or "transferred")
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

    /// <summary>Why the step would be refused now (known today); null if it is sound. Dates of knowing are not looked at.</summary>
    public string? WhyNot(StepRow step, IEnumerable<OfficerRow> officers)
    {
        if (step.On < matter.DecidedOn)
        {
            return "before the matter";
        }

        if (step.Step is "collected" or "reduced" or "increased" ? step.Amount is not > 0 : step.Amount is not null)
        {
            return "amount";
        }

        if (step.Step is "reassigned" or "transferred")
        {
            var to = Destination(step);
            return step.Line.Length > 0 || (step.ToUnit.Length > 0) != (step.Step == "transferred") ? "form"
                : to == Account ? "already there"
                : !officers.Any(o => o.Code == to.Officer && o.Unit == to.Unit && Spans(o.ValidFrom, step.On, o.ValidTo)) ? "no such officer that day"
                : null;
        }

        return step.ToUnit.Length > 0 || step.ToOfficer.Length > 0 ? "form"
            : !LinesOf(step).Any(line => Applies(line, step)) ? "applies to no line"
            : step.Step is "collected" or "reduced" && step.Amount > LinesOf(step).Single().Remainder ? "more than is open"
            : null;
    }

    public static bool Spans(DateOnly? from, DateOnly day, DateOnly? to) => (from is null || from <= day) && (to is null || day <= to);

    private Account Destination(StepRow step) => new(step.Step == "transferred" ? step.ToUnit : Account.Unit, step.ToOfficer);

    private IEnumerable<Line> LinesOf(StepRow step) => Lines.Where(line => step.Line.Length == 0 || line.Code == step.Line);

    private bool Applies(Line line, StepRow step)
    {
        var open = IsOpen(line.State);
        var live = IsLive(line.State);
        var named = step.Line.Length > 0;
        return step.Step switch
        {
            "collected" or "reduced" => named && live && line.Remainder > 0,
            "increased" => named && live,
            "performed" => live,
            "not_enforceable" or "postponed_by_agreement" or "paused" or "postponed" or "suspended" => live && line.State != step.Step,
            "resumed" => open && line.State != "in_progress",
            "separated" => line.State == "not_enforceable" && !(step.On >= NewLaw && matter.Basis == "on_request"),
            "terminated" or "withdrawn" => open,
            "delegated" or "pulled_up" => live,
            "returned" => open && step.On >= NewLaw && matter.Basis == "on_request",
            "restored" => named && ClosedStates.Contains(line.State),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Step, "There is no such step."),
        };
    }

    private void Act(Line line, StepRow step)
    {
        switch (step.Step)
        {
            case "collected" or "reduced":
                var part = Math.Min(step.Amount!.Value, line.Remainder);
                tally?.Moved(line.Code, step.On, Account, line.State, step.Step == "collected" ? "completed" : "reduced", part);
                line.Remainder -= part;
                line.Performed = true;
                if (line.Remainder == 0)
                {
                    line.State = "completed";
                }

                break;
            case "performed":
                tally?.Moved(line.Code, step.On, Account, line.State, "completed", line.Remainder);
                line.Remainder = 0;
                line.Performed = true;
                line.State = "completed";
                break;
            case "increased":
                tally?.Moved(line.Code, step.On, Account, "outside", line.State, step.Amount!.Value);
                line.Remainder += step.Amount!.Value;
                break;
            case "restored":
                var reopened = line.ClosedOutOfSeparate ? "separate" : "in_progress";
                Reopen(line.Code, step.On, line.State, line.ClosedOn, line.ClosedIn, reopened, line.Remainder);
                line.State = reopened;
                break;
            case "resumed" or "separated":
                Change(line, step.On, step.Step == "resumed" ? "in_progress" : "separate");
                break;
            default:
                line.ClosedOutOfSeparate = line.State == "separate";
                line.ClosedOn = step.On;
                line.ClosedIn = Account;
                Change(line, step.On, step.Step);
                break;
        }
    }

    private void Change(Line line, DateOnly on, string state)
    {
        tally?.Moved(line.Code, on, Account, line.State, state, line.Remainder);
        line.State = state;
    }

    /// <summary>In the year of the closing: back where it was closed, then handed over to where it is now. Later: new, where it is now.</summary>
    private void Reopen(string thing, DateOnly on, string closedAs, DateOnly closed, Account where, string state, decimal quantity)
    {
        if (YearOf(closed) == YearOf(on))
        {
            tally?.Moved(thing, on, where, closedAs, state, quantity);
            tally?.HandedOver(thing, on, where, Account, state, quantity);
        }
        else
        {
            tally?.Moved(thing, on, Account, "outside", state, quantity);
        }
    }

    private void HandOver(DateOnly on, Account to)
    {
        foreach (var line in Lines)
        {
            tally?.HandedOver(line.Code, on, Account, to, line.State, line.Remainder);
        }

        tally?.HandedOver("", on, Account, to, State, 1);
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
            tally?.Moved("", on, Account, State, state, 1);
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

    internal sealed class Line(string code, decimal amount, Account account)
    {
        public string Code => code;

        /// <summary>What is open, or was when the line was closed.</summary>
        public decimal Remainder { get; set; } = amount;

        public string State { get; set; } = "in_progress";

        public bool Performed { get; set; }

        public DateOnly ClosedOn { get; set; }

        public Account ClosedIn { get; set; } = account;

        public bool ClosedOutOfSeparate { get; set; }
    }
}
