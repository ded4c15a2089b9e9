using Thads.Law.Asked;
using Thads.Law.Deadlines;
using Thads.Law.Tables;

namespace Thads.Law.Limitation;

/// <summary>Time that does not count in the limitation (L08 Đ30.2-3; L25 Đ34.2). What is not in the table of the day does not exclude.</summary>
public sealed record LimitationExclusion(string Ground, Said Name)
{
    public static readonly LawTable<LimitationExclusion> Table = new("limitation-exclusions", ["ground", "name_vi", "name_en"], ["ground"], row => new(row.Text("ground"), row.Words("name")))
    {
        Title = new("Thời gian không tính vào thời hiệu", "Time that does not count in the limitation"),
        Refuses = "limitation",
    };
}

/// <summary>Within how many years enforcement is requested.</summary>
public sealed record LimitationYears(int Years)
{
    public static readonly LawTable<LimitationYears> Table = new("limitation", ["years"], [], row => new(row.Whole("years")))
    {
        Title = new("Thời hiệu yêu cầu thi hành án", "Limitation of requests"),
        Refuses = "limitation",
    };
}

/// <summary>A period said to be excluded, and why.</summary>
public sealed record Excluded(DayRange Days, string Ground);

/// <summary>
/// Whether a request is in time (thời hiệu; L08 Đ30, L25 Đ34.2, rules IN-13, IN-13a, CA-07): five years from the day it was due, later by the excluded days, and to
/// the next working day; a request made again after it was returned always is.
/// </summary>
/// <param name="LastDay">Null where there is no limitation.</param>
/// <param name="IsUncertain">Requested between the plain end and the working day after it: accepted, with a warning (CA-07).</param>
public sealed record LimitationResult(bool Accepted, DateOnly? LastDay, bool IsUncertain, bool IsProvisional, IReadOnlyList<DerivationLine> All) : IExplained
{
    /// <param name="requestedOn">Its law applies.</param>
    /// <returns>Refused with `limitation.not-covered`, `calendar.not-covered`.</returns>
    public static Answer<LimitationResult> Of(LawBook book, DateOnly dueOn, DateOnly requestedOn, IReadOnlyList<Excluded> excluded, bool reRequest)
    {
        if (reRequest)
        {
            return new LimitationResult(true, null, false, false, [new(new("Yêu cầu lại sau khi đã được gửi lại: không tính thời hiệu (L25 Đ34.2)", "A request made again after it was returned: no limitation (L25 art. 34.2)"))]);
        }

        if (book.On(LimitationYears.Table, requestedOn).FirstOrDefault() is not { } rule)
        {
            return LimitationYears.Table.NotCovered("5", requestedOn);
        }

        if (dueOn > book.Calendar.LastDay)
        {
            return book.Calendar.NotCovered(dueOn);
        }

        var lines = new List<DerivationLine> { new(new($"{rule.Value.Years} năm từ {Said.Day(dueOn)}", $"{rule.Value.Years} years from {Said.Day(dueOn)}"), null, rule.Row) };
        var counts = new List<DayRange>();
        foreach (var period in excluded)
        {
            var ground = book.On(LimitationExclusion.Table, period.Ground, requestedOn);
            var days = $"{Said.Day(period.Days.From)}–{Said.Day(period.Days.To)}";
            if (ground.Try(out var known, out _))
            {
                counts.Add(period.Days);
                lines.Add(new(new($"Không tính {days}: {known.Value.Name.Vi}", $"Not counted, {days}: {known.Value.Name.En}"), null, known.Row));
            }
            else
            {
                lines.Add(new(new($"Vẫn tính {days}: {period.Ground} không phải căn cứ loại trừ của luật này", $"Counted, {days}: {period.Ground} is no ground of this law")));
            }
        }

        // The end moves by what was excluded before it; what it then reaches moves it again.
        var plain = dueOn.AddYears(rule.Value.Years);
        var end = plain;
        for (var moved = Moved(); moved != end; moved = Moved())
        {
            if (moved is not { } further)
            {
                return book.Calendar.NotCovered(book.Calendar.LastDay.AddDays(1));
            }

            end = further;
        }

        DateOnly? Moved()
        {
            var days = Counting.PausedDays(counts, dueOn, end);
            return days > DateOnly.MaxValue.DayNumber - plain.DayNumber ? null : plain.AddDays(days);
        }

        if (book.Calendar.OnOrAfter(end) is not { } last)
        {
            return book.Calendar.NotCovered(end);
        }

        var (accepted, uncertain, provisional) = (requestedOn <= last, requestedOn > end && requestedOn <= last, book.Calendar.IsProvisional(last));
        if (last != end)
        {
            lines.Add(new(new($"{Said.Day(end)} là ngày nghỉ: đến hết {Said.Day(last)}{(uncertain ? " (luật không nói rõ: chấp nhận, cần lưu ý)" : "")}", $"{Said.Day(end)} is a day of rest: until the end of {Said.Day(last)}{(uncertain ? " (the law is not clear: accepted, take note)" : "")}")));
        }

        lines.Add(new(accepted ? new($"Yêu cầu ngày {Said.Day(requestedOn)}: còn thời hiệu, đến hết {Said.Day(last)}", $"Requested on {Said.Day(requestedOn)}: in time, until the end of {Said.Day(last)}")
            : new($"Yêu cầu ngày {Said.Day(requestedOn)}: hết thời hiệu từ sau {Said.Day(last)}", $"Requested on {Said.Day(requestedOn)}: too late, it ended on {Said.Day(last)}")));
        return new LimitationResult(accepted, last, uncertain, provisional, lines);
    }

    public IReadOnlyList<DerivationLine> Lines() => All;

    public IReadOnlyList<LawRow> Rests() => [.. All.Select(line => line.Row).OfType<LawRow>().DistinctBy(row => row.Id)];

    /// <summary>`limitation`.</summary>
    public static LawQuestion Question { get; } = new(
        "limitation", new("Thời hiệu yêu cầu thi hành án", "Limitation of a request"),
        [
            new("due_on", InputKind.Day, new("Ngày bản án có hiệu lực hoặc nghĩa vụ đến hạn", "Day of effect, or when it was due"), Required: true), new("requested_on", InputKind.Day, new("Ngày yêu cầu", "Day of the request"), Required: true),
            new("excluded", InputKind.Rows, new("Thời gian loại trừ", "Excluded time"))
            {
                Columns = [new("from", InputKind.Day, new("Từ ngày", "From")), new("to", InputKind.Day, new("Đến ngày", "To")), new("ground", InputKind.Choice, new("Căn cứ", "Ground")) { Choices = [.. LawBook.BuiltIn.All(LimitationExclusion.Table).Select(row => (row.Value.Ground, row.Value.Name)).Distinct()] }],
            },
            new("re_request", InputKind.Flag, new("Yêu cầu lại sau khi được gửi lại", "Requested again after it was returned")),
        ],
        ["accepted", "last_day", "uncertain", "provisional"],
        (given, book) => Of(book, given.Day("due_on"), given.Day("requested_on"), [.. given.List("excluded").Select(row => new Excluded(DayRange.Read(row), row.Text("ground")))], given.Flag("re_request"))
            .Then<Outcome>(found => new Outcome(
                [new("accepted", found.Accepted), .. found.LastDay is { } last ? [new("last_day", last)] : Array.Empty<KeyValuePair<string, object>>(), new("uncertain", found.IsUncertain), new("provisional", found.IsProvisional)], found, found.IsProvisional)));
}
