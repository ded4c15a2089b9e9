using System.Globalization;
using System.Text.Json;
using Thads.Law;
using Thads.Law.Calendar;
using Thads.Law.Deadlines;
using Thads.Law.Tables;
using Thads.Office.Partners;

namespace Thads.Office.Coordination;

/// <summary>What the law says of a kind of request from one day to another: a row of <see cref="RequestLimit"/> and the time limit of the catalogue it names.</summary>
/// <param name="Period">Null = the law has the duty and no number: the day is asked for.</param>
/// <param name="Deadline">Row of the catalogue; null = the limit has no code there.</param>
public sealed record RequestRule(LawRow Row, LegalPeriod? Period, LawRow? Deadline)
{
    public DateOnly From => Row.From;

    /// <summary>Last day; null = still.</summary>
    public DateOnly? To => Row.To;

    /// <summary>Legal basis of the request; "" = none.</summary>
    public string Article => Row.Article;

    /// <summary>Names of the rows it rests on, for the mark of what nobody has checked.</summary>
    public IEnumerable<string> Rests => Deadline is null ? [Row.Id] : [Row.Id, Deadline.Id];

    /// <summary>The last day for an answer, counted as every limit of the law; hours end on the day into which they reach.</summary>
    /// <returns>Null where the law has no number, or the calendar does not reach so far.</returns>
    public DateOnly? DueAfter(DateOnly sentOn, WorkingCalendar calendar) => Period switch
    {
        null => null,
        { Unit: PeriodUnit.Hours } hours => sentOn.AddDays((hours.Count + 23) / 24),
        { } period => Counting.LastDay(calendar, sentOn, period).Try(out var last, out _) ? last : null,
    };

    /// <summary>The limit in words: "3 ngày làm việc (L08 Đ44.6)".</summary>
    public string In(Language language) => Period is { } period
        ? Words.Say(language, "request.limit", period.In().In(language), ArticleIn(language))
        : Article.Length > 0 ? Words.Say(language, "request.limit-none", ArticleIn(language)) : Words.Say(language, "request.limit-nothing");

    /// <summary>"L08 Đ44.6", "L08 art. 44.6".</summary>
    public string ArticleIn(Language language) => Said.Article(Article).In(language);
}

/// <summary>A kind of request: what is asked, of whom it usually is, and what the law of each day says.</summary>
/// <param name="To">Words of <see cref="PartnerKind"/>: to whom it is offered first.</param>
public sealed record RequestKind(string Code, string Vi, string En, IReadOnlyList<string> To)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<IReadOnlyList<RequestKind>> Loaded = new(Load);
    private readonly Lazy<IReadOnlyList<RequestRule>> _limits = new(() =>
        [.. LawBook.InForce.Of(RequestLimit.Table, Code).Select(limit => new RequestRule(limit.Row, limit.Value.PeriodOn(LawBook.InForce, limit.Row.From), limit.Value.RuleOn(LawBook.InForce, limit.Row.From)?.Row))]);

    /// <summary>By first day.</summary>
    public IReadOnlyList<RequestRule> Limits => _limits.Value;

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
        return kinds.All(kind => kind.To.All(to => Codes.TryRead<PartnerKind>(to, out _)) && kind.Limits.Count > 0)
            ? kinds
            : throw new InvalidDataException("request-kinds.json: every kind of partner is known, and request-limits.csv has a row for every kind of request.");
    }
}
