using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>The unit or the officer was not there on the last day of the period.</summary>
    Absent = 1,

    /// <summary>The period is not over.</summary>
    NotDue = 2,

    /// <summary>Over, and within the limit.</summary>
    Due = 3,

    /// <summary>Past the limit, and not sent.</summary>
    Late = 4,

    Sent = 5,

    /// <summary>The unit reports by file, and its file is there.</summary>
    ByFile = 6,

    /// <summary>Its limit was over before anything was recorded in these books: whether it was sent on paper is not known here.</summary>
    Unrecorded = 7,
}

/// <summary>A report of the year.</summary>
/// <param name="Deadline">Null where the table of limits is silent.</param>
/// <param name="LateDays">Working days late: of what was sent, the first version; of what is missing, as of today. 0 in time; null where it cannot be told.</param>
/// <param name="First">Version 1.</param>
/// <param name="Last">The version sent last.</param>
/// <param name="Closed">Closed after it and not sent.</param>
/// <param name="IsChanged">The figures of the version sent last are others today.</param>
public sealed record ReportSlot(ReportAddress Address, ReportState State, ReportDeadline? Deadline, int? LateDays, ReportHead? First, ReportHead? Last, ReportHead? Closed, bool IsChanged);

/// <summary>The twelve reports of a unit or an officer.</summary>
/// <param name="Officer">Code; null = the unit.</param>
/// <param name="MayClose">Whoever asks may close these reports.</param>
public sealed record ReportLine(string Unit, string? Officer, string Name, ReportLevel Level, bool MayClose, IReadOnlyList<ReportSlot> Slots);

/// <summary>Who has sent, and who is late: of a unit its own reports, those of its enforcers, and those of the units right below it.</summary>
public sealed record ReportBoard(string Unit, string UnitName, int Year, IReadOnlyList<ReportLine> Lines)
{
    /// <exception cref="RefusedException">`report.year`.</exception>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    public static async Task<ReportBoard> RunAsync(string unit, int year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var place = await ReportPlace.ResolveAsync(new ReportAddress(unit, null, year, StatisticalYear.Months), work, ct);
        var tree = place.Tree;
        var day = place.Address.End < work.Today ? place.Address.End : work.Today;
        var below = Enumerable.Range(1, StatisticalYear.Months).SelectMany(months => tree.Below(place.Unit, new StatisticalYear(year).EndOfMonth(months)))
            .Where(u => u.Depth == 1 && work.Person.Sees(u.Unit)).Select(u => u.Unit).Distinct().OrderBy(tree.UnitCode, StringComparer.Ordinal).ToList();
        var heads = (await ReadReports.OfYearAsync([place.Unit, .. below], year, work, ct)).ToLookup(head => head.Address);
        var files = (await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT unit_id, months FROM reported_figure WHERE year = @year AND unit_id IN ({Sql.List(below)})", r => (r.GetInt32(0), r.GetInt32(1)), ct, ("year", year))).ToHashSet();
        var first = await (await work.ConnectAsync(ct)).ListAsync("SELECT min(at) FROM act", r => r.MomentOrNone(0), ct);
        var begun = first is [{ } moment] ? DateOnly.FromDateTime(OfficeClock.OnTheWall(moment)) : work.Today;
        var lines = new List<ReportLine>();
        foreach (var u in below.Prepend(place.Unit))
        {
            lines.Add(await LineAsync(tree, u, 0, tree.UnitName(u, day), year, begun, heads, files, work, ct));
        }

        foreach (var officer in tree.Officers.Where(o => ReportsIn(tree, o, place.Unit, year, heads)).OrderBy(tree.OfficerCode, StringComparer.Ordinal))
        {
            lines.Add(await LineAsync(tree, place.Unit, officer, tree.OfficerName(officer, day), year, begun, heads, files, work, ct));
        }

        return new ReportBoard(unit, tree.UnitName(place.Unit, day), year, lines);
    }

    private static async Task<ReportLine> LineAsync(
        UnitTree tree, int unit, int officer, string name, int year, DateOnly begun, ILookup<ReportAddress, ReportHead> heads, HashSet<(int Unit, int Months)> files, Work work, CancellationToken ct)
    {
        var slots = new List<ReportSlot>();
        var level = ReportLevel.Officer;
        for (var months = 1; months <= StatisticalYear.Months; months++)
        {
            var address = new ReportAddress(tree.UnitCode(unit), officer == 0 ? null : tree.OfficerCode(officer), year, months);
            level = officer != 0 ? ReportLevel.Officer : tree.PeriodOn(unit, address.End) is { } period ? ReportLimit.LevelOf(period.Kind) : level;
            var there = officer == 0 ? tree.IsValidOn(unit, address.End) : tree.Serves(officer, unit, address.End);
            slots.Add(await SlotAsync(address, level, there, officer == 0 && files.Contains((unit, months)), [.. heads[address]], begun, work, ct));
        }

        return new ReportLine(tree.UnitCode(unit), officer == 0 ? null : tree.OfficerCode(officer), name, level,
            new ReportPlace(slots[0].Address, tree, unit, officer).MayDraw(work.Person) && await CloseReport.HasBooksAsync(tree.ScopeOf(unit, slots[^1].Address.End), work, ct), slots);
    }

    private static async Task<ReportSlot> SlotAsync(ReportAddress address, ReportLevel level, bool isThere, bool hasFile, List<ReportHead> heads, DateOnly begun, Work work, CancellationToken ct)
    {
        var sent = heads.Where(head => head.Sending is not null).ToList();
        var closed = heads.LastOrDefault() is { Sending: null } open ? open : null;
        var deadline = ReportDeadline.TryOf(FormSet.Of(address.Year, address.Months).Regime, level, address.End);
        var state = sent.Count > 0 ? ReportState.Sent
            : !isThere ? ReportState.Absent
            : address.End >= work.Today ? ReportState.NotDue
            : hasFile ? ReportState.ByFile
            : (deadline?.LastDay ?? address.End) < begun ? ReportState.Unrecorded
            : deadline is null || work.Today <= deadline.LastDay ? ReportState.Due
            : ReportState.Late;
        var late = state switch
        {
            ReportState.Sent => deadline?.LateOn(sent[0].Sending!.SentOn),
            ReportState.Late => deadline?.LateOn(work.Today),
            ReportState.Absent or ReportState.NotDue or ReportState.Due or ReportState.ByFile or ReportState.Unrecorded => 0,
        };
        return new ReportSlot(address, state, deadline, late, sent.FirstOrDefault(), sent.LastOrDefault(), closed, sent.Count > 0 && await ChangedSince.RunAsync(sent[^1], work, ct) == true);
    }

    /// <summary>An enforcer who serves in the unit in the year, and whoever has a report there.</summary>
    private static bool ReportsIn(UnitTree tree, int officer, int unit, int year, ILookup<ReportAddress, ReportHead> heads) =>
        tree.ServiceOf(officer).Any(s => s.Unit == unit && (s.Title is OfficerTitle.Enforcer or OfficerTitle.ChiefEnforcer)
            && Validity.Overlap(s.ValidFrom, s.ValidTo, new StatisticalYear(year).Start, new StatisticalYear(year).End))
        || heads.Any(group => group.Key.Unit == tree.UnitCode(unit) && group.Key.Officer == tree.OfficerCode(officer));
}
