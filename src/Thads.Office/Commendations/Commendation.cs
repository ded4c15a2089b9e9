using System.Globalization;

namespace Thads.Office.Commendations;

/// <summary>Who is commended. Stored by number. Units and bodies are collectives, the others persons.</summary>
public enum RecipientKind
{
    /// <summary>A unit of the tree.</summary>
    Unit = 1,

    /// <summary>An officer of the books, or somebody else of the office.</summary>
    Officer = 2,

    /// <summary>A body outside the office.</summary>
    Body = 3,

    /// <summary>A person outside the office.</summary>
    Outsider = 4,
}

/// <summary>What it is for. Stored by number.</summary>
public enum Occasion
{
    Year = 1,
    Campaign = 2,
    Other = 3,
}

/// <summary>Whether a condition is met; null in a ground that is no condition.</summary>
public enum ConditionState
{
    NotMet = 0,
    Met = 1,

    /// <summary>The program cannot know: people confirm it.</summary>
    NotKnown = 2,
}

/// <param name="Code">Of the unit, the officer, or the body (a person outside: of the body they belong to); null = none.</param>
/// <param name="Name">As printed.</param>
/// <param name="Post">Position, of a person.</param>
public sealed record Recipient(RecipientKind Kind, string? Code, string Name, string? Post)
{
    public bool IsCollective => Kind is RecipientKind.Unit or RecipientKind.Body;

    public bool IsOutside => Kind is RecipientKind.Body or RecipientKind.Outsider;

    public string Full => Post is null ? Name : $"{Name}, {Post}";

    /// <summary>Whether both are the same recipient.</summary>
    public bool Is(Recipient other) => Kind == other.Kind && Code == other.Code && ((IsCollective || Kind == RecipientKind.Officer) && Code is not null || Name == other.Name);
}

/// <summary>What speaks for a nomination, or a condition of the kind: a sentence with its number, and where the number was read.</summary>
/// <param name="Code">Of the ground or condition.</param>
/// <param name="Says">In Vietnamese, as it goes into the submission.</param>
/// <param name="Link">Where it can be opened; null = nowhere.</param>
/// <param name="State">Of a condition; null = a ground.</param>
public sealed record Ground(string Code, string Says, string? Link, ConditionState? State = null);

/// <summary>What was found for a nomination, before anybody nominates.</summary>
/// <param name="LastAct">The last act the figures rest on.</param>
public sealed record Grounds(IReadOnlyList<Ground> For, IReadOnlyList<(CommendationCondition Condition, Ground Ground)> Conditions, long LastAct);

/// <param name="For">Members that voted for it.</param>
public sealed record CouncilVote(long Council, long Nomination, int For, int Against)
{
    public bool Carried => For > Against;
}

/// <summary>A meeting of the council for emulation and commendation (Hội đồng Thi đua – Khen thưởng).</summary>
public sealed record CouncilMeeting(long Id, string Unit, int Year, DateOnly MetOn, string Members, string? Minutes, IReadOnlyList<CouncilVote> Votes);

/// <summary>A nomination (đề nghị khen thưởng). What it rests on was kept when it was made.</summary>
/// <param name="Unit">Code of the unit that nominates.</param>
/// <param name="Body">Who decides, as printed.</param>
/// <param name="Withdrawn">The reason; null = it stands.</param>
/// <param name="Commendation">Number of the commendation it became.</param>
public sealed record Nomination(
    long Id, string Unit, int Year, Occasion Occasion, string OccasionTitle, CommendationKind Kind, string Body, Recipient Recipient, string? Achievement, DateOnly On, IReadOnlyList<Ground> Grounds,
    string? Withdrawn, CouncilVote? Vote, long? Commendation)
{
    public string Address => string.Create(CultureInfo.InvariantCulture, $"/direction/commendations/nominations/{Id}");

    public IEnumerable<Ground> For => Grounds.Where(ground => ground.State is null);

    public IEnumerable<Ground> Conditions => Grounds.Where(ground => ground.State is not null);

    internal int UnitId { get; init; }
}

/// <summary>A decision on commendations.</summary>
/// <param name="Body">Who decided, as printed.</param>
/// <param name="Partner">Code of that body; null = a unit of the tree, or unknown.</param>
public sealed record CommendationDecision(
    long Id, string Unit, int Year, Occasion Occasion, string OccasionTitle, string Body, string? Partner, string Number, DateOnly On, IReadOnlyList<Commendation> Recipients)
{
    public string Address => string.Create(CultureInfo.InvariantCulture, $"/direction/commendations/decisions/{Id}");

    internal int UnitId { get; init; }
}

/// <summary>A line of the register.</summary>
/// <param name="Voided">Why it was taken back; null = it holds.</param>
/// <param name="HandedOn">Null = not handed out yet.</param>
/// <param name="Conference">Number of the conference it was handed out at.</param>
public sealed record Commendation(
    long Id, long Decision, string Unit, int Year, Occasion Occasion, string OccasionTitle, string Body, string DecisionNumber, DateOnly DecidedOn, CommendationKind Kind, Recipient Recipient, string? Achievement,
    long? Nomination, string? Voided, DateOnly? HandedOn, int? Conference)
{
    public string KindName => Kind.Vi;

    public bool Holds => Voided is null;

    internal int UnitId { get; init; }
}

/// <summary>How many, of those that hold.</summary>
public sealed record CommendationCount(string Body, Occasion Occasion, string OccasionTitle, int Year, int Titles, int Certificates, int Collectives, int Persons, int Outside)
{
    public int All => Collectives + Persons;

    /// <summary>One row per body and occasion, in the order of the decisions.</summary>
    public static IReadOnlyList<CommendationCount> Of(IEnumerable<Commendation> register) =>
    [
        .. register.Where(one => one.Holds).GroupBy(one => (one.Body, one.Occasion, one.OccasionTitle, one.Year)).Select(g => new CommendationCount(
            g.Key.Body, g.Key.Occasion, g.Key.OccasionTitle, g.Key.Year, g.Count(one => one.Kind.Type == CommendationType.Title), g.Count(one => one.Kind.Type == CommendationType.Certificate),
            g.Count(one => one.Recipient.IsCollective), g.Count(one => !one.Recipient.IsCollective), g.Count(one => one.Recipient.IsOutside))),
    ];
}
