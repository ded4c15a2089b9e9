using System.Collections.Concurrent;
using System.Text.Json;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Exchange;

namespace Thads.Exchange;

/// <summary>
/// The imports people have under way: a folder each below the program's data, so that a reload and a restart find them. Checks and imports run in the
/// background, one at a time; how far they are is kept in memory only.
/// </summary>
public sealed partial class ImportJobs(OfficeWeb.Shown shown, ILogger<ImportJobs> log) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };
    private readonly ConcurrentDictionary<Guid, ImportProgress> _running = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();

    private string Root => Path.Combine(shown.DataFolder, "imports");

    /// <summary>How far a running job is; null when it does not run.</summary>
    public ImportProgress? ProgressOf(Guid id) => _running.TryGetValue(id, out var progress) ? progress : null;

    public string FolderOf(Guid id) => Path.Combine(Root, id.ToString("N"));

    /// <summary>The folder of a job to be; what nobody has asked for in weeks goes.</summary>
    public Guid NewFolder()
    {
        var id = Guid.CreateVersion7();
        Directory.CreateDirectory(Root);
        foreach (var old in Directory.GetDirectories(Root).Where(folder => Directory.GetLastWriteTimeUtc(folder) < TimeProvider.System.GetUtcNow().UtcDateTime - KeptFor))
        {
            Directory.Delete(old, recursive: true);
        }

        Make(FolderOf(id));
        return id;
    }

    /// <summary>Jobs of this person, the newest first.</summary>
    public async Task<IReadOnlyList<ImportJob>> OfAsync(Person person, CancellationToken ct)
    {
        var jobs = new List<ImportJob>();
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
        {
            if (Guid.TryParse(Path.GetFileName(folder), out var id) && await FindAsync(id, person, ct) is { } job)
            {
                jobs.Add(job);
            }
        }

        return [.. jobs.OrderByDescending(j => j.At)];
    }

    /// <summary>The job, when it is this person's; one that was running when the program ended is told from the books: brought in whole, or not at all.</summary>
    public async Task<ImportJob?> FindAsync(Guid id, Person person, CancellationToken ct)
    {
        if (Read(id) is not { } job || job.Owner != person.Name)
        {
            return null;
        }

        if (!job.IsRunning || _running.ContainsKey(id))
        {
            return job;
        }

        await using var work = new Work(shown.Database, person, shown.Clock);
        var act = await work.DoneBeforeAsync(job.Key, ct);
        lock (_gate)
        {
            job = Read(id) ?? job;
            return !job.IsRunning || _running.ContainsKey(id) ? job
                : Save(act is { } done ? job with { State = JobState.Done, Result = (job.Result ?? new JobResult(0, true, [], [], [], null, [])) with { Act = done } } : job with { State = JobState.BrokenOff });
        }
    }

    public ImportJob Save(ImportJob job)
    {
        var file = Path.Combine(FolderOf(job.Id), "job.json");
        File.WriteAllText(file + ".part", JsonSerializer.Serialize(job, Json));
        File.Move(file + ".part", file, overwrite: true);
        return job;
    }

    /// <summary>Begins a check or an import; asked for twice, it runs once.</summary>
    /// <param name="from">The state the job must be in for it.</param>
    public bool Start(Guid id, JobState[] from, bool import, bool leaveOut, Person person)
    {
        ImportJob job;
        lock (_gate)
        {
            if (Read(id) is not { } found || found.Owner != person.Name || !from.Contains(found.State) || !_running.TryAdd(id, new ImportProgress("waiting", 0, 0)))
            {
                return false;
            }

            job = Save(found with { State = import ? JobState.Importing : JobState.Checking, LeaveOut = leaveOut, Why = null });
        }

        _ = Task.Run(() => RunAsync(job, import, person, _ending.Token));
        return true;
    }

    public void Dispose()
    {
        // What runs still holds both and ends by itself.
        _ending.Cancel();
    }

    private async Task RunAsync(ImportJob job, bool import, Person person, CancellationToken ct)
    {
        try
        {
            await _one.WaitAsync(ct);
            try
            {
                await using var work = new Work(shown.Database, person, shown.Clock);
                var result = await new ImportRun(job, FolderOf(job.Id), work, progress => _running[job.Id] = progress).RunAsync(import, ct);
                Save(job with { State = import && result.Sound ? JobState.Done : JobState.Checked, Result = result });
            }
            finally
            {
                _one.Release();
            }
        }
        catch (Exception failed) when (!ct.IsCancellationRequested && failed is RefusedException or NotFoundException or NotAllowedException)
        {
            var why = failed switch { RefusedException r => r.Refusal, NotFoundException n => n.What, _ => new Refusal("import.not-allowed") };
            Save(job with { State = JobState.Failed, Why = (why.In(Language.Vietnamese), why.In(Language.English)) });
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            // The program ends: the next one tells from the books what became of it.
        }
        catch (Exception fault)
        {
            Failed(log, fault, job.Id);
            Save(job with { State = JobState.BrokenOff });
        }
        finally
        {
            _running.TryRemove(job.Id, out _);
        }
    }

    [LoggerMessage(LogLevel.Error, "The import {Job} failed")]
    private static partial void Failed(ILogger log, Exception fault, Guid job);

    private ImportJob? Read(Guid id)
    {
        var file = Path.Combine(FolderOf(id), "job.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<ImportJob>(File.ReadAllText(file), Json) : null;
    }

    /// <summary>A folder that only the program's own account may read: uploads name people.</summary>
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
