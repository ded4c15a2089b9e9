using Thads.Office.Acts;
using Thads.Office.Figures;
using Thads.Office.Matters;
using Thads.Office.Ranking;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Ranking;

/// <summary>The plain load is that of form 04; the weighted one adds what the list of weights says, and explains itself.</summary>
public sealed class CaseloadTests
{
    private static readonly FormQuery Query = new("04", "P", 2020);

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task The_load_of_each_officer_is_the_total_of_form_04(string kind)
    {
        var today = new DateOnly(2026, 11, 20);
        await using var office = await TestOffice.NewAsync(kind, today);
        var set = RandomSets.Make(11, 60, today);
        await office.TakeInAsync(set);
        var top = set.Units.First(unit => unit.Parent.Length == 0).Code;
        foreach (var year in new[] { 2025, 2026 })
        {
            var query = new FormQuery("04", top, year);
            var form = await office.FormAsync(query);
            var total = FormSet.Named(form.Regime).ColumnOf("total");

            var loads = await office.AskAsync(work => ReadUnitLoads.RunAsync(query, work, default));

            var byOfficer = loads.Officers.GroupBy(officer => officer.Code).ToDictionary(g => $"officer:{g.Key}", g => g.Sum(officer => (decimal)officer.Total));
            Assert.Equal(
                form.Rows.Where(row => row.Row.StartsWith("officer:", StringComparison.Ordinal) && row.Cells[total] != 0).ToDictionary(row => row.Row, row => row.Cells[total]!.Value).OrderBy(p => p.Key, StringComparer.Ordinal),
                byOfficer.Where(p => p.Value != 0).OrderBy(p => p.Key, StringComparer.Ordinal));
            Assert.All(loads.Officers, officer => Assert.Equal(officer.Load!.Hundredths, officer.Load.Parts.Sum(part => part.Hundredths)));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Weights_add_up_and_units_by_file_have_plain_loads_only(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        var loads = await office.AskAsync(work => ReadUnitLoads.RunAsync(Query, work, default));

        Assert.Equal(["D1 5 books", "D2 50 file", "D3 50 file", "D4 100 file"], loads.Units.Select(unit => $"{unit.Code} {unit.PerEnforcer} {(unit.IsReported ? "file" : "books")}"));
        Assert.All(loads.Units.Where(unit => unit.IsReported).Append(loads.Whole), unit => Assert.Null(unit.Hundredths));

        // O1: six of 1 tỷ and more (1,30 each), one with coercion (+1). O2: M7, M8 1,30; M9 12 lines and 1,2 tỷ in all (1 + 0,60 + 0,30); M10 commercial (1,30 + 0,50).
        Assert.Equal(["O1 6 880", "O2 4 630"], loads.Officers.Select(officer => $"{officer.Code} {officer.Total} {officer.Load!.Hundredths}"));
        Assert.Equal(1510, loads.Units[0].Hundredths);
        Assert.Equal(["base 6 600", "amount-1 6 180", "coercion 1 100"], loads.Officers[0].Load!.Parts.Select(part => $"{part.Weight.Code} {part.Matters} {part.Hundredths}"));
        Assert.Equal(120m, loads.Officers[0].Ratio);
    }

    [Fact]
    public void Of_lines_and_amounts_only_the_highest_step_counts()
    {
        Assert.Equal(["base", "bankruptcy", "lines-100", "amount-10"], CaseloadWeight.Of(new Burden(JudgmentType.Bankruptcy, false, false, 43_108, 10_000_000_000, false, false)).Select(weight => weight.Code));
        Assert.Equal(["separate"], CaseloadWeight.Of(new Burden(JudgmentType.Bankruptcy, true, true, 43_108, 10_000_000_000, true, true)).Select(weight => weight.Code));
        Assert.Equal(Mark.OurDefault, CaseloadWeight.By.Mark);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Another_units_person_gets_no_load(string kind)
    {
        await using var office = await RankingOffice.OpenAsync(kind);

        await Assert.ThrowsAsync<NotFoundException>(async () => await office.AskAsync(work => ReadUnitLoads.RunAsync(Query with { Unit = "D1" }, work, default), new Person("x", Permissions.All, new HashSet<int>())));
        var own = await office.OfAsync("D2", Permissions.All);
        await Assert.ThrowsAsync<NotFoundException>(async () => await office.AskAsync(work => ReadUnitLoads.RunAsync(Query, work, default), own));
    }
}
