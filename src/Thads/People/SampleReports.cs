using Thads.Law;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Reports;
using Thads.Office.Units;

namespace Thads.People;

/// <summary>
/// The reports of the sample office: of its enforcers and of the district, told until the first version of September 2020. The step that became known on
/// 12 October is not in it: the supplementary report is left to whoever tries the office.
/// </summary>
internal static class SampleReports
{
    /// <summary>Number of the district's report of the whole year.</summary>
    public const string Number = "215/BC-CCTHADS";

    /// <summary>The district's periods that are told; one went out a day late.</summary>
    private static readonly (int Months, string Number, int WorkingDays)[] Told = [(9, "127/BC-CCTHADS", 2), (10, "158/BC-CCTHADS", 3), (11, "186/BC-CCTHADS", 2), (12, Number, 2)];

    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        var tree = await AskAsync(work => UnitTree.OfAsync(work, ct));
        var year = new StatisticalYear(FoundingDistrict.Year);
        var unit = tree.UnitOf(FoundingDistrict.Unit)!.Value;
        var head = tree.OfficerName(tree.OfficerOf("LD02")!.Value, year.End);
        var maker = tree.OfficerName(tree.OfficerOf("TH01")!.Value, year.End);
        var first = WorkingCalendar.OfVietNam.After(year.End, 1)!.Value;
        foreach (var officer in tree.Officers.Where(o => tree.ServiceOf(o).Any(s => s.Unit == unit && s.Title == OfficerTitle.Enforcer && s.IsValidOn(year.End))))
        {
            var (code, name) = (tree.OfficerCode(officer), tree.OfficerName(officer, year.End));
            var report = await CloseAsync(new(FoundingDistrict.Unit, code, year.Year, StatisticalYear.Months), first, name);
            await DoAsync(name, work => SendReport.RunAsync(new(report, $"12/{code}", first, name, "Chấp hành viên"), work, ct));
            await DoAsync(head, work => ConfirmReport.RunAsync(new(report, head, "Chi cục trưởng"), work, ct));
        }

        foreach (var (months, number, days) in Told)
        {
            var sent = WorkingCalendar.OfVietNam.After(year.EndOfMonth(months), days)!.Value;
            var report = await CloseAsync(new(FoundingDistrict.Unit, null, year.Year, months), sent, maker);
            await DoAsync(head, work => SendReport.RunAsync(new(report, number, sent, head, "Chi cục trưởng"), work, ct));
        }

        async Task<long> CloseAsync(ReportAddress address, DateOnly knownOn, string by)
        {
            await using var work = As(by);
            return await CloseReport.RunAsync(new(address, knownOn), work, ct);
        }

        async Task DoAsync(string by, Func<Work, Task> act)
        {
            await using var work = As(by);
            await act(work);
        }

        async Task<T> AskAsync<T>(Func<Work, Task<T>> ask)
        {
            await using var work = As("mẫu");
            return await ask(work);
        }

        Work As(string fullName) => new(database, Person.Operator("mẫu") with { FullName = fullName }, clock);
    }
}
