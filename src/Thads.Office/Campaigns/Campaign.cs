using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>How far a campaign is.</summary>
public enum CampaignStage
{
    /// <summary>Planned; its list of matters is not closed.</summary>
    Planned = 1,

    /// <summary>The list is closed, the first day has not come.</summary>
    Ready = 2,

    Running = 3,

    /// <summary>The last day is over, the closing report is not made.</summary>
    Over = 4,

    Closed = 5,
}

/// <summary>What a campaign is, as it was planned or changed last.</summary>
/// <param name="Number">1 is the first plan, a higher one a change.</param>
/// <param name="Plan">Number of the plan: "45/KH-CCTHADS".</param>
/// <param name="FirstOn">First day of the period; <paramref name="LastOn"/> belongs to it too.</param>
/// <param name="Leader">Name and position.</param>
/// <param name="Partners">Codes.</param>
/// <param name="Person">Who recorded it.</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record CampaignPlan(
    int Number, string Name, string Plan, DateOnly PlannedOn, DateOnly FirstOn, DateOnly LastOn, string Leader, string? Purpose, CampaignScope Scope, IReadOnlyList<string> Partners,
    long Act, string Person, DateTime RecordedAt);

/// <summary>What a unit or an officer is to settle in a campaign.</summary>
/// <param name="Officer">Id; null = the unit.</param>
/// <param name="Money">Đồng.</param>
public sealed record CampaignGoal(int Unit, int? Officer, int? Matters, long? Money);

/// <summary>The list of matters was closed.</summary>
/// <param name="On">They stood as at the end of this day, as known on it.</param>
/// <param name="Money">Đồng left in them.</param>
public sealed record FrozenList(DateOnly On, long LastAct, int Matters, long Money, long Act, string Person, DateTime RecordedAt);

/// <summary>A note in the diary of a campaign.</summary>
public sealed record CampaignNote(int Number, DateOnly On, string Text, string Person, DateTime RecordedAt);

/// <summary>The closing of a campaign.</summary>
/// <param name="Report">Number of the closing report.</param>
/// <param name="CutOff">What was known when it was closed: its figures never change.</param>
/// <param name="Money">Đồng settled.</param>
public sealed record ClosedCampaign(
    string Report, DateOnly On, DocketCutOff CutOff, int Matters, long Money, string? WentWell, string? Lessons, long Act, string Person, DateTime RecordedAt);

/// <summary>A peak campaign (đợt cao điểm) with everything recorded about it but its matters.</summary>
/// <param name="Unit">Id of the unit that leads it.</param>
/// <param name="Plans">All plans, the first first; the last holds.</param>
/// <param name="Goals">Those that hold.</param>
/// <param name="Diary">By day, then as noted.</param>
public sealed record Campaign(
    int Id, int Unit, string UnitCode, string UnitName, IReadOnlyList<CampaignPlan> Plans, IReadOnlyList<CampaignGoal> Goals, FrozenList? Frozen, IReadOnlyList<CampaignNote> Diary,
    ClosedCampaign? Closed)
{
    public CampaignPlan Plan => Plans[^1];

    public string Name => Plan.Name;

    public DateOnly FirstOn => Plan.FirstOn;

    public DateOnly LastOn => Plan.LastOn;

    public CampaignStage StageOn(DateOnly day) =>
        Closed is not null ? CampaignStage.Closed
        : Frozen is null ? CampaignStage.Planned
        : day < FirstOn ? CampaignStage.Ready
        : day <= LastOn ? CampaignStage.Running
        : CampaignStage.Over;

    /// <summary>Whether the period has a day in common with another.</summary>
    public bool Touches(DateOnly first, DateOnly last) => Validity.Overlap(FirstOn, LastOn, first, last);

    /// <summary>The goal of the unit that leads it; where none was set the sum of those below, where there are any.</summary>
    public CampaignGoal Whole
    {
        get
        {
            var own = Goals.FirstOrDefault(goal => goal.Unit == Unit && goal.Officer is null);
            var others = Goals.Where(goal => goal != own).ToList();
            var units = others.Where(goal => goal.Officer is null).ToList();
            var below = units.Count > 0 ? units : others;
            return new CampaignGoal(
                Unit, null, own?.Matters ?? (below.Any(goal => goal.Matters is not null) ? below.Sum(goal => goal.Matters ?? 0) : null),
                own?.Money ?? (below.Any(goal => goal.Money is not null) ? below.Sum(goal => goal.Money ?? 0) : null));
        }
    }
}
