using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Exchange.Samples;
using Thads.People;

namespace Thads.Commands;

/// <summary>
/// The folder that keeps the sample office. It is built in a folder of its own inside and moved into place when it is whole,
/// the database last: whoever finds `demo.db` finds a complete office, however often a start was broken off before.
/// </summary>
internal sealed class DemoOffice
{
    private const string Building = ".building-";
    private const string Set = "set";
    private readonly string _folder;

    private DemoOffice(string folder) => _folder = folder;

    public string Folder => _folder;

    public string DatabasePath => Path.Combine(_folder, "demo.db");

    /// <summary>Whether a database file is that of a sample office: what is drawn from it says that it is made up.</summary>
    public static bool Holds(string? database) => database is not null && Path.GetFileName(database) == "demo.db" && Directory.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, Set));

    public bool IsComplete => File.Exists(DatabasePath);

    /// <summary>Whether the office that is there was built by a program with the same tables: one of another is renewed, not migrated.</summary>
    public async Task<bool> IsOfThisProgramAsync(CancellationToken ct)
    {
        await using var database = Database.At(DatabasePath);
        await using var connection = await database.OpenAsync(ct);
        try
        {
            return (await Migrator.PendingAsync(connection, ct)).Count == 0;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <param name="folder">Null = in the person's folder of data.</param>
    /// <exception cref="RefusedException">`cli.demo.folder-not-ours`: something else lies there.</exception>
    public static DemoOffice At(string? folder)
    {
        var path = Path.GetFullPath(folder ?? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "thads", "demo"));
        RefusedException.ThrowIf(File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsOurs(Path.GetFileName(entry))))
            ? new Refusal("cli.demo.folder-not-ours", path) : null);
        Directory.CreateDirectory(path);
        var office = new DemoOffice(path);
        office.RemoveBrokenOff();
        return office;
    }

    /// <summary>Builds the office; in the place of the one there is only when told so.</summary>
    public async Task BuildAsync(Shell shell, bool replace, CancellationToken ct)
    {
        var building = Path.Combine(_folder, Building + Path.GetRandomFileName());
        Directory.CreateDirectory(building);
        try
        {
            await using (Locked(building))
            {
                FoundingDistrict.Write(Path.Combine(building, Set));
                var made = Path.Combine(building, "demo.db");
                await ImportAsync(shell, Path.Combine(building, Set), made, ct);
                if (replace || !IsComplete)
                {
                    PutInPlace(building, made);
                }
            }
        }
        finally
        {
            Directory.Delete(building, recursive: true);
        }
    }

    private static async Task ImportAsync(Shell shell, string set, string made, CancellationToken ct)
    {
        await using var database = await shell.OpenAsync(made, ct);
        var clock = OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System);
        await using var work = Shell.Work(database, clock);
        var result = await ImportCommand.WithProgressAsync(shell, progress => ImportExchange.RunAsync(new(set), work, ct, progress));
        if (!result.Imported)
        {
            throw new InvalidOperationException($"The sample was refused: {result.Refused[0].In(Language.English)}");
        }

        await SamplePeople.CreateAsync(database, clock, ct);
        await SamplePartners.CreateAsync(database, clock, ct);
        await SampleRanking.CreateAsync(database, clock, ct);
        await SampleReports.CreateAsync(database, clock, ct);
        await SampleNarrative.CreateAsync(database, clock, ct);
        await SampleCampaigns.CreateAsync(database, clock, ct);
        await SampleObstacles.CreateAsync(database, clock, ct);
        await SampleCommittee.CreateAsync(database, clock, ct);
        await SampleCoordination.CreateAsync(database, clock, ct);
        await SampleConference.CreateAsync(database, clock, ct);
        await SampleCommendations.CreateAsync(database, clock, ct);
        await SampleProgramme.CreateAsync(database, clock, ct);
    }

    private void PutInPlace(string building, string made)
    {
        foreach (var old in Directory.GetFiles(_folder, "demo.db*"))
        {
            File.Delete(old);
        }

        if (Directory.Exists(Path.Combine(_folder, Set)))
        {
            Directory.Delete(Path.Combine(_folder, Set), recursive: true);
        }

        Directory.Move(Path.Combine(building, Set), Path.Combine(_folder, Set));
        File.Move(made, DatabasePath, overwrite: true);
    }

    /// <summary>Held as long as this process lives, however it ends.</summary>
    private static FileStream Locked(string building) => new(Path.Combine(building, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Whatever starts that were broken off have left.</summary>
    private void RemoveBrokenOff()
    {
        foreach (var left in Directory.GetDirectories(_folder, Building + "*").Where(left => File.Exists(Path.Combine(left, "lock"))))
        {
            try
            {
                Locked(left).Dispose();
                Directory.Delete(left, recursive: true);
            }
            catch (IOException)
            {
                // Another start is building there.
            }
        }
    }

    private static bool IsOurs(string name) =>
        name == Set || name.StartsWith("demo.db", StringComparison.Ordinal) || name.StartsWith(Building, StringComparison.Ordinal)
        || (name.StartsWith("demo-", StringComparison.Ordinal) && name.EndsWith(".backup", StringComparison.Ordinal));
}
