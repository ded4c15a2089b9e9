using Thads.Law.Tables;
using Thads.Law.Transition;

namespace Thads.Law.Deadlines;

/// <summary>The catalogue of time limits, asked for one: from a code and a start event to a last day that explains itself.</summary>
public static class Deadlines
{
    /// <returns>Refused with `deadline.unknown`, `deadline.no-rule`, `deadline.needs-time`, `deadline.unknown-event`, `calendar.not-covered`.</returns>
    public static Answer<Deadline> Of(LawBook book, DeadlineQuestion question)
    {
        var regime = question.Regime ?? LegalRegime.OfDay(question.Day, book);
        var answer = Under(regime, book, question);
        return question is { RunningLimit: RunningLimit.LawOfTheDay, Regime: null } && answer is { IsGiven: true, Value.IsInTransition: true } ? ByTheLawOfTheDay(book, question, answer.Value) : answer;
    }

    /// <summary>The rule of a code under a regime: that of the day, or the nearest of its regime where it is asked under the other law. Null = the regime has none.</summary>
    public static Dated<DeadlineRule>? Rule(LawBook book, string code, Regime regime, DateOnly day) => book.Nearest(DeadlineRule.Table, code + (regime == Regime.New ? "/new" : "/old"), day);

    /// <summary>Counted again from the same start with the length of the new law; never ended before that law began, but on its first working day at the earliest.
    /// Where the new law has no such limit, or lets it run from another event, it stays as it was.</summary>
    private static Answer<Deadline> ByTheLawOfTheDay(LawBook book, DeadlineQuestion question, Deadline old)
    {
        if (Rule(book, question.Code, Regime.New, question.Day) is not { } rule || !rule.Value.Events.Contains(old.Event))
        {
            return old;
        }

        var answer = Under(Regime.New, book, question);
        return answer.IsGiven && answer.Value.DueAt is null && book.Calendar.OnOrAfter(LegalRegime.Of(Regime.New, book).From) is { } first && answer.Value.Due < first
            ? new Deadline(book, question, rule, first, null) : answer;
    }

    private static Answer<Deadline> Under(Regime regime, LawBook book, in DeadlineQuestion question)
    {
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
                : Counting.LastMoment(book.Calendar, question.Day.ToDateTime(time), period.Count, question.NotCounted).Try(out var at, out var late)
                    ? new Deadline(book, question, rule, DateOnly.FromDateTime(at), at) : late;
        }

        var last = rule.Value.IsBefore ? Counting.Before(book.Calendar, question.Day, period, question.NotCounted) : Counting.LastDay(book.Calendar, question.Day, period, question.NotCounted);
        return last.Try(out var due, out var refusal)
            ? new Deadline(book, question, rule, due, period.Unit == PeriodUnit.Immediately && question.Time is { } now ? due.ToDateTime(now) : null) : refusal;
    }

    private static LawRefusal WhyNone(LawBook book, string code, Regime regime) => !book.Of(DeadlineCode.Table, code).Any() ? DeadlineCode.Table.Unknown(code)
        : new("deadline.no-rule", new($"{regime.In().Vi} không có thời hạn {code} ({book.Of(DeadlineCode.Table, code).First().Value.Title.Vi}).", $"The {regime.In().En.ToLowerInvariant()} has no time limit {code} ({book.Of(DeadlineCode.Table, code).First().Value.Title.En})."));
}
