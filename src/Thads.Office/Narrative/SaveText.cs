using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Narrative;

/// <summary>A text of a report is written, changed or taken away. What stood there before is kept.</summary>
public static class SaveText
{
    /// <summary>A page of a report has some three thousand letters.</summary>
    public const int Longest = 20_000;

    /// <param name="Unit">Code.</param>
    /// <param name="Block">Which text: a key of <see cref="Outline.Texts"/>.</param>
    /// <param name="Text">A paragraph per line; `{key}` is the number of that key; empty = taken away.</param>
    /// <param name="Known">The act of the version the writer started from; null = there was none.</param>
    public sealed record Input(string Unit, int Year, int Months, string Block, string Text, long? Known = null, string? IdempotencyKey = null);

    /// <param name="now">What holds; null = nothing.</param>
    /// <param name="facts">Numbers the report has.</param>
    public static Refusal? WhyNot(Input input, NarrativeText? now, FactBook facts) =>
        !Outline.One.Texts.ContainsKey(input.Block) ? new Refusal("narrative.no-text", input.Block)
        : input.Text.Length > Longest ? new Refusal("narrative.text-too-long", input.Text.Length, Longest)
        : (now?.Act ?? 0) != (input.Known ?? 0) ? new Refusal("narrative.text-changed", now?.Person ?? "", now is null ? "" : OfficeClock.OnTheWall(now.At).ToString("HH:mm dd/MM/yyyy", Words.Format))
        : Sentences.Names(input.Text).FirstOrDefault(name => name.StartsWith('#') ? !facts.Texts.ContainsKey(name[1..]) : facts[name] is null) is { } unknown ? new Refusal("narrative.unknown-number", unknown)
        : now is { IsDraft: false } && now.Text == input.Text.Trim() ? new Refusal("narrative.unchanged")
        : now is null && input.Text.Trim().Length == 0 ? new Refusal("narrative.unchanged")
        : null;

    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`narrative.no-text`, `narrative.text-too-long`, `narrative.text-changed`, `narrative.unknown-number`, `narrative.unchanged`, and those of <see cref="DrawNarrative"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var unit = await work.TakeReportAsync(input.Unit, ct);
        var query = new NarrativeQuery(NarrativeQuery.KindOf(input.Months), input.Unit, input.Year, input.Months);
        RefusedException.ThrowIf(query.WhyNot(work.Today));

        // The numbers are read only for a text that names some.
        var book = Sentences.Names(input.Text).Any() ? (await DrawNarrative.RunAsync(query, isSample: false, work, ct)).Book : new FactBook();
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("narrative-text-saved", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var now = (await NarrativeStore.TextsAsync(connection, unit, input.Year, input.Months, ct)).FirstOrDefault(text => text.Block == input.Block);
        RefusedException.ThrowIf(WhyNot(input, now, book));
        work.Begin("narrative-text-saved", idempotencyKey: input.IdempotencyKey);
        await WriteAsync(unit, input.Year, input.Months, input.Block, input.Text.Trim(), isDraft: false, work, ct);
        await work.ChangedAsync(ct, new ActChange($"{input.Unit} {input.Year}/{input.Months}", "narrative-text", Short(now?.Text), Short(input.Text)) { Unit = unit });
        await work.FinishAsync(ct);
    }

    internal static async Task WriteAsync(int unit, int year, int months, string block, string text, bool isDraft, Work work, CancellationToken ct) => await (await work.ConnectAsync(ct)).RunAsync(
        "INSERT INTO narrative_text (unit_id, year, months, block, text, draft, act) VALUES (@unit, @year, @months, @block, @text, @draft, @act)", ct,
        ("unit", unit), ("year", year), ("months", months), ("block", block), ("text", text), ("draft", isDraft ? 1 : 0), ("act", await work.NumberAsync(ct)));

    /// <summary>The unit of a report, for one who may draw up its reports.</summary>
    internal static async Task<int> TakeReportAsync(this Work work, string code, CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(code.Trim()) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", code));
        work.Require(Permissions.Report, unit);
        return unit;
    }

    /// <summary>Enough of a text to know it again in the record of acts.</summary>
    private static string? Short(string? text) => text is null ? null : text.Trim() is { Length: > 80 } longer ? longer[..80] + "…" : text.Trim();
}
