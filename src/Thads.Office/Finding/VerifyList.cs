using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>Proves that the list by which matters are found is what it would be if it were drawn anew.</summary>
public static class VerifyList
{
    /// <param name="files">At most <see cref="MatterFiles.Block"/> matters, each with where it stands.</param>
    /// <returns>`verify.list` for each matter that is not in the list as the books have it.</returns>
    public static async Task<List<Refusal>> FaultsAsync(DbConnection connection, IReadOnlyList<(MatterFile File, MatterStanding Standing)> files, UnitTree units, CancellationToken ct)
    {
        var names = files.Select((f, i) => ($"m{i}", (object?)f.File.Matter.Id)).ToArray();
        var which = $"l.matter_id IN ({string.Join(',', names.Select(n => '@' + n.Item1))})";
        var listed = (await connection.ListAsync(
            $"""
            SELECT l.matter_id, l.code, l.decision_number, l.unit_id, l.officer_id, l.state, l.owed, l.remainder, l.moved_on, l.docket_year, l.class, l.commune_id, l.decided_on,
                   l.debtor, l.debtor_order, l.debtors, l.creditor, l.creditors
            FROM matter_list l WHERE {which}
            """,
            r => new ListedMatter(
                r.Id(0), r.GetString(1), r.TextOrNone(2),
                new MatterStanding(r.GetInt32(3), r.NumberOrNone(4) ?? 0, (DocketState)r.GetInt32(5), r.GetInt64(6), r.GetInt64(7), r.Day(8)),
                r.GetInt32(9), r.GetInt32(10), r.NumberOrNone(11) ?? 0, r.Day(12), r.TextOrNone(13), r.GetString(14), r.GetInt32(15), r.TextOrNone(16), r.GetInt32(17)), ct, names))
            .ToLookup(l => l.Id);
        var texts = (await connection.ListAsync(
            $"SELECT l.matter_id, t.key, t.written FROM matter_list l JOIN matter_text t ON t.number = l.number WHERE {which} ORDER BY t.id",
            r => (Matter: r.Id(0), Text: new ListedText(r.GetString(1), r.GetString(2))), ct, names)).ToLookup(t => t.Matter, t => t.Text);
        var parties = await MatterList.PartiesAsync(connection, files.Select(f => f.File), ct);
        return [.. files
            .Where(f => !Agrees(ListedMatter.Of(f.File, f.Standing, parties, units), listed[f.File.Matter.Id], texts[f.File.Matter.Id]))
            .Select(f => new Refusal("verify.list", f.File.Matter.Code))];
    }

    private static bool Agrees(ListedMatter drawn, IEnumerable<ListedMatter> listed, IEnumerable<ListedText> texts) =>
        listed.ToList() is [var one] && one.SameRow(drawn) && texts.SequenceEqual(drawn.Texts);
}
