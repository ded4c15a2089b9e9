using Thads.Office.Acts;

namespace Thads.Shared;

/// <summary>A place in the program: its address, its words, who may go there, and the letter after `g` that goes there.</summary>
public sealed record Place(string Path, string Words, Permissions Right, string? Key = null)
{
    /// <summary>All addresses under this one belong to the place.</summary>
    public string Under { get; init; } = Path;
}

/// <summary>What stands at the head of every page, in this order; what a person may not open is not there.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<Place> All =
    [
        new("/overview", "nav.overview", Permissions.ReadFigures, "d"),
        new("/year", "nav.year", Permissions.ReadFigures, "n"),
        new("/targets", "nav.targets", Permissions.ReadFigures, "c"),
        new("/compare", "nav.compare", Permissions.ReadFigures, "s"),
        new("/direction", "nav.direction", Permissions.ReadFigures, "o"),
        new("/yearly", "nav.yearly", Permissions.ReadFigures, "t"),
        new("/work", "nav.work", Permissions.ReadMatters, "w"),
        new("/matters", "nav.matters", Permissions.ReadMatters, "v"),
        new("/figures/01", "nav.figures", Permissions.ReadFigures, "k") { Under = "/figures" },
        new("/reports", "nav.reports", Permissions.ReadFigures, "b"),
        new("/ranking", "nav.ranking", Permissions.ReadFigures, "x"),
        new("/reviews", "nav.reviews", Permissions.ReadMatters, "r"),
        new("/import", "nav.import", Permissions.Exchange, "i"),
        new("/admin/people", "nav.people", Permissions.Administer, "q"),
        new("/admin/units", "nav.units", Permissions.Administer),
        new("/admin/communes", "nav.communes", Permissions.Administer),
        new("/admin/officers", "nav.officers", Permissions.Administer),
        new("/admin/settings", "nav.settings", Permissions.Administer),
        new("/admin/law", "nav.law", Permissions.Administer),
        new("/admin/signing", "nav.signing", Permissions.ReadActs),
        new("/admin/acts", "nav.acts", Permissions.ReadActs),
        new("/health", "nav.health", Permissions.Operate),
    ];

    public static IEnumerable<Place> For(Person person) => All.Where(place => person.May.HasFlag(place.Right));

    /// <summary>Whether the person may look for matters: the search field of every page leads to their list.</summary>
    public static bool HasMatters(Person person) => For(person).Any(place => place.Path == "/matters");

    /// <summary>Where a person's day begins.</summary>
    public static string HomeOf(Person person) => For(person).Select(place => place.Path).FirstOrDefault() ?? "/account";
}
