using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Targets;

namespace Thads.Office.Warnings;

/// <summary>
/// Where a unit is behind the even pace of its target: how much each unit below, or each officer, has settled less than so many twelfths of the target ask of what it has enforceable. All are measured by
/// the unit's own target, so that what they are behind and ahead adds up to what the unit is.
/// </summary>
public static class FindBehind
{
    /// <param name="period">The whole months that are over.</param>
    /// <param name="target">Of the unit; null = nothing was assigned, and nobody is behind it.</param>
    internal static async Task<IReadOnlyList<PartBehind>> PartsAsync(FormQuery period, Measure measure, Assigned? target, Work work, CancellationToken ct)
    {
        if (target is null)
        {
            return [];
        }

        var board = await TargetBoard.RunAsync(period, work, ct);
        var lines = board.Lines.Skip(1).Select(line => (Line: line, Standing: line.Of(measure))).Where(part => part.Standing is { Settled: not null, Enforceable: not null }).ToList();
        return Of(target, period.Months, [.. lines.Select(part => new PartBehind(
            part.Line.Code, part.Line.Officer, part.Line.Name, part.Line.IsReported, part.Standing.Target is not null, part.Standing.Settled!.Value, part.Standing.Enforceable!.Value, part.Standing.Rate))]);
    }

    /// <summary>The parts with what each is behind, the worst first. Units and officers share the gap among their own kind.</summary>
    public static IReadOnlyList<PartBehind> Of(Assigned target, int months, IReadOnlyList<PartBehind> parts)
    {
        var measured = parts.Select(part => part with { Behind = BehindOf(target, months, part.Settled, part.Enforceable) }).ToList();
        return [.. measured.Select(part => part.Behind <= 0 ? part
            : part with { Share = Money.Rate(part.Behind, measured.Where(other => other.Officer is null == (part.Officer is null) && other.Behind > 0).Sum(other => other.Behind)) })
            .OrderByDescending(part => part.Behind).ThenBy(part => part.Officer ?? part.Unit, StringComparer.Ordinal)];
    }

    /// <summary>Whole việc or đồng, half away from zero.</summary>
    private static long BehindOf(Assigned target, int months, long settled, long enforceable) =>
        (long)decimal.Round((decimal)enforceable * target.Hundredths * months / (12 * 10_000m), MidpointRounding.AwayFromZero) - settled;
}
