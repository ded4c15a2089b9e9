using Thads.Office.Acts;
using Thads.Office.Exchange;
using Thads.Office.Exchange.OneSheet;

namespace Thads.Exchange;

/// <summary>The work of a job: checks a set or a sheet, or brings it in.</summary>
internal sealed class ImportRun(ImportJob job, string folder, Work work, Action<ImportProgress> progress)
{
    public const string Mapping = "mapping.json";

    /// <summary>Where the rows of a set that stay out are written.</summary>
    public const string LeftOut = "left-out";

    public async Task<JobResult> RunAsync(bool import, CancellationToken ct) => job.Kind == UploadKind.Set ? await SetAsync(import, ct) : await SheetAsync(import, ct);

    /// <summary>The sheet of a job with its header; the mapping says which, where it was told.</summary>
    public static (SheetText Sheet, SheetHeader? Header) Open(ImportJob job, SheetMapping? mapping)
    {
        var sheet = ReadSheet.Run(job.Source, job.FileName, mapping?.Sheet);
        return (sheet, mapping is null ? SheetHeader.Find(sheet) : SheetHeader.At(sheet, mapping.HeaderRow, mapping.HeaderRows));
    }

    private async Task<JobResult> SetAsync(bool import, CancellationToken ct)
    {
        var leftOut = Path.Combine(folder, LeftOut);
        if (Directory.Exists(leftOut))
        {
            Directory.Delete(leftOut, recursive: true);
        }

        var input = new ImportExchange.Input(job.Source, job.LeaveOut || !import ? leftOut : null, CheckOnly: !import, job.Key, job.FileName);
        return JobResult.Of(await ImportExchange.RunAsync(input, work, ct, progress));
    }

    private async Task<JobResult> SheetAsync(bool import, CancellationToken ct)
    {
        var mapping = SheetMapping.FromJson(await File.ReadAllTextAsync(Path.Combine(folder, Mapping), ct));
        var (sheet, header) = Open(job, mapping);
        return JobResult.Of(await ImportSheet.RunAsync(
            new(sheet, header ?? throw new Office.RefusedException(new("sheet.header-not-there", mapping.HeaderRow)), mapping, job.FileName, job.LeaveOut, CheckOnly: !import, job.Key), work, ct, progress));
    }
}
