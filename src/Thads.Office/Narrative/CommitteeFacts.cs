using Thads.Office.Acts;
using Thads.Office.Committee;
using Thads.Office.Figures;

namespace Thads.Office.Narrative;

/// <summary>What the steering committee of the locality did in the statistical year: meetings, conclusions and how they stand, matters under direction.</summary>
internal static class CommitteeFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var unit = scope.Tree.UnitOf(query.Unit)!.Value;
        var committees = (await CommitteeBook.OfAsync(work, ct)).All.Where(one => one.Unit == unit && one.BeginsOn <= scope.End && !(one.LastOn < scope.Year.Start)).ToList();
        if (committees.Count == 0)
        {
            return;
        }

        var held = 0;
        foreach (var committee in committees)
        {
            held += (await ReadMeetings.OfAsync(committee, work, ct)).Count(meeting => meeting.IsHeld && meeting.On >= scope.Year.Start && meeting.On <= scope.End);
        }

        var last = committees[^1];
        var tasks = (await Conclusions.OfAsync(last, scope.End, work, ct)).Where(task => task.GivenOn >= scope.Year.Start && task.GivenOn <= scope.End).Select(task => task.AsOf(scope.End)!).ToList();
        var standings = tasks.Select(task => ReadCommitteeReport.StandingOf(task, scope.End)).ToList();
        var source = new FactSource(SourceKind.Page, query.Year, Page: new PagePick($"/direction/committee/conclusions?committee={last.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "narrative.from-direction"));
        var meetings = source with { Page = source.Page! with { Address = $"/direction/committee/{last.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}" } };
        book.Count("committee.meetings", "Số phiên họp Ban chỉ đạo trong kỳ", held, meetings);
        book.Count("committee.conclusions", "Số kết luận của Ban chỉ đạo trong kỳ", tasks.Count, source);
        book.Count("committee.done", "Kết luận đã thực hiện xong", standings.Count(one => one is ConclusionStanding.DoneInTime or ConclusionStanding.DoneLate), source);
        book.Count("committee.in_time", "Kết luận thực hiện xong đúng hạn", standings.Count(one => one == ConclusionStanding.DoneInTime), source);
        book.Count("committee.open", "Kết luận còn mở", standings.Count(one => one is ConclusionStanding.Open or ConclusionStanding.OpenLate), source);
        book.Grids["committee"] = CommitteeGrids.Conclusions("Kết luận của Ban chỉ đạo và tình hình thực hiện", tasks, scope.End, withState: true);
        if (work.Person.May.HasFlag(Permissions.ReadMatters))
        {
            book.Count("committee.matters", "Số việc thuộc diện chỉ đạo cuối kỳ", (await ReadDirectedMatters.OfAsync(query.Unit, scope.End, work, ct)).Count, source with { Page = source.Page! with { Address = $"/direction/committee/matters?unit={Uri.EscapeDataString(query.Unit)}" } });
        }
    }
}
