using Thads.Office.Docket;

namespace Thads.Office.Overview;

/// <summary>A count with the đồng left in these matters, where they stand.</summary>
public readonly record struct Held(int Matters, long Left)
{
    public static Held Of(IEnumerable<OpenMatter> matters)
    {
        var (count, left) = (0, 0L);
        foreach (var matter in matters)
        {
            count++;
            left += matter.LeftWhereItStands;
        }

        return new Held(count, left);
    }
}

/// <summary>One row of the stock: live and separate side by side, never added up.</summary>
public sealed record StockRow<T>(T Key, Held Live, Held Separate);

/// <summary>What an officer holds.</summary>
/// <param name="Officer">Code; null = nobody's.</param>
public sealed record OfficerStock(string? Officer, string? Name, Held Live, Held Separate, int TenYears);

/// <summary>The open matters of a day, counted by state, age, docket year and officer.</summary>
public sealed record Stock(
    Held Live, Held Separate, IReadOnlyList<(DocketState State, Held Held)> States, IReadOnlyList<StockRow<AgeBand>> Ages, IReadOnlyList<StockRow<int>> DocketYears,
    IReadOnlyList<OfficerStock> Officers, OpenMatter? Oldest)
{
    public static Stock Of(IReadOnlyList<OpenMatter> open, OverviewScope scope, WatchLimits limits)
    {
        var live = open.Where(matter => matter.State.IsLive).ToList();
        return new Stock(
            Held.Of(live), Held.Of(OutOfTotal(open)),
            [.. Enum.GetValues<DocketState>().Where(state => state.IsOpen).Select(state => (state, Held.Of(open.Where(matter => matter.State == state))))],
            [.. Enum.GetValues<AgeBand>().Select(band => Row(band, open.Where(matter => Age.BandOf(matter.DecidedOn, scope.On) == band)))],
            [.. open.GroupBy(matter => matter.DocketYear).OrderByDescending(g => g.Key).Select(g => Row(g.Key, g))],
            [.. open.GroupBy(matter => matter.Officer).Select(g => new OfficerStock(
                scope.OfficerCode(g.Key), scope.OfficerName(g.Key), Held.Of(g.Where(matter => matter.State.IsLive)), Held.Of(OutOfTotal(g)),
                g.Count(matter => Listing.TenYears.Has(matter, scope.On, limits))))
                .OrderBy(officer => officer.Officer is null).ThenByDescending(officer => officer.Live.Matters).ThenBy(officer => officer.Officer, StringComparer.Ordinal)],
            live.FirstOrDefault());
    }

    private static StockRow<T> Row<T>(T key, IEnumerable<OpenMatter> matters)
    {
        var list = matters.ToList();
        return new StockRow<T>(key, Held.Of(list.Where(matter => matter.State.IsLive)), Held.Of(OutOfTotal(list)));
    }

    private static IEnumerable<OpenMatter> OutOfTotal(IEnumerable<OpenMatter> matters) => matters.Where(matter => matter.State == DocketState.Separate);
}
