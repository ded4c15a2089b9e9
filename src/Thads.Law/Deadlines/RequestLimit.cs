using Thads.Law.Tables;

namespace Thads.Law.Deadlines;

/// <summary>
/// How long a body asked for something has (rulebook 11.2; `Tables/request-limits.csv`): a time limit of the catalogue, a period that has no code there, or nothing: then the
/// law has the duty and no number, and the agency asks for a day.
/// </summary>
/// <param name="Kind">What is asked: asset-information, freeze-account…</param>
/// <param name="Deadline">Code of the catalogue; null = none.</param>
/// <param name="Own">Null where there is a code, or no number.</param>
public sealed record RequestLimit(string Kind, string? Deadline, LegalPeriod? Own)
{
    public static readonly LawTable<RequestLimit> Table = new(
        "request-limits", ["kind", "deadline", "value", "unit"], ["kind"],
        row => new(row.Text("kind"), row["deadline"] is { Length: > 0 } code ? code : null, row.WholeOrNone("value") is { } count ? new(count, row.OneOf("unit", LegalPeriod.UnitsByCode)) : null))
    {
        Title = new("Thời hạn trả lời của cơ quan được đề nghị", "Limits of bodies that are asked"),
        Refuses = "request-limit",
        Check = (book, rows) => rows.Where(row => row.Value.Deadline is not null && (row.Value.Own is not null || row.Value.RuleOn(book, row.Row.From) is null))
            .Select(row => (row.Row, new Said($"{row.Value.Deadline} không có trong danh mục của luật ngày đầu, hoặc dòng có cả mã và số", $"{row.Value.Deadline} is not in the catalogue of the first day's law, or the row has both code and number"))),
    };

    /// <summary>The period on a day; null = the law has no number.</summary>
    public LegalPeriod? PeriodOn(LawBook book, DateOnly day) => Own ?? RuleOn(book, day)?.Value.Period;

    /// <summary>The row of the catalogue it rests on; null = none.</summary>
    public Dated<DeadlineRule>? RuleOn(LawBook book, DateOnly day) => book.Of(DeadlineRule.Table, $"{Deadline}/{LegalRegime.OfDay(day, book).Code}").FirstOrDefault(rule => rule.HoldsOn(day));
}
