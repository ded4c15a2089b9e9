using Thads.Law.Tables;

namespace Thads.Law.Calendar;

/// <summary>What makes a day one of rest, or one of work although it is a Saturday.</summary>
public enum DayKind
{
    /// <summary>Saturday or Sunday.</summary>
    Weekend = 1,

    /// <summary>Ngày nghỉ lễ, tết (BLLĐ 2019 Đ112.1; NQ 28/2026/QH16).</summary>
    Holiday = 2,

    /// <summary>Nghỉ bù: a holiday fell on a weekly day of rest (BLLĐ 2019 Đ111.3).</summary>
    Compensatory = 3,

    /// <summary>Nghỉ hoán đổi: off, made up for on another day.</summary>
    SwapOff = 4,

    /// <summary>Làm bù: a day of rest that is worked.</summary>
    SwapWork = 5,

    /// <summary>Expected off once, and an ordinary day after all: how an office takes a day out of the built-in table.</summary>
    Workday = 6,
}

/// <summary>A day of the table of announced days (`Tables/holidays.csv`), or one continued from the statute.</summary>
public sealed record DayOfTheYear(DateOnly Day, DayKind Kind, Said Name)
{
    private static readonly Dictionary<string, DayKind> Kinds = new(StringComparer.Ordinal)
    {
        ["holiday"] = DayKind.Holiday,
        ["compensatory"] = DayKind.Compensatory,
        ["swap_off"] = DayKind.SwapOff,
        ["swap_work"] = DayKind.SwapWork,
        ["workday"] = DayKind.Workday,
    };

    public static readonly LawTable<DayOfTheYear> Table = new("holidays", ["kind", "name_vi", "name_en"], [], row => new(row.From, row.OneOf("kind", Kinds), row.Words("name")))
    {
        Title = new("Ngày nghỉ và ngày làm bù", "Days off and days worked in exchange"),
        Refuses = "calendar",
        OfDays = true,
        WithoutGaps = false,
    };

    /// <summary>Part of the statutory leave of Tết Nguyên đán: "15 days before and after Tết" is counted from these (rule ME-24).</summary>
    public bool IsTet => Kind == DayKind.Holiday && Name.Vi.StartsWith("Tết Nguyên đán", StringComparison.Ordinal);
}

/// <summary>A year of the lunar table (`Tables/lunar-years.csv`).</summary>
/// <param name="FirstDay">Mùng 1 Tết.</param>
/// <param name="GioTo">Giỗ Tổ Hùng Vương, the 10th of the third lunar month.</param>
public sealed record LunarYear(int Year, DateOnly FirstDay, DateOnly GioTo)
{
    public static readonly LawTable<LunarYear> Table = new("lunar-years", ["lunar_year", "first_day", "gio_to"], ["lunar_year"], row => new(row.Whole("lunar_year"), row.Day("first_day"), row.Day("gio_to")))
    {
        Title = new("Tết và Giỗ Tổ theo âm lịch", "Tet and the Hung Kings' day by the lunar calendar"),
        Refuses = "calendar",
        Check = (_, rows) => rows.Where(row => row.Value.FirstDay.Year != row.Value.Year || row.Value.GioTo.Year != row.Value.Year || row.Value.GioTo <= row.Value.FirstDay)
            .Select(row => (row.Row, new Said("mùng 1 và Giỗ Tổ phải trong năm, mùng 1 trước", "the first day and the Hung Kings' day lie in the year, the first day before")))
            .Concat(rows.Zip(rows.Skip(1)).Where(pair => pair.Second.Value.Year != pair.First.Value.Year + 1).Select(pair => (pair.Second.Row, new Said("các năm phải liền nhau", "the years follow each other")))),
    };
}
