using Thads.Office.Units;

namespace Thads.Administration;

/// <summary>A unit in its place in the tree.</summary>
public sealed record TreeRow(int Unit, int Depth);

/// <summary>The part of the tree somebody may see, in its order.</summary>
public static class TreeRows
{
    /// <summary>Those of the day, parents first; after them, without depth, those that are not of that day.</summary>
    public static IReadOnlyList<TreeRow> Of(UnitTree tree, DateOnly day, Func<int, bool> visible)
    {
        var rows = new List<TreeRow>();
        var seen = tree.Units.Where(visible).ToHashSet();
        var roots = seen.Where(u => tree.PeriodOn(u, day) is { } now && (now.Parent is not { } above || !seen.Contains(above) || !tree.IsValidOn(above, day)));
        foreach (var root in roots.OrderBy(tree.UnitCode, StringComparer.Ordinal))
        {
            rows.AddRange(tree.Below(root, day).Where(u => seen.Contains(u.Unit)).Select(u => new TreeRow(u.Unit, u.Depth)));
        }

        rows = [.. rows.DistinctBy(row => row.Unit)];
        var there = rows.Select(row => row.Unit).ToHashSet();
        rows.AddRange(seen.Where(u => !there.Contains(u)).OrderBy(tree.UnitCode, StringComparer.Ordinal).Select(u => new TreeRow(u, 0)));
        return rows;
    }
}
