namespace Thads.Running;

/// <summary>What somebody meant who typed something else.</summary>
internal static class Nearest
{
    /// <summary>The known name that the fewest changed letters lead to; the first of several.</summary>
    public static string Of(string typed, IEnumerable<string> known) => known.MinBy(name => Distance(typed.ToLowerInvariant(), name.ToLowerInvariant()))!;

    /// <summary>Letters put in, left out or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
