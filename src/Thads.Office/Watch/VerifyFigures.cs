using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Reports;
using Thads.Office.Watch.SecondComputation;

namespace Thads.Office.Watch;

/// <summary>A cell of a sent version that the second computation has otherwise.</summary>
/// <param name="IsPrinted">As printed (money in thousands of đồng), not exact.</param>
/// <param name="Sent">Null: empty, or the row was not there.</param>
public sealed record DifferingCell(string Form, string Row, string Cell, bool IsPrinted, decimal? Sent, decimal? Computed);

/// <summary>A sent version beside the second computation.</summary>
/// <param name="Cells">How many cells were compared.</param>
public sealed record VerifiedVersion(ReportHead Report, long Cells, bool IsIntact, IReadOnlyList<DifferingCell> Differing)
{
    public bool Agrees => IsIntact && Differing.Count == 0;
}

/// <summary>What `thads verify figures` found.</summary>
public sealed record VerifiedFigures(long Matters, IReadOnlyList<VerifiedVersion> Versions)
{
    public bool Agree => Versions.All(version => version.Agrees);
}

/// <summary>
/// Computes every sent version a second time, from matters and steps as they were known at its cut-off and by code of its own, and compares cell by
/// cell, exactly and as printed. A unit that reported by file is compared with its file. Reads everything, changes nothing.
/// </summary>
public static class VerifyFigures
{
    public static async Task<VerifiedFigures> RunAsync(Work work, CancellationToken ct)
    {
        work.RequireEverywhere(Permissions.Operate);
        var connection = await work.ConnectAsync(ct);
        await using var snapshot = await connection.SnapshotAsync(ct);
        var sent = new List<(ReportHead Head, ReportVersion Version, CountForms Count)>();
        var trees = new Dictionary<long, CountedTree>();
        foreach (var head in (await ReadReports.OfYearAsync(null, null, work, ct)).Where(head => head.Sending is not null))
        {
            var version = await ReadReports.WholeAsync(head, work, ct);
            if (!trees.TryGetValue(version.TreeAct, out var tree))
            {
                trees.Add(version.TreeAct, tree = await CountedTree.ReadAsync(connection, version.TreeAct, ct));
            }

            sent.Add((head, version, new CountForms(new(version.Unit, version.Officer, version.Year, version.Months, version.Regime, version.LastAct, version.KnownOn), tree)));
        }

        var matters = 0L;
        if (sent.Count > 0)
        {
            await ReadCountedMatters.EachAsync(
                connection,
                matter =>
                {
                    matters++;
                    foreach (var (_, _, count) in sent)
                    {
                        count.Take(matter);
                    }
                },
                ct);
        }

        var verified = new List<VerifiedVersion>();
        foreach (var (head, version, count) in sent)
        {
            var files = await CountedFile.ReadAsync(connection, version, ct);
            var compared = new Compared(version, count, files);
            compared.Run();
            verified.Add(new VerifiedVersion(head, compared.Cells, version.IsIntact, compared.Differing));
        }

        return new VerifiedFigures(matters, verified);
    }
}
