using System.Security.Cryptography;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Documents;

namespace Thads.Office.Narrative;

/// <summary>A unit brings in its own template of a report, or goes back to the one above it. It holds for the unit and what lies below; the ones before it are kept.</summary>
public static class UploadTemplate
{
    /// <param name="Unit">Code.</param>
    /// <param name="Kind">Not the news text: it has no template.</param>
    /// <param name="Name">Of the file.</param>
    /// <param name="File">A .docx; empty = the template of the unit above, or the one that comes with the program, again.</param>
    public sealed record Input(string Unit, NarrativeKind Kind, string Name, byte[] File, string? IdempotencyKey = null);

    /// <summary>Why not, with the tag it is about.</summary>
    public static Refusal? WhyNot(Input input, IReadOnlyCollection<KnownTag> known, NarrativeTemplate? now) =>
        input.Kind == NarrativeKind.News ? new Refusal("narrative.news-no-template")
        : input.File.Length == 0 ? now is { Length: > 0 } ? null : new Refusal("narrative.unchanged")
        : DocxTemplate.WhyNot(input.File, known) is { } why ? why
        : now?.Hash == HashOf(input.File) ? new Refusal("narrative.unchanged")
        : null;

    /// <returns>Number of the template.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`narrative.news-no-template`, `narrative.unchanged`, and those of <see cref="DocxTemplate.WhyNot"/>.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Report);
        var unit = await work.TakeReportAsync(input.Unit, ct);
        var known = await ReadTemplates.TagsAsync(input.Unit, work, ct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("narrative-template-set", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<int>("SELECT number FROM narrative_template WHERE act = @act", ct, ("act", before));
        }

        var now = (await NarrativeStore.TemplatesAsync(connection, [unit], ct)).FirstOrDefault(template => template.Kind == input.Kind);
        RefusedException.ThrowIf(WhyNot(input, known, now));
        work.Begin("narrative-template-set", idempotencyKey: input.IdempotencyKey);
        var number = await connection.ValueAsync<int>(
            """
            INSERT INTO narrative_template (number, unit_id, kind, name, content, hash, length, act)
            SELECT coalesce(max(number), 0) + 1, @unit, @kind, @name, @content, @hash, @length, @act FROM narrative_template RETURNING number
            """, ct,
            ("unit", unit), ("kind", input.Kind), ("name", input.Name), ("content", Convert.ToBase64String(input.File)), ("hash", input.File.Length == 0 ? "" : HashOf(input.File)), ("length", input.File.Length),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange($"{input.Unit} {Codes.CodeOf(input.Kind)}", "narrative-template", now?.Name, input.File.Length == 0 ? null : input.Name) { Unit = unit });
        await work.FinishAsync(ct);
        return number;
    }

    private static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
