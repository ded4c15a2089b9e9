using System.Globalization;
using Thads.Office.Figures;
using Thads.Office.Tests.Brute;

namespace Thads.Office.Tests.Figures;

/// <summary>
/// Every cell of every form, on random books full of late, voided, unsorted and split histories, equals a second computation
/// that shares no code with the book (Brute/). A few sets in every run, thousands by `./test.sh --long`.
/// </summary>
public sealed class ExactnessTests
{
    private static readonly DateOnly Today = new(2027, 3, 15);
    private static readonly string[] Forms = ["01", "02", "04", "05"];

    private static int Sets => TestRun.IsLong ? 1500 : 12;

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task Every_cell_equals_the_second_computation(string kind)
    {
        for (var seed = 0; seed < Sets; seed++)
        {
            var set = RandomSets.Make(seed, 90, Today);
            await using var office = await TestOffice.NewAsync(kind, Today);
            await office.TakeInAsync(set, new Random(seed));
            await office.VerifyAsync();
            await CompareAsync(office, set, seed, questions: 24);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Kinds), MemberType = typeof(TestDatabases))]
    public async Task A_set_in_two_parts_gives_the_figures_of_the_whole(string kind)
    {
        for (var seed = 1000; seed < 1000 + Sets; seed++)
        {
            var (first, second, whole) = RandomSets.Split(RandomSets.Make(seed, 60, Today), seed);
            await using var office = await TestOffice.NewAsync(kind, Today);
            await office.TakeInAsync(first, new Random(seed));
            await office.TakeInAsync(second, new Random(seed + 1));
            await office.VerifyAsync();
            await CompareAsync(office, whole, seed, questions: 16);
        }
    }

    private static async Task CompareAsync(TestOffice office, ExchangeSet set, int seed, int questions)
    {
        var random = new Random(seed);
        var units = set.Units.Select(u => u.Code).Distinct().ToList();
        var officers = set.Officers.Select(o => o.Code).Distinct().ToList();
        string[] regimes = ["08-2015", "06-2019", "05-2024"];
        for (var question = 0; question < questions; question++)
        {
            var (form, unit, year, months) = (Forms[question % 4], units[random.Next(units.Count)], random.Next(2016, 2028), random.Next(1, 13));
            if (random.Next(3) == 0)
            {
                unit = units[0];
            }

            var officer = random.Next(3) == 0 ? officers[random.Next(officers.Count)] : null;
            DateOnly? knownOn = random.Next(2) == 0 ? null : BruteForms.StartOf(year).AddDays(random.Next(-200, 700));
            var regime = random.Next(3) == 0 ? regimes[random.Next(3)] : null;
            var report = await office.FormAsync(new FormQuery(form, unit, year, months, officer, knownOn, regime));
            var expected = BruteForms.Form(set, form, unit, year, months, officer, knownOn, report.Regime);
            var asked = string.Create(CultureInfo.InvariantCulture, $"seed {seed}: form {form}, unit {unit}, {year}/{months}, officer {officer}, known on {knownOn:yyyy-MM-dd}, {report.Regime}");
            Assert.Equal(regime ?? BruteForms.RegimeOf(year, months), report.Regime);
            Same.Cells(expected, report, asked);
        }
    }
}
