using System.Globalization;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>
/// Plans a campaign, or changes the plan of one. A change is a further plan and stays beside the first; once the list of matters is closed the filter stays as it is, and once the
/// campaign is closed everything does.
/// </summary>
public static class PlanCampaign
{
    private const string Kind = "campaign-planned";

    /// <param name="Campaign">The campaign that is changed; null = a new one.</param>
    /// <param name="Unit">Code; of a change that of the campaign.</param>
    /// <param name="Plan">Number of the plan.</param>
    /// <param name="Partners">Codes of the partners that take part.</param>
    /// <param name="Reason">Why it is changed; a change needs one.</param>
    public sealed record Input(
        int? Campaign, string Unit, string Name, string Plan, DateOnly PlannedOn, DateOnly FirstOn, DateOnly LastOn, string Leader, string? Purpose, CampaignScope Scope,
        IReadOnlyList<string> Partners, string? Reason = null, string? IdempotencyKey = null);

    /// <summary>Why this cannot be a plan, by what it says.</summary>
    /// <param name="before">The campaign that is changed.</param>
    public static Refusal? WhyNot(Input input, DateOnly today, Campaign? before) => input switch
    {
        _ when string.IsNullOrWhiteSpace(input.Name) => new("campaign.name"),
        _ when string.IsNullOrWhiteSpace(input.Plan) => new("campaign.plan"),
        _ when input.PlannedOn > today => new("campaign.planned-later", input.PlannedOn),
        _ when input.LastOn < input.FirstOn => new("campaign.period", input.FirstOn, input.LastOn),
        _ when input.LastOn > input.FirstOn.AddYears(1) => new("campaign.too-long", input.FirstOn, input.LastOn),
        _ when input.PlannedOn > input.LastOn => new("campaign.planned-after", input.PlannedOn, input.LastOn),
        _ when string.IsNullOrWhiteSpace(input.Leader) => new("campaign.leader"),
        _ when input.Scope.WhyNot() is { } why => why,
        _ when before is null => null,
        _ when before.Closed is { } closed => new("campaign.closed", closed.On),
        _ when string.IsNullOrWhiteSpace(input.Reason) => new("campaign.reason"),
        _ when before.Frozen is not null && input.Scope != before.Plan.Scope => new("campaign.scope-frozen", before.Frozen.On),
        _ when before.Frozen is { } frozen && input.FirstOn <= frozen.On => new("campaign.frozen-on", frozen.On, input.FirstOn),
        _ => null,
    };

    /// <returns>Id of the campaign.</returns>
    /// <exception cref="NotFoundException">`report.unit`, `campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.*`, `report.officer`, `campaign.commune`, `campaign.partner`.</exception>
    public static async Task<int> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.Organise);
        var connection = await work.StartAsync(ct, alone: true);
        if (await work.SameBeforeAsync(Kind, input.IdempotencyKey, ct) is { } done)
        {
            return await connection.ValueAsync<int>("SELECT campaign_id FROM campaign_plan WHERE act = @act", ct, ("act", done));
        }

        var tree = await UnitTree.OfAsync(work, ct);
        var before = input.Campaign is { } changed ? await CampaignBook.OfAsync(changed, work, ct) : null;
        var unit = before?.Unit ?? Seen(input.Unit, tree, work);
        work.Require(Permissions.Organise, unit);
        RefusedException.ThrowIf(WhyNot(input, work.Today, before) ?? WhyNotThere(input.Scope, tree) ?? await WhyNotPartnersAsync(input, work, ct));

        work.Begin(Kind, Text(input.Reason), input.IdempotencyKey);
        var act = await work.NumberAsync(ct);
        var id = before?.Id ?? await connection.ValueAsync<int>(
            "INSERT INTO campaign (id, unit_id, act) SELECT coalesce(max(id), 0) + 1, @unit, @act FROM campaign RETURNING id", ct, ("unit", unit), ("act", act));
        await connection.RunAsync(
            """
            INSERT INTO campaign_plan (campaign_id, number, name, plan, planned_on, first_on, last_on, leader, purpose, scope, partners, act)
            VALUES (@id, @number, @name, @plan, @planned, @first, @last, @leader, @purpose, @scope, @partners, @act)
            """, ct,
            ("id", id), ("number", (before?.Plan.Number ?? 0) + 1), ("name", input.Name.Trim()), ("plan", input.Plan.Trim()), ("planned", input.PlannedOn), ("first", input.FirstOn),
            ("last", input.LastOn), ("leader", input.Leader.Trim()), ("purpose", Text(input.Purpose)), ("scope", input.Scope.ToString()), ("partners", string.Join(',', input.Partners)), ("act", act));
        await work.ChangedAsync(ct, Changes(await CampaignBook.OfAsync(id, work, ct), before));
        await work.FinishAsync(ct);
        return id;
    }

    /// <summary>How a campaign is named among the acts.</summary>
    internal static string Subject(Campaign campaign) => $"{campaign.UnitCode} {campaign.Name}";

    internal static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static int Seen(string code, UnitTree tree, Work work) =>
        tree.UnitOf(code) is { } unit && work.Person.Sees(unit) ? unit : throw new NotFoundException(new Refusal("report.unit", code));

    private static Refusal? WhyNotThere(CampaignScope scope, UnitTree tree) =>
        scope.Officer is { } officer && tree.OfficerOf(officer) is null ? new Refusal("report.officer", officer)
        : scope.Commune is { } commune && !tree.Communes.ContainsKey(commune) ? new Refusal("campaign.commune", commune)
        : null;

    private static async Task<Refusal?> WhyNotPartnersAsync(Input input, Work work, CancellationToken ct)
    {
        var book = await Partners.PartnerBook.OfAsync(work, ct);
        var strange = input.Partners.FirstOrDefault(code => book.Of(code) is null);
        return strange is null ? null : new Refusal("campaign.partner", strange);
    }

    private static ActChange[] Changes(Campaign now, Campaign? before)
    {
        string Period(CampaignPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.FirstOn:yyyy-MM-dd} – {plan.LastOn:yyyy-MM-dd}");
        ActChange Of(string field, Func<CampaignPlan, string?> value) => new(Subject(now), field, before is null ? null : value(before.Plan), value(now.Plan)) { Unit = now.Unit };
        return
        [
            .. new[]
            {
                Of("campaign-name", plan => plan.Name), Of("campaign-plan", plan => plan.Plan), Of("campaign-period", Period), Of("campaign-leader", plan => plan.Leader),
                Of("campaign-scope", plan => plan.Scope.ToString()), Of("campaign-partners", plan => string.Join(", ", plan.Partners)), Of("campaign-purpose", plan => plan.Purpose),
            }.Where(change => change.Before != change.After),
        ];
    }
}
