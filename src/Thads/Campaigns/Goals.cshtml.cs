using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Campaigns;
using Thads.Office.Fields;
using Thads.Office.Units;

namespace Thads.Campaigns;

/// <summary>One who may have a goal, with what is on the list.</summary>
/// <param name="Officer">Code; null = a unit.</param>
public sealed record GoalLine(string Unit, string? Officer, string Name, ScopedSum List, CampaignGoal? Goal);

/// <summary>The form of the goals of a campaign; an even share of the unit's goal stands in it where asked for.</summary>
[Needs(Permissions.Organise)]
public sealed class CampaignGoalsModel(Work work, PageText text) : ActPage(work, text)
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignAddress Address { get; private set; } = new(0);

    public IReadOnlyList<GoalLine> Lines { get; private set; } = [];

    /// <summary>Percent of its list that each officer's goal is to be; null = none was asked for.</summary>
    public int? Share { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery] string? share, CancellationToken ct)
    {
        Share = int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 ? percent : null;
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        var goals = Lines.Select((line, i) => new SetCampaignGoals.Goal(line.Unit, line.Officer, Whole($"Matters{Number(i)}"), Amount($"Money{Number(i)}")))
            .Where((goal, i) => goal.Matters is not null || goal.Money is not null || Lines[i].Goal is not null).ToList();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await SetCampaignGoals.RunAsync(new(id, goals, TypedOrNone("Reason"), ActKey), Work, ct);
        return Redirect(Address.Start);
    }

    /// <summary>What stands in a field at first.</summary>
    public string? Matters(GoalLine line) => Proposed(line.List.Matters) is { } proposed ? Number((int)proposed) : line.Goal?.Matters is { } goal ? Number(goal) : null;

    public Law.Money? Money(GoalLine line) => Proposed(line.List.Left) is { } proposed ? new Law.Money(proposed) : line.Goal?.Money is { } goal ? new Law.Money(goal) : null;

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private long? Proposed(long list) => Share is { } percent ? list * percent / 100 : null;

    private int? Whole(string name)
    {
        if (TypedOrNone(name) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(name, new Refusal("campaigns.bad-number", typed));
        return null;
    }

    private long? Amount(string name)
    {
        if (MoneyText.Read(Typed(name), out var amount) is { } why)
        {
            Wrong(name, why);
        }

        return amount?.Units;
    }

    private async Task<bool> LoadAsync(int id, CancellationToken ct)
    {
        Campaign = await CampaignBook.OfAsync(id, Work, ct);
        Address = new CampaignAddress(id);
        if (!Work.Person.MayIn(Campaign.Unit, Permissions.Organise))
        {
            return false;
        }

        var tree = await UnitTree.OfAsync(Work, ct);
        var before = Campaign.Frozen?.On ?? Campaign.FirstOn.AddDays(-1);
        var list = await ReadScopedMatters.OfAsync(Campaign.Plan.Scope, Campaign.Unit, before < Work.Today ? before : Work.Today, Work, ct);
        CampaignGoal? Goal(int unit, int? officer) => Campaign.Goals.FirstOrDefault(goal => goal.Unit == unit && goal.Officer == officer);
        var units = tree.Below(Campaign.Unit, Campaign.FirstOn).Select(below => below.Unit).Where(Work.Person.Sees).ToList();
        Lines =
        [
            .. units.Select(unit => new GoalLine(tree.UnitCode(unit), null, tree.UnitName(unit, Campaign.FirstOn), ScopedSum.Of(unit == Campaign.Unit ? list : list.Where(matter => matter.Unit == unit)), Goal(unit, null)))
                .Where(line => line.List.Matters > 0 || line.Goal is not null || line.Unit == Campaign.UnitCode),
            .. units.SelectMany(unit => list.Where(matter => matter.Unit == unit && matter.Officer != 0).Select(matter => matter.Officer)
                .Union(Campaign.Goals.Where(goal => goal.Unit == unit && goal.Officer is not null).Select(goal => goal.Officer!.Value)).OrderBy(tree.OfficerCode, StringComparer.Ordinal)
                .Select(officer => new GoalLine(
                    tree.UnitCode(unit), tree.OfficerCode(officer), tree.OfficerName(officer, Campaign.FirstOn), ScopedSum.Of(list.Where(matter => matter.Unit == unit && matter.Officer == officer)), Goal(unit, officer)))),
        ];
        return true;
    }
}
