using Thads.Law.Tables;

namespace Thads.Law.Deadlines;

/// <summary>What is asked of the catalogue.</summary>
/// <param name="Day">Of the start event; of the event itself where the limit is counted back from it.</param>
/// <param name="Time">Needed for limits of hours.</param>
/// <param name="Regime">Null = the law of the day of the start event (RG-OP1: the length is fixed at the start).</param>
/// <param name="Pauses">Days that do not count: suspension of a complaint, certified outages, force majeure.</param>
/// <param name="Event">Where a limit can run from two events, which of them it was.</param>
public readonly record struct DeadlineQuestion(string Code, DateOnly Day, TimeOnly? Time = null, Regime? Regime = null, IReadOnlyList<DayRange>? Pauses = null, string? Event = null);

/// <summary>The catalogue of time limits, asked for one: from a code and a start event to a last day that explains itself.</summary>
public static class Deadlines
{
    /// <returns>Refused with `deadline.unknown`, `deadline.no-rule`, `deadline.needs-time`, `deadline.unknown-event`, `calendar.not-covered`.</returns>
    public static Answer<Deadline> Of(LawBook book, DeadlineQuestion question)
    {
        var regime = question.Regime ?? LegalRegime.OfDay(question.Day, book);
        if (Rule(book, question.Code, regime, question.Day) is not { } rule)
        {
            return WhyNone(book, question.Code, regime);
        }

        if (question.Event is { } named && !rule.Value.Events.Contains(named))
        {
            return new LawRefusal("deadline.unknown-event", new($"{question.Code} không tính từ {named}, mà từ: {string.Join(", ", rule.Value.Events)}.", $"{question.Code} does not run from {named} but from: {string.Join(", ", rule.Value.Events)}."));
        }

        var period = rule.Value.Period;
        if (period.Unit == PeriodUnit.Hours)
        {
            return question.Time is not { } time
                ? new LawRefusal("deadline.needs-time", new($"{question.Code} tính bằng giờ: cần giờ bắt đầu.", $"{question.Code} is counted in hours: the time of the start is needed."), rule.Row.Article)
                : Counting.LastMoment(book.Calendar, question.Day.ToDateTime(time), period.Count, question.Pauses).Try(out var at, out var late)
                    ? new Deadline(book, question, rule, DateOnly.FromDateTime(at), at) : late;
        }

        var last = rule.Value.IsBefore ? Counting.Before(book.Calendar, question.Day, period, question.Pauses) : Counting.LastDay(book.Calendar, question.Day, period, question.Pauses);
        return last.Try(out var due, out var refusal)
            ? new Deadline(book, question, rule, due, period.Unit == PeriodUnit.Immediately && question.Time is { } now ? due.ToDateTime(now) : null) : refusal;
    }

    /// <summary>The rule of a code under a regime: that of the day, or the nearest of its regime where it is asked under the other law. Null = the regime has none.</summary>
    public static Dated<DeadlineRule>? Rule(LawBook book, string code, Regime regime, DateOnly day) => book.Nearest(DeadlineRule.Table, code + (regime == Regime.New ? "/new" : "/old"), day);

    private static LawRefusal WhyNone(LawBook book, string code, Regime regime) => !book.Of(DeadlineCode.Table, code).Any() ? DeadlineCode.Table.Unknown(code)
        : new("deadline.no-rule", new($"{regime.In().Vi} không có thời hạn {code} ({book.Of(DeadlineCode.Table, code).First().Value.Title.Vi}).", $"The {regime.In().En.ToLowerInvariant()} has no time limit {code} ({book.Of(DeadlineCode.Table, code).First().Value.Title.En})."));
}
