using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>The campaigns of the units a person sees, as the books have them.</summary>
public static class CampaignBook
{
    /// <summary>All campaigns of the units the person sees, the latest first.</summary>
    public static async Task<IReadOnlyList<Campaign>> ListAsync(Work work, CancellationToken ct, int? unit = null)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var units = tree.Units.VisibleTo(work.Person).Where(seen => unit is null || seen == unit);
        return [.. (await ReadAsync($"c.unit_id IN ({Sql.List(units)})", tree, work, ct)).OrderByDescending(campaign => campaign.FirstOn).ThenByDescending(campaign => campaign.Id)];
    }

    /// <exception cref="NotFoundException">`campaign.unknown`: none of that number, or not this person's to see.</exception>
    public static async Task<Campaign> OfAsync(int id, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var found = (await ReadAsync($"c.id = {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}", tree, work, ct)).SingleOrDefault();
        return found is not null && work.Person.Sees(found.Unit) ? found : throw new NotFoundException(new Refusal("campaign.unknown", id));
    }

    private static async Task<List<Campaign>> ReadAsync(string which, UnitTree tree, Work work, CancellationToken ct)
    {
        var connection = await work.ConnectAsync(ct);
        var heads = await connection.ListAsync($"SELECT c.id, c.unit_id FROM campaign c WHERE {which} ORDER BY c.id", r => (Id: r.GetInt32(0), Unit: r.GetInt32(1)), ct);
        var of = $"campaign_id IN ({Sql.List(heads.Select(head => head.Id))})";
        var plans = (await PlansAsync(of, connection, ct)).ToLookup(plan => plan.Campaign, plan => plan.Plan);
        var goals = (await connection.ListAsync(
            $"SELECT campaign_id, unit_id, officer_id, matters, money FROM campaign_goal WHERE {of} ORDER BY id",
            r => (Campaign: r.GetInt32(0), Goal: new CampaignGoal(r.GetInt32(1), r.NumberOrNone(2), r.NumberOrNone(3), r.IsDBNull(4) ? null : r.GetInt64(4))), ct)).ToLookup(goal => goal.Campaign, goal => goal.Goal);
        var frozen = (await connection.ListAsync(
            $"SELECT campaign_id, frozen_on, last_act, matters, money, f.act, a.person, a.at FROM campaign_frozen f JOIN act a ON a.seq = f.act WHERE {of}",
            r => (Campaign: r.GetInt32(0), Frozen: new FrozenList(r.Day(1), r.GetInt64(2), r.GetInt32(3), r.GetInt64(4), r.GetInt64(5), r.GetString(6), r.Moment(7))), ct)).ToDictionary(f => f.Campaign, f => f.Frozen);
        var notes = (await connection.ListAsync(
            $"SELECT campaign_id, number, noted_for, text, a.person, a.at FROM campaign_note n JOIN act a ON a.seq = n.act WHERE {of} ORDER BY noted_for, number",
            r => (Campaign: r.GetInt32(0), Note: new CampaignNote(r.GetInt32(1), r.Day(2), r.GetString(3), r.GetString(4), r.Moment(5))), ct)).ToLookup(note => note.Campaign, note => note.Note);
        var closed = (await connection.ListAsync(
            $"SELECT campaign_id, report, closed_on, known_on, last_act, matters, money, went_well, lessons, c.act, a.person, a.at FROM campaign_closed c JOIN act a ON a.seq = c.act WHERE {of}",
            r => (Campaign: r.GetInt32(0), Closed: new ClosedCampaign(
                r.GetString(1), r.Day(2), new DocketCutOff(r.GetInt64(4), r.Day(3)), r.GetInt32(5), r.GetInt64(6), r.TextOrNone(7), r.TextOrNone(8), r.GetInt64(9), r.GetString(10), r.Moment(11))), ct))
            .ToDictionary(c => c.Campaign, c => c.Closed);
        return [.. heads.Select(head => new Campaign(
            head.Id, head.Unit, tree.UnitCode(head.Unit), tree.UnitName(head.Unit, plans[head.Id].Last().LastOn), [.. plans[head.Id]],
            [.. goals[head.Id].GroupBy(goal => (goal.Unit, goal.Officer)).Select(g => g.Last()).Where(goal => goal.Matters is not null || goal.Money is not null)],
            frozen.GetValueOrDefault(head.Id), [.. notes[head.Id]], closed.GetValueOrDefault(head.Id)))];
    }

    private static async Task<List<(int Campaign, CampaignPlan Plan)>> PlansAsync(string of, DbConnection connection, CancellationToken ct) => await connection.ListAsync(
        $"""
        SELECT p.campaign_id, p.number, p.name, p.plan, p.planned_on, p.first_on, p.last_on, p.leader, p.purpose, p.scope, p.partners, p.act, a.person, a.at
        FROM campaign_plan p JOIN act a ON a.seq = p.act WHERE p.{of} ORDER BY p.campaign_id, p.number
        """,
        r => (r.GetInt32(0), new CampaignPlan(
            r.GetInt32(1), r.GetString(2), r.GetString(3), r.Day(4), r.Day(5), r.Day(6), r.GetString(7), r.TextOrNone(8), CampaignScope.Read(r.GetString(9)),
            r.GetString(10).Split(',', StringSplitOptions.RemoveEmptyEntries), r.GetInt64(11), r.GetString(12), r.Moment(13))), ct);
}
