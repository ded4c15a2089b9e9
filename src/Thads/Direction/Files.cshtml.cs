using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Attachments;

namespace Thads.Direction;

/// <summary>Takes a file to be kept with something, and gives one back. It has no page of its own but for what went wrong.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class DirectionFilesModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>The page the file was sent from.</summary>
    public string Back => Url.IsLocalUrl(Typed("Back")) ? Typed("Back") : "/direction";

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if (id is null)
        {
            return Redirect("/direction");
        }

        var (file, content) = await ReadAttachments.FileAsync(id.Value, Work, ct);
        return File(content, "application/octet-stream", file.Name);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var file = Request.HasFormContentType && Request.Form.Files.Count > 0 ? Request.Form.Files[0] : null;
        if (file is not { Length: > 0 })
        {
            Wrong("Upload", new Refusal("yearly.no-file"));
            return Again();
        }

        RefusedException.ThrowIf(file.Length > AttachFile.MostBytes ? new Refusal("attachment.too-large", Path.GetFileName(file.FileName), AttachFile.MostBytes >> 20) : null);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        await AttachFile.RunAsync(new(Typed("Unit"), Typed("Subject"), Path.GetFileName(file.FileName), content.ToArray(), ActKey), Work, ct);
        return Redirect(Back);
    }
}
