using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Docket;

/// <summary>Where a line stands by all that is known.</summary>
/// <param name="Remainder">Đồng: what is left, or what it was closed with.</param>
public sealed record LineStanding(Obligation Line, DocketState State, long Remainder);

/// <summary>An act that touched a matter, as it is shown beside what it wrote.</summary>
/// <param name="At">UTC.</param>
public sealed record ActOfMatter(long Sequence, string Kind, string Person, DateTime At, string? Reason);

/// <summary>A matter with all the books hold of it, and where it stands.</summary>
/// <param name="Unit">Unit that holds it now.</param>
/// <param name="Officer">Officer who holds it now; 0 = not assigned.</param>
/// <param name="Moves">Its moves in the order in which they were posted.</param>
/// <param name="Parties">By code: those in the matter, and those its events speak of.</param>
/// <param name="Acts">By number: what docketed it, and what has changed it since.</param>
public sealed record MatterBook(
    MatterFile File, int Unit, int Officer, DocketState State, IReadOnlyList<LineStanding> Lines, IReadOnlyList<PostedMove> Moves,
    IReadOnlyDictionary<string, Party> Parties, UnitTree Tree, IReadOnlyDictionary<long, ActOfMatter> Acts)
{
    /// <summary>The day from which the matter stands where it stands: of the last change of its state that is known.</summary>
    public DateOnly StandsSince => Moves.Where(m => m.Move.Line == 0 && !m.Move.IsHandover).GroupBy(m => m.Move).Where(g => g.Sum(m => m.TakenBack ? -1 : 1) > 0)
        .Select(g => g.Key).Where(m => m.To == State).Select(m => m.On).DefaultIfEmpty(File.Matter.DecidedOn).Max();

    /// <summary>Đồng left on the lines that are open.</summary>
    public long Remainder => Lines.Where(line => line.State.IsOpen).Sum(line => line.Remainder);
}

/// <summary>Reads one matter whole, and draws from its steps where each line stands.</summary>
public static class ReadMatterBook
{
    /// <exception cref="NotFoundException">`matter.unknown`: it is not in the books, or not this person's to see.</exception>
    public static async Task<MatterBook> RunAsync(string code, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var file = await MatterFiles.ByCodeAsync(connection, code, ct) ?? throw Unknown(code);
        var now = new DocketReplay(file.Matter, []);
        foreach (var step in file.Steps.Where(step => step.IsKnownOn(work.Today)).Order(Comparer<Step>.Create(Step.InOrder)))
        {
            now.Apply(step);
        }

        if (!work.Person.Sees(now.Unit))
        {
            throw Unknown(code);
        }

        var moves = await DocketBook.MovesOfAsync(connection, [file.Matter.Id], ct);
        var parties = await connection.ListAsync(
            """
            SELECT p.id, p.code, p.kind, p.name, p.number, p.address, c.code, p.extra, p.act FROM party p LEFT JOIN commune c ON c.id = p.commune_id
            WHERE p.id IN (SELECT party_id FROM matter_party WHERE matter_id = @matter) OR p.code IN (SELECT partner FROM matter_event WHERE matter_id = @matter)
            """,
            r => new Party(r.Id(0), r.GetString(1), (PartyKind)r.GetInt32(2), r.GetString(3), r.TextOrNone(4), r.TextOrNone(5), r.TextOrNone(6), r.TextOrNone(7), r.GetInt64(8)),
            ct, ("matter", file.Matter.Id));
        return new MatterBook(
            file, now.Unit, now.Officer, now.State,
            [.. file.Matter.Lines.Select(line => new LineStanding(line, now.StateOf(line.Number), now.RemainderOf(line.Number)))],
            [.. moves[file.Matter.Id]], parties.ToDictionary(p => p.Code, StringComparer.Ordinal), await UnitTree.OfAsync(work, ct), await ActsAsync(connection, file, ct));
    }

    private static async Task<Dictionary<long, ActOfMatter>> ActsAsync(DbConnection connection, MatterFile file, CancellationToken ct)
    {
        var numbers = file.Steps.SelectMany(s => new[] { s.Act, s.VoidAct }).Concat(file.Events.SelectMany(e => new[] { e.Act, e.VoidAct })).Concat(file.Parties.Select(p => p.Act))
            .Append(file.Matter.Act).Where(act => act > 0).Distinct();
        var acts = new Dictionary<long, ActOfMatter>();
        foreach (var some in numbers.Chunk(MatterFiles.Block))
        {
            await connection.EachAsync(
                $"SELECT seq, kind, person, at, reason FROM act WHERE seq IN ({string.Join(',', some)})",
                r => acts.Add(r.GetInt64(0), new ActOfMatter(r.GetInt64(0), r.GetString(1), r.GetString(2), r.Moment(3), r.TextOrNone(4))), ct);
        }

        return acts;
    }

    private static NotFoundException Unknown(string code) => new(new Refusal("matter.unknown", code));
}
