using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Committee;

/// <summary>A matter that is, or was, under the direction of a committee; where it stands is as of now.</summary>
/// <param name="Number">Of the direction.</param>
/// <param name="Id">Of the matter.</param>
/// <param name="Matter">Its code.</param>
/// <param name="Unit">Unit that holds it now.</param>
/// <param name="Officer">Id of the officer who holds it; null = none.</param>
/// <param name="Meeting">The meeting that concluded it.</param>
/// <param name="LastOn">Last day under direction; null = still.</param>
/// <param name="Left">Đồng left on its open lines.</param>
/// <param name="MovedOn">Day of its last step.</param>
public sealed record DirectedMatter(
    int Number, int Committee, Guid Id, string Matter, int Unit, int? Officer, DateOnly Since, string Reason, int? Meeting, string? Document, DateOnly? LastOn, string? EndReason, DocketState State, long Left,
    DateOnly MovedOn, string? Debtor, int Debtors)
{
    public bool IsOn(DateOnly day) => Since <= day && !(LastOn < day);
}

/// <summary>The matters under direction that the person sees. What a committee directs stays so when the committee ends: until somebody releases it.</summary>
public static class ReadDirectedMatters
{
    /// <summary>Those of a unit and what lies below it that were under direction on a day, the longest first.</summary>
    /// <param name="unit">Code.</param>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<IReadOnlyList<DirectedMatter>> OfAsync(string unit, DateOnly on, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures | Permissions.ReadMatters);
        var tree = await UnitTree.OfAsync(work, ct);
        var scope = tree.UnitOf(unit) is { } found && work.Person.Sees(found) ? tree.ScopeOf(found, on) : throw new NotFoundException(new Refusal("report.unit", unit));
        return [.. (await AllAsync(work, ct)).Where(one => scope.Contains(one.Unit) && one.IsOn(on))];
    }

    /// <summary>Every direction there ever was, of matters the person sees.</summary>
    public static async Task<IReadOnlyList<DirectedMatter>> AllAsync(Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures | Permissions.ReadMatters);
        var all = await (await work.ConnectAsync(ct)).ListAsync(
            """
            SELECT d.id, d.committee_id, d.matter_id, l.code, l.unit_id, l.officer_id, d.since, d.reason, d.meeting_id, d.document, e.last_on, e.reason, l.state, l.remainder, l.moved_on, l.debtor, l.debtors
            FROM directed_matter d JOIN matter_list l ON l.matter_id = d.matter_id LEFT JOIN directed_matter_end e ON e.directed_id = d.id ORDER BY d.since, d.id
            """,
            r => new DirectedMatter(
                r.GetInt32(0), r.GetInt32(1), r.Id(2), r.GetString(3), r.GetInt32(4), r.NumberOrNone(5), r.Day(6), r.GetString(7), r.NumberOrNone(8), r.TextOrNone(9), r.DayOrNone(10), r.TextOrNone(11),
                (DocketState)r.GetInt32(12), r.GetInt64(13), r.Day(14), r.TextOrNone(15), r.GetInt32(16)), ct);
        return [.. all.Where(one => work.Person.Sees(one.Unit))];
    }
}
