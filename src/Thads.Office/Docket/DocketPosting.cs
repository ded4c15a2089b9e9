using System.Data.Common;
using Thads.Law;
using Thads.Office.Data;
using Thads.Office.Matters;

namespace Thads.Office.Docket;

/// <summary>What one act posts for one matter: the differences, and where the matter stands after it.</summary>
public sealed class DocketPosting
{
    private readonly Matter _matter;
    private readonly int _alreadyPosted;

    /// <param name="steps">All steps of the matter, those of the act included, with what voids them.</param>
    /// <param name="posted">All moves posted by earlier acts.</param>
    public DocketPosting(Matter matter, IReadOnlyList<Step> steps, IReadOnlyList<PostedMove> posted, long act)
    {
        _matter = matter;
        _alreadyPosted = posted.Count;
        Moves = DocketRules.Differences(matter, steps, posted, act);
        Standing = MatterStanding.Of(matter, steps);
    }

    public IReadOnlyList<PostedMove> Moves { get; }

    /// <summary>Where the matter stands after the act.</summary>
    public MatterStanding Standing { get; }

    /// <summary>Writes the moves; the summary gets them too where the act is closed into it at once.</summary>
    public void Write(BulkTable moves, DocketSums? sums = null)
    {
        var docketYear = StatisticalYear.Of(_matter.DecidedOn).Year;
        var ofMatter = DocketClass.Of(_matter, 0).Number;
        var ofLine = ofMatter & ~DocketClass.StateRevenueBit;
        var number = _alreadyPosted;
        foreach (var move in Moves)
        {
            var line = move.Move.Line;
            var docketClass = line == 0 ? ofMatter : ofLine | (_matter.Lines[line - 1].StateRevenue ? DocketClass.StateRevenueBit : 0);
            moves.Add(_matter.Id, ++number, move, docketClass, docketYear);
            sums?.Add(move, docketClass, docketYear);
        }
    }

    /// <summary>Says where a matter that was in the books before stands now, counts its version up and notes that the act touched it.</summary>
    public async Task UpdateNowAsync(DbConnection connection, long act, CancellationToken ct)
    {
        await connection.RunAsync(
            """
            UPDATE matter_now SET unit_id = @unit, officer_id = @officer, state = @state, version = version + 1 WHERE matter_id = @matter;
            UPDATE matter_list SET unit_id = @unit, officer_id = @officer, state = @state, owed = @owed, remainder = @remainder, moved_on = @moved WHERE matter_id = @matter;
            INSERT INTO act_matter (act, matter_id) VALUES (@act, @matter)
            """, ct,
            ("unit", Standing.Unit), ("officer", Standing.Officer == 0 ? null : Standing.Officer), ("state", Standing.State), ("matter", _matter.Id), ("act", act),
            ("owed", Standing.Owed), ("remainder", Standing.Remainder), ("moved", Standing.MovedOn));
    }
}
