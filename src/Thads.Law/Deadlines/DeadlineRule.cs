using Thads.Law.Tables;

namespace Thads.Law.Deadlines;

/// <summary>A code of the catalogue of 97 time limits (rulebook, section 16; `Tables/deadline-codes.csv`).</summary>
public sealed record DeadlineCode(string Code, Said Title, Said Actor)
{
    public static readonly LawTable<DeadlineCode> Table = new("deadline-codes", ["code", "title_vi", "title_en", "actor_vi", "actor_en"], ["code"], row => new(row.Text("code"), row.Words("title"), row.Words("actor")))
    {
        Title = new("Danh mục thời hạn", "Catalogue of time limits"),
        Refuses = "deadline",
    };
}

/// <summary>An event from which, or before which, a limit runs (`Tables/start-events.csv`).</summary>
public sealed record StartEvent(string Code, Said Name)
{
    public static readonly LawTable<StartEvent> Table = new("start-events", ["event", "name_vi", "name_en"], ["event"], row => new(row.Text("event"), row.Words("name")))
    {
        Title = new("Sự kiện bắt đầu thời hạn", "Events that start a limit"),
        Refuses = "event",
    };
}

/// <summary>How long a limit is under a regime (`Tables/deadlines.csv`). A code without a row for a regime has no such limit there.</summary>
/// <param name="IsBefore">Counted back from the event: the latest permissible day.</param>
/// <param name="Events">From which of these the limit runs; the caller says which where there are two.</param>
public sealed record DeadlineRule(string Code, Regime Regime, LegalPeriod Period, bool IsBefore, IReadOnlyList<string> Events)
{
    public static readonly LawTable<DeadlineRule> Table = new(
        "deadlines", ["code", "regime", "value", "unit", "before", "events"], ["code", "regime"],
        row => new(row.Text("code"), row.OneOf("regime", RegimeWords.ByCode), new(row.Whole("value"), row.OneOf("unit", LegalPeriod.UnitsByCode)), row.Flag("before"), row.Text("events").Split('|')))
    {
        Title = new("Thời hạn", "Time limits"),
        Refuses = "deadline",
        WithoutGaps = false,
        Check = (book, rows) => rows.SelectMany(row => row.Value.Events.Where(name => !book.Of(StartEvent.Table, name).Any()).Select(name => new Said($"không có sự kiện {name}", $"there is no event {name}"))
            .Concat(book.Of(DeadlineCode.Table, row.Value.Code).Any() ? [] : [new Said($"không có mã {row.Value.Code}", $"there is no code {row.Value.Code}")])
            .Concat(row.Value.Period.Count >= 0 ? [] : [new Said("thời hạn không thể âm", "a limit cannot be negative")])
            .Select(why => (row.Row, why))),
    };
}
