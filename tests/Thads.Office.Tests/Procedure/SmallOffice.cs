using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Procedure;

/// <summary>An office of two districts for tests of single acts. Matter M1 (on request, D1, officer O1): 1 owes 1.000, 2 is an act, 3 owes 50. M2 is ex officio.</summary>
internal static class SmallOffice
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly DateOnly Decided = new(2025, 11, 3);

    public static readonly ExchangeSet Set = new()
    {
        Units = [new("T", "Tỉnh", "province", ""), new("D1", "Một", "district", "T"), new("D2", "Hai", "district", "T", null, new(2026, 6, 30))],
        Officers =
        [
            new("O1", "Người 1", "D1", "enforcer"), new("O2", "Người 2", "D1", "enforcer", null, new(2026, 3, 31)), new("O3", "Người 3", "D2", "enforcer"),
        ],
        Matters = [new("M1", "D1", "O1", Decided), new("M2", "D1", "O1", Decided, "ex_officio")],
        Obligations = [new("M1", "1", 1_000), new("M1", "2", 0, "act"), new("M1", "3", 50), new("M2", "1", 700, "court_fee", true)],
    };

    public static async Task<TestOffice> OpenAsync(string kind, DateOnly? today = null, int actsPerBatch = 1000)
    {
        var office = await TestOffice.NewAsync(kind, today ?? Today, actsPerBatch);
        await office.TakeInAsync(Set);
        return office;
    }

    /// <summary>The code of the refusal, or empty when there was none.</summary>
    public static async Task<string> RefusedAsync(Func<Task> act) => await Record.ExceptionAsync(act) switch
    {
        null => "",
        RefusedException refused => refused.Refusal.Code,
        NotFoundException missing => missing.What.Code,
        var other => throw new InvalidOperationException("Not a refusal.", other),
    };
}
