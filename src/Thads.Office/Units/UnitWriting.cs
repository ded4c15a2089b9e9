using System.Data.Common;
using System.Text.RegularExpressions;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Units;

/// <summary>What the acts on units, communes and officers have in common: who may, what is known, and how a period is written and ended.</summary>
internal static partial class UnitWriting
{
    /// <summary>A unit is looked after from above; one without a unit above it, by who looks after the whole tree.</summary>
    /// <param name="parent">The unit above; null or 0 = none.</param>
    public static void RequireAbove(this Work work, int? parent)
    {
        if (parent is null or 0)
        {
            work.RequireEverywhere(Permissions.Administer);
        }
        else
        {
            work.Require(Permissions.Administer, parent.Value);
        }
    }

    /// <summary>The unit above on that day, or in the last period before it, or in the first.</summary>
    public static int? Above(this UnitTree tree, int unit, DateOnly day) =>
        (tree.PeriodOn(unit, day) ?? tree.PeriodsOf(unit).LastOrDefault(p => !(p.ValidFrom > day)) ?? tree.PeriodsOf(unit)[0]).Parent;

    /// <exception cref="RefusedException">`code.unknown`.</exception>
    public static int Known(this UnitTree tree, string? code) =>
        tree.UnitOf(code?.Trim() ?? "") ?? throw new RefusedException(new Refusal("code.unknown", code?.Trim() ?? "", "units"));

    /// <summary>1 to 30 letters, digits, dots, hyphens, underscores: a code travels through files and addresses.</summary>
    public static Refusal? WhyNotCode(string? code) => Code().IsMatch(code?.Trim() ?? "") ? null : new Refusal("code.bad", code?.Trim() ?? "");

    public static Refusal? WhyNotName(string? name) => string.IsNullOrWhiteSpace(name) ? new Refusal("name.missing") : null;

    public static Refusal? WhyNotReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? new Refusal("reason.missing") : null;

    public static async Task AddAsync(this Work work, UnitPeriod period, int number, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).RunAsync(
            """
            INSERT INTO unit_period (unit_id, number, name, kind, parent_id, valid_from, valid_to, act)
            VALUES (@unit, @number, @name, @kind, @parent, @from, @to, @act)
            """, ct,
            ("unit", period.Unit), ("number", number), ("name", period.Name), ("kind", period.Kind), ("parent", period.Parent), ("from", period.ValidFrom), ("to", period.ValidTo),
            ("act", await work.NumberAsync(ct)));

    public static async Task AddAsync(this Work work, OfficerPeriod period, int number, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).RunAsync(
            """
            INSERT INTO officer_period (officer_id, number, name, unit_id, title, valid_from, valid_to, act)
            VALUES (@officer, @number, @name, @unit, @title, @from, @to, @act)
            """, ct,
            ("officer", period.Officer), ("number", number), ("name", period.Name), ("unit", period.Unit), ("title", period.Title), ("from", period.ValidFrom), ("to", period.ValidTo),
            ("act", await work.NumberAsync(ct)));

    /// <param name="number">Place of the period among those of the unit, from 1.</param>
    public static async Task EndUnitPeriodAsync(this Work work, int unit, int number, DateOnly lastOn, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).RunAsync(
            "INSERT INTO unit_period_end (unit_id, number, last_on, act) VALUES (@unit, @number, @last, @act)", ct,
            ("unit", unit), ("number", number), ("last", lastOn), ("act", await work.NumberAsync(ct)));

    /// <param name="number">Place of the period among those of the officer, from 1.</param>
    public static async Task EndOfficerPeriodAsync(this Work work, int officer, int number, DateOnly lastOn, CancellationToken ct) =>
        await (await work.ConnectAsync(ct)).RunAsync(
            "INSERT INTO officer_period_end (officer_id, number, last_on, act) VALUES (@officer, @number, @last, @act)", ct,
            ("officer", officer), ("number", number), ("last", lastOn), ("act", await work.NumberAsync(ct)));

    public static int PlaceOf<T>(this IReadOnlyList<T> periods, T period)
        where T : class => 1 + periods.ToList().FindIndex(p => ReferenceEquals(p, period));

    /// <summary>The last day after <paramref name="after"/>, up to <paramref name="until"/>, on which a matter was docketed in, or handed over to, the unit.</summary>
    public static async Task<DateOnly?> UnitUsedLastAsync(DbConnection connection, int unit, DateOnly after, DateOnly? until, CancellationToken ct) =>
        await LastAsync(connection, "m.unit_id = @whose", "s.to_unit = @whose", unit, after, until, ct);

    /// <summary>Likewise for an officer: docketed with, or given to, them.</summary>
    public static async Task<DateOnly?> OfficerUsedLastAsync(DbConnection connection, int officer, DateOnly after, DateOnly? until, CancellationToken ct) =>
        await LastAsync(connection, "m.officer_id = @whose", "s.to_officer = @whose", officer, after, until, ct);

    private static async Task<DateOnly?> LastAsync(
        DbConnection connection, string docketed, string handedOver, int whose, DateOnly after, DateOnly? until, CancellationToken ct) =>
        (await connection.ListAsync(
            $"""
            SELECT max(day) FROM (
                SELECT m.decided_on AS day FROM matter m WHERE {docketed} AND m.decided_on > @after AND m.decided_on <= @until
                UNION ALL SELECT s.happened_on FROM step s WHERE {handedOver} AND s.happened_on > @after AND s.happened_on <= @until
                    AND NOT EXISTS (SELECT 1 FROM step_void v WHERE v.matter_id = s.matter_id AND v.step = s.number)) used
            """, r => r.DayOrNone(0), ct, ("whose", whose), ("after", after), ("until", until ?? new DateOnly(9999, 12, 31))))[0];

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,29}$")]
    private static partial Regex Code();
}
