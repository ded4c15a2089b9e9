using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Thads.Law.Calendar;
using Thads.Law.Tables;

namespace Thads.Law.Deadlines;

/// <summary>
/// The last day on which a thing may still be done; the whole of that day counts (BLDS Đ148.6). It explains itself: rule, article, regime, start, what was skipped
/// and why, pauses. Sentences and lists are made when asked for.
/// </summary>
public sealed class Deadline : IExplained
{
    private readonly LawBook _book;
    private readonly DeadlineQuestion _question;

    internal Deadline(LawBook book, in DeadlineQuestion question, Dated<DeadlineRule> rule, DateOnly due, DateTime? dueAt)
    {
        (_book, _question, Rule, Due, DueAt) = (book, question, rule, due, dueAt);
    }

    public Dated<DeadlineRule> Rule { get; }

    /// <summary>The last day; of a limit before an event, the latest permissible one.</summary>
    public DateOnly Due { get; }

    /// <summary>The last moment of a limit of hours, or of one that is at once where a time was given; null = the end of <see cref="Due"/>.</summary>
    public DateTime? DueAt { get; }

    /// <summary>Of the event.</summary>
    public DateOnly Start => _question.Day;

    /// <summary>From which event it runs: the one the caller named, or the first of the rule.</summary>
    public string Event => _question.Event ?? Rule.Value.Events[0];

    /// <summary>Rests on days nobody has announced.</summary>
    public bool IsProvisional => Rule.Value.Period.Unit is not (PeriodUnit.Hours or PeriodUnit.Immediately) && _book.Calendar.IsProvisional(Due > Start ? Due : Start);

    /// <summary>Began under the old law and ended under the new: which length it has is the open point RG-OP1.</summary>
    public bool IsInTransition => (Rule.Value.Regime == Regime.Old || _question.Regime is null) && LegalRegime.Of(Regime.New, _book).From is var begins && Start < begins && Due >= begins;

    public bool HasPassedOn(DateOnly day) => day > Due;

    /// <summary>Days between start and end that were not counted, with the reason of each: days off in a limit of working days; else those over which the end ran on.</summary>
    public IReadOnlyList<RestDay> Skipped()
    {
        var (first, last) = Rule.Value.Period.Unit switch
        {
            PeriodUnit.WorkingDays when Rule.Value.IsBefore => (Due.AddDays(1), Start.AddDays(-1)),
            PeriodUnit.WorkingDays => (Start.AddDays(1), Due.AddDays(-1)),
            PeriodUnit.Hours or PeriodUnit.Immediately => (Due, Due.AddDays(-1)),
            _ => (LastRun(), Due.AddDays(-1)),
        };
        var skipped = new List<RestDay>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (_book.Calendar.WhyRest(day) is { } rest)
            {
                skipped.Add(rest);
            }
        }

        return skipped;
    }

    public IReadOnlyList<DerivationLine> Lines()
    {
        var code = _book.Of(DeadlineCode.Table, Rule.Value.Code).First().Value;
        var name = _book.Of(StartEvent.Table, Event).First().Value.Name;
        var period = Rule.Value.Period.In();
        var start = _question.Time is { } time && DueAt is not null ? Said.Moment(Start.ToDateTime(time)) : Said.Day(Start);
        List<DerivationLine> lines =
        [
            new(new($"{Rule.Value.Code} – {code.Title.Vi} ({code.Actor.Vi}); {Rule.Value.Regime.In().Vi}.", $"{Rule.Value.Code} – {code.Title.En} ({code.Actor.En}); {Rule.Value.Regime.In().En}."), null, Rule.Row),
            new(Rule.Value.IsBefore
                ? new($"{period.Vi} trước ngày {start} ({name.Vi}), đếm ngược từ ngày liền trước.", $"{period.En} before {start} ({name.En}), counted back from the day before.")
                : new($"{period.Vi} từ {start} ({name.Vi}).", $"{period.En} from {start} ({name.En}).")),
        ];
        var skipped = Skipped();
        if (skipped.Count > 0)
        {
            lines.Add(new(new(
                $"Không tính: {string.Join("; ", skipped.Select(day => $"{Said.Day(day.Day)} {day.Name.Vi}"))}.",
                $"Not counted: {string.Join("; ", skipped.Select(day => $"{Said.Day(day.Day)} {day.Name.En}"))}.")));
        }

        foreach (var pause in _question.Pauses ?? [])
        {
            lines.Add(new(new($"Tạm ngừng tính từ {Said.Day(pause.From)} đến {Said.Day(pause.To)}.", $"Paused from {Said.Day(pause.From)} to {Said.Day(pause.To)}.")));
        }

        foreach (var (days, reason) in _question.Outages ?? [])
        {
            lines.Add(new(new(
                $"Không tính từ {Said.Day(days.From)} đến {Said.Day(days.To)}, có xác nhận: {reason.Vi}.",
                $"Not counted from {Said.Day(days.From)} to {Said.Day(days.To)}, certified: {reason.En}.")));
        }

        if (IsInTransition)
        {
            lines.Add(new(Rule.Value.Regime == Regime.Old
                ? new("Thời hạn chạy qua ngày luật mới: giữ độ dài lúc bắt đầu (RG-OP1).", "The limit ran into the new law: its length is that of its start (RG-OP1).")
                : new("Thời hạn chạy qua ngày luật mới: theo độ dài của luật mới, không kết thúc trước ngày làm việc đầu tiên của luật mới (RG-OP1).", "The limit ran into the new law: its length is that of the new law, not ended before the first working day under it (RG-OP1).")));
        }

        lines.Add(new(Result()));
        return lines;
    }

    public IReadOnlyList<LawRow> Rests() => [Rule.Row];

    /// <summary>"Đến hết ngày 01/12/2026", with the mark of a provisional day.</summary>
    public Said Result()
    {
        var (vi, en) = IsProvisional ? (" (tạm tính: lịch nghỉ chưa công bố đủ)", " (provisional: days off are not all announced)") : ("", "");
        return DueAt is { } at ? new($"Đến {Said.Moment(at)}{vi}.", $"Until {Said.Moment(at)}{en}.")
            : Rule.Value.IsBefore ? new($"Chậm nhất ngày {Said.Day(Due)}{vi}.", $"At the latest on {Said.Day(Due)}{en}.")
            : new($"Đến hết ngày {Said.Day(Due)}{vi}.", $"Until the end of {Said.Day(Due)}{en}.");
    }

    /// <summary>The whole explanation for programs.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("code", Rule.Value.Code);
            json.WriteString("regime", Rule.Value.Regime.Code);
            json.WriteString("article", Rule.Row.Article);
            json.WriteString("event", Event);
            json.WriteString("start", Iso(Start));
            json.WriteString("period", $"{Rule.Value.Period.Count.ToString(CultureInfo.InvariantCulture)} {LegalPeriod.UnitsByCode.First(unit => unit.Value == Rule.Value.Period.Unit).Key}");
            json.WriteBoolean("before", Rule.Value.IsBefore);
            json.WriteString("due", DueAt is { } at ? at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : Iso(Due));
            json.WriteBoolean("provisional", IsProvisional);
            json.WriteBoolean("transition", IsInTransition);
            json.WriteBoolean("checked", Rule.Row.Trust.IsChecked);
            json.WriteStartArray("skipped");
            foreach (var day in Skipped())
            {
                json.WriteStartObject();
                json.WriteString("day", Iso(day.Day));
                json.WriteString("vi", day.Name.Vi);
                json.WriteString("en", day.Name.En);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("pauses");
            foreach (var pause in _question.Pauses ?? [])
            {
                json.WriteStartObject();
                json.WriteString("from", Iso(pause.From));
                json.WriteString("to", Iso(pause.To));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("pauses");
            foreach (var (days, reason) in (_question.Pauses ?? []).Select(pause => (pause, (Said?)null)).Concat((_question.Outages ?? []).Select(outage => (outage.Days, (Said?)outage.Reason))))
            {
                json.WriteStartObject();
                json.WriteString("from", Iso(days.From));
                json.WriteString("to", Iso(days.To));
                if (reason is { } why)
                {
                    json.WriteString("vi", why.Vi);
                    json.WriteString("en", why.En);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first of the days of rest over which the end ran on; the end itself where it did not.</summary>
    private DateOnly LastRun()
    {
        var day = Due;
        while (day > Start.AddDays(1) && _book.Calendar.Covers(day.AddDays(-1)) && !_book.Calendar.IsWorkingDay(day.AddDays(-1)))
        {
            day = day.AddDays(-1);
        }

        var plain = Counting.PausedDays(_question.NotCounted ?? [], Start, Due) > 0 ? day
            : Rule.Value.Period.Unit switch
            {
                PeriodUnit.Months => Start.AddMonths(Rule.Value.Period.Count),
                PeriodUnit.Years => Start.AddYears(Rule.Value.Period.Count),
                _ => Start.AddDays(Rule.Value.Period.Count),
            };
        return plain > day ? plain : day;
    }
}
