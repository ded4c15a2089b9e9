using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Documents;
using Thads.Office.Figures;
using Thads.Office.Overview;

namespace Thads.Office.Narrative;

/// <summary>What is left on the last day of the period: by the year it was docketed in, the longest standing, and the course of the year month by month. From the books alone.</summary>
internal static class StockFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, long act, Work work, CancellationToken ct)
    {
        var limits = await WatchLimits.OfAsync(work, ct);
        var resolved = await OverviewScope.ResolveAsync(new OverviewQuestion(query.Unit, query.End, query.KnownOn), work, ct);
        var scope = resolved with { CutOff = resolved.CutOff with { Act = act } };
        var open = await ReadOpenMatters.RunAsync(scope, work, ct);
        var stock = Stock.Of(open, scope, limits);
        var old = open.Where(matter => Listing.TenYears.Has(matter, query.End, limits)).ToList();
        var source = new FactSource(SourceKind.Stock, query.Year, Pick: new MatterPick(Listing.TenYears));
        book.Count("old.years", "Số năm kể từ ngày thụ lý để coi là tồn lâu", limits.OldYears, new FactSource(SourceKind.Derived, query.Year));
        book.Matters("old.matters", "Việc tồn từ số năm đó trở lên", old.Count, source);
        book.Money("old.money", "Số tiền còn phải thi hành của việc tồn lâu", old.Sum(matter => matter.Left), source);
        if (stock.Oldest is { } oldest)
        {
            book.Texts["oldest"] = oldest.DocketYear.ToString(Words.Format);
        }

        book.Grids["docket_years"] = new Grid(
            $"Việc chuyển kỳ sau theo năm thụ lý (đến hết ngày {Day(query.End)})",
            [new("year", "Năm thụ lý", IsNumber: false, Width: 14), new("matters", "Việc"), new("left", "Còn phải thi hành (tỷ đồng)", Width: 16), new("separate", "Theo dõi riêng (việc)", Width: 14)],
            [
                .. stock.DocketYears.Select(row => new GridRow(
                [
                    new TextRun(Year(row.Key)), FactSource.Run(book.Written(row.Live.Matters, isMoney: false), "docketed", "live", Year(row.Key)),
                    FactSource.Run(book.Written(row.Live.Left, isMoney: true), "docketed", "live", Year(row.Key)), FactSource.Run(book.Written(row.Separate.Matters, isMoney: false), "docketed", "separate", Year(row.Key)),
                ])),
                .. stock.DocketYears.Count == 0 ? Array.Empty<GridRow>() :
                [
                    new GridRow(
                    [
                        new TextRun("Tổng cộng"), FactSource.Run(book.Written(stock.Live.Matters, isMoney: false), "docketed", "live", ""), FactSource.Run(book.Written(stock.Live.Left, isMoney: true), "docketed", "live", ""),
                        FactSource.Run(book.Written(stock.Separate.Matters, isMoney: false), "docketed", "separate", ""),
                    ], IsTotal: true),
                ],
            ]);
        await CourseAsync(book, query, act, work, ct);
    }

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task CourseAsync(FactBook book, NarrativeQuery query, long act, Work work, CancellationToken ct)
    {
        foreach (var form in new[] { "01", "02" })
        {
            var asked = new FormQuery(form, query.Unit, query.Year, query.Months, KnownOn: query.KnownOn, LastAct: act);
            var course = await ReadYearCourse.RunAsync(asked, work, ct);
            var before = await ReadYearCourse.RunAsync(asked with { Year = query.Year - 1, Months = StatisticalYear.Months }, work, ct);
            var isMoney = course.Measure == Measure.Money;
            if (query.Months > 1 && course.Points.Any(point => point.Rate is not null))
            {
                book.Charts[isMoney ? "course_money" : "course"] = Chart(course, before, isMoney);
            }

            if (!isMoney && query.Months > 1)
            {
                Best(book, query, course);
            }
        }
    }

    /// <summary>The month in which the most was settled, against the mean of the others.</summary>
    private static void Best(FactBook book, NarrativeQuery query, YearCourse course)
    {
        var settled = course.Points.Select((point, i) => (point.End, Settled: point.Settled - (i == 0 ? 0 : course.Points[i - 1].Settled))).ToList();
        var best = settled.MaxBy(month => month.Settled);
        if (best.Settled <= 0)
        {
            return;
        }

        var source = new FactSource(SourceKind.Cell, query.Year, "01", "I", "settled");
        book.Matters("best_month.settled", "Giải quyết xong trong tháng cao nhất", best.Settled, source);
        book.Matters("other_months.settled", "Giải quyết xong bình quân các tháng còn lại", (course.Last.Settled - best.Settled) / (settled.Count - 1), new FactSource(SourceKind.Derived, query.Year));
        book.Texts["best_month"] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{best.End.Month}/{best.End.Year}");
    }

    private static Chart Chart(YearCourse course, YearCourse before, bool isMoney)
    {
        var series = new List<ChartSeries> { new($"Năm {Year(course.Year)}", [.. Enumerable.Range(0, StatisticalYear.Months).Select(i => i < course.Points.Count ? course.Points[i].Rate : null)]) };
        if (before.Last.Rate is not null)
        {
            series.Add(new ChartSeries($"Năm {Year(before.Year)}", [.. before.Points.Select(point => point.Rate)]));
        }

        if (course.Target is { } target)
        {
            series.Add(new ChartSeries($"Chỉ tiêu {target.Value.ToString("N2", Words.Format)} %", [.. Enumerable.Repeat<decimal?>(target.Value, StatisticalYear.Months)]));
        }

        return new Chart(
            $"Tỷ lệ giải quyết xong {(isMoney ? "về tiền" : "về việc")}, lũy kế đến cuối mỗi tháng (%)", ChartKind.Lines,
            [.. Enumerable.Range(1, StatisticalYear.Months).Select(month => $"T{Year(new StatisticalYear(course.Year).EndOfMonth(month).Month)}")], series, "%", 2);
    }

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
