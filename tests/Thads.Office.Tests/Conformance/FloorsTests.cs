namespace Thads.Office.Tests.Conformance;

public sealed class FloorsTests
{
    private const string WrongRoot = "Thads.Office.Tests.Conformance.Wrong";

    public static TheoryData<string> WrongClasses => [.. typeof(FloorsTests).Assembly.GetTypes()
        .Where(type => type.Namespace == $"{WrongRoot}.Docket" && !type.IsNested && type.Name != nameof(Wrong.Docket.CallsNothing))
        .Select(type => type.FullName!)];

    [Fact]
    public void A_lower_floor_never_names_a_higher_one()
    {
        using var office = new Compiled(typeof(Refusal).Assembly.Location);

        Expect.None(Floors.Broken(office, "Thads.Office"));
    }

    [Theory]
    [MemberData(nameof(WrongClasses))]
    public void A_lower_floor_that_names_a_higher_one_is_found_however_it_names_it(string wrong) =>
        Assert.Contains(BrokenHere(), said => said.StartsWith($"{wrong} (floor 3) names {WrongRoot}.Procedure.", StringComparison.Ordinal));

    [Fact]
    public void Only_what_looks_up_is_found_and_what_has_no_floor()
    {
        var others = BrokenHere().Where(said => !said.StartsWith($"{WrongRoot}.Docket.", StringComparison.Ordinal));

        Assert.Equal(
            [
                $"{WrongRoot}.RootNamesAnArea (floor 0) names {WrongRoot}.Procedure.Higher (floor 4).",
                "The area Attic has no floor: give it one here and in the decision notes.",
            ],
            others);
        Assert.DoesNotContain(BrokenHere(), said => said.StartsWith($"{WrongRoot}.Docket.CallsNothing", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> BrokenHere()
    {
        using var tests = new Compiled(typeof(FloorsTests).Assembly.Location);
        return Floors.Broken(tests, WrongRoot);
    }
}
