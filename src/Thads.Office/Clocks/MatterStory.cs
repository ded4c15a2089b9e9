using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Clocks;

/// <summary>A stretch of days in which some lines stood in one state.</summary>
/// <param name="To">Day on which they left it; null = they stand in it.</param>
/// <param name="Step">Number of the step that brought them there; 0 = the docketing.</param>
internal sealed record Stretch(DocketState State, DateOnly From, DateOnly? To, IReadOnlyList<int> Lines, int Step);

/// <summary>What happened in a matter by all that is known on a day, as limits are drawn from it: where each line stood from when to when, and every event in its order.</summary>
internal sealed class MatterStory
{
    public MatterStory(MatterFile file, DateOnly today)
    {
        Matter = file.Matter;
        var steps = file.Steps.Where(step => step.IsKnownOn(today)).ToList();
        steps.Sort(Step.InOrder);
        Events = [.. file.Events.Where(one => one.KnownOn <= today && !(one.VoidedOn <= today)).OrderBy(one => one.On).ThenBy(one => one.Number)];
        var replay = new DocketReplay(file.Matter, []);
        var open = file.Matter.Lines.ToDictionary(line => line.Number, _ => (State: DocketState.InProgress, From: file.Matter.DecidedOn, Step: 0));
        var all = new List<(DocketState State, DateOnly From, DateOnly? To, int Line, int Step)>();
        foreach (var step in steps)
        {
            replay.Apply(step);
            foreach (var line in file.Matter.Lines)
            {
                if (replay.StateOf(line.Number) is var now && now != open[line.Number].State)
                {
                    var before = open[line.Number];
                    all.Add((before.State, before.From, step.On, line.Number, before.Step));
                    open[line.Number] = (now, step.On, step.Number);
                }
            }
        }

        all.AddRange(open.Select(line => (line.Value.State, line.Value.From, (DateOnly?)null, line.Key, line.Value.Step)));
        Stretches = [.. all.GroupBy(one => (one.State, one.From, one.To, one.Step)).Select(group => new Stretch(group.Key.State, group.Key.From, group.Key.To, [.. group.Select(one => one.Line)], group.Key.Step))];
        State = replay.State;
        ClosedOn = replay.State.IsOpen ? null : steps.Count == 0 ? file.Matter.DecidedOn : steps[^1].On;
        Touched = [.. steps.Where(step => !step.Kind.IsHandover).Select(step => step.On).Concat(Events.Select(one => one.On)).Order()];
    }

    public Matter Matter { get; }

    public IReadOnlyList<MatterEvent> Events { get; }

    public IReadOnlyList<Stretch> Stretches { get; }

    public DocketState State { get; }

    /// <summary>Null = the matter is open.</summary>
    public DateOnly? ClosedOn { get; }

    /// <summary>Days of all steps and events but handovers, in their order.</summary>
    public IReadOnlyList<DateOnly> Touched { get; }

    public IEnumerable<DateOnly> DaysOf(EventKind kind) => Events.Where(one => one.Kind == kind).Select(one => one.On);

    public DateOnly? FirstOf(EventKind kind, DateOnly from) => DaysOf(kind).Where(day => day >= from).Select(day => (DateOnly?)day).FirstOrDefault();

    /// <summary>The first day on which no line was in progress any more, from a day on; null = one still is.</summary>
    public DateOnly? LeftInProgress(DateOnly from) =>
        Stretches.Where(one => one.State == DocketState.InProgress && !(one.To < from)).ToList() is { Count: > 0 } running
            ? running.Any(one => one.To is null) ? null : running.Max(one => one.To) : from;
}
