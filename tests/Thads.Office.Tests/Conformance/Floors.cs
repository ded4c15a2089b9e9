namespace Thads.Office.Tests.Conformance;

/// <summary>
/// The areas of the office stand on floors; a lower floor never names a higher one. What an act of one area makes
/// happen in another it calls by name, downwards.
/// </summary>
internal static class Floors
{
    private static readonly string[][] FromTheGround =
    [
        [""],                                                                                                        // 0: Refusal, Words: for all
        ["Acts", "Units", "Settings", "Data", "Workbooks", "Fields", "LawTicks"],                                                             // who acts and where, and where it is kept
        ["Matters", "Judgments", "Parties", "People", "Partners", "Tasks", "Attachments"],                                                                  // what there is
        ["Docket", "Finding", "Clocks", "Ledger", "Documents", "Numbering"],                                         // what an act makes happen
        ["Procedure"],                                                                                               // the acts of the law
        ["Figures", "Overview", "Reports", "Targets", "Comparison", "Ranking", "Worklist", "Narrative", "Papers", "Manners", "Obstacles", "Warnings", "Coordination", "WatchLists", "Campaigns", "Committee", "Conferences", "Commendations", "Programme"],
        ["Exchange", "Lookup", "Watch"],
    ];

    /// <summary>Data maps every area and holds no rule: it may name all of them.</summary>
    private const string Keeper = "Data";

    /// <summary>What an assembly whose areas lie under a root namespace does against the table, one sentence each.</summary>
    public static IReadOnlyList<string> Broken(Compiled assembly, string root)
    {
        var inside = assembly.Namings().Where(n => AreaOf(n.From, root) is not null).ToList();
        var homeless = inside.Select(n => AreaOf(n.From, root)!).Distinct().Where(area => FloorOf(area) < 0)
            .Select(area => $"The area {area} has no floor: give it one here and in the decision notes.");
        var upwards =
            from naming in inside
            let namer = AreaOf(naming.From, root)!
            let named = AreaOf(naming.To, root)
            where named is not null && namer != Keeper && FloorOf(namer) >= 0 && FloorOf(named) > FloorOf(namer)
            select $"{naming.From} (floor {FloorOf(namer)}) names {naming.To} (floor {FloorOf(named)}).";
        return [.. homeless.Concat(upwards).Order(StringComparer.Ordinal)];
    }

    private static int FloorOf(string area) => Array.FindIndex(FromTheGround, floor => floor.Contains(area));

    /// <summary>First part of the namespace below the root, "" for the root itself, null for what lies elsewhere.</summary>
    private static string? AreaOf(TypeName type, string root) =>
        type.Namespace == root ? ""
        : type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.')[0]
        : null;
}
