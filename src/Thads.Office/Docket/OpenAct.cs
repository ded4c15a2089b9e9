using System.Data.Common;
using Thads.Office.Acts;
using Thads.Office.Data;
using Thads.Office.Matters;
using Thads.Office.Units;

namespace Thads.Office.Docket;

/// <summary>What an act wrote into one matter.</summary>
/// <param name="Docketed">Whether the matter came into the books by it.</param>
/// <param name="Steps">Steps it recorded.</param>
/// <param name="VoidedSteps">Steps it took back.</param>
public sealed record ActInMatter(
    Matter Matter, bool Docketed, IReadOnlyList<Step> Steps, IReadOnlyList<Step> VoidedSteps, IReadOnlyList<MatterEvent> Events, IReadOnlyList<MatterEvent> VoidedEvents);

/// <param name="Total">Matters it wrote into, of those the person sees.</param>
/// <param name="Shown">Those of the page asked for, by code.</param>
public sealed record OpenedAct(ActOfMatter Act, long Total, IReadOnlyList<ActInMatter> Shown);

/// <summary>Opens an act: who, when, what and why, and what it wrote into the matters the person sees.</summary>
public static class OpenAct
{
    /// <summary>Ends of the kinds of acts that bring new matters in; all others name the matters they touch one by one.</summary>
    private const string BringsMatters = "-imported";

    /// <param name="Skip">Matters of the pages before.</param>
    /// <param name="Take">At most <see cref="MatterFiles.Block"/>.</param>
    public sealed record Input(long Sequence, int Skip, int Take);

    /// <exception cref="NotFoundException">`act.unknown`: there is none of that number, or it wrote into no matter this person sees.</exception>
    public static async Task<OpenedAct> RunAsync(Input input, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadMatters);
        var connection = await work.ConnectAsync(ct);
        var act = (await connection.ListAsync(
            "SELECT kind, person, at, reason FROM act WHERE seq = @act", r => new ActOfMatter(input.Sequence, r.GetString(0), r.GetString(1), r.Moment(2), r.TextOrNone(3)), ct,
            ("act", input.Sequence))).SingleOrDefault() ?? throw Unknown(input.Sequence);
        var tree = await UnitTree.OfAsync(work, ct);
        var touched = $"({TouchedBy(act)}) AND m.id IN (SELECT n.matter_id FROM matter_now n WHERE n.unit_id IN ({Sql.List(tree.Units.VisibleTo(work.Person))}))";
        var total = await connection.ValueAsync<long>($"SELECT count(*) FROM matter m WHERE {touched}", ct, ("act", input.Sequence));
        return total == 0 ? throw Unknown(input.Sequence) : new OpenedAct(act, total, await ShownAsync(connection, touched, input, ct));
    }

    private static string TouchedBy(ActOfMatter act) =>
        "m.id IN (SELECT t.matter_id FROM act_matter t WHERE t.act = @act)" + (act.Kind.EndsWith(BringsMatters, StringComparison.Ordinal) ? " OR m.act = @act" : "");

    private static async Task<IReadOnlyList<ActInMatter>> ShownAsync(DbConnection connection, string touched, Input input, CancellationToken ct)
    {
        var ids = await connection.ListAsync(
            $"SELECT m.id FROM matter m WHERE {touched} ORDER BY m.code LIMIT @take OFFSET @skip", r => r.Id(0), ct, ("act", input.Sequence), ("take", input.Take), ("skip", input.Skip));
        var files = await MatterFiles.ByIdAsync(connection, ids, ct);
        return [.. files.OrderBy(file => file.Matter.Code, StringComparer.Ordinal).Select(file => new ActInMatter(
            file.Matter, file.Matter.Act == input.Sequence,
            [.. file.Steps.Where(step => step.Act == input.Sequence)], [.. file.Steps.Where(step => step.VoidAct == input.Sequence)],
            [.. file.Events.Where(happened => happened.Act == input.Sequence)], [.. file.Events.Where(happened => happened.VoidAct == input.Sequence)]))];
    }

    private static NotFoundException Unknown(long act) => new(new Refusal("act.unknown", act));
}
