using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>
/// Finds matters by where they stand now and by what is written in them, a page at a time and exactly counted. Units the person
/// does not see have nothing in it, not even a count.
/// </summary>
public static class FindMatters
{
    /// <summary>Above so many, what stands just as it was typed is no longer put first: whoever gets a thousand must say more anyway.</summary>
    private const int MostInOrderOfNearness = 1_000;

    /// <param name="Order">Null = the usual one; of what is looked for by words, what is nearest first.</param>
    /// <param name="After">The page that follows this place; null = the first.</param>
    /// <param name="UpTo">The page that ends before this place.</param>
    public sealed record Input(MatterFilter Filter, MatterOrder? Order = null, int Size = 100, MatterPlace? After = null, MatterPlace? UpTo = null);

    /// <exception cref="NotFoundException">`code.unknown`: no such unit, officer or commune, or not this person's to see.</exception>
    public static async Task<FoundMatters> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var tree = await UnitTree.OfAsync(work, ct);
        var query = await MatterQuery.OfAsync(input.Filter, work, ct);
        var total = await connection.ValueAsync<long>($"SELECT count(*) FROM matter_list l {query.Where()}", ct, query.Parameters());
        var sorting = Sorting.Of(input.Order, query, total);
        var (place, isBackwards) = input.UpTo is { } upTo ? (upTo, true) : (input.After, false);
        var from = place is null ? null : await sorting.ValuesAsync(connection, query, place.Code, ct);
        if (from is null)
        {
            // No place, or one that is no longer there: the beginning.
            return new FoundMatters(await PageAsync(connection, query, sorting, input.Size, null, false, ct), total, 0, tree);
        }

        // Going back, the page is the last `Size` before the place; nearer the beginning there are fewer.
        var size = isBackwards ? Math.Min(input.Size, place!.Before) : input.Size;
        var rows = await PageAsync(connection, query, sorting, size, from, isBackwards, ct);
        if (isBackwards)
        {
            rows.Reverse();
        }

        return new FoundMatters(rows, total, isBackwards ? place!.Before - rows.Count : place!.Before, tree);
    }

    /// <summary>How many there are, exactly.</summary>
    public static async Task<long> CountAsync(MatterFilter filter, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var query = await MatterQuery.OfAsync(filter, work, ct);
        return await (await work.ConnectAsync(ct)).ValueAsync<long>($"SELECT count(*) FROM matter_list l {query.Where()}", ct, query.Parameters());
    }

    /// <summary>All of them in their order, one by one.</summary>
    public static async Task EachAsync(MatterFilter filter, MatterOrder? order, Action<FoundMatter> take, Work work, CancellationToken ct)
    {
        var total = await CountAsync(filter, work, ct);
        var query = await MatterQuery.OfAsync(filter, work, ct);
        var sorting = Sorting.Of(order, query, total);
        await (await work.ConnectAsync(ct)).EachAsync(
            $"SELECT {FoundMatter.Columns} FROM matter_list l {query.Where()} ORDER BY {sorting.By(false)}", r => take(FoundMatter.Read(r)), ct, query.Parameters(sorting.Parameters));
    }

    private static Task<List<FoundMatter>> PageAsync(
        DbConnection connection, MatterQuery query, Sorting sorting, int size, object[]? from, bool isBackwards, CancellationToken ct) => connection.ListAsync(
        $"SELECT {FoundMatter.Columns} FROM matter_list l {(from is null ? query.Where() : query.Where(sorting.Beyond(isBackwards)))} ORDER BY {sorting.By(isBackwards)} LIMIT {size}",
        FoundMatter.Read, ct, query.Parameters([.. sorting.Parameters, .. (from ?? []).Select((value, i) => ($"from{i}", (object?)value))]));

    /// <summary>An order as SQL: its columns all go the same way, the number of the matter last.</summary>
    private sealed record Sorting(IReadOnlyList<string> Columns, bool Descending, (string, object?)[] Parameters)
    {
        public static Sorting Of(MatterOrder? order, MatterQuery query, long total)
        {
            var by = order ?? MatterOrder.Usual;
            return order is null && total <= MostInOrderOfNearness && query.Nearness is { } nearness
                ? new Sorting([nearness.Sql, by.Column, "l.number"], by.Descending, nearness.Parameters)
                : new Sorting([by.Column, "l.number"], by.Descending, []);
        }

        public string By(bool isBackwards) => string.Join(", ", Columns.Select(column => column + (Descending != isBackwards ? " DESC" : "")));

        public string Beyond(bool isBackwards) =>
            $"({string.Join(", ", Columns)}) {(Descending != isBackwards ? "<" : ">")} ({string.Join(", ", Columns.Select((_, i) => $"@from{i}"))})";

        /// <summary>What a matter has in these columns; null where it is not in the list, or not this person's to see.</summary>
        public async Task<object[]?> ValuesAsync(DbConnection connection, MatterQuery query, string code, CancellationToken ct) => (await connection.ListAsync(
            $"SELECT {string.Join(", ", Columns)} FROM matter_list l WHERE l.matter_id = (SELECT m.id FROM matter m WHERE m.code = @code) AND {query.Seen}",
            r => Enumerable.Range(0, r.FieldCount).Select(i => r.GetValue(i) is DateTime day ? DateOnly.FromDateTime(day) : r.GetValue(i)).ToArray(), ct, [("code", code), .. Parameters])).SingleOrDefault();
    }
}
