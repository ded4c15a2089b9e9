using Thads.Office.Docket;

namespace Thads.Office.Overview;

/// <summary>What a number counts. Its word stands in addresses (`what=ten_years`), and its number behind answers kept.</summary>
public enum Listing
{
    /// <summary>Open: live or followed separately.</summary>
    Open = 1,
    Live = 2,
    Separate = 3,

    /// <summary>Postponed, paused or suspended for long.</summary>
    Stopped = 10,

    /// <summary>Nothing done since docketing.</summary>
    Untouched = 11,

    /// <summary>In progress, and nothing done for months.</summary>
    Idle = 12,
    LongIdle = 13,

    /// <summary>Not enforceable, and not verified for long.</summary>
    Unverified = 14,
    TenYears = 15,

    /// <summary>A line without any step beside lines with some.</summary>
    ForgottenLine = 16,

    /// <summary>The most left to pay.</summary>
    Largest = 17,

    /// <summary>Steps known long after they happened, in the year.</summary>
    Late = 20,

    /// <summary>Settled in the last days of the year.</summary>
    YearEnd = 21,
    NoOfficer = 30,
    NoCommune = 31,
    NoParties = 32,

    /// <summary>From here on: what became known between two days.</summary>
    Docketed = 40,
    Settled = 41,
    NotEnforceable = 42,
    Postponed = 43,
    Suspended = 44,
    Separated = 45,
    Resumed = 46,
    Reopened = 47,
    Delegated = 48,

    /// <summary>Withdrawn, pulled up, returned, or closed out of the separate book.</summary>
    LeftOtherwise = 49,
    HandedIn = 50,
    HandedOut = 51,

    /// <summary>Money that came in, in đồng.</summary>
    Collected = 52,

    /// <summary>Steps known long after they happened, between the two days.</summary>
    LateKnown = 53,
}

public static class ListingFacts
{
    extension(Listing listing)
    {
        /// <summary>Drawn from the open matters of a day.</summary>
        public bool IsStock => listing is not (Listing.Late or Listing.YearEnd) && !listing.IsMovement;

        /// <summary>What became known between two days.</summary>
        public bool IsMovement => listing >= Listing.Docketed;

        /// <summary>Whether an open matter is one of these. <see cref="Listing.Largest"/> is a choice among all live ones.</summary>
        public bool Has(OpenMatter matter, DateOnly on, WatchLimits limits) => listing switch
        {
            Listing.Open => true,
            Listing.Live or Listing.Largest => matter.State.IsLive,
            Listing.Separate => matter.State == DocketState.Separate,
            Listing.Stopped => matter.State is DocketState.PostponedByAgreement or DocketState.Paused or DocketState.Postponed or DocketState.Suspended
                && matter.Since < on.AddMonths(-limits.StoppedMonths),
            Listing.Untouched => matter.State.IsLive && matter.IsUntouched && matter.DecidedOn < on.AddMonths(-limits.UntouchedMonths),
            Listing.Idle => matter.State == DocketState.InProgress && matter.TouchedOn < on.AddMonths(-limits.IdleMonths),
            Listing.LongIdle => matter.State == DocketState.InProgress && matter.TouchedOn < on.AddMonths(-limits.LongIdleMonths),
            Listing.Unverified => matter.State == DocketState.NotEnforceable && (matter.VerifiedOn ?? matter.Since) < on.AddMonths(-limits.UnverifiedMonths),
            Listing.TenYears => matter.State.IsLive && Age.Years(matter.DecidedOn, on) >= limits.OldYears,
            Listing.ForgottenLine => matter.State.IsLive && matter.HasForgottenLine,
            Listing.NoOfficer => matter.Officer == 0,
            Listing.NoCommune => !matter.HasCommune,
            Listing.NoParties => !matter.HasParties,
            Listing.Late or Listing.YearEnd or Listing.Docketed or Listing.Settled or Listing.NotEnforceable or Listing.Postponed or Listing.Suspended or Listing.Separated
                or Listing.Resumed or Listing.Reopened or Listing.Delegated or Listing.LeftOtherwise or Listing.HandedIn or Listing.HandedOut or Listing.Collected or Listing.LateKnown =>
                throw new InvalidOperationException($"{listing} is not drawn from open matters."),
        };
    }
}
