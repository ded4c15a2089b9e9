namespace Thads.Office.Ranking;

/// <summary>Ranks from what units are ordered by. Nothing but the values counts: neither the order in which units come nor their names.</summary>
public static class Ranks
{
    /// <summary>The rank of each, in the order given; null for one whose first value is not known.</summary>
    /// <param name="keys">Of each unit its values, the first order first; a higher value is better, an unknown one behind all others.</param>
    public static IReadOnlyList<int?> Of(IReadOnlyList<IReadOnlyList<decimal?>> keys, RankStyle style)
    {
        var ranked = keys.Where(IsRanked).ToList();
        var distinct = ranked.Distinct(Comparer.Same).ToList();
        return [.. keys.Select(key => !IsRanked(key) ? (int?)null : 1 + style switch
        {
            RankStyle.Competition => ranked.Count(other => Compare(other, key) > 0),
            RankStyle.Dense => distinct.Count(other => Compare(other, key) > 0),
        })];
    }

    private static bool IsRanked(IReadOnlyList<decimal?> key) => key.Count > 0 && key[0] is not null;

    /// <summary>Above 0 when the first is better.</summary>
    private static int Compare(IReadOnlyList<decimal?> one, IReadOnlyList<decimal?> other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            var order = Nullable.Compare(one[i], other[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private sealed class Comparer : IEqualityComparer<IReadOnlyList<decimal?>>
    {
        public static readonly Comparer Same = new();

        public bool Equals(IReadOnlyList<decimal?>? x, IReadOnlyList<decimal?>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<decimal?> obj) => obj.Aggregate(0, HashCode.Combine);
    }
}
