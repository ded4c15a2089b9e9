using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Thads.Law.Calendar;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>Who owes the report to whom.</summary>
public enum ReportLevel
{
    /// <summary>Chấp hành viên, to the head of the unit.</summary>
    Officer = 1,

    /// <summary>Chi cục or Phòng khu vực, to the province.</summary>
    Unit = 2,

    /// <summary>Cục, to the centre.</summary>
    Province = 3,

    /// <summary>To the Minister.</summary>
    Centre = 4,
}

/// <summary>How a limit is counted.</summary>
public enum ReportLimitKind
{
    /// <summary>Working days from the end of the period.</summary>
    WorkingDays = 1,

    /// <summary>Before a day of the month after the period.</summary>
    BeforeDay = 2,
}

/// <summary>A row of the table of limits (`Tables/report-limits.csv`): within what time a level reports under a regime.</summary>
/// <param name="Value">Working days, or a day of the month.</param>
public sealed partial record ReportLimit(string Regime, ReportLevel Level, ReportLimitKind Kind, int Value, string Article, string Source, DateOnly LastChecked)
{
    private static readonly Lazy<IReadOnlyList<ReportLimit>> Table = new(Read);

    public static IReadOnlyList<ReportLimit> All => Table.Value;

    public static ReportLevel LevelOf(UnitKind kind) => kind switch
    {
        UnitKind.Central => ReportLevel.Centre,
        UnitKind.Province => ReportLevel.Province,
        UnitKind.District or UnitKind.Room => ReportLevel.Unit,
    };

    /// <summary>Null where the regime is silent: the table does not guess.</summary>
    public static ReportLimit? Find(string regime, ReportLevel level) => All.FirstOrDefault(limit => limit.Regime == regime && limit.Level == level);

    private static List<ReportLimit> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Thads.Office.Reports.Tables.report-limits.csv")!;
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line =>
        {
            var cells = Cell().Matches(line).Select(cell => cell.Groups["quoted"].Success ? cell.Groups["quoted"].Value : cell.Groups["plain"].Value).ToList();
            return new ReportLimit(
                cells[0], Word<ReportLevel>(cells[1]), Word<ReportLimitKind>(cells[2]), int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5],
                DateOnly.ParseExact(cells[6].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        })];
    }

    private static T Word<T>(string code)
        where T : struct, Enum => Codes.TryRead<T>(code, out var value) ? value : throw new InvalidDataException($"Tables/report-limits.csv: {code} is no word.");

    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>[^\"]*)\"|(?<plain>[^,]*))")]
    private static partial Regex Cell();
}

/// <summary>The last day on which a report is in time, and why: it explains itself.</summary>
/// <param name="Start">Last day of the period; counting begins the day after.</param>
/// <param name="Skipped">Days off in between.</param>
public sealed record ReportDeadline(ReportLimit Limit, DateOnly Start, DateOnly LastDay, IReadOnlyList<DateOnly> Skipped)
{
    /// <exception cref="RefusedException">`report.no-limit`: the regime is silent; `report.beyond-calendar`: nobody knows yet which days are off.</exception>
    public static ReportDeadline Of(string regime, ReportLevel level, DateOnly end)
    {
        var limit = ReportLimit.Find(regime, level) ?? throw new RefusedException(new Refusal("report.no-limit", regime.Replace('-', '/'), level));
        var calendar = WorkingCalendar.OfVietNam;
        if (limit.Kind == ReportLimitKind.BeforeDay)
        {
            var next = new DateOnly(end.Year, end.Month, 1).AddMonths(1);
            return new ReportDeadline(limit, end, next.AddDays(limit.Value - 2), []);
        }

        var last = calendar.Covers(end) ? calendar.After(end, limit.Value) : null;
        return last is not { } day ? throw new RefusedException(new Refusal("report.beyond-calendar", end))
            : new ReportDeadline(limit, end, day, [.. Enumerable.Range(1, day.DayNumber - end.DayNumber).Select(end.AddDays).Where(d => !calendar.IsWorkingDay(d))]);
    }

    /// <summary>The same, or null where it cannot be told.</summary>
    public static ReportDeadline? TryOf(string regime, ReportLevel level, DateOnly end)
    {
        try
        {
            return Of(regime, level, end);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>Working days late on that day: 0 in time; null where the calendar does not reach.</summary>
    public int? LateOn(DateOnly day) => day <= LastDay ? 0 : WorkingCalendar.OfVietNam.Between(LastDay, day) is { } days ? Math.Max(1, days) : null;

    /// <summary>Rule, article, start and last day in words.</summary>
    public Refusal Explained => Limit.Kind == ReportLimitKind.WorkingDays && WorkingCalendar.OfVietNam.IsProvisional(LastDay)
        ? new Refusal("report.limit-provisional", Plain, WorkingCalendar.OfVietNam.ProvisionalFrom) : Plain;

    private Refusal Plain => Limit.Kind switch
    {
        ReportLimitKind.WorkingDays when Skipped.Count == 0 => new Refusal("report.limit-working-days-plain", [Limit.Value, Start, LastDay], Limit.Article),
        ReportLimitKind.WorkingDays => new Refusal("report.limit-working-days", [Limit.Value, Start, LastDay, Skipped.Count], Limit.Article),
        ReportLimitKind.BeforeDay => new Refusal("report.limit-before-day", [Limit.Value, Start, LastDay], Limit.Article),
    };
}
