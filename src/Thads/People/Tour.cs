namespace Thads.People;

/// <summary>Five minutes through the sample office: as whom, to which page, and (in the words file) what to see there.</summary>
public static class Tour
{
    public static readonly IReadOnlyList<(string Code, string Name, string To)> Stops =
    [
        ("why", "thu-truong", "/overview?unit=D05&year=2020"),
        ("load", "thu-truong", "/overview?unit=D05&year=2020#load"),
        ("old", "thu-truong", "/matters?unit=D05&state=in_progress&docketTo=2010&sort=decided"),
        ("known", "thong-ke", "/figures/01?unit=D05&year=2020&knownOn=2020-10-02"),
    ];
}
