using System.Data.Common;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Finding;

/// <summary>
/// Puts matters into the list by which they are found, and draws their texts anew when parties came. Where they stand is said with
/// `matter_now` (<see cref="DocketPosting.UpdateNowAsync"/>). They wait here until <see cref="FlushAsync"/>, which reads their
/// parties from the tables: these must be there.
/// </summary>
public sealed class MatterList(DbConnection connection, UnitTree units) : IDisposable
{
    private readonly BulkTable _list = BulkTable.Of(connection, "matter_list", "number", "matter_id", "code", "decision_number", "unit_id", "officer_id", "state",
        "docket_year", "class", "commune_id", "decided_on", "owed", "remainder", "moved_on", "debtor", "debtor_order", "debtors", "creditor", "creditors");

    private readonly BulkTable _text = BulkTable.Of(connection, "matter_text", "id", "number", "key", "written");
    private readonly List<(MatterFile File, MatterStanding? Standing)> _waiting = [];
    private (int Number, int Text)? _last;

    /// <summary>A matter that is new in the books.</summary>
    public void Add(MatterFile file, MatterStanding standing) => _waiting.Add((file, standing));

    /// <summary>A matter of the books to which parties came.</summary>
    public void Rename(MatterFile file) => _waiting.Add((file, null));

    /// <summary>At most <see cref="MatterFiles.Block"/> matters may wait.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var parties = await PartiesAsync(connection, _waiting.Select(w => w.File), ct);
        foreach (var (file, standing) in _waiting)
        {
            if (standing is { } stands)
            {
                await AddAsync(ListedMatter.Of(file, stands, parties, units), ct);
            }
            else
            {
                await RenameAsync(ListedMatter.Of(file, default, parties, units), ct);
            }
        }

        _waiting.Clear();
        if (_list.IsFull || _text.IsFull)
        {
            Flush();
        }
    }

    /// <summary>Everything is in the tables.</summary>
    public void Flush()
    {
        _list.Flush();
        _text.Flush();
    }

    /// <summary>Draws the list of books that have none yet.</summary>
    public static async Task FillAsync(DbConnection connection, CancellationToken ct)
    {
        var units = await UnitTree.LoadAsync(connection, ct);
        using var list = new MatterList(connection, units);
        var last = Guid.Empty;
        while (await connection.ListAsync($"SELECT id FROM matter WHERE id > @last ORDER BY id LIMIT {MatterFiles.Block}", r => r.Id(0), ct, ("last", last)) is { Count: > 0 } ids)
        {
            foreach (var file in await MatterFiles.ByIdAsync(connection, ids, ct))
            {
                list.Add(file, MatterStanding.Of(file.Matter, file.Steps));
            }

            await list.FlushAsync(ct);
            last = ids[^1];
        }

        list.Flush();
    }

    /// <summary>The parties of these matters, by code.</summary>
    internal static async Task<Dictionary<string, Party>> PartiesAsync(DbConnection connection, IEnumerable<MatterFile> files, CancellationToken ct)
    {
        var parties = new Dictionary<string, Party>(StringComparer.Ordinal);
        foreach (var codes in files.SelectMany(f => f.Parties).Select(p => p.Party).Distinct().Chunk(MatterFiles.Block))
        {
            var names = codes.Select((code, i) => ($"p{i}", (object?)code)).ToArray();
            await connection.EachAsync(
                $"""
                SELECT p.id, p.code, p.kind, p.name, p.number, p.address, c.code, p.extra, p.act FROM party p LEFT JOIN commune c ON c.id = p.commune_id
                WHERE p.code IN ({string.Join(',', names.Select(n => '@' + n.Item1))})
                """,
                r => parties.Add(r.GetString(1), new Party(r.Id(0), r.GetString(1), (PartyKind)r.GetInt32(2), r.GetString(3), r.TextOrNone(4), r.TextOrNone(5), r.TextOrNone(6), r.TextOrNone(7), r.GetInt64(8))),
                ct, names);
        }

        return parties;
    }

    public void Dispose()
    {
        _list.Dispose();
        _text.Dispose();
    }

    private async Task AddAsync(ListedMatter matter, CancellationToken ct)
    {
        _last ??= await LastAsync(ct);
        var number = _last.Value.Number + 1;
        _last = (number, _last.Value.Text);
        var stands = matter.Standing;
        _list.Whole(number).Id(matter.Id).Text(matter.Code).Text(matter.DecisionNumber).Whole(stands.Unit).WholeOrNone(stands.Officer).Small((int)stands.State)
            .Small(matter.DocketYear).Small(matter.Class).WholeOrNone(matter.Commune).Day(matter.DecidedOn).Number(stands.Owed).Number(stands.Remainder).Day(stands.MovedOn)
            .Text(matter.Debtor).Text(matter.DebtorOrder).Whole(matter.Debtors).Text(matter.Creditor).Whole(matter.Creditors).EndRow();
        AddTexts(number, matter);
    }

    private async Task RenameAsync(ListedMatter matter, CancellationToken ct)
    {
        Flush();
        _last ??= await LastAsync(ct);
        var number = await connection.ValueAsync<int>("SELECT number FROM matter_list WHERE matter_id = @id", ct, ("id", matter.Id));
        await connection.RunAsync(
            """
            UPDATE matter_list SET debtor = @debtor, debtor_order = @order, debtors = @debtors, creditor = @creditor, creditors = @creditors WHERE number = @number;
            DELETE FROM matter_text WHERE number = @number
            """, ct,
            ("debtor", matter.Debtor), ("order", matter.DebtorOrder), ("debtors", matter.Debtors), ("creditor", matter.Creditor), ("creditors", matter.Creditors), ("number", number));
        AddTexts(number, matter);
    }

    private void AddTexts(int number, ListedMatter matter)
    {
        var (last, id) = _last!.Value;
        foreach (var text in matter.Texts)
        {
            _text.Whole(++id).Whole(number).Text(text.Key).Text(text.Written).EndRow();
        }

        _last = (last, id);
    }

    /// <summary>Call under the lock that numbers the acts: nobody else gives numbers then.</summary>
    private async Task<(int Number, int Text)> LastAsync(CancellationToken ct) => (
        (int)await connection.ValueAsync<long>("SELECT coalesce(max(number), 0) FROM matter_list", ct),
        (int)await connection.ValueAsync<long>("SELECT coalesce(max(id), 0) FROM matter_text", ct));
}
