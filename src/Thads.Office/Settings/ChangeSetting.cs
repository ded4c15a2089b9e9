using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Settings;

/// <summary>The office decides a setting, from a day on, for a unit and what lies below it or for the whole tree.</summary>
public static class ChangeSetting
{
    /// <param name="Unit">Code; null = the whole tree.</param>
    /// <param name="Value">Empty = as in the unit above, or the default again.</param>
    public sealed record Input(string Key, string? Unit, string Value, DateOnly ValidFrom, string? Reason = null, string? IdempotencyKey = null);

    /// <param name="now">What was decided for this very unit and holds on the first day; null = nothing.</param>
    public static Refusal? WhyNot(Input input, Setting setting, string? now, DateOnly today) =>
        input.Unit is not null && !setting.PerUnit ? new Refusal("setting.whole-tree")
        : input.Value.Length > 0 && setting.WhyNot(input.Value) is { } why ? why
        : input.ValidFrom < today ? new Refusal("setting.past", input.ValidFrom)
        : (now ?? "") == input.Value ? new Refusal("setting.unchanged")
        : null;

    /// <exception cref="NotFoundException">`setting.unknown`.</exception>
    /// <exception cref="RefusedException">`code.unknown`, `setting.whole-tree`, `setting.bad-number`, `setting.bad-choice`, `setting.past`, `setting.unchanged`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Administer);
        var setting = SettingList.Find(input.Key) ?? throw new NotFoundException(new Refusal("setting.unknown", input.Key));
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("setting-changed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = input.Unit is null ? 0 : tree.UnitOf(input.Unit.Trim()) ?? throw new RefusedException(new Refusal("code.unknown", input.Unit.Trim(), "units"));
        if (unit == 0)
        {
            work.RequireEverywhere(Permissions.Administer);
        }
        else
        {
            work.Require(Permissions.Administer, unit);
        }

        var value = input.Value.Trim();
        var now = (await OfficeSettings.ListAsync(connection, ct)).Where(v => v.Key == setting.Key && v.Unit == unit && v.ValidFrom <= input.ValidFrom)
            .OrderBy(v => v.ValidFrom).ThenBy(v => v.Number).LastOrDefault()?.Value;
        RefusedException.ThrowIf(WhyNot(input with { Value = value }, setting, now, work.Today));

        work.Begin("setting-changed", string.IsNullOrWhiteSpace(input.Reason) ? null : input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            """
            INSERT INTO setting_value (number, key, unit_id, value, valid_from, act)
            SELECT coalesce(max(number), 0) + 1, @key, @unit, @value, @from, @act FROM setting_value
            """, ct,
            ("key", setting.Key), ("unit", unit == 0 ? null : unit), ("value", value), ("from", input.ValidFrom), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(
            ct,
            new ActChange(setting.Key, "value", now, value) { Unit = unit },
            new ActChange(setting.Key, "from-day", null, ActChange.Day(input.ValidFrom)) { Unit = unit });
        await work.FinishAsync(ct);
    }
}
