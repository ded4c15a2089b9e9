using System.Globalization;
using Thads.Law;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Documents;
using Thads.Office.Partners;
using Thads.Office.Programme;
using Thads.Office.Tasks;

namespace Thads.Office.Narrative;

/// <summary>What directed the year and what follows from it: commendations, the conference, the programme of the year with its mistakes, and the tasks of the next.</summary>
internal static class ConferenceFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, Work work, CancellationToken ct)
    {
        if (query.Kind != NarrativeKind.Yearly)
        {
            return;
        }

        await CommendationsAsync(book, query, work, ct);
        await ConferenceAsync(book, query, work, ct);
        await ProgrammeAsync(book, query, work, ct);
        if (await ReadProgramme.OfAsync(query.Unit, query.Year + 1, work, ct) is { } next)
        {
            Tasks(book, next, Of(query.Unit, query.Year + 1));
        }
    }

    private static async Task CommendationsAsync(FactBook book, NarrativeQuery query, Work work, CancellationToken ct)
    {
        var counts = CommendationCount.Of(await ReadCommendations.RunAsync(new(query.Unit, query.Year), work, ct));
        var register = string.Create(CultureInfo.InvariantCulture, $"/direction/commendations?year={query.Year}");
        foreach (var (key, title, value, more) in new[]
        {
            ("all", "Số lượt khen thưởng", counts.Sum(c => c.All), ""), ("titles", "Danh hiệu thi đua", counts.Sum(c => c.Titles), "&type=title"), ("certificates", "Giấy khen, bằng khen", counts.Sum(c => c.Certificates), "&type=certificate"),
            ("collectives", "Lượt tập thể được khen", counts.Sum(c => c.Collectives), "&who=collective"), ("persons", "Lượt cá nhân được khen", counts.Sum(c => c.Persons), "&who=person"),
            ("outside", "Lượt khen ngoài cơ quan", counts.Sum(c => c.Outside), "&where=outside"),
        })
        {
            book.Count($"commend.{key}", title, value, Page(query, register + more));
        }

        book.Grids["commendations"] = new Grid(
            "Khen thưởng theo cơ quan quyết định",
            [new("body", "Cơ quan, người quyết định", IsNumber: false, Width: 26), new("occasion", "Dịp", IsNumber: false, Width: 18), new("titles", "Danh hiệu"), new("certificates", "Giấy khen, bằng khen"), new("collectives", "Tập thể"), new("persons", "Cá nhân"), new("outside", "Ngoài cơ quan")],
            [.. counts.Select(c => new GridRow(
                [
                    new TextRun(c.Body), new TextRun(c.OccasionTitle), Cell(c.Titles, "&type=title"), Cell(c.Certificates, "&type=certificate"), Cell(c.Collectives, "&who=collective"), Cell(c.Persons, "&who=person"), Cell(c.Outside, "&where=outside"),
                ]))]);

        TextRun Cell(int count, string more) => FactSource.Run(Plain(count), "page", register + more, "");
    }

    private static async Task ConferenceAsync(FactBook book, NarrativeQuery query, Work work, CancellationToken ct)
    {
        if ((await ReadConferences.OfYearAsync(query.Unit, query.Year, work, ct)).FirstOrDefault(file => file.Conference.State == ConferenceState.Held) is not { } file)
        {
            return;
        }

        var partners = await PartnerBook.OfAsync(work, ct);
        var open = (await ReadTasks.RunAsync(new TaskQuestion(Origin: TaskOrigin.Conference, OriginId: file.Conference.Number, State: TaskState.Open), work, ct)).Select(task => task.Id).ToHashSet();
        var communes = file.Contributions.Count(one => partners.Of(one.Partner)?.Kind == PartnerKind.CommuneCommittee);
        var at = file.Conference.Address;
        book.Texts["conference_day"] = StockFacts.Day(file.Conference.MeetsOn);
        book.Count("conference.contributions", "Tham luận tại hội nghị tổng kết", file.Contributions.Count, Page(query, at + "#contributions"));
        book.Count("conference.communes", "Tham luận của xã, thị trấn", communes, Page(query, at + "#contributions"));
        book.Count("conference.departments", "Tham luận của các ngành", file.Contributions.Count - communes, Page(query, at + "#contributions"));
        book.Count("conference.directions", "Ý kiến chỉ đạo tại hội nghị", file.Of(SayingKind.Direction).Count(), Page(query, at + "#conclusions"));
        book.Count("conference.conclusions", "Kết luận của hội nghị", file.Of(SayingKind.Conclusion).Count(), Page(query, at + "#conclusions"));
        book.Count("conference.open", "Nhiệm vụ của hội nghị đang thực hiện", file.Sayings.Count(one => open.Contains(one.Task)), Page(query, at + "#conclusions"));
    }

    private static async Task ProgrammeAsync(FactBook book, NarrativeQuery query, Work work, CancellationToken ct)
    {
        var (year, at) = (new StatisticalYear(query.Year), Of(query.Unit, query.Year));
        if (await ReadProgramme.OfAsync(query.Unit, query.Year, work, ct) is { IsAdopted: true } programme)
        {
            var tasks = programme.Standing.Select(item => item.Task).OfType<OfficeTask>().Where(task => task.State != TaskState.Withdrawn).ToList();
            book.Count("programme.tasks", "Nhiệm vụ của chương trình công tác năm", tasks.Count, Page(query, at + "#items"));
            book.Count("programme.done", "Nhiệm vụ của chương trình đã hoàn thành", tasks.Count(task => task.State == TaskState.Done), Page(query, at + "#items"));
            book.Count("programme.late", "Nhiệm vụ của chương trình quá hạn, chưa xong", tasks.Count(task => task.State == TaskState.Open && task.IsLate(work.Today)), Page(query, at + "#items"));
        }

        if (work.Person.May.HasFlag(Permissions.ReadMatters))
        {
            var mistakes = await ReadProgramme.MistakesAsync(query.Unit, year.Start, year.End, work, ct);
            book.Count("mistakes.found", "Sai sót phát hiện trong năm", mistakes.Count, Page(query, at + "#mistakes"));
            book.Count("mistakes.mended", "Sai sót đã khắc phục xong", mistakes.Count(one => one.Task?.State == TaskState.Done), Page(query, at + "#mistakes"));
        }
    }

    /// <summary>The tasks of the year that comes, by heading.</summary>
    private static void Tasks(FactBook book, YearProgramme next, string at) => book.Grids["programme_next"] = new Grid(
        $"Nhiệm vụ năm {Plain(next.Year)}{(next.IsAdopted ? $" (Quyết định {next.Decision})" : " (dự thảo)")}",
        [new("heading", "Đề mục", IsNumber: false, Width: 18), new("task", "Nhiệm vụ", IsNumber: false, Width: 40), new("owner", "Thực hiện", IsNumber: false, Width: 20), new("due", "Thời hạn", IsNumber: false, Width: 12)],
        [.. next.Standing.Select(item => new GridRow(
            [
                new TextRun(item.Heading.Vi), new TextRun(item.Task?.Text ?? item.Says), new TextRun(item.Task?.Owner.Name ?? item.Owner.Code), FactSource.Run(StockFacts.Day(item.Task?.DueOn ?? item.DueOn), "page", at, ""),
            ]))]);

    private static FactSource Page(NarrativeQuery query, string path) => new(SourceKind.Page, query.Year, Page: new PagePick(path, "narrative.from-direction"));

    private static string Of(string unit, int year) => string.Create(CultureInfo.InvariantCulture, $"/direction/programme?unit={Uri.EscapeDataString(unit)}&year={year}");

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
