using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>The year by matters and by money, against what was assigned and against the year before, each by the rules of its own time and, where these differ, both by those of now.</summary>
internal sealed class MeasureFacts(FactBook book, NarrativeQuery query, UnitFigures now, UnitFigures? before, UnitFigures? beforeByNow)
{
    /// <summary>Cells a report speaks of, with their title in it.</summary>
    internal static readonly (string Cell, string Title)[] Cells =
    [
        ("total", "Tổng số giải quyết"), ("carried", "Năm trước chuyển sang"), ("new", "Thụ lý mới"), ("delegated", "Ủy thác"), ("withdrawn", "Thu hồi, hủy"), ("pulled_up", "Rút hồ sơ"),
        ("returned", "Gửi lại yêu cầu"), ("due", "Tổng số phải thi hành"), ("enforceable", "Có điều kiện thi hành"), ("not_enforceable", "Chưa có điều kiện thi hành"), ("postponed", "Hoãn thi hành án"),
        ("suspended", "Tạm đình chỉ"), ("settled", "Giải quyết xong"), ("completed", "Thi hành xong"), ("terminated", "Đình chỉ"), ("reduced", "Miễn, giảm"), ("in_progress", "Đang thi hành"),
        ("carried_over", "Chuyển kỳ sau"), ("carried_over_enforceable", "Chuyển kỳ sau có điều kiện"), ("separate", "Theo dõi riêng (ngoài tổng số)"),
    ];

    /// <summary>What means the same by both circulars, so that a difference of counts says something.</summary>
    private static readonly string[] Comparable = ["total", "carried", "new", "due", "settled", "completed", "terminated", "carried_over", "separate"];

    public async Task AddAsync(Measure measure, Work work, CancellationToken ct)
    {
        var of = Codes.CodeOf(measure);
        var isMoney = measure == Measure.Money;
        var noun = isMoney ? "về tiền" : "về việc";
        Put(of, noun, "", now, measure, query.Year);
        Number($"{of}.total_with_separate", $"Tổng số kể cả theo dõi riêng, {noun}", isMoney, now.Long(measure, "total") + now.Long(measure, "separate"), Derived(query.Year));
        book.Percent($"{of}.share_enforceable", $"Có điều kiện so với phải thi hành, {noun}", FactBook.Share(now.Long(measure, "enforceable"), now.Long(measure, "due")), Derived(query.Year));
        await TargetsAsync(of, noun, measure, work, ct);
        if (before is not null)
        {
            Before(of, noun, measure, before);
        }

        if (beforeByNow is not null)
        {
            Put($"{of}.now.before", $"{noun}, năm {query.Year - 1} theo quy tắc hiện nay", "", beforeByNow, measure, query.Year - 1, beforeByNow.Set.Regime);
            book.Points($"{of}.now.change.rate", $"Tăng, giảm tỷ lệ {noun} theo quy tắc hiện nay", now.Cell(now.Whole, measure, "rate") - beforeByNow.Cell(beforeByNow.Whole, measure, "rate"), Derived(query.Year));
        }

    }

    private void Before(string of, string noun, Measure measure, UnitFigures then)
    {
        var isMoney = measure == Measure.Money;
        Put($"{of}.before", $"{noun}, năm {query.Year - 1}", "", then, measure, query.Year - 1);
        foreach (var (cell, title) in Cells.Where(c => Comparable.Contains(c.Cell)))
        {
            var change = now.Long(measure, cell) - then.Long(measure, cell);
            Number($"{of}.change.{cell}", $"Tăng, giảm {title.ToLower(Words.Format)}, {noun}", isMoney, change, Derived(query.Year), isChange: true);
            book.Percent($"{of}.percent.{cell}", $"Tăng, giảm {title.ToLower(Words.Format)} tính bằng %, {noun}", FactBook.Share(change, then.Long(measure, cell)), Derived(query.Year), isChange: true);
        }

        book.Points($"{of}.change.rate", $"Tăng, giảm tỷ lệ {noun}", now.Cell(now.Whole, measure, "rate") - then.Cell(then.Whole, measure, "rate"), Derived(query.Year));
    }

    private async Task TargetsAsync(string of, string noun, Measure measure, Work work, CancellationToken ct)
    {
        var scope = await FormScope.ResolveAsync(new FormQuery(measure == Measure.Money ? "05" : "04", query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: now.LastAct), work, ct);
        var assigned = new FactSource(SourceKind.Assigned, query.Year);
        if (await YearSummary.TargetAsync(scope, measure, now.Cell(now.Whole, measure, "rate"), work, ct) is { } target)
        {
            book.Percent($"{of}.target", $"Chỉ tiêu {noun}", target.Compared, assigned);
            book.Percent($"{of}.target.year", $"Chỉ tiêu cả năm {noun}", target.Value, assigned);
            book.Points($"{of}.margin", $"Chênh lệch so với chỉ tiêu {noun}", target.Margin, Derived(query.Year));
        }

        var next = new Law.StatisticalYear(query.Year + 1);
        if (query.Months == 12 && next.Start <= work.Today)
        {
            var later = await FormScope.ResolveAsync(new FormQuery(scope.Kind.Number, query.Unit, next.Year, KnownOn: query.KnownOn, LastAct: now.LastAct), work, ct);
            var following = await YearSummary.TargetAsync(later, measure, null, work, ct);
            book.Percent($"{of}.next.target", $"Chỉ tiêu {noun} năm {next.Year}", following?.Value, assigned with { Year = next.Year });
        }
    }

    private void Put(string prefix, string noun, string suffix, UnitFigures figures, Measure measure, int year, string? regime = null)
    {
        foreach (var (cell, title) in Cells)
        {
            Number($"{prefix}.{cell}{suffix}", $"{title}, {noun}", measure == Measure.Money, figures.Long(measure, cell), CellOf(figures, measure, cell, year, regime));
        }

        book.Percent($"{prefix}.rate{suffix}", $"Tỷ lệ giải quyết xong trên có điều kiện, {noun}", figures.Cell(figures.Whole, measure, "rate"), CellOf(figures, measure, "rate", year, regime));
    }

    private void Number(string key, string title, bool isMoney, long? quantity, FactSource source, bool isChange = false)
    {
        if (isMoney)
        {
            book.Money(key, title, quantity, source, isChange);
        }
        else
        {
            book.Matters(key, title, quantity, source, isChange);
        }
    }

    /// <summary>Where units report by file the whole stands in the form by units, else in the form by kinds of matters.</summary>
    private static FactSource CellOf(UnitFigures figures, Measure measure, string cell, int year, string? regime)
    {
        var isMixed = figures.IsMixed();
        var form = (isMixed, measure) switch
        {
            (false, Measure.Matters) => "01",
            (false, Measure.Money) => "02",
            (true, Measure.Matters) => "04",
            (true, Measure.Money) => "05",
        };
        return new FactSource(SourceKind.Cell, year, form, isMixed ? $"unit:{figures.Whole.Code}" : "I", cell, regime);
    }

    private static FactSource Derived(int year) => new(SourceKind.Derived, year);
}

internal static class UnitFiguresFacts
{
    extension(UnitFigures figures)
    {
        /// <summary>Việc or đồng of the whole; null where it is not known.</summary>
        public long? Long(Measure measure, string cell) => (long?)figures.Cell(figures.Whole, measure, cell);

        /// <summary>Whether units that report by file are counted in: then there are no matters behind the whole.</summary>
        public bool IsMixed() => figures.Whole.IsReported || figures.Below.Any(unit => unit.IsReported);
    }
}
