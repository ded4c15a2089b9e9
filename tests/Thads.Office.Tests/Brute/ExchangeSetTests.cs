namespace Thads.Office.Tests.Brute;

public sealed class ExchangeSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("thads-exchange-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Cells_are_quoted_where_they_must_be_and_empty_where_nothing_is_known()
    {
        new ExchangeSet
        {
            Units = [new("D1", "Huyện \"Một\", tỉnh P", "district", "", null, new(2020, 3, 31))],
            Steps = [new("M1", "1", "collected", new(2020, 1, 2)) { Amount = 9_000_000_000_000_000, Note = "hai\ndòng" }],
            Targets = [new("D1", "", 2020, "money", 38.50m, "annual")],
        }.WriteTo(folder);

        Assert.Equal(["steps.csv", "targets.csv", "units.csv"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal("code,name,kind,parent,valid_from,valid_to\nD1,\"Huyện \"\"Một\"\", tỉnh P\",district,,,2020-03-31\n", Read("units"));
        Assert.Equal(
            "matter,line,step,on,known_on,voided_on,amount,to_unit,to_officer,note\nM1,1,collected,2020-01-02,,,9000000000000000,,,\"hai\ndòng\"\n",
            Read("steps"));
        Assert.Equal("unit,officer,year,measure,value,pace\nD1,,2020,money,38.5,annual\n", Read("targets"));
    }

    [Fact]
    public void An_optional_column_is_there_if_a_row_has_it()
    {
        var step = new StepRow("M1", "1", "performed", new(2020, 1, 2));
        new ExchangeSet { Steps = [step, step with { Matter = "M2", Manner = "coercion" }] }.WriteTo(folder);
        Assert.EndsWith(",note,manner\nM1,1,performed,2020-01-02,,,,,,,\nM2,1,performed,2020-01-02,,,,,,,coercion\n", Read("steps"), StringComparison.Ordinal);
    }

    [Fact]
    public void Shuffled_the_rows_of_one_matter_keep_their_order()
    {
        var steps = Enumerable.Range(0, 300).Select(i => new StepRow($"M{i % 7}", "", "paused", new(2020, 1, 1)) { Amount = i }).ToList();
        new ExchangeSet { Steps = steps }.WriteTo(folder, new Random(3));

        var rows = Read("steps").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.Split(',')).ToList();
        Assert.NotEqual(steps.Select(s => $"{s.Amount}"), rows.Select(row => row[6]));
        Assert.All(
            rows.GroupBy(row => row[0]),
            matter => Assert.Equal(steps.Where(s => s.Matter == matter.Key).Select(s => $"{s.Amount}"), matter.Select(row => row[6])));
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(folder, file + ".csv"));
}
