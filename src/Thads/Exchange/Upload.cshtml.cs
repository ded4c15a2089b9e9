using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Exchange;
using Thads.Office.Units;
using Thads.Running;
using Thads.Shared.Kit;

namespace Thads.Exchange;

/// <summary>Sends a file in: an exchange set is checked at once, of a sheet the columns are asked first. Below: what this person has under way.</summary>
[Needs(Permissions.Exchange)]
public sealed class UploadModel(Work work, ImportJobs jobs, Options options) : PageModel
{
    /// <summary>What a browser may send; more is the command's work.</summary>
    public long MostBytes { get; } = (long)options.UploadMegabytes << 20;

    public IReadOnlyList<ImportJob> Jobs { get; private set; } = [];

    /// <summary>The units whose matters this person may bring in.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => await FillAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FillAsync(ct);
        if (Upload is not { Length: > 0 } file)
        {
            throw new UnreadableException(new Refusal("upload.none"));
        }

        RefusedException.ThrowIf(
            file.Length > MostBytes ? new Refusal("upload.too-large", file.FileName, MostBytes >> 20)
            : Units.Any(u => u.Value == Unit) ? null : new Refusal("code.unknown", Unit ?? "", "units"));
        var id = jobs.NewFolder();
        var (folder, name) = (jobs.FolderOf(id), Path.GetFileName(file.FileName));
        try
        {
            var path = Path.Combine(folder, "upload");
            await using (var to = new FileStream(path, FileMode.CreateNew))
            {
                await file.CopyToAsync(to, ct);
            }

            var (kind, source) = Uploaded.Look(path, name, Path.Combine(folder, "set"));
            jobs.Save(new ImportJob(id, work.Person.Name, name, file.Length, work.Now, kind, source, JobState.Columns, Unit));
            if (kind == UploadKind.Sheet)
            {
                return Redirect($"/import/{id:N}/columns");
            }

            jobs.Start(id, [JobState.Columns], import: false, leaveOut: false, work.Person);
            return Redirect($"/import/{id:N}");
        }
        catch (RefusedException)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        var tree = await UnitTree.OfAsync(work, ct);
        Jobs = await jobs.OfAsync(work.Person, ct);
        Units = [.. tree.Units.Where(u => work.Person.MayIn(u, Permissions.Exchange)).OrderBy(tree.UnitCode, StringComparer.Ordinal)
            .Select(u => new Choice(tree.UnitCode(u), $"{tree.UnitCode(u)} {tree.UnitName(u, work.Today)}", Vietnamese: true))];
        Unit ??= work.Person.Unit == 0 ? (Units.Count > 0 ? Units[0].Value : null) : tree.UnitCode(work.Person.Unit);
    }
}
