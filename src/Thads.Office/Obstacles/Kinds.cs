namespace Thads.Office.Obstacles;

// Stored by number: never renumber, never reuse a number.

/// <summary>Why work was impossible.</summary>
public enum ObstacleCause
{
    /// <summary>Dịch bệnh.</summary>
    Epidemic = 1,

    /// <summary>Bão, lũ, thiên tai.</summary>
    Disaster = 2,

    /// <summary>Sự cố điện, mạng, hệ thống.</summary>
    Outage = 3,

    /// <summary>Khác.</summary>
    Other = 4,
}

/// <summary>What could not be done. Kept as bits: 1, 2, 4.</summary>
public enum HinderedWork
{
    /// <summary>Vận động, thuyết phục.</summary>
    Persuasion = 1,

    /// <summary>Tổ chức cưỡng chế.</summary>
    Coercion = 2,

    /// <summary>Mọi công việc: the others are in it.</summary>
    All = 3,
}

internal static class HinderedWorkFacts
{
    /// <summary>As the books keep it.</summary>
    public static int Bits(IEnumerable<HinderedWork> works) => works.Aggregate(0, (bits, work) => bits | (1 << ((int)work - 1)));

    /// <summary>As people say it: all work is said alone.</summary>
    public static IReadOnlyList<HinderedWork> Of(int bits) => (bits & Bits([HinderedWork.All])) != 0
        ? [HinderedWork.All]
        : [.. Enum.GetValues<HinderedWork>().Where(work => (bits & Bits([work])) != 0)];
}
