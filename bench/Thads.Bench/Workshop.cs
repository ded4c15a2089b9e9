using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Bench;

/// <summary>The set, the databases and the folder of one run; what is not to be kept goes with it.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    /// <summary>The day after the last one of the set: nothing in it lies ahead.</summary>
    public static readonly DateOnly Today = new(2026, 10, 1);

    private readonly string _folder;
    private readonly List<string> _made = [];

    public Workshop(Options options)
    {
        Options = options;
        _folder = Path.GetFullPath(options.Keep ?? Directory.CreateTempSubdirectory("thads-bench-").FullName);
        Directory.CreateDirectory(_folder);
    }

    public Options Options { get; }

    public Results Results { get; } = new();

    /// <summary>The exchange set, written when it is first asked for.</summary>
    public (string Folder, long Rows) Set()
    {
        var folder = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"set-{Options.Matters}"));
        var count = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"set-{Options.Matters}.rows"));
        if (File.Exists(count))
        {
            return (folder, long.Parse(File.ReadAllText(count), CultureInfo.InvariantCulture));
        }

        Console.WriteLine($"writes a set of {Options.Matters.ToString("N0", CultureInfo.InvariantCulture)} matters");
        var rows = NationSet.Write(folder, Options.Matters).Rows;
        File.WriteAllText(count, rows.ToString(CultureInfo.InvariantCulture));
        return (folder, rows);
    }

    public IEnumerable<DatabaseKind> Kinds => Options.Postgres is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>Where the books of the set are: what `--db` is given.</summary>
    public string Db(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"books-{Options.Matters}.db"))
        : new NpgsqlConnectionStringBuilder(Options.Postgres) { Database = Name }.ToString();

    private string Name => string.Create(CultureInfo.InvariantCulture, $"thads_bench_{Options.Matters}");

    /// <summary>The books of the set, imported when they are not there.</summary>
    public async Task<Database> BooksAsync(DatabaseKind kind)
    {
        if (!await ExistsAsync(kind))
        {
            await ImportBench.RunAsync(this, kind);
        }

        return Database.At(Db(kind));
    }

    public static Work Work(Database database) => new(database, Person.Operator("bench"), OfficeClock.StartingOn(Today, TimeProvider.System));

    public async Task<bool> ExistsAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? File.Exists(Db(kind))
        : await OnServerAsync($"SELECT count(*) FROM pg_database WHERE datname = '{Name}'") > 0;

    /// <summary>No books, whatever was there.</summary>
    public async Task ClearAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            foreach (var end in new[] { "", "-wal", "-shm" })
            {
                File.Delete(Db(kind) + end);
            }

            return;
        }

        await OnServerAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        await OnServerAsync($"CREATE DATABASE {Name}");
        _made.Add(Name);
    }

    public async Task<long> SizeAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? new FileInfo(Db(kind)).Length
        : await OnServerAsync($"SELECT pg_database_size('{Name}')");

    /// <summary>Runs thads in a process of its own, as a person does.</summary>
    /// <returns>How long it took from start to end, how much of a processor it used, and the most memory it held (VmHWM).</returns>
    public async Task<(TimeSpan Took, TimeSpan Processor, long PeakBytes)> ThadsAsync(params string[] arguments)
    {
        if (!File.Exists(Options.Program))
        {
            throw new FileNotFoundException("Build the program first: dotnet build -c Release src/Thads", Options.Program);
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Options.Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        // The kernel keeps the highest mark; whoever reads it every 20 ms misses nothing that lasts.
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            processor = ProcessorOf(process) ?? processor;
            await Task.WhenAny(exit, Task.Delay(20));
        }

        await exit;
        watch.Stop();
        return process.ExitCode == 0
            ? (watch.Elapsed, processor, peak)
            : throw new InvalidOperationException($"thads {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await errors}\n{await output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (Options.Keep is not null)
        {
            return;
        }

        Directory.Delete(_folder, recursive: true);
        foreach (var name in _made.Distinct())
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static TimeSpan? ProcessorOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private async Task<long> OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Options.Postgres!);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, CultureInfo.InvariantCulture);
    }
}
