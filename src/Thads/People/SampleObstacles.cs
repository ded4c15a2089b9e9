using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Obstacles;

namespace Thads.People;

/// <summary>What kept the sample office from persuading and coercing in April 2020: recorded late, by a made-up directive, begun and ended.</summary>
internal static class SampleObstacles
{
    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        await using var work = new Work(database, Person.Operator("mẫu") with { FullName = "Mẫu Thị Thống Kê" }, clock);
        var number = await RecordObstacle.RunAsync(
            new(FoundingDistrict.Unit, ObstacleCause.Epidemic, [HinderedWork.Persuasion, HinderedWork.Coercion], new(2020, 4, 1), null, [], "CT 16 mẫu", new(2020, 3, 31), "Ủy ban nhân dân tỉnh Ví Dụ (mẫu)",
                "Ví dụ: giãn cách xã hội vì dịch Covid-19; không tổ chức vận động tại nhà và cưỡng chế đông người."),
            work, ct);
        await using var later = new Work(database, Person.Operator("mẫu") with { FullName = "Mẫu Thị Thống Kê" }, clock);
        await EndObstacle.RunAsync(new(number, new(2020, 4, 30), "CT 19 mẫu ngày 30/04/2020 của Ủy ban nhân dân tỉnh Ví Dụ (mẫu)"), later, ct);
    }
}
