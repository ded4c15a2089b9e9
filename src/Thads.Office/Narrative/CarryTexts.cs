using Thads.Office.Acts;

namespace Thads.Office.Narrative;

/// <summary>The texts of the same report of the year before come over as drafts, where this year has none yet: something to begin with, in no document until somebody saves it.</summary>
public static class CarryTexts
{
    /// <param name="Unit">Code.</param>
    /// <param name="Year">Into which year.</param>
    public sealed record Input(string Unit, int Year, int Months, string? IdempotencyKey = null);

    /// <summary>Whether the report has texts of its own that could come over.</summary>
    public static async Task<bool> HasAnyAsync(string unit, int year, int months, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        return (await NarrativeStore.TextsAsync(await work.ConnectAsync(ct), await work.TakeReportAsync(unit, ct), year, months, ct)).GroupBy(text => text.Block).Any(g => g.First() is { IsDraft: false, Text.Length: > 0 });
    }

    /// <returns>How many came over.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`narrative.nothing-to-carry`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var unit = await work.TakeReportAsync(input.Unit, ct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("narrative-texts-carried", input.IdempotencyKey, ct) is not null)
        {
            return 0;
        }

        var has = (await NarrativeStore.TextsAsync(connection, unit, input.Year, input.Months, ct)).Select(text => text.Block).ToHashSet();
        var carried = (await NarrativeStore.TextsAsync(connection, unit, input.Year - 1, input.Months, ct)).GroupBy(text => text.Block).Select(g => g.First())
            .Where(text => text is { IsDraft: false, Text.Length: > 0 } && !has.Contains(text.Block)).ToList();
        RefusedException.ThrowIf(carried.Count == 0 ? new Refusal("narrative.nothing-to-carry", (input.Year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) : null);
        work.Begin("narrative-texts-carried", idempotencyKey: input.IdempotencyKey);
        foreach (var text in carried)
        {
            await SaveText.WriteAsync(unit, input.Year, input.Months, text.Block, text.Text, isDraft: true, work, ct);
        }

        await work.ChangedAsync(ct, new ActChange($"{input.Unit} {input.Year}/{input.Months}", "narrative-drafts", null, string.Join(", ", carried.Select(text => text.Block))) { Unit = unit });
        await work.FinishAsync(ct);
        return carried.Count;
    }
}
