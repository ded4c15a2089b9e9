namespace Thads.Office.Exchange.Samples;

/// <summary>SplitMix64, our own: the same seed draws the same numbers on every machine and every version of .NET.</summary>
internal sealed class SampleRandom(int seed)
{
    private ulong _state = (uint)seed;

    /// <summary>From 0 to bound − 1.</summary>
    public int Below(int bound) => (int)Below((long)bound);

    /// <summary>Both ends can be drawn.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Both ends can be drawn.</summary>
    public long Between(long low, long high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>An index, drawn in proportion to the weights.</summary>
    public int Weighted(IReadOnlyList<int> weights)
    {
        var point = Below(weights.Sum());
        for (var i = 0; ; i++)
        {
            point -= weights[i];
            if (point < 0)
            {
                return i;
            }
        }
    }

    /// <summary>Draws without putting back, heavier ones sooner; a weight of 0 is never drawn. Throws when there are too few.</summary>
    public List<T> Take<T>(IEnumerable<T> from, int count, Func<T, int> weight, string what)
    {
        var drawn = from.Select(item => (Item: item, Weight: weight(item)))
            .Where(x => x.Weight > 0)
            .Select(x => (x.Item, Key: Below(1L << 40) / x.Weight))
            .OrderBy(x => x.Key)
            .Take(count)
            .Select(x => x.Item)
            .ToList();
        return drawn.Count == count ? drawn : throw new InvalidOperationException($"Only {drawn.Count} of {count} to draw for {what}.");
    }

    /// <summary>Splits an amount into random parts of 50 to 150 percent of the mean; they add up to the whole.</summary>
    public long[] Split(long whole, int count)
    {
        var shares = Enumerable.Range(0, count).Select(_ => Between(50_000L, 150_000L)).ToArray();
        var all = shares.Sum();
        var parts = shares.Select(share => (long)((Int128)whole * share / all)).ToArray();
        parts[^1] += whole - parts.Sum();
        return parts;
    }

    private long Below(long bound) => (long)(((UInt128)Next() * (ulong)bound) >> 64);

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
