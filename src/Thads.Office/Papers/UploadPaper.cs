using System.Security.Cryptography;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Documents;

namespace Thads.Office.Papers;

/// <summary>A unit brings in its own template of a paper, or goes back to the one above it. It holds for the unit and what lies below; the ones before it are kept.</summary>
public static class UploadPaper
{
    /// <param name="Unit">Code.</param>
    /// <param name="Kind">Code of a <see cref="PaperKind"/>.</param>
    /// <param name="File">A .docx; empty = the template of the unit above, or the one that comes with the program, again.</param>
    public sealed record Input(string Unit, string Kind, string Name, byte[] File, string? IdempotencyKey = null);

    /// <param name="own">The last the unit itself brought in for this kind.</param>
    public static Refusal? WhyNot(Input input, PaperTemplate? own) =>
        input.File.Length == 0 ? own is { Length: > 0 } ? null : new Refusal("paper.unchanged")
        : DocxTemplate.WhyNot(input.File, PaperKinds.Named(input.Kind).Tags) is { } why ? why
        : own?.Hash == HashOf(input.File) ? new Refusal("paper.unchanged")
        : null;

    /// <exception cref="NotFoundException">`report.unit`, `paper.unknown`.</exception>
    /// <exception cref="RefusedException">`paper.unchanged`, and those of <see cref="DocxTemplate.WhyNot"/>.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("paper-template-set", input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var kind = PaperKinds.Named(input.Kind);
        var papers = await PaperTemplates.OfAsync(input.Unit, work, ct);
        work.Require(Permissions.Organise, papers.Unit);
        var own = papers.Own.FirstOrDefault(template => template.Kind == kind.Code);
        RefusedException.ThrowIf(WhyNot(input, own));
        work.Begin("paper-template-set", idempotencyKey: input.IdempotencyKey);
        await connection.RunAsync(
            """
            INSERT INTO paper_template (number, unit_id, kind, name, content, hash, length, act)
            SELECT coalesce(max(number), 0) + 1, @unit, @kind, @name, @content, @hash, @length, @act FROM paper_template
            """, ct,
            ("unit", papers.Unit), ("kind", kind.Code), ("name", input.Name), ("content", Convert.ToBase64String(input.File)), ("hash", input.File.Length == 0 ? "" : HashOf(input.File)),
            ("length", input.File.Length), ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(kind.Title, "paper-template", own is { Length: > 0 } ? own.Name : null, input.File.Length == 0 ? null : input.Name) { Unit = papers.Unit });
        await work.FinishAsync(ct);
    }

    private static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
