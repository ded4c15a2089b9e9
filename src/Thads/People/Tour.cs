namespace Thads.People;

/// <summary>Five minutes through the sample office: as whom, to which page, and (in the words file) what to see there.</summary>
public static class Tour
{
    public static readonly IReadOnlyList<(string Code, string Name, string To)> Stops =
    [
        ("why", "thu-truong", "/overview?unit=D05&year=2020"),
        ("load", "thu-truong", "/overview?unit=D05&year=2020#load"),
        ("old", "thu-truong", "/overview/list?unit=D05&year=2020&what=ten_years"),
        ("known", "thong-ke", "/figures/01?unit=D05&year=2020&knownOn=2020-10-02"),
        ("find", "chap-hanh-vien", "/matters?q=cong+ty+vi+du"),
        ("monday", "thu-truong", "/overview/monday?unit=D05"),
        ("signing", "thu-truong", "/admin/signing?unit=D05"),
        ("acts", "quan-tri", "/admin/acts"),
    ];
}
