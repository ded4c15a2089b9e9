using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>Sets what units and officers are to settle in a campaign, in matters and đồng. Goals may change until the campaign is closed; each stays, the last holds.</summary>
public static class SetCampaignGoals
{
    private const string Kind = "campaign-goals-set";

    /// <param name="Unit">Code.</param>
    /// <param name="Officer">Code; null = the unit.</param>
    /// <param name="Money">Đồng.</param>
    public sealed record Goal(string Unit, string? Officer, int? Matters, long? Money);

    public sealed record Input(int Campaign, IReadOnlyList<Goal> Goals, string? Reason = null, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Campaign campaign) =>
        campaign.Closed is { } closed ? new Refusal("campaign.closed", closed.On)
        : input.Goals.Count == 0 ? new Refusal("campaign.no-goal")
        : input.Goals.FirstOrDefault(goal => goal.Matters < 0 || goal.Money < 0) is { } wrong ? new Refusal("campaign.bad-goal", wrong.Officer ?? wrong.Unit)
        : input.Goals.GroupBy(goal => (goal.Unit, goal.Officer)).FirstOrDefault(g => g.Count() > 1) is { } twice ? new Refusal("campaign.goal-twice", twice.Key.Officer ?? twice.Key.Unit)
        : null;

    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.closed`, `campaign.no-goal`, `campaign.bad-goal`, `campaign.goal-twice`, `campaign.goal-whose`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(Kind, input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var campaign = await CampaignBook.OfAsync(input.Campaign, work, ct);
        work.Require(Permissions.Organise, campaign.Unit);
        RefusedException.ThrowIf(WhyNot(input, campaign));
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.ScopeOf(campaign.Unit, campaign.LastOn).VisibleTo(work.Person);
        var goals = input.Goals.Select(goal => Of(goal, tree, units, campaign)).Where(goal => IsNew(goal, campaign)).ToList();
        RefusedException.ThrowIf(goals.Count == 0 ? new Refusal("campaign.no-goal") : null);

        work.Begin(Kind, PlanCampaign.Text(input.Reason), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        foreach (var goal in goals)
        {
            await connection.RunAsync(
                """
                INSERT INTO campaign_goal (id, campaign_id, unit_id, officer_id, matters, money, act)
                SELECT coalesce(max(id), 0) + 1, @campaign, @unit, @officer, @matters, @money, @act FROM campaign_goal
                """, ct,
                ("campaign", campaign.Id), ("unit", goal.Unit), ("officer", goal.Officer), ("matters", goal.Matters), ("money", goal.Money), ("act", act));
        }

        await work.ChangedAsync(ct, [.. goals.Select(goal => new ActChange(
            $"{PlanCampaign.Subject(campaign)}: {(goal.Officer is { } officer ? tree.OfficerCode(officer) : tree.UnitCode(goal.Unit))}", "campaign-goal", Written(Before(goal, campaign)), Written(goal)) { Unit = campaign.Unit })]);
        await work.FinishAsync(ct);
    }

    private static CampaignGoal Of(Goal goal, UnitTree tree, IReadOnlySet<int> units, Campaign campaign)
    {
        var unit = tree.UnitOf(goal.Unit) is { } found && units.Contains(found) ? found : throw new RefusedException(new Refusal("campaign.goal-whose", goal.Unit));
        int? officer = goal.Officer is null ? null
            : tree.OfficerOf(goal.Officer) is { } one && tree.ServiceOf(one).Any(service => service.Unit == unit && Validity.Overlap(service.ValidFrom, service.ValidTo, campaign.FirstOn, campaign.LastOn)) ? one
            : throw new RefusedException(new Refusal("campaign.goal-whose", goal.Officer));
        return new CampaignGoal(unit, officer, goal.Matters, goal.Money);
    }

    private static CampaignGoal? Before(CampaignGoal goal, Campaign campaign) => campaign.Goals.FirstOrDefault(before => before.Unit == goal.Unit && before.Officer == goal.Officer);

    private static bool IsNew(CampaignGoal goal, Campaign campaign) => (Before(goal, campaign) ?? goal with { Matters = null, Money = null }) != goal;

    private static string? Written(CampaignGoal? goal) =>
        goal is null ? null : string.Create(CultureInfo.InvariantCulture, $"{goal.Matters?.ToString(CultureInfo.InvariantCulture) ?? "–"} việc, {goal.Money?.ToString(CultureInfo.InvariantCulture) ?? "–"} đồng");
}
