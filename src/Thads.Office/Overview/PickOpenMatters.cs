namespace Thads.Office.Overview;

/// <summary>Picks among the open matters of a day.</summary>
public static class PickOpenMatters
{
    public static IReadOnlyList<OpenMatter> Of(IReadOnlyList<OpenMatter> open, MatterPick pick, OverviewScope scope, WatchLimits limits)
    {
        var officer = OfficerOf(pick, scope);
        var found = open.Where(matter => pick.What.Has(matter, scope.On, limits)
            && (pick.State is null || matter.State == pick.State)
            && (pick.Age is null || Age.BandOf(matter.DecidedOn, scope.On) == pick.Age)
            && (pick.DocketYear is null || matter.DocketYear == pick.DocketYear));
        if (pick.What == Listing.Largest)
        {
            // The largest of the scope; an officer's are those of them that he holds.
            found = found.Where(matter => matter.Left > 0).OrderByDescending(matter => matter.Left).ThenBy(matter => matter.Code, StringComparer.Ordinal).Take(limits.Largest);
        }

        return [.. found.Where(matter => officer is null || matter.Officer == officer)];
    }

    public static PickedMatters List(IReadOnlyList<OpenMatter> open, MatterPick pick, OverviewScope scope, WatchLimits limits) => new(
        pick, [.. Of(open, pick, scope, limits).Select(matter => new PickedMatter(
            matter.Id, matter.Code, matter.DecidedOn, matter.Unit, matter.Officer, matter.State, matter.LeftWhereItStands, DayOf(matter, pick.What), null, 1))]);

    /// <summary>Id of the officer asked for; 0 for nobody's matters, null for all.</summary>
    /// <exception cref="RefusedException">`report.officer`.</exception>
    public static int? OfficerOf(MatterPick pick, OverviewScope scope) => pick.Officer switch
    {
        null => null,
        MatterPick.None => 0,
        var code => scope.Tree.OfficerOf(code) ?? throw new RefusedException(new Refusal("report.officer", code)),
    };

    /// <summary>The day for which the matter is watched.</summary>
    private static DateOnly DayOf(OpenMatter matter, Listing what) => what switch
    {
        Listing.Idle or Listing.LongIdle or Listing.Untouched => matter.TouchedOn,
        Listing.Unverified => matter.VerifiedOn ?? matter.Since,
        _ => matter.Since,
    };
}
