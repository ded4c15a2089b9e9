using System.Globalization;

namespace Thads.Office.Exchange.Samples;

/// <summary>Units, communes and officers of the founding sample, all made up, and who holds which territory when.</summary>
internal static class FoundingTree
{
    public const string Centre = "TW";
    public const string Province = "TVD";
    public const string District = "D05";

    /// <summary>A small district that ended in 2016; its open matters were transferred to the founding one.</summary>
    public const string Former = "D16";

    /// <summary>Its territory, after those of the seven enforcers (0 to 6).</summary>
    public const int FormerSeat = 7;

    public static readonly DateOnly FormerHandsOver = new(2016, 12, 30);

    /// <summary>The most loaded enforcer hands part of the load to the least loaded one.</summary>
    public static readonly DateOnly LoadIsShared = new(2020, 3, 2);

    private static readonly DateOnly Begin = FoundingPlan.FirstDay;
    private static readonly DateOnly CommunesMerge = new(2020, 2, 1);
    private static readonly string[] Numbers =
        ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai", "Mười Ba", "Mười Bốn", "Mười Lăm", "Mười Sáu"];

    private static readonly string[][] CommunesOfSeats =
    [
        ["X01", "X02"], ["X03", "X04"], ["X05", "X06"], ["X07", "X08"], ["X09", "X10"], ["X11", "X12"], ["X13", "X14", "X15"], ["X14", "X15"],
    ];

    public static readonly Holder[] Holders =
    [
        new(0, Begin, District, "CHV01"),
        new(1, Begin, District, "CHV02"),
        new(2, Begin, District, "CHV03"), new(2, new(2014, 3, 31), District, "CHV08"),
        new(3, Begin, District, "CHV04"), new(3, new(2017, 6, 30), District, "CHV09"),
        new(4, Begin, District, "CHV05"), new(4, new(2019, 10, 1), District, "CHV11"),
        new(5, Begin, District, "CHV06"), new(5, new(2018, 12, 28), District, "CHV10"),
        new(6, Begin, District, "CHV07"),
        new(FormerSeat, Begin, Former, "CHV20"),
    ];

    public static string NameOf(string district) => $"huyện Mẫu {Numbers[int.Parse(district.AsSpan(1), CultureInfo.InvariantCulture) - 1]}";

    /// <summary>Commune 15 was merged into commune 14 in the year 2020.</summary>
    public static IReadOnlyList<string> CommunesOf(int seat, DateOnly on) =>
        on < CommunesMerge ? CommunesOfSeats[seat] : [.. CommunesOfSeats[seat].Where(commune => commune != "X15")];

    public static string CommuneOn(string commune, DateOnly on) => commune == "X15" && on >= CommunesMerge ? "X14" : commune;

    public static void Fill(SampleSet set)
    {
        set.Units.Add([Centre, "Tổng cục THADS Ví Dụ", "central", null, Begin, null]);
        set.Units.Add([Province, "Cục THADS tỉnh Ví Dụ", "province", Centre, Begin, null]);
        for (var i = 1; i <= Numbers.Length; i++)
        {
            var code = $"D{i:D2}";
            set.Units.Add([code, $"Chi cục THADS {NameOf(code)}", "district", Province, Begin, code == Former ? new DateOnly(2016, 12, 31) : null]);
        }

        set.Successions.Add([Former, District, new DateOnly(2017, 1, 1)]);
        for (var i = 1; i <= 15; i++)
        {
            var isMerged = i == 15;
            var name = $"{(i <= 2 ? "Thị trấn" : "Xã")} Mẫu {Numbers[i - 1]}";
            set.Communes.Add([$"X{i:D2}", name, District, Begin, isMerged ? CommunesMerge.AddDays(-1) : null, isMerged ? "X14" : null]);
        }

        AddOfficers(set);
        AddTargets(set);
    }

    private static void AddOfficers(SampleSet set)
    {
        var headChanges = new DateOnly(2018, 6, 1);
        void Add(string code, string name, string title, DateOnly from, DateOnly? to, string unit = District) =>
            set.Officers.Add([code, name, unit, title, from, to]);

        Add("TW01", "Lãnh đạo Mẫu Trung ương", "head", Begin, null, Centre);
        Add("PL01", "Lãnh đạo Mẫu Tỉnh", "head", Begin, null, Province);
        Add("PK01", "Thống kê Mẫu Tỉnh", "statistician", Begin, null, Province);
        Add("LD01", "Lãnh đạo Mẫu 01", "head", Begin, headChanges.AddDays(-1));
        Add("LD02", "Lãnh đạo Mẫu 02", "deputy", Begin, headChanges.AddDays(-1));
        Add("LD02", "Lãnh đạo Mẫu 02", "head", headChanges, null);
        Add("LD03", "Lãnh đạo Mẫu 03", "deputy", headChanges, null);
        Add("TK01", "Thư ký Mẫu 01", "clerk", Begin, null);
        Add("TK02", "Thư ký Mẫu 02", "clerk", new(2016, 1, 4), null);
        Add("KT01", "Kế toán Mẫu 01", "accountant", Begin, null);
        Add("TQ01", "Thủ quỹ Mẫu 01", "cashier", Begin, null);
        Add("TH01", "Thống kê Mẫu 01", "statistician", Begin, null);
        foreach (var holder in Holders)
        {
            var next = Array.Find(Holders, later => later.Seat == holder.Seat && later.From > holder.From);
            DateOnly? last = holder.Unit == Former ? new DateOnly(2016, 12, 31) : next?.From;
            Add(holder.Officer, $"Chấp hành viên Mẫu {holder.Officer[3..]}", "enforcer", holder.From, last, holder.Unit);
        }
    }

    private static void AddTargets(SampleSet set)
    {
        void Add(string unit, string? officer, int year, decimal matters, decimal money, string decision, DateOnly on)
        {
            set.Targets.Add([unit, officer, year, "matters", matters, "annual", decision, on]);
            set.Targets.Add([unit, officer, year, "money", money, "annual", decision, on]);
        }

        foreach (var (year, matters, money) in new[] { (2019, ProvinceFigures.TargetOfMatters2019, ProvinceFigures.TargetOfMoney2019), (2020, 80m, 38m) })
        {
            Add(Province, null, year, matters, money, $"MAU-{year}/QĐ-TCTHADS", new(year - 1, 12, 9));
            for (var i = 1; i <= 15; i++)
            {
                Add($"D{i:D2}", null, year, matters, money, $"MAU-{year}/QĐ-CTHADS", new(year - 1, 12, 16));
            }
        }

        foreach (var officer in Holders.Where(h => h.Unit == District && !Array.Exists(Holders, later => later.Seat == h.Seat && later.From > h.From)))
        {
            Add(District, officer.Officer, 2020, 80m, 38m, "MAU-2020/QĐ-CCTHADS", new(2019, 12, 27));
        }

        Add(Province, null, 2021, 80m, 38m, "MAU-2021/KL-HN", FoundingPlan.Today.AddDays(-4));
        Add(District, null, 2021, 80m, 38m, "MAU-2021/KL-HN", FoundingPlan.Today);
    }
}
