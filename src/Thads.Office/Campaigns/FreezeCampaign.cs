using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Campaigns;

/// <summary>
/// Closes the list of matters of a campaign: those its filter takes at the end of a day before its first, as known on that day, with the money left in each. The list never changes;
/// what comes later comes by <see cref="AddToCohort"/> and is marked.
/// </summary>
public static class FreezeCampaign
{
    private const string Kind = "campaign-frozen";

    /// <param name="On">The matters as they stood at the end of this day.</param>
    public sealed record Input(int Campaign, DateOnly On, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Campaign campaign, DateOnly today) =>
        campaign.Frozen is { } frozen ? new Refusal("campaign.frozen-before", frozen.On)
        : input.On > today ? new Refusal("campaign.frozen-later", input.On)
        : input.On >= campaign.FirstOn ? new Refusal("campaign.frozen-on", input.On, campaign.FirstOn)
        : null;

    /// <returns>How many matters are on the list.</returns>
    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.frozen-before`, `campaign.frozen-later`, `campaign.frozen-on`, `campaign.frozen-empty`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(Kind, input.IdempotencyKey, ct) is { } done)
        {
            return await connection.ValueAsync<int>("SELECT matters FROM campaign_frozen WHERE act = @act", ct, ("act", done));
        }

        var campaign = await CampaignBook.OfAsync(input.Campaign, work, ct);
        work.Require(Permissions.Direct, campaign.Unit);
        RefusedException.ThrowIf(WhyNot(input, campaign, work.Today));
        var matters = await ReadScopedMatters.OfAsync(campaign.Plan.Scope, campaign.Unit, input.On, work, ct);
        RefusedException.ThrowIf(matters.Count == 0 ? new Refusal("campaign.frozen-empty", input.On) : null);

        var last = await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct);
        work.Begin(Kind, null, input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var sum = ScopedSum.Of(matters);
        await connection.RunAsync(
            "INSERT INTO campaign_frozen (campaign_id, frozen_on, last_act, matters, money, act) VALUES (@campaign, @on, @last, @matters, @money, @act)", ct,
            ("campaign", campaign.Id), ("on", input.On), ("last", last), ("matters", sum.Matters), ("money", sum.Left), ("act", act));
        foreach (var matter in matters)
        {
            await WriteAsync(campaign.Id, matter, null, null, act, connection, ct);
        }

        await work.ChangedAsync(
            ct, new ActChange(PlanCampaign.Subject(campaign), "campaign-list", null, $"{ActChange.Day(input.On)}: {sum.Matters.ToString(System.Globalization.CultureInfo.InvariantCulture)} việc, {sum.Left.ToString(System.Globalization.CultureInfo.InvariantCulture)} đồng") { Unit = campaign.Unit });
        await work.FinishAsync(ct);
        return sum.Matters;
    }

    internal static Task WriteAsync(int campaign, ScopedMatter matter, DateOnly? addedOn, string? reason, long act, System.Data.Common.DbConnection connection, CancellationToken ct) => connection.RunAsync(
        """
        INSERT INTO campaign_matter (campaign_id, matter_id, unit_id, officer_id, commune_id, state, remainder, added_on, reason, act)
        VALUES (@campaign, @matter, @unit, @officer, @commune, @state, @remainder, @added, @reason, @act)
        """, ct,
        ("campaign", campaign), ("matter", matter.Id), ("unit", matter.Unit), ("officer", matter.Officer), ("commune", matter.Commune), ("state", (int)matter.State), ("remainder", matter.Left),
        ("added", addedOn), ("reason", reason), ("act", act));
}
