using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.WatchLists;

namespace Thads.People;

/// <summary>Plans of the sample office for its oldest matters and its largest of banks; its head looked at two lists before the last of them.</summary>
internal static class SamplePlans
{
    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        IReadOnlyList<string> oldest, banks;
        await using (var work = Of("mẫu"))
        {
            oldest = await CodesAsync(new("long-standing", FoundingDistrict.Unit, FoundingDistrict.Today, 10), 12, work);
            banks = await CodesAsync(new("banks", FoundingDistrict.Unit, FoundingDistrict.Today), 18, work);
        }

        await PlanAsync(oldest, "Xác minh lại tài sản, nơi cư trú; không còn thì lập hồ sơ xét miễn, giảm hoặc theo dõi riêng (ví dụ).", "Người phải thi hành án bỏ đi khỏi địa phương (ví dụ).", new(2020, 3, 10), new(2020, 10, 30));
        await PlanAsync(banks.Take(10), "Làm việc với ngân hàng, định giá lại và bán đấu giá tài sản bảo đảm (ví dụ).", "Tài sản có tranh chấp ranh giới (ví dụ).", new(2020, 10, 15), new(2020, 12, 25));
        await PlanAsync(banks.Skip(10).Take(5), "Kê biên quyền sử dụng đất (ví dụ).", null, new(2020, 9, 1), new(2020, 11, 6));
        foreach (var list in new[] { "banks", "long-standing" })
        {
            await using var work = Of("thu-truong");
            await LookAtList.RunAsync(new(list, FoundingDistrict.Unit), work, ct);
        }

        await PlanAsync(banks.Skip(15), "Vận động thỏa thuận trả dần, có cam kết (ví dụ).", null, FoundingDistrict.Today, new(2021, 1, 15));

        async Task PlanAsync(IEnumerable<string> matters, string what, string? obstacle, DateOnly on, DateOnly due)
        {
            await using var work = Of("mẫu");
            await PlanMatters.RunAsync(new([.. matters], what, null, due, obstacle, PlannedOn: on), work, ct);
        }

        async Task<IReadOnlyList<string>> CodesAsync(WatchQuestion question, int most, Work work) =>
            [.. (await ReadWatchList.RunAsync(question, work, ct)).Matters.Where(matter => matter.Matter.Officer != 0).Take(most).Select(matter => matter.Matter.Code)];

        Work Of(string name) => new(database, Person.Operator(name), clock);
    }
}
