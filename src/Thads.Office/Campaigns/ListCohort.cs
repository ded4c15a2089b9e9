using Thads.Office.Acts;
using Thads.Office.Units;

namespace Thads.Office.Campaigns;

/// <summary>Which matters of a campaign's list.</summary>
public enum CohortShow
{
    All = 1,

    /// <summary>Settled in the period; what they count adds up to the figure.</summary>
    Settled = 2,

    /// <summary>Settled on the day itself.</summary>
    OnTheDay = 3,

    /// <summary>Neither settled nor gone otherwise.</summary>
    Open = 4,

    /// <summary>Gone unsettled, or ended before the first day.</summary>
    LeftOtherwise = 5,

    /// <summary>Put on the list later.</summary>
    Added = 6,

    /// <summary>Money of theirs was settled in the period.</summary>
    Paid = 7,
}

/// <summary>A matter of the list with what became of it.</summary>
/// <param name="Counted">What it adds to the figure: 1, or −1 where it was settled before the first day and reopened in the period.</param>
/// <param name="SettledOn">The last day in the period on which it was settled.</param>
/// <param name="Money">Đồng settled in the period.</param>
public sealed record CohortRow(CohortMatter Matter, string UnitCode, string? OfficerCode, string? CommuneName, int Counted, DateOnly? SettledOn, long Money);

/// <summary>The matters behind every number of a campaign.</summary>
public static class ListCohort
{
    /// <param name="On">Day up to which counts; null = today.</param>
    /// <param name="Officer">Code of the officer who held it when the list was closed; "-" = nobody; null = all.</param>
    /// <param name="Commune">Code; "-" = none; null = all.</param>
    public sealed record Input(int Campaign, CohortShow Show = CohortShow.All, DateOnly? On = null, string? Officer = null, string? Commune = null);

    /// <exception cref="NotFoundException">`campaign.unknown`.</exception>
    /// <exception cref="RefusedException">`campaign.not-frozen`, `campaign.day`.</exception>
    public static async Task<(CampaignProgress Progress, IReadOnlyList<CohortRow> Rows)> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var progress = await ReadProgress.RunAsync(input.Campaign, input.On, work, ct);
        var (campaign, day) = (progress.Campaign, progress.On);
        var tree = await UnitTree.OfAsync(work, ct);
        var communes = tree.Communes.Values.ToDictionary(commune => commune.Id);
        var ends = (await CohortEnds.OfAsync(campaign, day, progress.CutOff, work, ct)).ToLookup(end => end.Matter);
        string? CommuneOf(CohortMatter matter) => matter.Commune is { } id && communes.TryGetValue(id, out var commune) ? commune.Code : null;
        string? OfficerOf(CohortMatter matter) => matter.Officer == 0 ? null : tree.OfficerCode(matter.Officer);
        var rows = from matter in await CohortEnds.MattersAsync(campaign, progress.CutOff, work, ct)
                   where (input.Officer is null || input.Officer == (OfficerOf(matter) ?? "-")) && (input.Commune is null || input.Commune == (CommuneOf(matter) ?? "-"))
                   let own = ends[matter.Id].ToList()
                   let settled = own.Where(end => end.IsSettled && end.On >= campaign.FirstOn).ToList()
                   let done = Done.Of(settled)
                   let gone = own.Where(end => !end.IsMoney && (!end.IsSettled || end.On < campaign.FirstOn)).Sum(end => end.Quantity)
                   let counted = input.Show switch
                   {
                       CohortShow.All => 1,
                       CohortShow.Settled => done.Matters,
                       CohortShow.OnTheDay => Done.Of(settled.Where(end => end.On == day)).Matters,
                       CohortShow.Open => done.Matters + gone == 0 ? 1 : 0,
                       CohortShow.LeftOtherwise => (int)gone,
                       CohortShow.Added => matter.AddedOn is null ? 0 : 1,
                       CohortShow.Paid => done.Money == 0 ? 0 : 1,
                   }
                   where counted != 0
                   select new CohortRow(
                       matter, tree.UnitCode(matter.Unit), OfficerOf(matter), matter.Commune is { } id && communes.TryGetValue(id, out var there) ? there.Name : null, counted,
                       settled.Where(end => !end.IsMoney && end.Quantity > 0).Select(end => (DateOnly?)end.On).Max(), done.Money);
        return (progress, [.. rows]);
    }
}
