using System.Globalization;
using Thads.Law.Asked;
using Thads.Law.Tables;

namespace Thads.Law.Coercion;

/// <summary>The open point of rule ME-24: from which day of Tết the fifteen days count.</summary>
public enum TetWindow
{
    /// <summary>Before the first and after the last day of its statutory leave: the longer window, and the default.</summary>
    StatutoryLeave = 1,

    /// <summary>Before and after mùng 1.</summary>
    FirstDay = 2,
}

/// <summary>When there is no coercion (L08 Đ46.2, ND62 Đ13.2; L25 Đ72.5, ND152 Đ42.2; `Tables/coercion-windows.csv`).</summary>
/// <param name="NightFrom">Night is from here, over midnight, up to and without <paramref name="NightTo"/>.</param>
/// <param name="TetBefore">Calendar days, with mobilised forces.</param>
public sealed record CoercionHours(TimeOnly NightFrom, TimeOnly NightTo, int TetBefore, int TetAfter)
{
    public static readonly LawTable<CoercionHours> Table = new("coercion-windows", ["night_from", "night_to", "tet_before", "tet_after"], [], row => new(Time(row, "night_from"), Time(row, "night_to"), row.Whole("tet_before"), row.Whole("tet_after")))
    {
        Title = new("Thời gian không cưỡng chế", "When there is no coercion"),
        Refuses = "coercion",
    };

    private static TimeOnly Time(LawRow row, string column) => TimeOnly.TryParseExact(row[column], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new LawCellException(column, new($"“{row[column]}” không phải giờ hh:mm", $"“{row[column]}” is no time hh:mm"));
}

/// <summary>Whether coercion may be held at a moment (rules ME-23, ME-24).</summary>
/// <param name="Reason">`coercion.night`, `coercion.rest-day`, `coercion.tet`; null = it may.</param>
public sealed record CoercionWindow(DateTime At, string? Reason, bool IsProvisional, IReadOnlyList<DerivationLine> All) : IExplained
{
    public bool Allowed => Reason is null;

    /// <returns>Refused with `calendar.not-covered`, `coercion.not-covered`.</returns>
    public static Answer<CoercionWindow> Of(LawBook book, DateTime at, bool forces, TetWindow tet = TetWindow.StatutoryLeave)
    {
        var (day, time) = (DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
        if (!book.Calendar.Covers(day))
        {
            return book.Calendar.NotCovered(day);
        }

        if (book.On(CoercionHours.Table, day).FirstOrDefault() is not { } rule)
        {
            return CoercionHours.Table.NotCovered("", day);
        }

        var (reason, said) = time >= rule.Value.NightFrom || time < rule.Value.NightTo ? ("coercion.night", new Said($"{Said.Moment(at)} là ban đêm ({rule.Value.NightFrom:HH:mm}–{rule.Value.NightTo:HH:mm}): không cưỡng chế", $"{Said.Moment(at)} is night ({rule.Value.NightFrom:HH:mm}–{rule.Value.NightTo:HH:mm}): no coercion"))
            : book.Calendar.WhyRest(day) is { } rest ? ("coercion.rest-day", new Said($"{Said.Day(day)} là ngày nghỉ ({rest.Name.Vi}): không cưỡng chế", $"{Said.Day(day)} is a day of rest ({rest.Name.En}): no coercion"))
            : forces && Around(book, rule.Value, day, tet) is { } window ? ("coercion.tet", new Said($"Có huy động lực lượng: không cưỡng chế từ {Said.Day(window.From)} đến {Said.Day(window.To)} (Tết)", $"With mobilised forces: no coercion from {Said.Day(window.From)} to {Said.Day(window.To)} (Tet)"))
            : ((string?)null, new Said($"{Said.Moment(at)}: được tổ chức cưỡng chế", $"{Said.Moment(at)}: coercion may be held"));
        return new CoercionWindow(at, reason, book.Calendar.IsProvisional(day), [new(said, null, rule.Row)]);
    }

    /// <summary>The days without coercion around the Tết that is nearest to a day; null = the day is not one of them.</summary>
    public static DayRange? Around(LawBook book, CoercionHours hours, DateOnly day, TetWindow window)
    {
        foreach (var year in new[] { day.Year, day.Year + 1 })
        {
            if ((window == TetWindow.StatutoryLeave ? book.Calendar.Tet(year) : First(book, year)) is not { } tet)
            {
                continue;
            }

            var days = new DayRange(tet.First.AddDays(-hours.TetBefore), tet.Last.AddDays(hours.TetAfter));
            if (days.Holds(day))
            {
                return days;
            }
        }

        return null;
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>()];

    private static (DateOnly First, DateOnly Last)? First(LawBook book, int year) =>
        book.Of(Calendar.LunarYear.Table, year.ToString(CultureInfo.InvariantCulture)).FirstOrDefault() is { } lunar ? (lunar.Value.FirstDay, lunar.Value.FirstDay) : null;

    /// <summary>`coercion-window`.</summary>
    public static LawQuestion Question { get; } = new(
        "coercion-window", new("Thời gian được cưỡng chế", "Time of coercion"),
        [
            new("at", InputKind.Moment, new("Ngày và giờ", "Day and time"), Required: true), new("forces", InputKind.Flag, new("Có huy động lực lượng", "With mobilised forces")),
            new("tet", InputKind.Choice, new("15 ngày trước, sau Tết tính từ", "15 days around Tet counted from")) { Choices = [("leave", new("Kỳ nghỉ Tết (mặc định)", "Its leave (default)")), ("first-day", new("Mùng 1", "Its first day"))] },
        ],
        ["allowed", "reason", "provisional"],
        (given, book) => given.Moment("at") is not { Time: { } time } moment ? new LawRefusal("coercion.needs-time", new("Cần giờ: ban đêm không cưỡng chế.", "The time is needed: there is no coercion at night."))
            : Of(book, moment.Day.ToDateTime(time), given.Flag("forces"), given.TextOrNone("tet") == "first-day" ? TetWindow.FirstDay : TetWindow.StatutoryLeave)
                .Then<Outcome>(found => new Outcome(
                    [new("allowed", found.Allowed), .. found.Reason is { } reason ? [new("reason", reason)] : Array.Empty<KeyValuePair<string, object>>(), new("provisional", found.IsProvisional)], found, found.IsProvisional)));
}
