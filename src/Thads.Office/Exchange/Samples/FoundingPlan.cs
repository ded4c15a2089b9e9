using Thads.Office.Docket;

namespace Thads.Office.Exchange.Samples;

/// <summary>
/// The counts behind the founding story. 2020, by 06/2019: total 5211 = 1926 carried + 3285 new; 3420 settled of 4029
/// enforceable; 999 in the separate book. 2019, by 08/2015: 2960 settled of 3852 enforceable. Earlier years lead up to them.
/// </summary>
internal static class FoundingPlan
{
    public static readonly DateOnly Today = new(2020, 11, 10);

    /// <summary>The books begin with what was open on this day.</summary>
    public static readonly DateOnly BooksBegin = new(2015, 10, 1);

    /// <summary>The first day of the law of 2008 is the first day of docketing.</summary>
    public static readonly DateOnly FirstDay = new(2009, 7, 1);

    /// <summary>From here on the law knows the decision that a matter is not enforceable (Điều 44a).</summary>
    public static readonly DateOnly DecisionsBegin = new(2015, 7, 1);

    /// <summary>Matters of these statistical years were still open when the books began.</summary>
    public static readonly (int Year, int Matters)[] Survivors =
        [(2009, 121), (2010, 160), (2011, 190), (2012, 230), (2013, 300), (2014, 420), (2015, 900)];

    /// <summary>In what state they stood; the rest were in progress.</summary>
    public static readonly (DocketState State, int Matters)[] SurvivorStates =
    [
        (DocketState.NotEnforceable, 1330), (DocketState.PostponedByAgreement, 30), (DocketState.Paused, 18),
        (DocketState.Postponed, 50), (DocketState.Suspended, 32),
    ];

    /// <summary>Enforcers 1 to 7: how many of the 5211 matters of 2020 are each one's.</summary>
    public static readonly int[] MattersOfOfficers2020 = [781, 762, 751, 744, 736, 722, 715];

    /// <summary>So many of them went from the most to the least loaded on <see cref="FoundingTree.LoadIsShared"/>.</summary>
    public const int LoadShared = 45;
    public const int LoadFrom = 0;
    public const int LoadTo = 6;

    public static readonly YearPlan[] Years =
    [
        new(2016, new(2016, 9, 30), New: 2640, Restored: 0, Completed: 2284, Terminated: 78, Delegated: 50, Withdrawn: 29, PulledUp: 5, Returned: 0,
            Separated: 213, SeparateResumed: 0, SeparateClosed: 0, ByAgreement: 31, Paused: 17, NotEnforceable: 1310, Postponed: 48, Suspended: 31,
            Season: [70, 80, 85, 70, 60, 95, 90, 85, 80, 85, 95, 105]),
        new(2017, new(2017, 9, 30), New: 2787, Restored: 3, Completed: 2420, Terminated: 80, Delegated: 52, Withdrawn: 31, PulledUp: 5, Returned: 0,
            Separated: 238, SeparateResumed: 13, SeparateClosed: 4, ByAgreement: 30, Paused: 18, NotEnforceable: 1300, Postponed: 47, Suspended: 30,
            Season: [60, 75, 80, 60, 70, 85, 80, 85, 90, 95, 100, 120])
        {
            Reserves = [(Reserve.Enforceable2019, 8)],
        },
        new(2018, new(2018, 9, 30), New: 2947, Restored: 3, Completed: 2605, Terminated: 85, Delegated: 54, Withdrawn: 33, PulledUp: 5, Returned: 0,
            Separated: 217, SeparateResumed: 17, SeparateClosed: 6, ByAgreement: 28, Paused: 16, NotEnforceable: 1290, Postponed: 46, Suspended: 29,
            Season: [55, 75, 80, 80, 50, 85, 110, 115, 110, 75, 75, 90])
        {
            Reserves = [(Reserve.Enforceable2019, 8)],
        },
        new(2019, new(2019, 9, 30), New: 3117, Restored: 3, Completed: 2868, Terminated: 92, Delegated: 58, Withdrawn: 35, PulledUp: 5, Returned: 0,
            Separated: 226, SeparateResumed: 21, SeparateClosed: 5, ByAgreement: 27, Paused: 16, NotEnforceable: 1212, Postponed: 44, Suspended: 30,
            Season: [50, 75, 85, 80, 55, 85, 85, 85, 85, 85, 90, 140])
        {
            ClosedAndRestored = 2,
            Reserves = [(Reserve.Settled2019, 14)],
        },
        // April 2020: work was not possible. June to August: the peak campaign. September: the end of the year.
        new(2020, new(2020, 9, 30), New: 3281, Restored: 4, Completed: 3324, Terminated: 96, Delegated: 52, Withdrawn: 31, PulledUp: 6, Returned: 0,
            Separated: 201, SeparateResumed: 23, SeparateClosed: 7, ByAgreement: 24, Paused: 14, NotEnforceable: 1041, Postponed: 34, Suspended: 18,
            Season: [120, 210, 265, 225, 230, 260, 60, 235, 420, 455, 430, 510])
        {
            ClosedAndRestored = 3,
            Coming = [8, 9, 9, 7, 7, 11, 5, 10, 10, 9, 8, 7],
            Reserves = [(Reserve.Settled2020, 16), (Reserve.Enforceable2020, 16), (Reserve.Total2020, 10)],
        },
        new(2021, Today, New: 318, Restored: 0, Completed: 168, Terminated: 5, Delegated: 4, Withdrawn: 2, PulledUp: 1, Returned: 0,
            Separated: 24, SeparateResumed: 2, SeparateClosed: 0, ByAgreement: 24, Paused: 14, NotEnforceable: 1042, Postponed: 33, Suspended: 18,
            Season: [120, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        {
            Coming = [75, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        },
    ];
}
