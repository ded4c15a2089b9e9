using System.Data.Common;
using Thads.Office.Data;

namespace Thads.Office.Watch.Nightly;

/// <summary>What a part of a night's run came to. Stored by number: never renumber, never reuse a number.</summary>
public enum NightOutcome
{
    Sound = 1,

    /// <summary>The books, or what was sent, are not what they must be.</summary>
    Found = 2,

    /// <summary>It could not be done.</summary>
    Failed = 3,
}

/// <summary>What runs at night.</summary>
public enum NightPart
{
    /// <summary>`thads verify`: do the books agree with themselves?</summary>
    Book = 1,

    /// <summary>`thads verify figures`: is what was sent what the steps say?</summary>
    Figures = 2,
}

/// <summary>A part that ended.</summary>
/// <param name="EndedAt">UTC.</param>
/// <param name="Checked">Matters, or sent versions.</param>
/// <param name="Found">Disagreements, or cells that differ.</param>
/// <param name="Said">The first of what was found, in Vietnamese; null where nothing was.</param>
public sealed record NightResult(NightPart Part, DateTime EndedAt, NightOutcome Outcome, long Checked, long Found, string? Said);

/// <summary>A night's run.</summary>
/// <param name="Day">The office's.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Results">Of the parts that ended.</param>
public sealed record Night(DateOnly Day, DateTime StartedAt, IReadOnlyList<NightResult> Results)
{
    /// <summary>The last run there was; null where none was.</summary>
    public static async Task<Night?> LastAsync(DbConnection connection, CancellationToken ct)
    {
        var last = await connection.ListAsync("SELECT day, started_at FROM nightly_run ORDER BY day DESC LIMIT 1", r => (Day: r.Day(0), At: r.Moment(1)), ct);
        if (last is not [var run])
        {
            return null;
        }

        var results = await connection.ListAsync(
            "SELECT part, ended_at, outcome, checked, found, said FROM nightly_result WHERE day = @day ORDER BY ended_at, part",
            r => new NightResult(
                Codes.TryRead<NightPart>(r.GetString(0), out var part) ? part : throw new InvalidDataException("No such part."), r.Moment(1), (NightOutcome)r.GetInt32(2), r.GetInt64(3), r.GetInt64(4),
                r.TextOrNone(5)), ct, ("day", run.Day));
        return new Night(run.Day, run.At, results);
    }
}
