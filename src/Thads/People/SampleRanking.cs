using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange.Samples;
using Thads.Office.Ranking;

namespace Thads.People;

/// <summary>What the made-up province decided about the year of the sample district: the rank and the recognition of the story.</summary>
internal static class SampleRanking
{
    public static async Task CreateAsync(Database database, OfficeClock clock, CancellationToken ct)
    {
        await using var work = new Work(database, Person.Operator("mẫu"), clock);
        await RecordRecognition.RunAsync(
            new(FoundingDistrict.Unit, FoundingDistrict.Year, 5, 15, null, "excellent", "Cục trưởng Cục THADS tỉnh Ví Dụ", "512/QĐ-CTHADS", FoundingDistrict.Today.AddDays(-5), Scheme.ByRates),
            work, ct);
    }
}
