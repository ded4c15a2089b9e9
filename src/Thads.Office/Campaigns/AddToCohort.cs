using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Campaigns;

/// <summary>Puts a matter on the list of a campaign after the list was closed: by decision, with a reason; it is marked and counts from its day on.</summary>
public static class AddToCohort
{
    private const string Kind = "campaign-matter-added";

    /// <param name="Matter">Code.</param>
    /// <param name="On">It is on the list from this day, as it stood at the end of the day before.</param>
    public sealed record Input(int Campaign, string Matter, DateOnly On, string Reason, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Campaign campaign, DateOnly today) =>
        campaign.Closed is { } closed ? new Refusal("campaign.closed", closed.On)
        : campaign.Frozen is not { } frozen ? new Refusal("campaign.not-frozen")
        : string.IsNullOrWhiteSpace(input.Reason) ? new Refusal("campaign.add-reason")
        : input.On > today || input.On <= frozen.On || input.On > campaign.LastOn ? new Refusal("campaign.add-day", input.On, frozen.On.AddDays(1), campaign.LastOn < today ? campaign.LastOn : today)
        : null;

    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.closed`, `campaign.not-frozen`, `campaign.add-reason`, `campaign.add-day`, `campaign.add-matter`, `campaign.add-twice`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        work.Require(Permissions.ReadMatters);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(Kind, input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var campaign = await CampaignBook.OfAsync(input.Campaign, work, ct);
        work.Require(Permissions.Direct, campaign.Unit);
        RefusedException.ThrowIf(WhyNot(input, campaign, work.Today));
        var matter = (await ReadScopedMatters.RunAsync(campaign.Unit, input.On.AddDays(-1), work, ct)).FirstOrDefault(one => one.Code == input.Matter.Trim())
            ?? throw new RefusedException(new Refusal("campaign.add-matter", input.Matter, input.On));
        var there = await connection.ValueAsync<int>("SELECT count(*) FROM campaign_matter WHERE campaign_id = @campaign AND matter_id = @matter", ct, ("campaign", campaign.Id), ("matter", matter.Id));
        RefusedException.ThrowIf(there > 0 ? new Refusal("campaign.add-twice", matter.Code) : null);

        work.Begin(Kind, input.Reason.Trim(), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await FreezeCampaign.WriteAsync(campaign.Id, matter, input.On, input.Reason.Trim(), act, connection, ct);
        await work.ChangedAsync(ct, new ActChange(PlanCampaign.Subject(campaign), "campaign-added", null, $"{matter.Code}: {input.Reason.Trim()}") { Unit = campaign.Unit });
        await work.FinishAsync(ct);
    }
}
