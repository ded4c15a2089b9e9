using System.Globalization;
using System.Text.Json;
using Thads.Law.Calendar;
using Thads.Office.Partners;

namespace Thads.Office.Coordination;

/// <summary>How a limit of law counts. Its word stands in request-kinds.json.</summary>
public enum LimitUnit
{
    WorkingDays = 1,
    CalendarDays = 2,
    Hours = 3,
}

/// <summary>What the law says of a kind of request from one day to another.</summary>
/// <param name="To">Last day; null = still.</param>
/// <param name="Number">Null = the law has the duty and no number: the day is asked for.</param>
/// <param name="Unit">Word of a <see cref="LimitUnit"/>; null where there is no number.</param>
/// <param name="Article">Legal basis of the request; "" = none.</param>
/// <param name="Checked">Last checked against its source; null = not yet.</param>
public sealed record RequestRule(DateOnly From, DateOnly? To, int? Number, string? Unit, string Article, string Source, DateOnly? Checked)
{
    public LimitUnit UnitOf => Codes.TryRead<LimitUnit>(Unit ?? "", out var unit) ? unit : throw new InvalidDataException($"request-kinds.json: {Unit} is no unit of a limit.");

    /// <summary>The last day for an answer: days from the day after the request; calendar days that end on a day of rest run on (BLDS 2015 Điều 147, 148); hours end on the day into which they reach.</summary>
    /// <returns>Null where the law has no number, or the calendar does not reach so far.</returns>
    public DateOnly? DueAfter(DateOnly sentOn, WorkingCalendar calendar) => (Number, Number is null ? default : UnitOf) switch
    {
        (null, _) => null,
        ({ } days, LimitUnit.WorkingDays) => calendar.After(sentOn, days),
        ({ } days, LimitUnit.CalendarDays) => OnOrAfter(sentOn.AddDays(days), calendar),
        ({ } hours, LimitUnit.Hours) => sentOn.AddDays((hours + 23) / 24),
    };

    /// <summary>The limit in words: "3 ngày làm việc (L08 Đ44.6)".</summary>
    public string In(Language language) => Number is { } number
        ? Words.Say(language, $"request.limit-{Codes.CodeOf(UnitOf)}", number, ArticleIn(language))
        : Article.Length > 0 ? Words.Say(language, "request.limit-none", ArticleIn(language)) : Words.Say(language, "request.limit-nothing");

    /// <summary>"L08 Đ44.6", "L08 art. 44.6".</summary>
    public string ArticleIn(Language language) => language == Language.English ? Article.Replace("Đ", "art. ", StringComparison.Ordinal) : Article;

    private static DateOnly? OnOrAfter(DateOnly day, WorkingCalendar calendar)
    {
        while (calendar.Covers(day) && !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return calendar.Covers(day) ? day : null;
    }
}

/// <summary>A kind of request: what is asked, of whom it usually is, and what the law of each day says.</summary>
/// <param name="To">Words of <see cref="PartnerKind"/>: to whom it is offered first.</param>
public sealed record RequestKind(string Code, string Vi, string En, IReadOnlyList<string> To, IReadOnlyList<RequestRule> Limits)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<IReadOnlyList<RequestKind>> Loaded = new(Load);

    public static IReadOnlyList<RequestKind> All => Loaded.Value;

    public string NameIn(Language language) => language == Language.English ? En : Vi;

    /// <summary>The row of the table for a day; null = the table does not reach it.</summary>
    public RequestRule? On(DateOnly day) => Limits.FirstOrDefault(rule => rule.From <= day && !(rule.To < day));

    /// <summary>How a request names the row it was sent under.</summary>
    public string NameOf(RequestRule rule) => string.Create(CultureInfo.InvariantCulture, $"{Code}/{rule.From:yyyy-MM-dd}");

    public static RequestKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);

    private static List<RequestKind> Load()
    {
        using var stream = typeof(RequestKind).Assembly.GetManifestResourceStream("Thads.Office.Coordination.Lists.request-kinds.json")!;
        var kinds = JsonSerializer.Deserialize<List<RequestKind>>(stream, Reading)!;
        return kinds.All(kind => kind.To.All(to => Codes.TryRead<PartnerKind>(to, out _)) && kind.Limits.All(rule => rule.Number is null == rule.Unit is null && (rule.Unit is null || rule.UnitOf > 0)))
            ? kinds
            : throw new InvalidDataException("request-kinds.json: a number has a unit, and every kind of partner is known.");
    }
}
