using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Figures;
using Thads.Office.Figures.Checks;
using Thads.Office.Matters;
using Thads.Office.Reports;
using Thads.Office.Tests.Brute;
using Thads.Office.Tests.Reports;
using Thads.Office.Units;

namespace Thads.Office.Tests.Figures.Checks;

public sealed class ReadChecksTests
{
    private static readonly string[] Codes =
        ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08", "K09", "K10", "K10b", "K11", "K12", "K13", "K14", "K15", "K16", "K17", "K18"];

    private static int Sets => TestRun.IsLong ? 300 : 4;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_check_of_figures_that_were_computed_holds_at_every_cut_off(string kind)
    {
        DateOnly today = new(2027, 3, 15);
        for (var seed = 300; seed < 300 + Sets; seed++)
        {
            await using var office = await TestOffice.NewAsync(kind, today);
            var set = RandomSets.Make(seed, 80, today);
            await office.TakeInAsync(set, new Random(seed));
            var random = new Random(seed);
            var units = set.Units.Select(u => u.Code).Distinct().ToList();
            var officers = set.Officers.Select(o => o.Code).Distinct().ToList();
            for (var question = 0; question < 10; question++)
            {
                var year = random.Next(2017, 2028);
                DateOnly? known = random.Next(2) == 0 ? null : BruteForms.StartOf(year).AddDays(random.Next(0, 700));
                var query = new FormQuery("01", units[random.Next(units.Count)], year, random.Next(1, 13), random.Next(3) == 0 ? officers[random.Next(officers.Count)] : null, known);
                var checks = await office.AskAsync(work => ReadChecks.RunAsync(query, work, default));

                // Below zero a matter may come by the text itself (decision 0010, reading 28); the shorter period may have more where something was restored since.
                var failing = checks.Results.Where(check => check.Outcome == CheckOutcome.Fails && check.Code is not ("K10" or "K10b" or "K14" or "K18"));
                Assert.True(!failing.Any(), $"seed {seed}: {query}: {string.Join("; ", failing.SelectMany(f => f.Cells.Take(3).Select(cell => $"{f.Code} {cell}")))}");
                Assert.Equal(Codes, checks.Results.Select(check => check.Code));
            }
        }
    }

    [Theory]
    [InlineData("K01", "01", "II.1", "new", true)]
    [InlineData("K01", "02", "I", "total", true)]
    [InlineData("K02", "01", "III.5", "delegated", true)]
    [InlineData("K03", "01", "I", "suspended", true)]
    [InlineData("K04", "04", "officer:O1", "paused", true)]
    [InlineData("K05", "02", "I", "terminated", true)]
    [InlineData("K06", "01", "II.2", "carried_over", true)]
    [InlineData("K07", "05", "unit:A", "carried_over_enforceable", true)]
    [InlineData("K08", "01", "I", "in_progress", true)]
    [InlineData("K09", "01", "I", "rate", true)]
    [InlineData("K10", "01", "I", "separate", true, -5)]
    [InlineData("K10b", "04", "officer:O1", "delegated_in", false, -5)]
    [InlineData("K11", "01", "II.1", "separate", true)]
    [InlineData("K11", "01", "III.5.1", "separate", true)]
    [InlineData("K11", "05", "officer:O2", "separate", true)]
    [InlineData("K12", "02", "I", "delegated_in", true)]
    [InlineData("K13", "01", "II.1", "carried", false)]
    [InlineData("K14", "01", "I", "delegated_in", false, -1)]
    [InlineData("K15", "02", "I", "carried", false)]
    [InlineData("K16", "01", "I", "separate", false)]
    [InlineData("K16", "02", "I", "separate", false)]
    [InlineData("K17", "01", "IV.3", "separate", true)]
    public async Task A_doctored_cell_fails_the_check_that_is_there_for_it_and_is_named(string code, string form, string row, string cell, bool hard, int by = 1)
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        // October 2020 is counted by the circular of the year before.
        var version = await DrawnAsync(office, code == "K15" ? new("A", null, 2021, 1) : ReportOffice.OfA);
        Assert.DoesNotContain((await CheckedAsync(office, version)).Results, check => check.Outcome == CheckOutcome.Fails);

        var checks = await CheckedAsync(office, Doctored(version, form, row, cell, by));

        var failed = checks.Results.Single(check => check.Code == code);
        Assert.Equal((CheckOutcome.Fails, hard), (failed.Outcome, failed.IsHard));
        Assert.Contains(failed.Cells, f => f.Form == form || code == "K12");
        Assert.Contains(failed.Cells, f => f.Row == row || code is "K11" or "K12" or "K17");
        Assert.Equal(hard, checks.WhyNotSend is { } why && $"{why.Arguments[0]}".Split(", ").Contains(code));
        Assert.NotEmpty(failed.Rule.In(Language.Vietnamese));
        Assert.All(failed.Notes, note => Assert.NotEmpty(note.In(Language.English)));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_file_that_is_counted_in_does_not_add_up_and_the_report_of_the_province_is_held(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        var version = await DrawnAsync(office, ReportOffice.OfP);
        Assert.Null((await CheckedAsync(office, version)).WhyNotSend);

        // total = carried + new is broken in the row of the unit, and so in the sum above it.
        var checks = await CheckedAsync(office, Doctored(Doctored(version, "04", "unit:B", "new", 1), "04", "unit:P", "new", 1));

        Assert.Equal(["unit:B", "unit:P"], checks.Blocking.Single(check => check.Code == "K01").Cells.Select(cell => cell.Row).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task What_was_sent_is_what_a_period_is_set_against_and_moves_to_the_separate_book_explain_a_difference(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        await office.RecordAsync(new("A3", StepKind.Separated, new(2020, 9, 15), "1"));

        var before = await CheckedAsync(office, await DrawnAsync(office, ReportOffice.OfA));
        Assert.Contains("check.against-books", Notes(before, "K13"));
        Assert.Contains("check.moved-matters", Notes(before, "K13"));
        Assert.Equal(CheckOutcome.Holds, Outcome(before, "K13"));
        Assert.Equal(CheckOutcome.Holds, Outcome(before, "K15"));

        // The eleven months went out with one matter more in "carried" than the books know of.
        var sent = Doctored(await DrawnAsync(office, ReportOffice.OfA with { Months = 11 }), "01", "I", "carried", 1);
        await SendAsync(office, sent);
        var checks = await CheckedAsync(office, await DrawnAsync(office, ReportOffice.OfA));
        Assert.Contains("check.against-sent", Notes(checks, "K13"));
        Assert.Equal(CheckOutcome.Fails, Outcome(checks, "K13"));
        Assert.Equal((0m, 1m), checks.Results.Single(c => c.Code == "K13").Cells.Where(c => c.Row == "I").Select(c => (c.Value!.Value, c.Expected!.Value)).Single());
        Assert.Null(checks.WhyNotSend);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Across_two_circulars_a_difference_is_not_comparable_and_what_agrees_agrees(string kind)
    {
        await using var office = await ReportOffice.OpenAsync(kind);
        Assert.Equal(CheckOutcome.Holds, Outcome(await CheckedAsync(office, await DrawnAsync(office, ReportOffice.OfA)), "K15"));

        await SendAsync(office, Doctored(await DrawnAsync(office, ReportOffice.OfA with { Year = 2019 }), "01", "I", "carried_over", 1));

        var checks = await CheckedAsync(office, await DrawnAsync(office, ReportOffice.OfA));
        Assert.Equal(CheckOutcome.NotComparable, Outcome(checks, "K15"));
        Assert.Contains("check.other-regime", Notes(checks, "K15"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Two_coercion_decisions_for_one_line_on_one_day_are_pointed_at(string kind)
    {
        await using var office = await TestOffice.NewAsync(kind, ReportOffice.Today);
        EventRow decided = new("A1", "1", "coercion_decided", new(2020, 4, 1));
        await office.TakeInAsync(ReportOffice.Set with { Events = [decided, decided with { Note = "2" }, decided with { On = new(2020, 4, 2) }, decided with { Matter = "A2", VoidedOn = new(2020, 4, 3) }, decided with { Matter = "A2" }] });

        var k18 = (await office.AskAsync(work => ReadChecks.RunAsync(new("01", "P", 2020), work, default))).Results.Single(check => check.Code == "K18");

        Assert.Equal((CheckOutcome.Fails, false), (k18.Outcome, k18.IsHard));
        var twice = k18.Notes.Single(note => note.Code == "check.coercion-twice");
        Assert.Equal(("A1", "2"), (twice.Arguments[0], Convert.ToString(twice.Arguments[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Whoever_does_not_see_the_unit_finds_nothing_to_check()
    {
        await using var office = await ReportOffice.OpenAsync(TestDatabases.Sqlite);
        var version = await DrawnAsync(office, ReportOffice.OfA);
        var b = await office.AskAsync(async work => (await UnitTree.OfAsync(work, default)).UnitOf("B")!.Value);
        await using var work = office.Work(Permissions.ReadFigures, new HashSet<int> { b });

        await Assert.ThrowsAsync<NotFoundException>(() => ReadChecks.RunAsync(new("01", "A", 2020), work, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadChecks.OfAsync(version, work, TestContext.Current.CancellationToken));
    }

    private static CheckOutcome Outcome(CheckedForms checks, string code) => checks.Results.Single(check => check.Code == code).Outcome;

    private static IEnumerable<string> Notes(CheckedForms checks, string code) => checks.Results.Single(check => check.Code == code).Notes.Select(note => note.Code);

    private static Task<CheckedForms> CheckedAsync(TestOffice office, ReportVersion version) => office.AskAsync(work => ReadChecks.OfAsync(version, work, default));

    internal static Task<ReportVersion> DrawnAsync(TestOffice office, ReportAddress address, DateOnly? knownOn = null) => office.AskAsync(async work =>
    {
        var connection = await work.ConnectAsync(default);
        var last = await connection.ValueAsync<long>("SELECT max(seq) FROM act", default);
        return await CloseReport.DrawAsync(
            await ReportPlace.ResolveAsync(address, work, default), new(last, knownOn ?? work.Today, await UnitTree.VersionAsync(connection, last, default)),
            FormSet.Of(address.Year, address.Months).Regime, work, default);
    });

    /// <summary>The version with one cell of it changed, exactly and as printed.</summary>
    internal static ReportVersion Doctored(ReportVersion version, string form, string row, string cell, int by) => version with
    {
        Forms = [.. version.Forms.Select(f => f.Form != form ? f : f with
        {
            Rows = [.. f.Rows.Select(r => r.Row != row ? r : r with { Exact = Changed(r.Exact, f.ColumnOf(cell), by), Printed = Changed(r.Printed, f.ColumnOf(cell), by) })],
        })],
    };

    /// <summary>Puts a version into the books as sent, whatever it says.</summary>
    internal static Task<long> SendAsync(TestOffice office, ReportVersion version) => office.AskAsync(async work =>
    {
        var place = await ReportPlace.ResolveAsync(version.Address, work, default);
        var connection = await work.StartAsync(default);
        work.Begin("report-sent");
        var (act, content) = (await work.NumberAsync(default), ReportContent.Write(version));
        await connection.RunAsync(
            """
            INSERT INTO report_closed (id, unit_id, officer_id, year, months, regime, tree_act, known_on, last_act, settings, content, hash, act)
            VALUES (@id, @unit, @officer, @year, @months, @regime, @tree, @known, @last, '{}', @content, @hash, @act);
            INSERT INTO report_sent (closed_id, version, number, sent_on, signer, signer_role, act) VALUES (@id, 1, '1/BC', @known, 'x', 'x', @act)
            """, default,
            ("id", act), ("unit", place.Unit), ("officer", place.Officer == 0 ? null : place.Officer), ("year", version.Year), ("months", version.Months), ("regime", version.Regime),
            ("tree", version.TreeAct), ("known", version.KnownOn), ("last", version.LastAct), ("content", content), ("hash", ReportContent.HashOf(content)), ("act", act));
        await work.FinishAsync(default);
        return act;
    });

    private static decimal?[] Changed(IReadOnlyList<decimal?> cells, int at, int by) => [.. cells.Select((value, i) => i == at ? value + by : value)];
}
