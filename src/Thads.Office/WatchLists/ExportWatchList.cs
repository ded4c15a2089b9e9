using Thads.Office.Acts;
using Thads.Office.Workbooks;

namespace Thads.Office.WatchLists;

/// <summary>A list as a workbook: its matters with their plans, as the page shows them.</summary>
public static class ExportWatchList
{
    /// <param name="Group">Only this part of the list; null = all.</param>
    /// <param name="Head">Lines above the table: who and when.</param>
    public sealed record Input(WatchQuestion Question, string? Group, IReadOnlyList<string> Head, Language Language = Language.Vietnamese);

    public static async Task RunAsync(Input input, Stream to, Work work, CancellationToken ct)
    {
        work.Require(Permissions.ReadFigures);
        work.Require(Permissions.ReadMatters);
        var list = await ReadWatchList.RunAsync(input.Question, work, ct);
        string Say(string code, params object[] arguments) => Words.Say(input.Language, code, arguments);
        using var workbook = new TableWorkbook(
            to, Say("watch-list.sheet"), [list.Scope.List.NameIn(input.Language), .. input.Head, list.Scope.List.SaysIn(input.Language, list.Scope.Large)],
            [
                new(Say("watch-list.matter"), TableCellKind.Text, 20), new(Say("watch-list.decided"), TableCellKind.Day, 12), new(Say("watch-list.group"), TableCellKind.Text, 24),
                new(Say("watch-list.officer"), TableCellKind.Text, 24), new(Say("watch-list.state"), TableCellKind.Text, 22), new(Say("watch-list.left"), TableCellKind.Number, 18),
                new(Say("watch-list.touched"), TableCellKind.Day, 12), new(Say("watch-list.plan"), TableCellKind.Text, 40), new(Say("watch-list.plan-who"), TableCellKind.Text, 24),
                new(Say("watch-list.plan-due"), TableCellKind.Day, 12), new(Say("watch-list.obstacle"), TableCellKind.Text, 32),
            ],
            Say("find.page"));
        foreach (var (matter, entry, plan) in list.Matters.Where(one => input.Group is null || one.Entry.Group == input.Group))
        {
            workbook.Add(
            [
                new(matter.Code), new(matter.DecidedOn), new(GroupIn(list.Scope.List, entry.Group, input.Language)), new(list.Scope.Units.OfficerName(matter.Officer) ?? "–"),
                new(Say($"DocketState.{Codes.CodeOf(matter.State)}")), new(matter.Left), new(matter.TouchedOn), new(plan?.What ?? ""), new(plan?.OfficerName ?? ""),
                plan is null ? new TableCell("") : new TableCell(plan.DueOn), new(plan?.Obstacle ?? ""),
            ]);
        }
    }

    /// <summary>A part of a list by its name.</summary>
    public static string GroupIn(WatchList list, string group, Language language) => group.Length == 0 ? Words.Say(language, "watch-list.group-none") : list.Kind switch
    {
        WatchRule.Age => Words.Say(language, "watch-list.group-year", group),
        WatchRule.Bank => group,
        WatchRule.Corruption => Words.Say(language, $"JudgmentType.{group}"),
        WatchRule.LargeComplex or WatchRule.Directed => Words.Say(language, $"watch-list.group-{group}"),
    };

    /// <summary>The name of the file, without its ending.</summary>
    public static string FileName(WatchQuestion question, Language language) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words.Say(language, "watch-list.file-name")}-{question.List}-{question.Unit}-{question.On:yyyyMMdd}");
}
