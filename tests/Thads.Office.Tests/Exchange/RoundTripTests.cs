using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Exchange.Samples;

namespace Thads.Office.Tests.Exchange;

/// <summary>What was exported imports into an empty system, gives the same figures for every date and cut-off, and is exported again byte for byte.</summary>
public sealed class RoundTripTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task An_office_goes_out_and_comes_in_the_same(string kind)
    {
        for (var seed = 500; seed < (TestRun.IsLong ? 560 : 502); seed++)
        {
            await using var office = await TestOffice.NewAsync(kind, Today.AddDays(-30));
            await office.TakeInAsync(RandomSets.Make(seed, 60, office.Today), new Random(seed));
            office.Today = Today;
            await RecordAsync(office);
            foreach (var target in new[] { "out", "out.xlsx" })
            {
                using var folder = new TemporaryFolder();
                await office.ExportAsync(folder[target]);
                await using var copy = await TestOffice.NewAsync(kind, Today);
                Assert.Equal("", (await copy.ImportAsync(folder[target])).Said());
                await copy.VerifyAsync();
                await AssertSameFiguresAsync(office, copy, seed);

                await copy.ExportAsync(folder["again-" + target]);
                AssertSameBytes(folder[target], folder["again-" + target]);
                Assert.Null((await office.ImportAsync(folder[target])).Act);
            }
        }
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_text_everywhere()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        Assert.Equal("", (await office.ImportAsync(Path.Combine(SampleFolder.Committed("bad"), "formula"))).Said());
        using var folder = new TemporaryFolder();
        await office.ExportAsync(folder["f.xlsx"]);
        await using var copy = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        Assert.Equal("", (await copy.ImportAsync(folder["f.xlsx"])).Said());

        var (before, after) = (await office.FileAsync("M1"), await copy.FileAsync("M1"));

        Assert.Equal(before.Matter.Lines, after.Matter.Lines);
        Assert.StartsWith("=", before.Matter.Lines[0].Debtor, StringComparison.Ordinal);
        using var archive = System.IO.Compression.ZipFile.OpenRead(folder["f.xlsx"]);
        foreach (var entry in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(entry.Open());
            Assert.DoesNotContain("<f>", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Columns_of_ones_own_are_kept_wherever_they_stand()
    {
        using var set = Folders.Good();
        set.Put("steps", "x_first,matter,line,step,on,amount,x_last\n,M1,1,collected,2024-03-04,4000000,cuối\nđầu,M2,1,not_enforceable,2024-04-01,,\n");
        set.Replace("units", "code,name", "x_số,code,name");
        set.Replace("units", "\nTW,", "\n7,TW,");
        set.Replace("units", "T1,Tỉnh", "\"8,\n\"\"9\"\"\",T1,Tỉnh");
        set.Replace("units", "\nD1,", "\n,D1,");
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        Assert.Equal("", (await office.ImportAsync(set.Path)).Said());
        using var folder = new TemporaryFolder();
        await office.ExportAsync(folder["out"]);

        Assert.Equal(
            "matter,line,step,on,known_on,voided_on,amount,to_unit,to_officer,manner,note,x_last,x_first\n"
            + "M1,1,collected,2024-03-04,,,4000000,,,,,cuối,\nM2,1,not_enforceable,2024-04-01,,,,,,,,,đầu\n",
            Folders.Texts(folder["out"])["steps.csv"]);
        Assert.StartsWith("code,name,kind,parent,valid_from,valid_to,x_số\nTW,Trung ương Ví Dụ,central,,,,7\nT1,Tỉnh Ví Dụ,province,TW,,,\"8,\n\"\"9\"\"\"\n",
            Folders.Texts(folder["out"])["units.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_never_writes_over_anything()
    {
        await using var office = await TestOffice.NewAsync(TestDatabases.Sqlite, Today);
        using var folder = Folders.Of(("units", "x"));
        await File.WriteAllTextAsync(folder["a.xlsx"], "x", TestContext.Current.CancellationToken);

        foreach (var target in new[] { folder.Path, folder["a.xlsx"] })
        {
            Assert.Equal("export.not-empty", (await Assert.ThrowsAsync<RefusedException>(() => office.ExportAsync(target))).Refusal.Code);
        }
    }

    /// <summary>What people record goes out and comes in, too: blanks around a note, and a step voided later.</summary>
    private static async Task RecordAsync(TestOffice office)
    {
        var codes = await office.ReadAsync(async c => await c.ListAsync("SELECT code FROM matter ORDER BY code LIMIT 12", r => r.GetString(0), TestContext.Current.CancellationToken));
        foreach (var code in codes)
        {
            var refused = await Record.ExceptionAsync(() => office.RecordAsync(new(code, StepKind.Paused, Today, Note: "  ghi \"chú\"\r\nhai dòng ")));
            Assert.True(refused is null or RefusedException);
        }
    }

    private static async Task AssertSameFiguresAsync(TestOffice office, TestOffice copy, int seed)
    {
        var random = new Random(seed);
        for (var question = 0; question < 16; question++)
        {
            var year = random.Next(2017, 2028);
            DateOnly? knownOn = question % 3 == 0 ? null : BruteForms.StartOf(year).AddDays(random.Next(-100, 500));
            var unit = question % 2 == 0 ? "C" : "P1";
            var query = new FormQuery(((string[])["01", "02", "04", "05"])[question % 4], unit, Math.Min(year, 2027), random.Next(1, 13), KnownOn: knownOn);
            Assert.Equal(
                WriteForm.Json(await office.FormAsync(query), Language.English), WriteForm.Json(await copy.FormAsync(query), Language.English));
        }
    }

    private static void AssertSameBytes(string one, string other)
    {
        if (File.Exists(one))
        {
            Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
        }
        else
        {
            Assert.Equal(SampleFolder.Hashes(one), SampleFolder.Hashes(other));
        }
    }
}
