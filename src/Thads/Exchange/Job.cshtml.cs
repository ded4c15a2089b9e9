using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;

namespace Thads.Exchange;

/// <summary>One import: how far it is, what the check found, the reconciliation, and the button that brings it in. A reload shows the same.</summary>
[Needs(Permissions.Exchange)]
public sealed class JobModel(Work work, ImportJobs jobs) : PageModel
{
    private const int FewRows = 20;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public ImportJob Job { get; private set; } = null!;

    public ImportProgress? Progress { get; private set; }

    /// <summary>Why rows are refused, the most frequent first.</summary>
    public IReadOnlyList<(string Code, string Said, int Times)> Reasons { get; private set; } = [];

    public IReadOnlyList<JobRow> Rows { get; private set; } = [];

    public Pager? Pager { get; private set; }

    /// <summary>Only rows refused for this reason.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    public int BadRows => Job.Result?.Refused.Select(r => (r.Place, r.Row)).Distinct().Count() ?? 0;

    /// <summary>The act with the matters it brought in; null where there is none, or this person reads no matters.</summary>
    public string? ActAddress => Job is { State: JobState.Done, Result.Act: { } act } && work.Person.May.HasFlag(Permissions.ReadMatters) ? $"/acts/{act}" : null;

    /// <summary>Per unit: matters, lines, steps, đồng.</summary>
    public static readonly string[] Counted = ["import.count-matters", "import.count-lines", "import.count-steps", "import.count-money"];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct))
        {
            return NotFound();
        }

        if (Job.State == JobState.Columns && Job.Kind == UploadKind.Sheet)
        {
            return Redirect($"/import/{id:N}/columns");
        }

        Progress = jobs.ProgressOf(id);
        if (Job.IsRunning)
        {
            // Without scripts too: the browser asks again by itself.
            Response.Headers["Refresh"] = "2";
        }

        var refused = Job.Result?.Refused ?? [];
        // A few rows are read one by one; of many one asks first what they have in common.
        Reasons = refused.Count <= FewRows ? [] : [.. refused.GroupBy(r => r.Code).Select(g => (g.Key, g.First().In(Language), g.Count())).OrderByDescending(r => r.Item3)];
        var shown = refused.Where(r => Reason is null || r.Code == Reason).ToList();
        Pager = new Pager(Request, "page", shown.Count);
        Rows = [.. Pager.Of(shown)];
        return Page();
    }

    /// <summary>Brings in what was checked. Pressed twice, sent again after Back: once.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool leaveOut, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct))
        {
            return NotFound();
        }

        jobs.Start(id, [JobState.Checked], import: true, leaveOut && Job.Result?.Refused.Count > 0, work.Person);
        return Redirect($"/import/{id:N}");
    }

    /// <summary>Checks again: the books may have changed, or the program ended in the middle.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct))
        {
            return NotFound();
        }

        jobs.Start(id, [JobState.Checked, JobState.BrokenOff, JobState.Failed], import: false, leaveOut: false, work.Person);
        return Redirect($"/import/{id:N}");
    }

    /// <summary>The rows that stay out, to be mended: of a sheet as a workbook with the reasons, of a set as its files with `x_reason`.</summary>
    public async Task<IActionResult> OnGetRefusedAsync(Guid id, CancellationToken ct)
    {
        if (!await TakeAsync(id, ct) || Job.Result?.Refused is not { Count: > 0 } refused)
        {
            return NotFound();
        }

        var (to, name) = (new MemoryStream(), Path.GetFileNameWithoutExtension(Job.FileName));
        if (Job.Kind == UploadKind.Sheet)
        {
            var (sheet, header) = ImportRun.Open(Job, SheetMapping.FromJson(await System.IO.File.ReadAllTextAsync(Path.Combine(jobs.FolderOf(id), ImportRun.Mapping), ct)));
            WriteRefusedRows.To(to, sheet, header!, refused.GroupBy(r => (int)r.Row).ToDictionary(g => g.Key, g => string.Join(" · ", g.Select(r => r.Column.Length == 0 ? r.In(Language) : $"{r.Column}: {r.In(Language)}"))));
        }
        else
        {
            var folder = Path.Combine(jobs.FolderOf(id), ImportRun.LeftOut);
            if (!Directory.Exists(folder))
            {
                return NotFound();
            }

            await ZipFile.CreateFromDirectoryAsync(folder, to, ct);
        }

        to.Position = 0;
        return File(to, Job.Kind == UploadKind.Sheet ? Workbook : "application/zip", $"{name}-chua-nhap{(Job.Kind == UploadKind.Sheet ? ".xlsx" : ".zip")}");
    }

    public Language Language => HttpContext.RequestServices.GetRequiredService<PageText>().Language;

    private async Task<bool> TakeAsync(Guid id, CancellationToken ct)
    {
        var job = await jobs.FindAsync(id, work.Person, ct);
        Job = job!;
        return job is not null;
    }
}
