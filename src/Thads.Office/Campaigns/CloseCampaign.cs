using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;

namespace Thads.Office.Campaigns;

/// <summary>Closes a campaign by its closing report. The figures of the report are pinned: the acts up to the last one before, as known on the day of the report.</summary>
public static class CloseCampaign
{
    private const string Kind = "campaign-closed";

    /// <param name="Report">Number of the closing report.</param>
    /// <param name="On">Day of the report: what was known on it counts.</param>
    public sealed record Input(int Campaign, string Report, DateOnly On, string? WentWell, string? Lessons, string? IdempotencyKey = null);

    public static Refusal? WhyNot(Input input, Campaign campaign, DateOnly today) =>
        campaign.Closed is { } closed ? new Refusal("campaign.closed", closed.On)
        : campaign.Frozen is null ? new Refusal("campaign.not-frozen")
        : string.IsNullOrWhiteSpace(input.Report) ? new Refusal("campaign.report")
        : input.On > today ? new Refusal("campaign.closed-later", input.On)
        : input.On <= campaign.LastOn ? new Refusal("campaign.not-over", campaign.LastOn, input.On)
        : null;

    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.closed`, `campaign.not-frozen`, `campaign.report`, `campaign.closed-later`, `campaign.not-over`.</exception>
    public static async Task RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Direct);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(Kind, input.IdempotencyKey, ct) is not null)
        {
            return;
        }

        var campaign = await CampaignBook.OfAsync(input.Campaign, work, ct);
        work.Require(Permissions.Direct, campaign.Unit);
        RefusedException.ThrowIf(WhyNot(input, campaign, work.Today));
        var cutOff = new DocketCutOff(await connection.ValueAsync<long>("SELECT coalesce(max(seq), 0) FROM act", ct), input.On);
        var progress = await ReadProgress.AtAsync(campaign, campaign.LastOn, cutOff, work, ct);

        work.Begin(Kind, null, input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        await connection.RunAsync(
            """
            INSERT INTO campaign_closed (campaign_id, report, closed_on, known_on, last_act, matters, money, went_well, lessons, act)
            VALUES (@campaign, @report, @on, @known, @last, @matters, @money, @well, @lessons, @act)
            """, ct,
            ("campaign", campaign.Id), ("report", input.Report.Trim()), ("on", input.On), ("known", input.On), ("last", cutOff.Act), ("matters", progress.Whole.Done.Matters),
            ("money", progress.Whole.Done.Money), ("well", PlanCampaign.Text(input.WentWell)), ("lessons", PlanCampaign.Text(input.Lessons)), ("act", act));
        await work.ChangedAsync(
            ct, new ActChange(
                PlanCampaign.Subject(campaign), "campaign-closed", null,
                string.Create(CultureInfo.InvariantCulture, $"{input.Report.Trim()}, {input.On:yyyy-MM-dd}: {progress.Whole.Done.Matters} việc, {progress.Whole.Done.Money} đồng"))
            { Unit = campaign.Unit });
        await work.FinishAsync(ct);
    }
}
