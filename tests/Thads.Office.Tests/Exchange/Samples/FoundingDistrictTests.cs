using System.Text.RegularExpressions;
using Thads.Office.Exchange.Samples;

namespace Thads.Office.Tests.Exchange.Samples;

/// <summary>That the figures are those of the story, the generator asserts itself; the product's own figures of it are tested where figures are.</summary>
public sealed partial class FoundingDistrictTests : IClassFixture<FoundingDistrictTests.Written>
{
    private readonly SampleFolder _sample;

    public FoundingDistrictTests(Written written) => _sample = written.Folder;

    public sealed class Written : IDisposable
    {
        public SampleFolder Folder { get; } = new(folder => FoundingDistrict.Write(folder));

        public void Dispose() => Folder.Dispose();
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes()
    {
        using var again = new SampleFolder(folder => FoundingDistrict.Write(folder));

        Assert.Equal(_sample.Hashes(), again.Hashes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void Another_seed_writes_another_office_with_the_same_figures(int seed)
    {
        // Write throws when a promised figure is off.
        using var other = new SampleFolder(folder => FoundingDistrict.Write(folder, seed));

        Assert.NotEqual(_sample.Hashes()["matters.csv"], other.Hashes()["matters.csv"]);
    }

    [Fact]
    public void All_files_of_the_format_are_there() => Assert.Equal(
        ["communes", "events", "figures", "matters", "obligations", "officers", "parties", "roles", "steps", "targets", "unit_succession", "units"],
        _sample.Files());

    [Fact]
    public void It_is_large_enough_for_a_lifelike_office_and_small_enough_to_be_read_in_seconds()
    {
        Assert.InRange(_sample.Rows("matters").Count, 15_000, 25_000);
        Assert.InRange(_sample.Rows("steps").Count, 20_000, 40_000);
        Assert.InRange(_sample.Rows("events").Count, 30_000, 60_000);
        Assert.Equal(14 * 2 * 2, _sample.Rows("figures").Count);
        Assert.Equal(15, _sample.Rows("units").Count(unit => unit["kind"] == "district" && unit["valid_to"].Length == 0));
        Assert.Equal(7, _sample.Rows("officers").Count(officer => officer["title"] == "enforcer" && officer["valid_to"].Length == 0));
    }

    [Fact]
    public void Nothing_happens_or_becomes_known_after_the_day_of_the_sample()
    {
        foreach (var file in _sample.Files().Except(["figures"]))
        {
            var days = _sample.Rows(file).SelectMany(row => row.Values).Where(cell => Day().IsMatch(cell));
            Assert.DoesNotContain(days, day => string.CompareOrdinal(day, "2020-11-10") > 0);
        }
    }

    [Fact]
    public void One_step_of_2020_became_known_after_the_first_report()
    {
        var late = Assert.Single(_sample.Rows("steps"), step =>
            string.CompareOrdinal(step["on"], "2020-09-30") <= 0 && string.CompareOrdinal(step["known_on"], "2020-10-02") > 0);

        Assert.Equal(("collected", "2020-09-28", "2020-10-12"), (late["step"], late["on"], late["known_on"]));
    }

    [Theory]
    [InlineData(
        "steps",
        "step",
        "collected performed reduced increased not_enforceable postponed_by_agreement paused postponed suspended resumed separated "
        + "terminated delegated withdrawn pulled_up restored reassigned transferred")]
    [InlineData("steps", "manner", "free_will persuasion coercion_ordered coercion")]
    [InlineData("events", "event", "notified verified persuaded coercion_decided coercion_planned coercion_held coercion_put_off published unpublished")]
    [InlineData("events", "result", "able unable agreed refused")]
    [InlineData("matters", "type", "civil family commercial labour criminal administrative bankruptcy arbitration other")]
    [InlineData("obligations", "kind", "court_fee fine confiscation disgorgement compensation debt maintenance wage return_money return_property act other")]
    public void Everything_of_its_time_occurs_and_nothing_else(string file, string column, string words)
    {
        var found = _sample.Rows(file).Select(row => row[column]).Where(word => word.Length > 0).Distinct();

        Assert.Equal(words.Split(' ').Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_name_says_that_it_is_made_up()
    {
        var names = from file in new[] { "units", "communes", "officers", "parties" } from row in _sample.Rows(file) select row["name"];
        var parties = from line in _sample.Rows("obligations") from name in new[] { line["debtor"], line["creditor"] } where name.Length > 0 select name;

        Assert.All(names.Concat(parties).Concat(_sample.Rows("matters").Select(matter => matter["court"])), name => Assert.Matches("Mẫu|Ví Dụ", name));
        Assert.All(
            _sample.Rows("parties").Where(party => party["kind"] != "state"),
            party => Assert.StartsWith("MAU-", party["number"], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Day();
}
