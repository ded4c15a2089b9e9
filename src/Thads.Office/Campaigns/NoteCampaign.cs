using Thads.Office.Acts;
using Thads.Office.Data;

namespace Thads.Office.Campaigns;

/// <summary>Writes into the diary of a campaign: what happened on a day. Notes are never changed; a later note may put one right.</summary>
public static class NoteCampaign
{
    private const string Kind = "campaign-noted";

    /// <param name="On">The day it is about.</param>
    public sealed record Input(int Campaign, DateOnly On, string Text, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Campaign campaign, DateOnly today) =>
        string.IsNullOrWhiteSpace(input.Text) ? new Refusal("campaign.note-empty")
        : input.On > today ? new Refusal("campaign.note-later", input.On)
        : campaign.Closed is { } closed ? new Refusal("campaign.closed", closed.On)
        : null;

    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.note-empty`, `campaign.note-later`, `campaign.closed`.</exception>
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
        RefusedException.ThrowIf(WhyNot(input, campaign, work.Today));
        work.Begin(Kind, null, input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await connection.RunAsync(
            """
            INSERT INTO campaign_note (campaign_id, number, noted_for, text, act)
            SELECT @campaign, coalesce(max(number), 0) + 1, @on, @text, @act FROM campaign_note WHERE campaign_id = @campaign
            """, ct, ("campaign", campaign.Id), ("on", input.On), ("text", input.Text.Trim()), ("act", act));
        await work.ChangedAsync(ct, new ActChange(PlanCampaign.Subject(campaign), "campaign-note", null, $"{ActChange.Day(input.On)}: {input.Text.Trim()}") { Unit = campaign.Unit });
        await work.FinishAsync(ct);
    }
}
