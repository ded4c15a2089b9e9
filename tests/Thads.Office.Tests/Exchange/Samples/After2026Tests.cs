using Thads.Office.Exchange.Samples;

namespace Thads.Office.Tests.Exchange.Samples;

public sealed class After2026Tests
{
    [Fact]
    public void The_committed_files_are_those_that_are_written()
    {
        using var written = new SampleFolder(folder => After2026.Write(folder));

        Assert.Equal(written.Hashes(), SampleFolder.Hashes(SampleFolder.Committed("after-2026")));
    }

    [Fact]
    public void From_July_2026_requests_are_given_back_and_only_ex_officio_matters_go_to_the_separate_book()
    {
        using var written = new SampleFolder(folder => After2026.Write(folder));
        var basis = written.Rows("matters").ToDictionary(matter => matter["code"], matter => matter["basis"]);
        var steps = written.Rows("steps").ToLookup(
            step => (step["step"], IsNewLaw: string.CompareOrdinal(step["on"], "2026-07-01") >= 0),
            step => basis[step["matter"]]);

        Assert.Empty(steps[("returned", false)]);
        Assert.All(steps[("returned", true)], given => Assert.Equal("on_request", given));
        Assert.All(steps[("separated", true)], given => Assert.Equal("ex_officio", given));
        Assert.NotEmpty(steps[("returned", true)]);
        Assert.NotEmpty(steps[("separated", true)]);
        Assert.Contains("on_request", steps[("separated", false)]);
    }

    [Fact]
    public void Open_matters_went_to_the_rooms_on_the_day_the_districts_ended()
    {
        using var written = new SampleFolder(folder => After2026.Write(folder));

        Assert.All(written.Rows("steps").Where(step => step["step"] == "transferred"), step =>
        {
            Assert.Equal("2025-07-01", step["on"]);
            Assert.Contains(step["to_unit"], new[] { "K01", "K02" });
        });
    }
}
