using Thads.Office.Acts;
using Thads.Office.Clocks;
using Thads.Office.Data;
using Thads.Office.Docket;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Procedure;

/// <summary>Where a line stands before and after what is to be recorded.</summary>
public sealed record LineChange(Obligation Line, DocketState Before, DocketState After, long LeftBefore, long LeftAfter);

/// <summary>What follows from recording something, before it is recorded.</summary>
/// <param name="Why">Null = it may be recorded.</param>
/// <param name="Lines">Those that change.</param>
/// <param name="Opened">Limits that begin.</param>
/// <param name="Ended">Limits that end.</param>
public sealed record Consequences(Refusal? Why, DocketState Before, DocketState After, IReadOnlyList<LineChange> Lines, IReadOnlyList<Clock> Opened, IReadOnlyList<Clock> Ended);

/// <summary>A matter as its forms need it.</summary>
/// <param name="Version">How often it was changed.</param>
/// <param name="Clocks">All its limits.</param>
public sealed record ProcedureBoard(MatterFile File, int Version, DocketState State, UnitTree Tree, IReadOnlyList<Proceeding> Proceedings, IReadOnlyList<Clock> Clocks, IReadOnlyDictionary<string, string> Parties, MatterClocks Rules)
{
    /// <summary>Why nothing can be recorded by a form as the matter stands today, whatever is typed; null = something can.</summary>
    public Refusal? WhyNot(ProcedureForm form, DateOnly today)
    {
        if (form.ArticleOn(today) is null)
        {
            return new("procedure.not-in-law", [form.Code, today], form.Old);
        }

        if (form.StepKind is not { } kind || kind.IsHandover)
        {
            return null;
        }

        var tries = (kind.NeedsLine ? File.Matter.Lines.Select(line => line.Number) : [0])
            .Select(line => RecordStep.WhyNot(File, new Step(File.Steps.Count + 1, kind, line, today, today, null, kind.TakesAmount ? 1 : 0), today, Tree)).ToList();
        return tries.Contains(null) ? null : tries[0];
    }
}

/// <summary>Reads a matter for its forms, and tells what would follow.</summary>
public static class PreviewProceeding
{
    /// <exception cref="NotFoundException">`matter.unknown`.</exception>
    public static async Task<ProcedureBoard> ReadAsync(string matter, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var now = await connection.ListAsync(
            "SELECT n.version, n.unit_id, n.state FROM matter m JOIN matter_now n ON n.matter_id = m.id WHERE m.code = @code", r => (Version: r.GetInt32(0), Unit: r.GetInt32(1), State: (DocketState)r.GetInt32(2)), ct, ("code", matter));
        if (now.Count == 0 || !work.Person.Sees(now[0].Unit))
        {
            throw new NotFoundException(new Refusal("matter.unknown", matter));
        }

        var file = (await MatterFiles.ByCodeAsync(connection, matter, ct))!;
        var proceedings = await Matters.Proceedings.OfAsync(connection, file.Matter.Id, ct);
        var rules = await MatterClocks.OfAsync(work, ct);
        var parties = await connection.ListAsync(
            "SELECT p.code, p.name FROM party p WHERE p.id IN (SELECT party_id FROM matter_party WHERE matter_id = @matter)", r => (Code: r.GetString(0), Name: r.GetString(1)), ct, ("matter", file.Matter.Id));
        return new(file, now[0].Version, now[0].State, await UnitTree.OfAsync(work, ct), proceedings, rules.Of(file, proceedings, work.Today), parties.ToDictionary(party => party.Code, party => party.Name, StringComparer.Ordinal), rules);
    }

    /// <summary>What would follow, by the same rules as the act.</summary>
    public static Consequences Of(ProcedureBoard board, ProcedureForm form, RecordProceeding.Input input, DateOnly today)
    {
        var (why, step, happened) = RecordProceeding.Draft(form, input, board.File, today, board.Tree, partner => board.Tree.Communes.ContainsKey(partner) || board.Parties.ContainsKey(partner));
        if (why is not null)
        {
            return new(why, board.State, board.State, [], [], []);
        }

        var after = board.File with { Steps = step is null ? board.File.Steps : [.. board.File.Steps, step], Events = happened is null ? board.File.Events : [.. board.File.Events, happened] };
        var (before, now) = (Replayed(board.File), Replayed(after));
        var clocks = board.Rules.Of(after, [.. board.Proceedings, new Proceeding(happened is not null, step?.Number ?? happened!.Number, form.Code, input.Ground, input.Document, input.At, input.Forces, input.Until)], today);
        return new(
            null, before.State, now.State,
            [.. board.File.Matter.Lines.Select(line => new LineChange(line, before.StateOf(line.Number), now.StateOf(line.Number), before.RemainderOf(line.Number), now.RemainderOf(line.Number)))
                .Where(line => line.Before != line.After || line.LeftBefore != line.LeftAfter)],
            [.. clocks.Where(clock => clock.IsOpen && clock.Turn != ClockTurn.House && !board.Clocks.Any(known => known.IsOpen && IsSame(known, clock)))],
            [.. board.Clocks.Where(known => known.IsOpen && known.Turn != ClockTurn.House && !clocks.Any(clock => clock.IsOpen && IsSame(known, clock)))]);
    }

    private static bool IsSame(Clock one, Clock other) => one.Code == other.Code && one.StartedOn == other.StartedOn && one.Lines.SequenceEqual(other.Lines);

    private static DocketReplay Replayed(MatterFile file)
    {
        var replay = new DocketReplay(file.Matter, []);
        foreach (var step in file.Steps.Where(step => step.VoidedOn is null).Order(Comparer<Step>.Create(Step.InOrder)))
        {
            replay.Apply(step);
        }

        return replay;
    }
}
