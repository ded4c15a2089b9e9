using System.Text.Json;
using Thads.Office.Docket;
using Thads.Office.Overview;

namespace Thads.Office.Targets;

/// <summary>What makes a matter easier or harder to finish. Its word stands in effort.json.</summary>
public enum EffortMark
{
    /// <summary>Money left, by bands.</summary>
    Left = 1,

    /// <summary>Each open line beyond the first.</summary>
    MoreLines = 2,

    /// <summary>Something to be handed over or done, not paid.</summary>
    NotMoney = 3,

    /// <summary>Money came in of late.</summary>
    Paid = 4,

    /// <summary>Persuaded of late, and agreed.</summary>
    Agreed = 5,

    /// <summary>Persuaded of late, and refused since.</summary>
    Refused = 6,

    /// <summary>Verified of late as able to pay.</summary>
    Able = 7,

    /// <summary>A coercion decision stands: it must be carried out.</summary>
    Coercion = 8,

    /// <summary>Postponed by agreement of the parties.</summary>
    Postponed = 9,

    /// <summary>Paused: a complaint, or another stop, must be dealt with first.</summary>
    Paused = 10,

    /// <summary>Nothing done for long.</summary>
    Idle = 11,
}

/// <summary>What is known of an open matter when its effort is estimated.</summary>
/// <param name="Left">Đồng left on its enforceable lines.</param>
/// <param name="OpenLines">Lines with money left.</param>
/// <param name="Blocked">Lines with money left that are not enforceable, postponed or suspended: the matter cannot be settled before these.</param>
/// <param name="NotMoney">Lines without an amount: something to hand over or to do.</param>
public sealed record ReachableMatter(
    OpenMatter Matter, long Left, int OpenLines, int Blocked, int NotMoney, DateOnly? PaidOn, DateOnly? AgreedOn, DateOnly? RefusedOn, DateOnly? AbleOn, DateOnly? CoercionOn);

/// <summary>One reason of a score.</summary>
/// <param name="Number">Đồng, or lines; 0 where there is none to say.</param>
/// <param name="On">The day it rests on.</param>
public sealed record EffortReason(EffortMark Mark, int Points, long Number = 0, DateOnly? On = null);

/// <summary>An estimate of the work a matter still takes, in points that only compare matters with each other; the sum of its reasons, and at least <see cref="Least"/>.</summary>
/// <param name="Version">Of the rule: kept beside every list made by it.</param>
/// <param name="Since">First day of this version.</param>
public sealed record EffortRule(string Version, DateOnly Since, string Source, int Least, IReadOnlyList<EffortRule.Band> Left, IReadOnlyList<EffortRule.MarkPoints> Marks)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<EffortRule> Loaded = new(Load);

    /// <param name="UpTo">Đồng, included; null = all above.</param>
    public sealed record Band(int Points, long? UpTo = null);

    /// <param name="What">Word of an <see cref="EffortMark"/>.</param>
    /// <param name="Days">Counts when it happened within so many days; null = whenever.</param>
    /// <param name="Each">For each, and not once.</param>
    /// <param name="Most">At most so many points.</param>
    public sealed record MarkPoints(string What, int Points, int? Days = null, bool Each = false, int? Most = null);

    /// <summary>The rule in force.</summary>
    public static EffortRule Current => Loaded.Value;

    /// <summary>The score of a matter on a day, with its reasons.</summary>
    public (int Effort, IReadOnlyList<EffortReason> Why) Of(ReachableMatter matter, DateOnly on)
    {
        var why = new List<EffortReason>();
        if (matter.Left > 0)
        {
            why.Add(new EffortReason(EffortMark.Left, Left.First(band => band.UpTo is null || matter.Left <= band.UpTo).Points, matter.Left));
        }

        foreach (var points in Marks)
        {
            if (Codes.TryRead<EffortMark>(points.What, out var mark) && Applies(mark, points, matter, on) is { } reason)
            {
                why.Add(reason);
            }
        }

        return (Math.Max(Least, why.Sum(reason => reason.Points)), why);
    }

    private static EffortReason? Applies(EffortMark mark, MarkPoints points, ReachableMatter matter, DateOnly on)
    {
        EffortReason? On(DateOnly? day, bool holds = true) =>
            holds && day is { } there && (points.Days is not { } days || there >= on.AddDays(-days)) ? new EffortReason(mark, points.Points, On: there) : null;
        EffortReason? Count(int count) =>
            count <= 0 ? null : new EffortReason(mark, points.Each ? Math.Min(points.Points * count, points.Most ?? int.MaxValue) : points.Points, count);
        return mark switch
        {
            EffortMark.Left => null,
            EffortMark.MoreLines => Count(matter.OpenLines - 1),
            EffortMark.NotMoney => Count(matter.NotMoney),
            EffortMark.Paid => On(matter.PaidOn),
            EffortMark.Agreed => On(matter.AgreedOn, !(matter.RefusedOn > matter.AgreedOn)),
            EffortMark.Refused => On(matter.RefusedOn, !(matter.AgreedOn >= matter.RefusedOn)),
            EffortMark.Able => On(matter.AbleOn),
            EffortMark.Coercion => On(matter.CoercionOn),
            EffortMark.Postponed => On(matter.Matter.Since, matter.Matter.State == DocketState.PostponedByAgreement),
            EffortMark.Paused => On(matter.Matter.Since, matter.Matter.State == DocketState.Paused),
            EffortMark.Idle => matter.Matter.TouchedOn < on.AddDays(-(points.Days ?? 0)) ? new EffortReason(mark, points.Points, On: matter.Matter.TouchedOn) : null,
        };
    }

    private static EffortRule Load()
    {
        using var stream = typeof(EffortRule).Assembly.GetManifestResourceStream("Thads.Office.Targets.effort.json")!;
        var rule = JsonSerializer.Deserialize<EffortRule>(stream, Reading)!;
        return rule.Left.Count > 0 && rule.Left[^1].UpTo is null && rule.Marks.All(mark => Codes.TryRead<EffortMark>(mark.What, out _))
            ? rule
            : throw new InvalidDataException("effort.json: the last band has no upper end, and every mark is known.");
    }
}
