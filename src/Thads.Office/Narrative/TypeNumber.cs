using System.Globalization;
using System.Text.RegularExpressions;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Narrative;

/// <summary>
/// A number of a report is typed in the place of the computed one, with a reason, or the computed one is taken again. It stands marked wherever it stands, and the
/// report goes out only while all its numbers can be true together.
/// </summary>
public static partial class TypeNumber
{
    /// <param name="Unit">Code.</param>
    /// <param name="Fact">Key of the number.</param>
    /// <param name="Value">As people write it: 310,1 or 5.211; empty = the computed one again.</param>
    public sealed record Input(string Unit, int Year, int Months, string Fact, string Value, string Reason, DateOnly? KnownOn = null, string? IdempotencyKey = null);

    /// <param name="fact">The number in the report; null = it has none of that key.</param>
    public static Refusal? WhyNot(Input input, Fact? fact) =>
        fact is null ? new Refusal("narrative.unknown-number", input.Fact)
        : input.Value.Trim().Length == 0 && fact.ByHand is null ? new Refusal("narrative.unchanged")
        : string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("narrative.needs-reason")
        : input.Value.Trim().Length == 0 ? null
        : Read(input.Value, fact.Decimals) is not { } typed ? new Refusal("narrative.bad-number", input.Value.Trim(), fact.Decimals)
        : typed < 0 && !fact.IsChange ? new Refusal("narrative.below-zero", input.Value.Trim())
        : typed == fact.Value ? new Refusal("narrative.unchanged")
        : null;

    /// <summary>Dots stand between groups of three, a comma before decimals; null where it is no such number.</summary>
    public static decimal? Read(string typed, int decimals)
    {
        var text = typed.Trim().Replace('−', '-');
        return Written().Match(text) is { Success: true } match && match.Groups["decimals"].Length <= decimals
            ? decimal.Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').TrimStart('+'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`narrative.unknown-number`, `narrative.needs-reason`, `narrative.bad-number`, `narrative.below-zero`, `narrative.unchanged`, and those of <see cref="DrawNarrative"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var unit = await work.TakeReportAsync(input.Unit, ct);
        var report = await DrawNarrative.RunAsync(new NarrativeQuery(NarrativeQuery.KindOf(input.Months), input.Unit, input.Year, input.Months, input.KnownOn), isSample: false, work, ct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("narrative-number-typed", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var fact = report.Book[input.Fact];
        RefusedException.ThrowIf(WhyNot(input, fact));
        var value = Read(input.Value, fact!.Decimals);
        work.Begin("narrative-number-typed", input.Reason.Trim(), input.IdempotencyKey);
        await connection.RunAsync(
            "INSERT INTO narrative_number (unit_id, year, months, fact, value, reason, act) VALUES (@unit, @year, @months, @fact, @value, @reason, @act)", ct,
            ("unit", unit), ("year", input.Year), ("months", input.Months), ("fact", input.Fact), ("value", value?.ToString(CultureInfo.InvariantCulture)), ("reason", input.Reason.Trim()),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange($"{input.Unit} {input.Year}/{input.Months}: {fact.Title}", "narrative-number", fact.TextOf(fact.Value), fact.TextOf(value ?? fact.Computed)) { Unit = unit });
        await work.FinishAsync(ct);
    }

    [GeneratedRegex(@"^[+-]?([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4})(,(?<decimals>[0-9]{1,4}))?$")]
    private static partial Regex Written();
}
