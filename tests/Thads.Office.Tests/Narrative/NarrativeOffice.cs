using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Exchange;
using Thads.Office.Exchange.Samples;
using Thads.Office.Narrative;
using Thads.Office.Units;

namespace Thads.Office.Tests.Narrative;

/// <summary>The founding district on a database of its own, and what a person does to its reports.</summary>
internal sealed class NarrativeOffice : IAsyncDisposable
{
    public static readonly NarrativeQuery Year2020 = new(NarrativeKind.Yearly, FoundingDistrict.Unit, FoundingDistrict.Year);

    private readonly TestDatabase _place;

    private NarrativeOffice(TestDatabase place)
    {
        _place = place;
        Database = Database.At(place.Db);
    }

    public Database Database { get; }

    public static async Task<NarrativeOffice> NewAsync(string kind) => new(await TestDatabase.NewAsync(kind, FillAsync));

    /// <summary>A piece of work on the day of the sample; of somebody who may do everything, unless said otherwise.</summary>
    public Work Work(Permissions may = Permissions.All, IReadOnlySet<int>? units = null, DateOnly? today = null) =>
        new(Database, new Person("test", may, units), OfficeClock.StartingOn(today ?? FoundingDistrict.Today, TimeProvider.System));

    public async Task<NarrativeReport> DrawAsync(NarrativeQuery? query = null)
    {
        await using var work = Work();
        return await DrawNarrative.RunAsync(query ?? Year2020, isSample: true, work, TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> DocumentAsync(NarrativeQuery? query = null)
    {
        await using var work = Work();
        return await WriteNarrative.RunAsync(await DrawNarrative.RunAsync(query ?? Year2020, isSample: true, work, TestContext.Current.CancellationToken), work, TestContext.Current.CancellationToken);
    }

    public async Task DoAsync(Func<Work, CancellationToken, Task> what)
    {
        await using var work = Work();
        await what(work, TestContext.Current.CancellationToken);
    }

    public Task SaveAsync(string block, string text, long? known = null) =>
        DoAsync((work, ct) => SaveText.RunAsync(new(FoundingDistrict.Unit, FoundingDistrict.Year, 12, block, text, known), work, ct));

    public Task TypeAsync(string fact, string value, string reason = "theo biên bản đối chiếu") =>
        DoAsync((work, ct) => TypeNumber.RunAsync(new(FoundingDistrict.Unit, FoundingDistrict.Year, 12, fact, value, reason), work, ct));

    public Task UploadAsync(byte[] file, string unit = FoundingDistrict.Unit) =>
        DoAsync((work, ct) => UploadTemplate.RunAsync(new(unit, NarrativeKind.Yearly, "mau.docx", file), work, ct));

    public async Task<int> UnitAsync(string code)
    {
        await using var work = Work();
        return (await UnitTree.OfAsync(work, TestContext.Current.CancellationToken)).UnitOf(code)!.Value;
    }

    /// <summary>The code of the refusal an act ends with.</summary>
    public static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _place.DisposeAsync();
    }

    private static async Task FillAsync(string db)
    {
        var folder = Directory.CreateTempSubdirectory("thads-narrative-").FullName;
        await using var database = Database.At(db);
        await MigrateDatabase.RunAsync(database, TimeProvider.System, default);
        FoundingDistrict.Write(folder);
        await using var work = new Work(database, Person.Operator("test"), OfficeClock.StartingOn(FoundingDistrict.Today, TimeProvider.System));
        var imported = (await ImportExchange.RunAsync(new(folder), work, default)).Imported;
        Directory.Delete(folder, recursive: true);
        Assert.True(imported);
    }
}
