using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Reports;

/// <summary>A version without its forms: what lists are made of.</summary>
/// <param name="Maker">Name of the account of who drew it up.</param>
/// <param name="Sending">Null while it is not sent.</param>
/// <param name="Latest">It was closed last of its address: the one that can be sent, if it is not.</param>
public sealed record ReportHead(
    long Id, ReportAddress Address, string Regime, DateOnly KnownOn, long LastAct, string Hash, string Maker, DateTime ClosedAt, ReportSending? Sending, ReportConfirmation? Confirmation, bool Latest)
{
    /// <summary>Closed, not sent, and another was closed after it.</summary>
    public bool IsSuperseded => Sending is null && !Latest;

    public string ShortHash => Hash[..8];
}

/// <summary>Closed and sent versions, for whoever sees the unit: everybody else finds nothing.</summary>
public static class ReadReports
{
    private const string Head =
        """
        SELECT c.id, u.code, o.code, c.year, c.months, c.regime, c.known_on, c.last_act, c.hash, a.person, a.at,
            s.version, s.number, s.sent_on, s.signer, s.signer_role, s.act, f.confirmer, f.confirmer_role, fa.at, f.act,
            NOT EXISTS (SELECT 1 FROM report_closed l WHERE l.unit_id = c.unit_id AND coalesce(l.officer_id, 0) = coalesce(c.officer_id, 0) AND l.year = c.year AND l.months = c.months AND l.id > c.id),
            c.unit_id
        FROM report_closed c JOIN unit u ON u.id = c.unit_id LEFT JOIN officer o ON o.id = c.officer_id JOIN act a ON a.seq = c.act
        LEFT JOIN report_sent s ON s.closed_id = c.id LEFT JOIN report_confirmed f ON f.closed_id = c.id LEFT JOIN act fa ON fa.seq = f.act
        """;

    /// <exception cref="NotFoundException">`report.unknown`: no such version, or not one of a unit the person sees.</exception>
    public static async Task<ReportVersion> ByIdAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var head = (await ListAsync("c.id = @id", work, ct, ("id", id))).SingleOrDefault() ?? throw new NotFoundException(new Refusal("report.unknown", id));
        return await WholeAsync(head, work, ct);
    }

    /// <summary>The version sent last of an address; null where none was, or the unit is not this person's to see.</summary>
    public static async Task<ReportVersion?> LastSentAsync(string unit, string? officer, int year, int months, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await LastSentHeadAsync(new ReportAddress(unit, officer, year, months), work, ct) is { } head ? await WholeAsync(head, work, ct) : null;
    }

    public static async Task<ReportHead?> LastSentHeadAsync(ReportAddress address, Work work, CancellationToken ct) =>
        (await OfAsync(address, work, ct)).LastOrDefault(head => head.Sending is not null);

    /// <summary>All that was closed for an address, the first first.</summary>
    public static async Task<IReadOnlyList<ReportHead>> OfAsync(ReportAddress address, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await ListAsync(
            $"u.code = @unit AND {(address.Officer is null ? "c.officer_id IS NULL" : "o.code = @officer")} AND c.year = @year AND c.months = @months", work, ct,
            ("unit", address.Unit), ("officer", address.Officer), ("year", address.Year), ("months", address.Months));
    }

    /// <summary>All that was closed in a year by these units and their officers, the first first.</summary>
    /// <param name="units">Ids; null = every unit the person sees.</param>
    /// <param name="year">Null = of all years.</param>
    public static async Task<IReadOnlyList<ReportHead>> OfYearAsync(IEnumerable<int>? units, int? year, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await ListAsync($"{(units is null ? "1 = 1" : $"c.unit_id IN ({Sql.List(units)})")} AND {(year is null ? "1 = 1" : "c.year = @year")}", work, ct, ("year", year ?? 0));
    }

    public static async Task<ReportHead> HeadAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return (await ListAsync("c.id = @id", work, ct, ("id", id))).SingleOrDefault() ?? throw new NotFoundException(new Refusal("report.unknown", id));
    }

    /// <summary>The version with its forms; what came after closing is taken from the head.</summary>
    public static async Task<ReportVersion> WholeAsync(ReportHead head, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var content = await (await work.ConnectAsync(ct)).ValueAsync<string>("SELECT content FROM report_closed WHERE id = @id", ct, ("id", head.Id));
        var version = ReportContent.Read(head.Id, content!, head.Hash, head.ClosedAt);
        return version with
        {
            Sending = head.Sending,
            Confirmation = head.Confirmation,
            // The columns beside the text are for looking for it; one that says something else was tampered with.
            IsIntact = version.IsIntact && version.Address == head.Address && (version.Regime, version.KnownOn, version.LastAct) == (head.Regime, head.KnownOn, head.LastAct),
        };
    }

    /// <summary>The very text that was hashed, as it is stored.</summary>
    /// <exception cref="NotFoundException">`report.unknown`.</exception>
    public static async Task<string> ContentAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var head = await HeadAsync(id, work, ct);
        return (await (await work.ConnectAsync(ct)).ValueAsync<string>("SELECT content FROM report_closed WHERE id = @id", ct, ("id", head.Id)))!;
    }

    private static async Task<IReadOnlyList<ReportHead>> ListAsync(string where, Work work, CancellationToken ct, params (string, object?)[] parameters)
    {
        var found = await (await work.ConnectAsync(ct)).ListAsync($"{Head} WHERE {where} ORDER BY c.id", r => (Unit: r.GetInt32(22), Head: Read(r)), ct, parameters);
        return [.. found.Where(row => work.Person.Sees(row.Unit)).Select(row => row.Head)];
    }

    private static ReportHead Read(DbDataReader r) => new(
        r.GetInt64(0), new ReportAddress(r.GetString(1), r.TextOrNone(2), r.GetInt32(3), r.GetInt32(4)), r.GetString(5), r.Day(6), r.GetInt64(7), r.GetString(8), r.GetString(9), r.Moment(10),
        r.IsDBNull(11) ? null : new ReportSending(r.GetInt32(11), r.GetString(12), r.Day(13), r.GetString(14), r.GetString(15), r.GetInt64(16)),
        r.IsDBNull(17) ? null : new ReportConfirmation(r.GetString(17), r.GetString(18), r.Moment(19), r.GetInt64(20)), r.GetBoolean(21));
}
