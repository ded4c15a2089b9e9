using Thads.Office.Figures.Published;

namespace Thads.Office.Tests.Figures.Published;

public sealed class PublishedSamplesTests
{
    /// <summary>What a person found about every row: OK or OK* the figures can all be true, BAD-… they cannot.</summary>
    public static TheoryData<string, string> Found => [.. Lines().Select(line => (line[Column("id")], line[Column("verdict")]))];

    [Theory]
    [MemberData(nameof(Found))]
    public void A_row_that_was_published_gets_the_verdict_a_person_gave_it(string id, string found)
    {
        var file = ReadPublishedFigures.Run(Bytes());
        var row = CheckPublishedFigures.Run(file.Rows.Single(row => row.Id == id));

        Assert.Equal(found.StartsWith("OK", StringComparison.Ordinal) ? Verdict.Ok : Verdict.Inconsistent, row.Verdict);
        Assert.True(found.StartsWith("OK", StringComparison.Ordinal) || found.StartsWith("BAD", StringComparison.Ordinal));
    }

    private static byte[] Bytes()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Thads.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllBytes(Path.Combine(folder.FullName, "samples", "figures", "published-figures.csv"));
    }

    private static int Column(string name) => CsvText.Read(Bytes()).Lines[0].Cells.ToList().IndexOf(name);

    private static IEnumerable<IReadOnlyList<string>> Lines() => CsvText.Read(Bytes()).Lines.Skip(1).Select(line => line.Cells);
}
