using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>A row of `steps` in the making.</summary>
internal sealed record SampleStep(string Step, DateOnly On, SampleLine? Line = null)
{
    /// <summary>Settable: amounts are calibrated after the histories are made.</summary>
    public long? Amount { get; set; }

    public DateOnly? KnownOn { get; set; }

    public DateOnly? VoidedOn { get; init; }

    public string? ToUnit { get; init; }

    public string? ToOfficer { get; init; }

    public string? Manner { get; init; }

    public string? Note { get; set; }
}

/// <summary>A row of `events` in the making.</summary>
internal sealed record SampleEvent(string Event, DateOnly On, string? Result = null, string? Partner = null, string? Note = null, DateOnly? VoidedOn = null);

/// <summary>A line of a matter and how it stands while its history is made.</summary>
internal sealed class SampleLine(int number, string kind, long amount)
{
    public int Number => number;

    public string Kind => kind;

    public bool IsStateRevenue => kind is "court_fee" or "fine" or "confiscation" or "disgorgement";

    /// <summary>As docketed.</summary>
    public long Amount { get; set; } = amount;

    public long Remainder { get; set; } = amount;

    public DocketState State { get; set; } = DocketState.InProgress;

    public bool IsPerformed { get; set; }
}

/// <summary>The kinds of bank debt whose amounts make the sums of đồng exact; see <see cref="MoneyCalibration"/>.</summary>
internal enum Reserve
{
    None = 0,

    /// <summary>New and collected in 2019: makes 2019's settled.</summary>
    Settled2019 = 1,

    /// <summary>In progress since 2017 or 2018, not enforceable in 2020: makes 2019's enforceable.</summary>
    Enforceable2019 = 2,

    /// <summary>New and collected in 2020: makes 2020's settled.</summary>
    Settled2020 = 3,

    /// <summary>New and in progress in 2020: makes 2020's enforceable.</summary>
    Enforceable2020 = 4,

    /// <summary>New and not enforceable in 2020: makes 2020's total.</summary>
    Total2020 = 5,
}

/// <summary>A matter in the making: what it is, its lines, and its history so far. Steps are added in the order of their days.</summary>
internal sealed class SampleMatter
{
    // The matter stands in the first of these in which an open line stands (exchange format 1, section 2).
    private static readonly DocketState[] Precedence =
    [
        DocketState.InProgress, DocketState.PostponedByAgreement, DocketState.Paused, DocketState.NotEnforceable,
        DocketState.Postponed, DocketState.Suspended, DocketState.Separate,
    ];

    // Open from and until (null: still open). A restored matter has two rows.
    private readonly List<(DateOnly From, DateOnly? Until)> _open = [];

    public required DateOnly DecidedOn
    {
        get;
        init
        {
            field = value;
            _open.Add((value, null));
        }
    }

    public required string Type { get; init; }

    public required bool IsOnRequest { get; init; }

    public required IReadOnlyList<SampleLine> Lines { get; init; }

    public bool IsBank { get; init; }

    public bool IsCorruption { get; init; }

    public bool IsByDelegation { get; init; }

    /// <summary>0 (a small court fee) to 100 (a prisoner who owns nothing): how likely it stays.</summary>
    public int Hardness { get; init; }

    public Reserve Reserve { get; init; }

    public string Code { get; set; } = "";

    public string DecisionNumber { get; set; } = "";

    public DateOnly? KnownOn { get; set; }

    /// <summary>The territory it is in, from the first day and from each later day of a move.</summary>
    public List<(DateOnly From, int Seat)> Seats { get; } = [];

    public string Commune { get; set; } = "";

    /// <summary>Just come in: given to no officer yet.</summary>
    public bool IsUnassigned { get; set; }

    public SampleJudgment Judgment { get; set; } = SampleJudgment.None;

    /// <summary>The judgment reached the office (ex officio), or the complete request did.</summary>
    public DateOnly CameOn { get; set; }

    public string Debtor { get; set; } = "";

    public string? Creditor { get; set; }

    public List<SampleStep> Steps { get; } = [];

    public List<SampleEvent> Events { get; } = [];

    /// <summary>Since when all of it is not enforceable; null in any other state.</summary>
    public DateOnly? NotEnforceableSince { get; private set; }

    public DateOnly LastOn => Steps.Count == 0 ? DecidedOn : Steps[^1].On;

    public IEnumerable<SampleLine> OpenLines => Lines.Where(line => line.State.IsOpen);

    public bool IsTouched => Lines.Any(line => line.IsPerformed);

    public DocketState State => OpenLines.Any()
        ? Precedence.First(state => Lines.Any(line => line.State == state))
        : IsTouched ? DocketState.Completed : Lines[0].State;

    public int SeatOn(DateOnly day) => Seats.FindLast(seat => seat.From <= day).Seat;

    /// <summary>Open at the beginning of the day.</summary>
    public bool IsOpenBefore(DateOnly day) => _open.Exists(span => span.From < day && (span.Until is null || span.Until >= day));

    public void Collect(SampleLine line, DateOnly on, long amount, string manner) => Take(line, on, "collected", amount, manner);

    public void Reduce(SampleLine line, DateOnly on, long amount) => Take(line, on, "reduced", amount, null);

    public void Increase(SampleLine line, DateOnly on, long amount)
    {
        line.Remainder += amount;
        Add(new("increased", on, line) { Amount = amount });
    }

    public void Perform(SampleLine line, DateOnly on, string manner)
    {
        line.Remainder = 0;
        line.State = DocketState.Completed;
        line.IsPerformed = true;
        Add(new("performed", on, line) { Manner = manner });
    }

    /// <summary>All open lines, or the one named, come to stand in another state, or close in it with their remainder.</summary>
    public void Change(DateOnly on, DocketState state, SampleLine? only = null)
    {
        foreach (var line in only is null ? OpenLines.ToList() : [only])
        {
            line.State = state;
        }

        Add(new(StepTo(state), on, only));
    }

    public void Restore(DateOnly on, SampleLine line)
    {
        line.State = DocketState.InProgress;
        _open.Add((on, null));
        Add(new("restored", on, line));
    }

    public static string StepTo(DocketState state) => state switch
    {
        DocketState.InProgress => "resumed",
        DocketState.PostponedByAgreement => "postponed_by_agreement",
        DocketState.Paused => "paused",
        DocketState.NotEnforceable => "not_enforceable",
        DocketState.Postponed => "postponed",
        DocketState.Suspended => "suspended",
        DocketState.Separate => "separated",
        DocketState.Terminated => "terminated",
        DocketState.Delegated => "delegated",
        DocketState.Withdrawn => "withdrawn",
        DocketState.PulledUp => "pulled_up",
        DocketState.Returned => "returned",
        DocketState.Outside or DocketState.Completed or DocketState.Reduced => throw new InvalidOperationException($"No single step leads to {state}."),
    };

    private void Take(SampleLine line, DateOnly on, string step, long amount, string? manner)
    {
        line.Remainder -= amount;
        line.IsPerformed = true;
        if (line.Remainder == 0)
        {
            line.State = DocketState.Completed;
        }

        Add(new(step, on, line) { Amount = amount, Manner = manner });
    }

    private void Add(SampleStep step)
    {
        if (step.On < LastOn)
        {
            throw new InvalidOperationException($"A step of {step.On:O} after one of {LastOn:O}.");
        }

        Steps.Add(step);
        NotEnforceableSince = State == DocketState.NotEnforceable ? NotEnforceableSince ?? step.On : null;
        if (!OpenLines.Any())
        {
            _open[^1] = (_open[^1].From, step.On);
        }
    }
}

/// <summary>The judgment behind a matter, and how it came to the office.</summary>
internal sealed record SampleJudgment(string Number, DateOnly On, string Court, DateOnly EffectiveOn)
{
    public static readonly SampleJudgment None = new("", default, "", default);
}
