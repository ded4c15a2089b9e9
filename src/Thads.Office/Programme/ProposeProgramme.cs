using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Ranking;
using Thads.Office.Targets;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Programme;

/// <summary>
/// What a year's programme begins with: the targets assigned for it, the tasks of whatever origin that are still open (late ones first), the bank-credit matters still open, and what stands in
/// every year's programme. Proposals: somebody edits them and somebody adopts them.
/// </summary>
public static class ProposeProgramme
{
    /// <param name="unit">Code.</param>
    /// <param name="year">The year it is for.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<ProgrammeItem>> RunAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var id = tree.Seen(unit, work.Person);
        var period = new StatisticalYear(year);
        var own = new TaskOwner(Unit: unit);
        var items = new List<ProgrammeItem>();
        var book = await TargetBook.OfAsync(year, new DocketCutOff(long.MaxValue, null), [id], work, ct);
        foreach (var measure in Enum.GetValues<Measure>())
        {
            if (book.Of(id, measure) is { } assigned)
            {
                var (what, code) = measure == Measure.Matters ? ("số việc có điều kiện thi hành", "matters") : ("số tiền có điều kiện thi hành", "money");
                Add("targets", $"Giải quyết xong trên {assigned.Value.ToString("0.##", Words.Format)} % {what}", "Biểu thống kê từng tháng; tiến độ so với chỉ tiêu", own, period.End, $"target:{code}");
            }
        }

        foreach (var task in (await ReadTasks.RunAsync(new TaskQuestion(unit, State: TaskState.Open), work, ct)).Where(task => task.GivenOn < period.End).OrderByDescending(task => task.IsLate(work.Today)))
        {
            var owner = task.Owner;
            Add(
                ProgrammeHeading.Find(task.Heading)?.Code ?? "coordination", task.Text, task.Measure,
                new TaskOwner(owner.Unit is null ? null : owner.Code, owner.Officer is null ? null : owner.Code, owner.Partner is null ? null : owner.Code),
                task.DueOn, string.Create(CultureInfo.InvariantCulture, $"task:{task.Id}"));
        }

        var open = await OpenAtBanksAsync(unit, work, ct);
        foreach (var heading in ProgrammeHeading.All.Where(heading => heading.Standing is not null))
        {
            var said = heading.Code == "bank-credit" && open > 0 ? $"{heading.Standing} ({open.Value.ToString("N0", Words.Format)} việc còn phải giải quyết)" : heading.Standing!;
            Add(heading.Code, said, heading.Measure, own, period.End, $"standing:{heading.Code}");
        }

        return items;

        void Add(string heading, string says, string? measure, TaskOwner owner, DateOnly due, string from) =>
            items.Add(new ProgrammeItem(items.Count + 1, ProgrammeHeading.Find(heading)!, says, measure, owner, due, from, null, null));
    }

    /// <summary>What the row "Tổ chức tín dụng" of form 01 carries over at the end of the last year that is over; null where the books have none.</summary>
    private static async Task<long?> OpenAtBanksAsync(string unit, Work work, CancellationToken ct)
    {
        var form = await ReadForm.RunAsync(new FormQuery("01", unit, StatisticalYear.Of(work.Today).Year - 1, StatisticalYear.Months), work, ct);
        var column = form.Columns.ToList().FindIndex(one => one.Cell == "carried_over");
        return column < 0 ? null : (long?)form.Rows.FirstOrDefault(row => row.Row == "IV.1")?.Cells[column];
    }
}
