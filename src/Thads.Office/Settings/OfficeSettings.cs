using System.Data.Common;
using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Settings;

/// <summary>A value as somebody decided it.</summary>
/// <param name="Unit">0 = the whole tree.</param>
/// <param name="Value">Empty = from that day on as in the unit above.</param>
public sealed record SettingValue(int Number, string Key, int Unit, string Value, DateOnly ValidFrom, string Person, DateTime At, string? Reason);

/// <summary>What holds for a unit on a day: its own value, else that of the nearest unit above it, else that of the whole tree, else the default.</summary>
public sealed class OfficeSettings
{
    private readonly IReadOnlyList<SettingValue> _values;
    private readonly IReadOnlyList<int> _upwards;
    private readonly DateOnly _day;

    private OfficeSettings(IReadOnlyList<SettingValue> values, IReadOnlyList<int> upwards, DateOnly day)
    {
        _values = values;
        _upwards = upwards;
        _day = day;
    }

    /// <param name="unit">0 = the whole tree.</param>
    public static async Task<OfficeSettings> OfAsync(Work work, int unit, DateOnly day, CancellationToken ct)
    {
        var values = await ListAsync(await work.ConnectAsync(ct), ct);
        return Of(values, values.All(v => v.Unit == 0) ? new UnitTree() : await UnitTree.OfAsync(work, ct), unit, day);
    }

    public static OfficeSettings Of(IReadOnlyList<SettingValue> values, UnitTree tree, int unit, DateOnly day)
    {
        var upwards = new List<int>();
        for (int? here = unit; here is { } at and not 0 && !upwards.Contains(at); here = tree.PeriodOn(at, day)?.Parent)
        {
            upwards.Add(at);
        }

        return new OfficeSettings(values, [.. upwards, 0], day);
    }

    /// <summary>All that was ever decided, in the order in which it was.</summary>
    public static async Task<List<SettingValue>> ListAsync(DbConnection connection, CancellationToken ct) =>
        await connection.ListAsync(
            "SELECT v.number, v.key, v.unit_id, v.value, v.valid_from, a.person, a.at, a.reason FROM setting_value v JOIN act a ON a.seq = v.act ORDER BY v.number",
            r => new SettingValue(r.GetInt32(0), r.GetString(1), r.NumberOrNone(2) ?? 0, r.GetString(3), r.Day(4), r.GetString(5), r.Moment(6), r.TextOrNone(7)), ct);

    /// <summary>The decision that holds; null = the default does.</summary>
    public SettingValue? DecidedOf(string key) => _upwards
        .Select(unit => _values.Where(v => v.Key == key && v.Unit == unit && v.ValidFrom <= _day).OrderBy(v => v.ValidFrom).ThenBy(v => v.Number).LastOrDefault())
        .FirstOrDefault(v => v is { Value.Length: > 0 });

    /// <exception cref="KeyNotFoundException">There is no such setting: a defect.</exception>
    public string this[string key] => DecidedOf(key)?.Value ?? (SettingList.Find(key) ?? throw new KeyNotFoundException($"No setting '{key}'.")).Default;

    public int Number(string key) => int.Parse(this[key], NumberStyles.None, CultureInfo.InvariantCulture);
}
