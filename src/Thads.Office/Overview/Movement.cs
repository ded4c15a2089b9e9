using System.Diagnostics;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Overview;

/// <summary>One way in which a matter moved between two days, net of what was taken back.</summary>
/// <param name="Officer">In whose account; 0 = nobody's.</param>
/// <param name="Manner">How what was settled or collected came about, where the step says so.</param>
/// <param name="On">When it happened; of several the last.</param>
/// <param name="Counted">1, −1 where the books took it back, or đồng.</param>
public sealed record MovedMatter(
    Listing What, Guid Id, string Code, DateOnly DecidedOn, int Unit, int Officer, DocketState State, Manner? Manner, DateOnly On, DateOnly KnownOn, long Counted);

/// <summary>What moved in the books of a scope between two days, both included: everything that became known in them, whenever it happened.</summary>
public sealed record Movement(DateOnly First, DateOnly Last, IReadOnlyList<MovedMatter> Moved)
{
    public PickedMatters Pick(MatterPick pick, OverviewScope scope)
    {
        var officer = PickOpenMatters.OfficerOf(pick, scope);
        return new PickedMatters(pick, [.. Moved
            .Where(m => m.What == pick.What && (officer is null || m.Officer == officer) && (pick.State is null || m.State == pick.State)
                && (pick.Manner is null || pick.Manner == (m.Manner is { } manner ? Codes.CodeOf(manner) : MatterPick.None)))
            .OrderBy(m => m.On).ThenBy(m => m.Code, StringComparer.Ordinal)
            .Select(m => new PickedMatter(m.Id, m.Code, m.DecidedOn, m.Unit, m.Officer, m.State, null, m.On, m.KnownOn, m.Counted))]);
    }

    public long Number(Listing what, string? officer = null, OverviewScope? scope = null) =>
        Moved.Where(m => m.What == what && (officer is null || m.Officer == PickOpenMatters.OfficerOf(new MatterPick(what, Officer: officer), scope!))).Sum(m => m.Counted);

    /// <summary>What a change of the matter as such is to somebody who asks what moved; null for what is no news to the scope.</summary>
    public static Listing? KindOf(in DerivedMove move, IReadOnlySet<int> units)
    {
        if (move.IsHandover)
        {
            return (units.Contains(move.FromUnit), units.Contains(move.ToUnit)) switch
            {
                (false, true) => Listing.HandedIn,
                (true, false) => Listing.HandedOut,
                _ => null,
            };
        }

        return move.From switch
        {
            DocketState.Outside => move.Step == 0 ? Listing.Docketed : Listing.Reopened,
            _ when !move.From.IsOpen => Listing.Reopened,
            _ => move.To switch
            {
                DocketState.Completed or DocketState.Terminated or DocketState.Reduced => move.From.IsLive ? Listing.Settled : Listing.LeftOtherwise,
                DocketState.NotEnforceable => Listing.NotEnforceable,
                DocketState.PostponedByAgreement or DocketState.Paused or DocketState.Postponed => Listing.Postponed,
                DocketState.Suspended => Listing.Suspended,
                DocketState.Separate => Listing.Separated,
                DocketState.InProgress => Listing.Resumed,
                DocketState.Delegated => Listing.Delegated,
                DocketState.Withdrawn or DocketState.PulledUp or DocketState.Returned => Listing.LeftOtherwise,
                DocketState.Outside => throw new UnreachableException("Nothing leaves the book to where it was before it."),
            },
        };
    }
}
