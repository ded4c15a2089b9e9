using Thads.Office.Acts;

namespace Thads.Direction;

/// <summary>The tabs under “Chỉ đạo”: address, words, and who may go there.</summary>
public static class DirectionPlaces
{
    public static readonly IReadOnlyList<(string Path, string Words, Permissions Right)> All =
    [
        ("/direction", "direction.nav-now", Permissions.ReadFigures),
        ("/direction/warning", "direction.nav-warning", Permissions.ReadFigures),
        ("/direction/tasks", "direction.nav-tasks", Permissions.ReadFigures),
        ("/direction/campaigns", "campaigns.nav", Permissions.ReadFigures),
        ("/direction/manners", "direction.nav-manners", Permissions.ReadFigures),
        ("/direction/obstacles", "direction.nav-obstacles", Permissions.ReadFigures),
        ("/direction/committee", "committee.nav", Permissions.ReadFigures),
        ("/direction/received", "coordination.nav-received", Permissions.ReadFigures),
        ("/direction/requests", "coordination.nav-requests", Permissions.ReadFigures),
        ("/direction/partners", "coordination.nav-partners", Permissions.ReadFigures),
        ("/direction/watch", "watch.nav", Permissions.ReadMatters),
        ("/direction/conferences", "direction.nav-conferences", Permissions.ReadFigures),
        ("/direction/commendations", "direction.nav-commendations", Permissions.ReadFigures),
        ("/direction/programme", "direction.nav-programme", Permissions.ReadFigures),
        ("/direction/papers", "direction.nav-papers", Permissions.ReadFigures),
    ];

    /// <summary>The tab an address belongs to.</summary>
    public static string? Current(PathString here) => All.Select(place => place.Path).Where(path => path == "/direction" ? here == path : here.StartsWithSegments(path)).MaxBy(path => path.Length);
}
