namespace Thads.Office.Tests.Exchange.Samples;

public sealed class BadSetsTests
{
    [Fact]
    public void The_table_names_every_set_once()
    {
        var folder = SampleFolder.Committed("bad");
        var table = File.ReadAllLines(Path.Combine(folder, "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1].Split('/')[0]);

        Assert.Equal(
            Directory.GetDirectories(folder).Select(Path.GetFileName).Except(["good", "formula"]).Order(StringComparer.Ordinal),
            table.Order(StringComparer.Ordinal));
    }
}
