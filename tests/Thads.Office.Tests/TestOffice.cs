using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Exchange;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Procedure;

namespace Thads.Office.Tests;

/// <summary>An office on a database of its own, as one person sees it on one day. Methods say what is meant.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    private readonly TestDatabase _place;
    private readonly Database _database;

    private TestOffice(TestDatabase place, DateOnly today)
    {
        _place = place;
        _database = Database.At(place.Db);
        Today = today;
    }

    public DateOnly Today { get; set; }

    /// <summary>So many acts wait before they are closed into the summary; small where a test means to see it happen.</summary>
    public int ActsPerBatch { get; private init; }

    public Database Database => _database;

    /// <summary>Empty books with all tables.</summary>
    public static async Task<TestOffice> NewAsync(string kind, DateOnly today, int actsPerBatch = 1000) =>
        new(await TestDatabase.NewAsync(kind, MigrateAsync), today) { ActsPerBatch = actsPerBatch };

    /// <summary>What a backup holds, in a place of its own.</summary>
    public static async Task<TestOffice> RestoredAsync(string kind, DateOnly today, string backup)
    {
        var office = new TestOffice(await TestDatabase.NewAsync(kind), today) { ActsPerBatch = 1000 };
        await Backup.RestoreAsync(backup, office.Database, TestContext.Current.CancellationToken);
        return office;
    }

    /// <summary>A piece of work of somebody who may do everything, unless said otherwise.</summary>
    public Work Work(Permissions may = Permissions.All, IReadOnlySet<int>? units = null) =>
        new(_database, new Person("test", may, units), OfficeClock.StartingOn(Today, TimeProvider.System)) { ActsPerBatch = ActsPerBatch };

    public async Task<ImportResult> ImportAsync(string source, string? skipBad = null)
    {
        await using var work = Work();
        return await ImportExchange.RunAsync(new(source, skipBad), work, TestContext.Current.CancellationToken);
    }

    public async Task<ExportExchange.Result> ExportAsync(string target)
    {
        await using var work = Work();
        return await ExportExchange.RunAsync(new(target), work, TestContext.Current.CancellationToken);
    }

    /// <summary>Imports a set that must come in whole.</summary>
    public async Task<ImportResult> TakeInAsync(Brute.ExchangeSet set, Random? shuffle = null)
    {
        using var folder = new TemporaryFolder();
        set.WriteTo(folder.Path, shuffle);
        var result = await ImportAsync(folder.Path);
        Assert.True(result.Imported, string.Join('\n', result.Refused.Take(10).Select(r => r.In(Language.English))));
        return result;
    }

    /// <summary>The books agree with themselves in every way `thads verify` knows.</summary>
    public async Task VerifyAsync()
    {
        await using var work = Work();
        var book = await VerifyBook.RunAsync(work, TestContext.Current.CancellationToken);
        Assert.True(book.Faults.Count == 0, string.Join('\n', book.Faults.Take(10).Select(f => f.In(Language.English))));
    }

    /// <summary>Records a step and returns its number; whoever asks may be somebody else than the one who may do everything.</summary>
    public async Task<int> RecordAsync(RecordStep.Input input, Work? by = null)
    {
        await using var work = by ?? Work();
        return await RecordStep.RunAsync(input, work, TestContext.Current.CancellationToken);
    }

    public async Task VoidAsync(VoidStep.Input input, Work? by = null)
    {
        await using var work = by ?? Work();
        await VoidStep.RunAsync(input, work, TestContext.Current.CancellationToken);
    }

    /// <summary>A matter as it stands in the books.</summary>
    public async Task<MatterFile> FileAsync(string code) =>
        await ReadAsync(async connection => (await MatterFiles.ByCodeAsync(connection, code, TestContext.Current.CancellationToken))!);

    public async Task<FormReport> FormAsync(FormQuery query)
    {
        await using var work = Work();
        return await ReadForm.RunAsync(query, work, TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> read)
    {
        await using var connection = await _database.OpenAsync(TestContext.Current.CancellationToken);
        return await read(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _place.DisposeAsync();
    }

    private static async Task MigrateAsync(string db)
    {
        await using var database = Database.At(db);
        await MigrateDatabase.RunAsync(database, TimeProvider.System, CancellationToken.None);
    }
}
