using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Units;

namespace Thads.Office.Reports;

/// <summary>
/// Closes the figures of a period for a unit, or for one officer of it (chốt số liệu): they are drawn up once, at a cut-off that is pinned, and never
/// change. What was closed before for the same address and not sent is superseded.
/// </summary>
public static class CloseReport
{
    /// <param name="KnownOn">Day of knowledge of the cut-off; null = the office's day.</param>
    public sealed record Input(ReportAddress Address, DateOnly? KnownOn = null, string? IdempotencyKey = null);

    /// <summary>Why a unit's figures of a period cannot be closed, by period, days and tree alone.</summary>
    /// <param name="sentKnownOn">Day of knowledge of the version sent before; null = none was.</param>
    public static Refusal? WhyNot(ReportPlace place, DateOnly knownOn, DateOnly? sentKnownOn, DateOnly today)
    {
        var (address, end) = (place.Address, place.Address.End);
        return end >= today ? new Refusal("report.not-over", [address.Months, Year(address), end], ReportBasis.Of(address, 5))
            : knownOn < end ? new Refusal("report.cut-off-early", knownOn, end)
            : knownOn > today ? new Refusal("report.cut-off-future", knownOn, today)
            : knownOn < sentKnownOn ? new Refusal("report.cut-off-before-sent", knownOn, sentKnownOn.Value)
            : !place.Tree.IsValidOn(place.Unit, end) ? new Refusal("report.unit-not-valid", address.Unit, end)
            : place.Officer != 0 && !Served(place) ? new Refusal("report.officer-not-there", address.Officer!, address.Unit, Year(address))
            : null;
    }

    /// <returns>Number of the version, by which it is read.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `report.officer`.</exception>
    /// <exception cref="RefusedException">
    /// `report.year`, `report.months`, `report.not-over`, `report.cut-off-early`, `report.cut-off-future`, `report.cut-off-before-sent`, `report.unit-not-valid`,
    /// `report.officer-not-there`, `report.sees-part`, `report.by-file`.
    /// </exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var address = input.Address;
        var place = await ReportPlace.ResolveAsync(address, work, ct);
        place.RequireToDraw(work);
        var connection = await work.ConnectAsync(ct);
        if (await BeforeAsync(input, work, ct) is { } done)
        {
            return done;
        }

        var knownOn = input.KnownOn ?? work.Today;
        RefusedException.ThrowIf(WhyNot(place, knownOn, (await ReadReports.LastSentHeadAsync(address, work, ct))?.KnownOn, work.Today));
        RefusedException.ThrowIf(await WhyNotByBooksAsync(place, work, ct));

        // What is drawn up is pinned to an act, and nobody waits for it: others go on writing meanwhile.
        var lastAct = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        var cutOff = new ReportCutOff(lastAct, knownOn, await UnitTree.VersionAsync(connection, lastAct, ct));
        var version = await DrawAsync(place, cutOff, FormSet.Of(address.Year, address.Months).Regime, work, ct);
        var content = ReportContent.Write(version);
        var hash = ReportContent.HashOf(content);

        await work.StartAsync(ct, alone: true);
        if (await BeforeAsync(input, work, ct) is { } meanwhile)
        {
            return meanwhile;
        }

        RefusedException.ThrowIf(WhyNot(place, knownOn, (await ReadReports.LastSentHeadAsync(address, work, ct))?.KnownOn, work.Today));
        work.Begin("report-closed", idempotencyKey: input.IdempotencyKey);
        var id = await connection.ValueAsync<long>(
            """
            INSERT INTO report_closed (id, unit_id, officer_id, year, months, regime, tree_act, known_on, last_act, settings, content, hash, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @officer, @year, @months, @regime, @tree, @known, @last, @settings, @content, @hash, @act FROM report_closed RETURNING id
            """, ct,
            ("unit", place.Unit), ("officer", place.Officer == 0 ? null : place.Officer), ("year", address.Year), ("months", address.Months), ("regime", version.Regime),
            ("tree", cutOff.TreeAct), ("known", knownOn), ("last", lastAct), ("settings", JsonText.Of(json =>
            {
                foreach (var (name, value) in version.Settings)
                {
                    json.WriteString(name, value);
                }
            })), ("content", content), ("hash", hash), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(Subject(address), "figures-closed", null, $"{Period(address)} #{hash[..8]}") { Unit = place.Unit });
        await work.FinishAsync(ct);
        return id;
    }

    /// <summary>The version of an address at a cut-off, drawn up now; its number, hash and moment are given when it is closed.</summary>
    public static async Task<ReportVersion> DrawAsync(ReportPlace place, ReportCutOff cutOff, string regime, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var (address, end) = (place.Address, place.Address.End);
        var tree = await UnitTree.AsOfAsync(work, cutOff.TreeAct, ct);
        var forms = await DrawUp.RunAsync(address, cutOff, regime, work, ct);
        return new ReportVersion(
            0, address.Unit, address.Officer, address.Year, address.Months, regime, cutOff.TreeAct, cutOff.KnownOn, cutOff.LastAct, ReportContent.Settings, forms, "", work.Person.FullName, work.Now, null)
        {
            UnitName = tree.UnitName(place.Unit, end),
            Recipient = place.Officer != 0 ? tree.UnitName(place.Unit, end) : tree.PeriodOn(place.Unit, end)?.Parent is { } above ? tree.UnitName(above, end) : "Bộ Tư pháp",
            OfficerName = place.Officer == 0 ? null : tree.OfficerName(place.Officer, end),
        };
    }

    internal static string Period(ReportAddress address) => $"{address.Months}/{Year(address)}";

    internal static string Subject(ReportAddress address) => address.Officer is null ? address.Unit : $"{address.Unit}/{address.Officer}";

    private static string Year(ReportAddress address) => address.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<long?> BeforeAsync(Input input, Work work, CancellationToken ct) =>
        await work.SameBeforeAsync("report-closed", input.IdempotencyKey, ct) is { } before
            ? await (await work.ConnectAsync(ct)).ValueAsync<long>("SELECT id FROM report_closed WHERE act = @act", ct, ("act", before)) : null;

    private static bool Served(ReportPlace place) => place.Tree.ServiceOf(place.Officer).Any(service =>
        service.Unit == place.Unit && Validity.Overlap(service.ValidFrom, service.ValidTo, new StatisticalYear(place.Address.Year).Start, place.Address.End));

    /// <summary>Figures are closed by somebody who sees all of them; a unit without books reports by file.</summary>
    private static async Task<Refusal?> WhyNotByBooksAsync(ReportPlace place, Work work, CancellationToken ct)
    {
        var scope = place.Tree.ScopeOf(place.Unit, place.Address.End);
        if (scope.Any(unit => !work.Person.Sees(unit)))
        {
            return new Refusal("report.sees-part", place.Address.Unit);
        }

        return await HasBooksAsync(scope, work, ct) ? null
            : new Refusal("report.by-file", place.Address.Unit, place.Address.End);
    }

    /// <summary>Whether anything was ever docketed in these units: what has no books has nothing to close.</summary>
    internal static async Task<bool> HasBooksAsync(IEnumerable<int> units, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).ValueAsync<long>(
        $"SELECT count(*) FROM (SELECT 1 FROM move WHERE to_unit IN ({Sql.List(units)}) LIMIT 1) m", ct) > 0;
}
