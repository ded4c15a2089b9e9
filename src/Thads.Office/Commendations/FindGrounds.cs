using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Conferences;
using Thads.Office.Docket;
using Thads.Office.Figures;
using Thads.Office.Manners;
using Thads.Office.Matters;
using Thads.Office.Partners;
using Thads.Office.Ranking;
using Thads.Office.Targets;
using Thads.Office.Tasks;
using Thads.Office.Units;

namespace Thads.Office.Commendations;

/// <summary>
/// Takes the grounds of a commendation from the figures: of a unit its results and its rank, of an officer their own, of a body outside what it did for the result. Every sentence has its number and leads
/// to where it was read. The conditions of the kind are checked against the same figures; what the program cannot know is said to be open.
/// </summary>
public static class FindGrounds
{
    /// <param name="Unit">Code of the unit that nominates; its figures are read.</param>
    public sealed record Question(string Unit, int Year, CommendationKind Kind, Recipient Recipient, string? Achievement = null);

    /// <exception cref="NotFoundException">`report.unit`: not there, or not this person's to see.</exception>
    public static async Task<Grounds> RunAsync(Question question, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        var tree = await UnitTree.OfAsync(work, ct);
        var of = question.Recipient.Kind == RecipientKind.Unit ? question.Recipient.Code! : question.Unit;
        _ = tree.Seen(of, work.Person);
        var board = await TargetBoard.RunAsync(new FormQuery("04", of, question.Year, StatisticalYear.Months), work, ct);
        var line = question.Recipient.Kind == RecipientKind.Officer ? board.Officers.FirstOrDefault(one => one.Officer == question.Recipient.Code) : question.Recipient.Kind == RecipientKind.Unit ? board.Whole : null;
        var recognition = question.Recipient.Kind == RecipientKind.Unit ? await ReadRecognition.OfAsync(of, question.Year, work, ct) : null;
        var grounds = new List<Ground>();
        if (line is not null)
        {
            grounds.AddRange(OfFigures(line, of, question.Year));
        }

        if (recognition is not null)
        {
            grounds.Add(new("recognition", $"Được {recognition.DecidedBy} ghi nhận: {recognition.Official} (Quyết định số {recognition.Decision} ngày {Day(recognition.DecidedOn)})", $"/ranking/unit?unit={Uri.EscapeDataString(of)}&year={Plain(question.Year)}#decided"));
        }

        if (question.Recipient.Code is { } code)
        {
            grounds.AddRange(await OfTasksAsync(code, question, work, ct));
            if (question.Recipient.IsOutside)
            {
                grounds.AddRange(await OfPartnerAsync(code, question, work, ct));
            }
        }

        var conditions = new List<(CommendationCondition, Ground)>();
        var register = (await ReadCommendations.RunAsync(new(question.Unit, question.Year), work, ct)).Where(one => one.Holds).ToList();
        foreach (var condition in question.Kind.Conditions)
        {
            var (state, value) = condition.Check switch
            {
                ConditionCheck.NotKnown => (ConditionState.NotKnown, "hệ thống không có số liệu, người đề nghị xác nhận"),
                ConditionCheck.Holds => Holds(condition, question, register),
                ConditionCheck.OfficerTarget or ConditionCheck.UnitTargets => Targets(line),
                ConditionCheck.Recognised => recognition?.Level is not { } level ? (ConditionState.NotKnown, "chưa có quyết định ghi nhận của năm")
                    : (condition.Of!.Split(',').Contains(level.Code) ? ConditionState.Met : ConditionState.NotMet, level.Vi),
                ConditionCheck.Share => Share(condition, of, tree, board, register),
                ConditionCheck.Has => register.Any(one => one.Kind.Code == condition.Of) ? (ConditionState.Met, "có trong sổ khen thưởng của năm") : (ConditionState.NotKnown, "sổ khen thưởng của năm chưa ghi"),
                ConditionCheck.SomeGround => grounds.Count > 0 || !string.IsNullOrWhiteSpace(question.Achievement) ? (ConditionState.Met, $"{grounds.Count} căn cứ từ số liệu") : (ConditionState.NotMet, "không có căn cứ nào"),
            };
            conditions.Add((condition, new Ground(condition.Code, $"{condition.Vi}: {value}", null, state)));
        }

        return new Grounds(grounds, conditions, board.CutOff.Act);
    }

    private static IEnumerable<Ground> OfFigures(TargetLine line, string unit, int year)
    {
        foreach (var standing in new[] { line.Matters, line.Money })
        {
            if (standing.Rate is not { } rate)
            {
                continue;
            }

            var (code, form, settled, of) = standing.Measure == Measure.Matters
                ? ("matters", "04", $"{Number(standing.Settled!.Value)} việc", $"{Number(standing.Enforceable!.Value)} việc")
                : ("money", "05", Billions(standing.Settled!.Value), Billions(standing.Enforceable!.Value));
            var margin = standing.MarginOfYear is { } points ? points > 0 ? $", vượt chỉ tiêu {Percent(points)} điểm %" : $", chưa vượt chỉ tiêu ({Percent(points)} điểm %)" : "";
            var row = line.Officer is { } officer ? $"officer:{officer}" : $"unit:{unit}";
            yield return new(
                code, $"Giải quyết xong {settled} trong {of} có điều kiện, đạt {Percent(rate)} %{margin}",
                $"/figures/{form}/cell?row={Uri.EscapeDataString(row)}&cell=settled&unit={Uri.EscapeDataString(unit)}&year={Plain(year)}");
        }
    }

    /// <summary>Tasks of any origin they own that fell due in the year.</summary>
    private static async Task<IReadOnlyList<Ground>> OfTasksAsync(string owner, Question question, Work work, CancellationToken ct)
    {
        var year = new StatisticalYear(question.Year);
        var due = (await ReadTasks.RunAsync(new TaskQuestion(Owner: owner), work, ct)).Where(task => task.DueOn >= year.Start && task.DueOn <= year.End && task.State != TaskState.Withdrawn).ToList();
        return due.Count == 0 ? []
            : [new("tasks", $"Hoàn thành đúng hạn {due.Count(task => task.State == TaskState.Done && !task.IsLate(work.Today))}/{due.Count} nhiệm vụ được giao", $"/direction/tasks?owner={Uri.EscapeDataString(owner)}")];
    }

    private static async Task<IReadOnlyList<Ground>> OfPartnerAsync(string code, Question question, Work work, CancellationToken ct)
    {
        var grounds = new List<Ground>();
        if ((await PartnerBook.OfAsync(work, ct)).Of(code) is not { } partner)
        {
            return grounds;
        }

        if (partner.Commune is { } commune)
        {
            var year = new StatisticalYear(question.Year);
            var ends = (await ReadEnds.RunAsync(new(question.Unit, year.Start, year.End), work, ct)).Where(end => end.Commune == commune && !end.IsMoney && end.State == DocketState.Completed).ToList();
            var (all, amiable) = (ends.Sum(end => end.Quantity), ends.Where(end => end.Manner is Manner.FreeWill or Manner.Persuasion).Sum(end => end.Quantity));
            if (all > 0)
            {
                grounds.Add(new("commune", $"Trên địa bàn thi hành xong {Number(all)} việc, trong đó {Number(amiable)} việc tự nguyện hoặc sau vận động", $"/matters?commune={Uri.EscapeDataString(commune)}"));
            }
        }

        foreach (var conference in await ReadConferences.OfYearAsync(question.Unit, question.Year, work, ct))
        {
            grounds.AddRange(conference.Contributions.Where(one => one.Partner == code).Select(one => new Ground("contribution", $"Tham luận “{one.Topic}” tại {Lower(conference.Conference.Title)}", conference.Conference.Address)));
        }

        return grounds;
    }

    private static (ConditionState, string) Holds(CommendationCondition condition, Question question, List<Commendation> register) =>
        register.Any(one => one.Kind.Code == condition.Of && one.Recipient.Is(question.Recipient)) ? (ConditionState.Met, "có trong sổ khen thưởng của năm")
        : register.Any(one => one.Kind.Code == condition.Of) ? (ConditionState.NotMet, "sổ khen thưởng của năm không có tên")
        : (ConditionState.NotKnown, "sổ khen thưởng của năm chưa ghi danh hiệu này");

    private static (ConditionState, string) Targets(TargetLine? line)
    {
        var assigned = line is null ? [] : new[] { line.Matters, line.Money }.Where(standing => standing.Target is not null && standing.MarginOfYear is not null).ToList();
        return assigned.Count == 0 ? (ConditionState.NotKnown, "không có chỉ tiêu được giao")
            : (assigned.All(standing => standing.MarginOfYear > 0) ? ConditionState.Met : ConditionState.NotMet,
                string.Join("; ", assigned.Select(standing => $"{(standing.Measure == Measure.Matters ? "việc" : "tiền")} {Percent(standing.Rate!.Value)} %, chỉ tiêu {Percent(standing.Target!.Assigned.Value)} %")));
    }

    /// <summary>Of the officers who serve in the unit on the last day of the year. Strictly above the percentage at 50, at least it elsewhere: as the condition is worded.</summary>
    private static (ConditionState, string) Share(CommendationCondition condition, string unit, UnitTree tree, TargetFigures board, List<Commendation> register)
    {
        var held = register.Where(one => one.Kind.Code == condition.Of && one.Recipient.Kind == RecipientKind.Officer && one.Unit == unit).Select(one => one.Recipient.Full).Distinct().Count();
        var serving = tree.Officers.Count(officer => tree.Serves(officer, tree.UnitOf(unit)!.Value, board.End));
        if (held == 0 || serving == 0)
        {
            return (ConditionState.NotKnown, "sổ khen thưởng của năm chưa ghi danh hiệu này");
        }

        var isMet = condition.Percent == 50 ? held * 100 > serving * 50 : held * 100 >= serving * condition.Percent;
        return (isMet ? ConditionState.Met : ConditionState.NotMet, $"{held}/{serving} người");
    }

    private static string Number(long value) => value.ToString("N0", Words.Format);

    private static string Billions(long dong) => $"{(dong / 1_000_000_000m).ToString(dong >= 100_000_000_000 ? "N1" : "N3", Words.Format)} tỷ đồng";

    private static string Percent(decimal value) => value.ToString("0.00", Words.Format);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Lower(string text) => char.ToLower(text[0], Words.Format) + text[1..];
}
