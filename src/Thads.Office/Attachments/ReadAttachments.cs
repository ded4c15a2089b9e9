using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Attachments;

/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256, small hexadecimal digits.</param>
public sealed record Attachment(long Id, int Unit, string Subject, string Name, int Length, string Hash, string Person, DateTime At);

/// <summary>Reads the files kept with something, of units the person sees.</summary>
public static class ReadAttachments
{
    /// <returns>The first kept first.</returns>
    public static async Task<IReadOnlyList<Attachment>> OfAsync(string subject, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        return await ListAsync("f.subject = @subject", ("subject", subject), work, ct);
    }

    /// <exception cref="NotFoundException">`attachment.unknown`.</exception>
    public static async Task<(Attachment File, byte[] Content)> FileAsync(long id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var file = (await ListAsync("f.id = @id", ("id", id), work, ct)).SingleOrDefault() ?? throw new NotFoundException(new Refusal("attachment.unknown", id));
        return (file, Convert.FromBase64String((await (await work.ConnectAsync(ct)).ValueAsync<string>("SELECT content FROM attachment WHERE id = @id", ct, ("id", id)))!));
    }

    private static async Task<List<Attachment>> ListAsync(string where, (string, object?) value, Work work, CancellationToken ct) =>
        [.. (await (await work.ConnectAsync(ct)).ListAsync(
            $"SELECT f.id, f.unit_id, f.subject, f.name, f.length, f.hash, a.person, a.at FROM attachment f JOIN act a ON a.seq = f.act WHERE {where} ORDER BY f.id",
            r => new Attachment(r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.Moment(7)), ct, value)).Where(file => work.Person.Sees(file.Unit))];
}
