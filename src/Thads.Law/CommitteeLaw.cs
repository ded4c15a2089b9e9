using Thads.Law.Tables;

namespace Thads.Law;

/// <summary>The level of administration a steering committee belongs to. Stored by number: never renumber, never reuse a number.</summary>
public enum CommitteeLevel
{
    /// <summary>Trung ương.</summary>
    Central = 1,

    /// <summary>Tỉnh, thành phố.</summary>
    Province = 2,

    /// <summary>Huyện, until 30/06/2025.</summary>
    District = 3,
}

/// <summary>Between which days the law has a steering committee of a level. A dated table (`Tables/committee-levels.csv`).</summary>
/// <param name="To">Last day; null = still.</param>
public sealed record CommitteeAtLevel(CommitteeLevel Level, DateOnly From, DateOnly? To, string Source)
{
    private static readonly Dictionary<string, CommitteeLevel> Levels = Enum.GetValues<CommitteeLevel>().ToDictionary(level => level.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static readonly LawTable<CommitteeAtLevel> Table = new("committee-levels", ["level"], ["level"], row => new(row.OneOf("level", Levels), row.From, row.To, row.Source))
    {
        Title = new("Ban Chỉ đạo thi hành án: cấp", "Steering committees: levels"),
        Refuses = "committee-level",
    };

    public static IReadOnlyList<CommitteeAtLevel> All => [.. LawBook.InForce.All(Table).Select(row => row.Value)];

    /// <summary>The row that allows a committee of the level on that day; null where none does.</summary>
    public static CommitteeAtLevel? On(CommitteeLevel level, DateOnly day) => All.FirstOrDefault(row => row.Level == level && row.From <= day && !(row.To < day));
}

/// <summary>How a committee works where nobody has written down rules of its own. A dated table (`Tables/committee-working-rules.csv`).</summary>
/// <param name="CycleMonths">A meeting in every so many months of the calendar year.</param>
/// <param name="PapersWorkingDays">Papers go out at least so many working days before the meeting.</param>
public sealed record CommitteeWorking(DateOnly From, int CycleMonths, int PapersWorkingDays, bool ProcuracyInvited, string Source)
{
    public static readonly LawTable<CommitteeWorking> Table = new("committee-working-rules", ["cycle_months", "papers_working_days", "procuracy_invited"], [],
        row => new(row.From, row.Whole("cycle_months"), row.Whole("papers_working_days"), row.Flag("procuracy_invited"), row.Source))
    {
        Title = new("Ban Chỉ đạo thi hành án: cách làm việc", "Steering committees: how they work"),
        Refuses = "committee-working",
    };

    /// <summary>The row of that day; null before the first.</summary>
    public static CommitteeWorking? On(DateOnly day) => LawBook.InForce.On(Table, day).LastOrDefault()?.Value;
}
