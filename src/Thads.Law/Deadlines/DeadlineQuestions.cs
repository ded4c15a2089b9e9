using Thads.Law.Asked;
using Thads.Law.Tables;
using Thads.Law.Transition;

namespace Thads.Law.Deadlines;

/// <summary>`deadline`, `working-days`, `days`, `months`, `years`, `workday` as questions.</summary>
public static class DeadlineQuestions
{
    private const string FixedAtStart = "fixed-at-start";
    private const string LawOfTheDay = "law-of-the-day";

    private static readonly IReadOnlyList<QuestionInput> PauseColumns = [new("from", InputKind.Day, new("Từ ngày", "From")), new("to", InputKind.Day, new("Đến ngày", "To")), new("reason", InputKind.Text, new("Sự cố được xác nhận", "Certified outage"))];

    public static LawQuestion Deadline { get; } = new(
        "deadline", new("Thời hạn", "Time limit"),
        [
            new("code", InputKind.Choice, new("Thời hạn", "Time limit"), Required: true)
            {
                Choices = [.. LawBook.BuiltIn.All(DeadlineCode.Table).Select(row => (row.Value.Code, new Said($"{row.Value.Code} – {row.Value.Title.Vi}", $"{row.Value.Code} – {row.Value.Title.En}")))],
            },
            new("start", InputKind.Moment, new("Ngày (giờ) của sự kiện", "Day (and time) of the event"), Required: true),
            new("regime", InputKind.Choice, new("Luật", "Law")) { Choices = [("old", Regime.Old.In()), ("new", Regime.New.In())] },
            new("event", InputKind.Text, new("Sự kiện, khi có hai", "Event, where there are two")),
            new("pauses", InputKind.Rows, new("Khoảng tạm ngừng tính", "Pauses")) { Columns = PauseColumns },
            new("running_limit", InputKind.Choice, new("Thời hạn đang chạy ngày 01/07/2026 (RG-OP1)", "Limit running on 01/07/2026 (RG-OP1)")) { Choices = [(FixedAtStart, new("Giữ độ dài lúc bắt đầu", "As at its start")), (LawOfTheDay, new("Theo luật của ngày", "By the law of the day"))] },
        ],
        ["due", "event", "provisional"],
        (given, book) =>
        {
            var (day, time) = given.Moment("start");
            Regime? regime = null;
            if (given.TextOrNone("regime") is { } code)
            {
                if (!RegimeWords.Read(code).Try(out var known, out var unknown))
                {
                    return unknown;
                }

                regime = known;
            }

            var running = given.TextOrNone("running_limit") switch
            {
                null or FixedAtStart => RunningLimit.FixedAtStart,
                LawOfTheDay => RunningLimit.LawOfTheDay,
                var other => throw new GivenException("input.unreadable", new($"running_limit: “{other}” không phải {FixedAtStart} hay {LawOfTheDay}.", $"running_limit: “{other}” is neither {FixedAtStart} nor {LawOfTheDay}.")),
            };
            var days = given.List("pauses").ToLookup(row => row.TextOrNone("reason") is null, row => row);
            var (pauses, outages) = (days[true].Select(DayRange.Read), days[false].Select(row => new Outage(DayRange.Read(row), Said.Same(row.Text("reason")))));
            return Deadlines.Of(book, new(given.Text("code"), day, time, regime, [.. pauses], given.TextOrNone("event"), [.. outages], running)).Then<Outcome>(found => new Outcome(
                [new("due", found.DueAt is { } at ? at : found.Due), new("event", found.Event), new("provisional", found.IsProvisional)], found, found.IsProvisional)
            { OverdueOn = found.HasPassedOn });
        });

    public static LawQuestion WorkingDays { get; } = Counted("working-days", "days", new("Đếm ngày làm việc", "Counting working days"), PeriodUnit.WorkingDays);

    public static LawQuestion Days { get; } = Counted("days", "count", new("Đếm ngày", "Counting days"), PeriodUnit.CalendarDays);

    public static LawQuestion Months { get; } = Counted("months", "count", new("Đếm tháng", "Counting months"), PeriodUnit.Months);

    public static LawQuestion Years { get; } = Counted("years", "count", new("Đếm năm", "Counting years"), PeriodUnit.Years);

    public static LawQuestion Workday { get; } = new(
        "workday", new("Ngày làm việc hay ngày nghỉ", "Day of work or of rest"), [new("date", InputKind.Day, new("Ngày", "Day"), Required: true)], ["working", "provisional"],
        (given, book) =>
        {
            var day = given.Day("date");
            return !book.Calendar.Covers(day) ? book.Calendar.NotCovered(day) : new Outcome(
                [new("working", book.Calendar.IsWorkingDay(day)), new("provisional", book.Calendar.IsProvisional(day))],
                new CountedDay(book, null, day, day, book.Calendar.WhyRest(day)?.Name ?? new("Ngày làm việc", "A working day")), book.Calendar.IsProvisional(day));
        });

    private static LawQuestion Counted(string rule, string count, Said title, PeriodUnit unit) => new(
        rule, title, [new("start", InputKind.Day, new("Từ ngày", "From"), Required: true), new(count, InputKind.Whole, new("Số", "Count"), Required: true)], ["due", "provisional"],
        (given, book) =>
        {
            var (start, number) = (given.Day("start"), given.Whole(count));
            if (number < 0 && unit != PeriodUnit.WorkingDays)
            {
                return new LawRefusal("period.negative", new($"{count}: {number} không thể âm.", $"{count}: {number} cannot be negative."));
            }

            var period = new LegalPeriod(Math.Abs((long)number) > 1_000_000 ? 1_000_000 : Math.Abs(number), unit);
            var last = number < 0 ? Counting.Before(book.Calendar, start, period) : Counting.LastDay(book.Calendar, start, period);
            return last.Then<Outcome>(due => new Outcome(
                [new("due", due), new("provisional", book.Calendar.IsProvisional(due > start ? due : start))],
                new CountedDay(book, number < 0 ? new LegalPeriod(-period.Count, unit) : period, start, due, null), book.Calendar.IsProvisional(due > start ? due : start))
            { OverdueOn = day => day > due });
        });

    private sealed record CountedDay(LawBook Book, LegalPeriod? Period, DateOnly Start, DateOnly Due, Said? What) : IExplained
    {
        public IReadOnlyList<DerivationLine> Lines() =>
        [
            .. Period is { } period ? [new DerivationLine(new($"{period.In().Vi} từ {Said.Day(Start)}; không tính ngày bắt đầu.", $"{period.In().En} from {Said.Day(Start)}; the first day is not counted."))] : Array.Empty<DerivationLine>(),
            new(What is { } what ? new($"{Said.Day(Due)}: {what.Vi}.", $"{Said.Day(Due)}: {what.En}.") : new($"Đến hết ngày {Said.Day(Due)}.", $"Until the end of {Said.Day(Due)}."), null, RowOf()),
        ];

        public IReadOnlyList<LawRow> Rests() => RowOf() is { } row ? [row] : [];

        private LawRow? RowOf() => Book.All(Calendar.DayOfTheYear.Table).FirstOrDefault(row => row.Value.Day == Due)?.Row;
    }
}
