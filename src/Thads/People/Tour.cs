namespace Thads.People;

/// <summary>Five minutes through the sample office: as whom, to which page, and (in the words file) what to see there.</summary>
public static class Tour
{
    public static readonly IReadOnlyList<(string Code, string Name, string To)> Stops =
    [
        ("why", "thu-truong", "/year?unit=D05&year=2020"),
        ("known", "thong-ke", "/figures/01?unit=D05&year=2020&knownOn=2020-10-02"),
        ("signing", "thu-truong", "/admin/signing?unit=D05"),
        ("acts", "quan-tri", "/admin/acts"),
    ];
}
