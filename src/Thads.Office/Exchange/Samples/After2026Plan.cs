using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>The counts, units, communes and officers behind the sample of the new law.</summary>
internal static class After2026Plan
{
    public const string Province = "TVD";
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly DateOnly FirstDay = new(2018, 10, 1);
    public static readonly DateOnly BooksBegin = new(2023, 10, 1);
    public static readonly DateOnly DecisionsBegin = new(2022, 1, 4);

    public static readonly (int Year, int Matters)[] Survivors = [(2019, 12), (2020, 16), (2021, 20), (2022, 26), (2023, 46)];

    public static readonly (DocketState State, int Matters)[] SurvivorStates =
    [
        (DocketState.NotEnforceable, 70), (DocketState.PostponedByAgreement, 3), (DocketState.Paused, 2),
        (DocketState.Postponed, 3), (DocketState.Suspended, 2),
    ];

    public static readonly YearPlan[] Years =
    [
        new(2024, new(2024, 9, 30), New: 104, Restored: 0, Completed: 92, Terminated: 3, Delegated: 2, Withdrawn: 1, PulledUp: 1, Returned: 0,
            Separated: 14, SeparateResumed: 0, SeparateClosed: 0, ByAgreement: 3, Paused: 2, NotEnforceable: 66, Postponed: 3, Suspended: 2,
            Season: [5, 7, 8, 8, 5, 9, 9, 9, 9, 9, 10, 12])
        {
            ClosedAndRestored = 1,
        },
        new(2025, new(2025, 9, 30), New: 108, Restored: 0, Completed: 98, Terminated: 4, Delegated: 2, Withdrawn: 1, PulledUp: 0, Returned: 0,
            Separated: 12, SeparateResumed: 1, SeparateClosed: 1, ByAgreement: 3, Paused: 2, NotEnforceable: 66, Postponed: 3, Suspended: 2,
            Season: [5, 7, 8, 7, 6, 9, 9, 10, 11, 5, 10, 13]),
        new(2026, new(2026, 9, 30), New: 124, Restored: 0, Completed: 112, Terminated: 4, Delegated: 2, Withdrawn: 1, PulledUp: 0, Returned: 6,
            Separated: 8, SeparateResumed: 1, SeparateClosed: 4, ByAgreement: 3, Paused: 2, NotEnforceable: 60, Postponed: 3, Suspended: 2,
            Season: [5, 7, 9, 8, 5, 9, 9, 10, 12, 6, 8, 12])
        {
            ClosedAndRestored = 1,
        },
        new(2027, Today, New: 22, Restored: 0, Completed: 11, Terminated: 1, Delegated: 1, Withdrawn: 0, PulledUp: 0, Returned: 1,
            Separated: 2, SeparateResumed: 0, SeparateClosed: 1, ByAgreement: 3, Paused: 2, NotEnforceable: 55, Postponed: 3, Suspended: 2,
            Season: [6, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        {
            Coming = [6, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        },
    ];

    public static readonly DateOnly RoomsBegin = new(2025, 7, 1);
    private static readonly DateOnly OfficerChanges = new(2026, 3, 31);

    public static readonly Holder[] Holders =
    [
        new(0, FirstDay, "H01", "CHV31"), new(0, RoomsBegin, "K01", "CHV31"),
        new(1, FirstDay, "H02", "CHV32"), new(1, RoomsBegin, "K01", "CHV32"),
        new(2, FirstDay, "H03", "CHV33"), new(2, RoomsBegin, "K02", "CHV33"),
        new(3, FirstDay, "H03", "CHV34"), new(3, RoomsBegin, "K02", "CHV34"), new(3, OfficerChanges, "K02", "CHV35"),
    ];

    private static readonly (string Old, string Now)[] Communes =
        [("Y01", "Z01"), ("Y02", "Z01"), ("Y03", "Z02"), ("Y04", "Z02"), ("Y05", "Z03"), ("Y06", "Z03")];

    public static IReadOnlyList<string> CommunesOf(int seat, DateOnly on)
    {
        string[] old = seat switch
        {
            0 => ["Y01", "Y02"],
            1 => ["Y03", "Y04"],
            _ => ["Y05", "Y06"],
        };
        return [.. old.Select(commune => CommuneOn(commune, on)).Distinct()];
    }

    public static string CommuneOn(string commune, DateOnly on) => on < RoomsBegin ? commune : Array.Find(Communes, pair => pair.Old == commune).Now ?? commune;

    public static void Fill(SampleSet set)
    {
        var districtsEnd = RoomsBegin.AddDays(-1);
        set.Units.Add(["TW", "Tổng cục THADS Ví Dụ", "central", null, FirstDay, districtsEnd]);
        set.Units.Add(["TW", "Cục Quản lý THADS Ví Dụ", "central", null, RoomsBegin, null]);
        set.Units.Add([Province, "Cục THADS tỉnh Ví Dụ", "province", "TW", FirstDay, districtsEnd]);
        set.Units.Add([Province, "THADS tỉnh Ví Dụ", "province", "TW", RoomsBegin, null]);
        foreach (var (district, room) in new[] { ("H01", "K01"), ("H02", "K01"), ("H03", "K02") })
        {
            set.Units.Add([district, $"Chi cục THADS huyện Mẫu {district[1..]}", "district", Province, FirstDay, districtsEnd]);
            set.Successions.Add([district, room, RoomsBegin]);
        }

        set.Units.Add(["K01", "Phòng THADS khu vực 1 - Ví Dụ", "room", Province, RoomsBegin, null]);
        set.Units.Add(["K02", "Phòng THADS khu vực 2 - Ví Dụ", "room", Province, RoomsBegin, null]);
        foreach (var (old, now) in Communes)
        {
            set.Communes.Add([old, $"Xã Mẫu {old[1..]} (cũ)", $"H{(Array.FindIndex(Communes, c => c.Old == old) / 2) + 1:D2}", FirstDay, districtsEnd, now]);
        }

        foreach (var (commune, room) in new[] { ("Z01", "K01"), ("Z02", "K01"), ("Z03", "K02") })
        {
            set.Communes.Add([commune, $"Xã Mẫu {commune[1..]}", room, RoomsBegin, null, null]);
        }

        AddOfficers(set);
        foreach (var (unit, matters, money) in new[] { (Province, 78m, 50m), ("K01", 78m, 50m), ("K02", 77.5m, 48m) })
        {
            set.Targets.Add([unit, null, 2026, "matters", matters, "prorata", "MAU-2026/QĐ-THADS", new DateOnly(2025, 12, 15)]);
            set.Targets.Add([unit, null, 2026, "money", money, "prorata", "MAU-2026/QĐ-THADS", new DateOnly(2025, 12, 15)]);
        }
    }

    private static void AddOfficers(SampleSet set)
    {
        set.Officers.Add(["LD31", "Lãnh đạo Mẫu 31", Province, "head", FirstDay, null]);
        set.Officers.Add(["TH31", "Thống kê Mẫu 31", Province, "statistician", FirstDay, null]);
        foreach (var holder in Holders)
        {
            var next = Array.Find(Holders, later => later.Seat == holder.Seat && later.From > holder.From);
            var last = next is null ? (DateOnly?)null : next.Officer == holder.Officer ? next.From.AddDays(-1) : next.From;
            var title = holder is { Unit: "K01", Officer: "CHV31" } or { Unit: "K02", Officer: "CHV33" } ? "chief_enforcer" : "enforcer";
            set.Officers.Add([holder.Officer, $"Chấp hành viên Mẫu {holder.Officer[3..]}", holder.Unit, title, holder.From, last]);
        }
    }
}
