using System.Security.Cryptography;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Attachments;

/// <summary>A file is kept with something: a paper of a meeting, a proof, a contribution. What is kept stays.</summary>
public static class AttachFile
{
    public const int MostBytes = 10 << 20;

    /// <summary>What may be kept, by the end of its name and how such a file begins; no beginning = text.</summary>
    private static readonly (string End, byte[] Begins)[] Kinds =
    [
        (".pdf", "%PDF-"u8.ToArray()), (".docx", "PK"u8.ToArray()), (".xlsx", "PK"u8.ToArray()), (".pptx", "PK"u8.ToArray()), (".png", [0x89, 0x50, 0x4E, 0x47]), (".jpg", [0xFF, 0xD8, 0xFF]),
        (".jpeg", [0xFF, 0xD8, 0xFF]), (".txt", []),
    ];

    /// <param name="Unit">Code of the unit that keeps it.</param>
    /// <param name="Subject">What it belongs to: a kind and a number, "meeting:12".</param>
    /// <param name="Name">Of the file.</param>
    public sealed record Input(string Unit, string Subject, string Name, byte[] Content, string? IdempotencyKey = null);

    /// <summary>Ends of names that may be kept, as a file field wants them.</summary>
    public static string Accepted => string.Join(',', Kinds.Select(kind => kind.End));

    public static Refusal? WhyNot(Input input) =>
        Path.GetFileName(input.Name.Trim()) is not { Length: > 0 and <= 200 } name ? new Refusal("attachment.name")
        : input.Content.Length == 0 ? new Refusal("attachment.empty", name)
        : input.Content.Length > MostBytes ? new Refusal("attachment.too-large", name, MostBytes >> 20)
        : Array.Find(Kinds, kind => name.EndsWith(kind.End, StringComparison.OrdinalIgnoreCase)) is not { End: not null } found ? new Refusal("attachment.kind", name, Accepted)
        : !input.Content.AsSpan().StartsWith(found.Begins) || (found.Begins.Length == 0 && input.Content.Contains((byte)0)) ? new Refusal("attachment.not-that", name, found.End)
        : null;

    /// <returns>Its number.</returns>
    /// <exception cref="NotFoundException">`report.unit`.</exception>
    /// <exception cref="RefusedException">`attachment.name`, `attachment.empty`, `attachment.too-large`, `attachment.kind`, `attachment.not-that`, `attachment.there`.</exception>
    public static async Task<long> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        RefusedException.ThrowIf(WhyNot(input));
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync("file-attached", input.IdempotencyKey, ct) is { } before)
        {
            return await connection.ValueAsync<long>("SELECT id FROM attachment WHERE act = @act", ct, ("act", before));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var unit = tree.UnitOf(input.Unit) is { } found && work.Person.Sees(found) ? found : throw new NotFoundException(new Refusal("report.unit", input.Unit));
        work.Require(Permissions.Organise, unit);
        var name = Path.GetFileName(input.Name.Trim());
        var hash = Convert.ToHexStringLower(SHA256.HashData(input.Content));
        RefusedException.ThrowIf(
            await connection.ValueAsync<long>("SELECT count(*) FROM attachment WHERE subject = @subject AND hash = @hash", ct, ("subject", input.Subject), ("hash", hash)) > 0
                ? new Refusal("attachment.there", name) : null);
        work.Begin("file-attached", idempotencyKey: input.IdempotencyKey);
        var id = await connection.ValueAsync<long>(
            """
            INSERT INTO attachment (id, unit_id, subject, name, content, hash, length, act)
            SELECT coalesce(max(id), 0) + 1, @unit, @subject, @name, @content, @hash, @length, @act FROM attachment RETURNING id
            """, ct,
            ("unit", unit), ("subject", input.Subject), ("name", name), ("content", Convert.ToBase64String(input.Content)), ("hash", hash), ("length", input.Content.Length),
            ("act", await work.NumberAsync(ct)));
        await work.ChangedAsync(ct, new ActChange(input.Subject, "attachment", null, name) { Unit = unit });
        await work.FinishAsync(ct);
        return id;
    }
}
