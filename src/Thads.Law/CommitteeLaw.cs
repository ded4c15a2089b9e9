using System.Globalization;
using System.Reflection;

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
public sealed record CommitteeAtLevel(CommitteeLevel Level, DateOnly From, DateOnly? To, string Source, DateOnly LastChecked)
{
    private static readonly Lazy<IReadOnlyList<CommitteeAtLevel>> Table = new(() => [.. CommitteeTables.Rows("committee-levels").Select(c => new CommitteeAtLevel(
        Enum.Parse<CommitteeLevel>(c[0], ignoreCase: true), CommitteeTables.Day(c[1]), c[2].Length == 0 ? null : CommitteeTables.Day(c[2]), c[3], CommitteeTables.Day(c[4])))]);

    public static IReadOnlyList<CommitteeAtLevel> All => Table.Value;

    /// <summary>The row that allows a committee of the level on that day; null where none does.</summary>
    public static CommitteeAtLevel? On(CommitteeLevel level, DateOnly day) => All.FirstOrDefault(row => row.Level == level && row.From <= day && !(row.To < day));
}

/// <summary>How a committee works where nobody has written down rules of its own. A dated table (`Tables/committee-working-rules.csv`).</summary>
/// <param name="CycleMonths">A meeting in every so many months of the calendar year.</param>
/// <param name="PapersWorkingDays">Papers go out at least so many working days before the meeting.</param>
public sealed record CommitteeWorking(DateOnly From, int CycleMonths, int PapersWorkingDays, bool ProcuracyInvited, string Source, DateOnly LastChecked)
{
    private static readonly Lazy<IReadOnlyList<CommitteeWorking>> Table = new(() => [.. CommitteeTables.Rows("committee-working-rules").Select(c => new CommitteeWorking(
        CommitteeTables.Day(c[0]), CommitteeTables.Number(c[1]), CommitteeTables.Number(c[2]), c[3] == "1", c[4], CommitteeTables.Day(c[5])))]);

    public static IReadOnlyList<CommitteeWorking> All => Table.Value;

    /// <summary>The row of that day; null before the first.</summary>
    public static CommitteeWorking? On(DateOnly day) => All.LastOrDefault(row => row.From <= day);
}

/// <summary>The rows of the tables of this file.</summary>
internal static class CommitteeTables
{
    public static IEnumerable<string[]> Rows(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Thads.Law.Tables.{table}.csv")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
