using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Documents;
using Thads.Office.Figures;
using Thads.Office.Partners;

namespace Thads.Office.Narrative;

/// <summary>What the office asked of its partners in the period, what it was told and asked for, as it stood at the end of it.</summary>
internal static class CoordinationFacts
{
    public static async Task AddAsync(FactBook book, NarrativeQuery query, FormScope scope, Work work, CancellationToken ct)
    {
        var on = scope.End < work.Today ? scope.End : work.Today;
        var requests = (await ReadRequests.RunAsync(new(query.Unit, First: scope.Year.Start, Last: on), work, ct)).Where(request => request.Act <= scope.CutOff.Act)
            .Select(request => request with { Events = [.. request.Events.Where(one => one.Act <= scope.CutOff.Act)] }).Where(request => request.StateOn(on) != RequestState.Withdrawn).ToList();
        if (requests.Count > 0)
        {
            Requests(book, query, requests, on);
        }

        var received = (await ReadReceived.RunAsync(new(query.Unit, First: scope.Year.Start, Last: on), work, ct)).Where(one => one.Act <= scope.CutOff.Act)
            .Select(one => one with { Events = [.. one.Events.Where(step => step.Act <= scope.CutOff.Act)] }).ToList();
        foreach (var (kind, key, title) in new[] { (ReceivedKind.Direction, "directions", "Văn bản chỉ đạo đã nhận"), (ReceivedKind.Petition, "petitions", "Kiến nghị đã nhận") })
        {
            var own = received.Where(one => one.Kind == kind).ToList();
            if (own.Count > 0)
            {
                var source = Source(query, $"/direction/received?unit={Uri.EscapeDataString(query.Unit)}&kind={Codes.CodeOf(kind)}&year={Year(query)}", "narrative.from-received");
                book.Count(key, title, own.Count, source);
                book.Count($"{key}.answered", $"{title}: đã trả lời", own.Count(one => one.Answer is { } answer && answer.On <= on), source);
                book.Count($"{key}.open", $"{title}: đang giải quyết", own.Count(one => ReadReceived.IsOpen(one, on)), source);
            }
        }
    }

    private static void Requests(FactBook book, NarrativeQuery query, List<CoordinationRequest> requests, DateOnly on)
    {
        int Of(IEnumerable<CoordinationRequest> some, params RequestState[] states) => some.Count(request => states.Contains(request.StateOn(on)));
        FactSource At(RequestState? state) => Source(
            query, $"/direction/requests?unit={Uri.EscapeDataString(query.Unit)}&year={Year(query)}{(state is { } only ? "&state=" + Codes.CodeOf(only) : "")}", "narrative.from-requests");
        book.Count("requests", "Yêu cầu phối hợp đã gửi", requests.Count, At(null));
        book.Count("requests.partners", "Số cơ quan được đề nghị phối hợp", requests.Select(request => request.Partner.Id).Distinct().Count(), At(null));
        book.Count("requests.in_time", "Yêu cầu được trả lời đúng hạn", Of(requests, RequestState.InTime), At(RequestState.InTime));
        book.Count("requests.late", "Yêu cầu được trả lời trễ hạn", Of(requests, RequestState.Late), At(RequestState.Late));
        book.Count("requests.overdue", "Yêu cầu quá hạn chưa được trả lời, tính đến hết kỳ", Of(requests, RequestState.Overdue), At(null));
        var rows = requests.GroupBy(request => request.Partner.Kind).OrderBy(g => g.Key).Select(g => Row(Words.Say(Language.Vietnamese, $"{nameof(PartnerKind)}.{Codes.CodeOf(g.Key)}"), [.. g], isTotal: false)).ToList();
        book.Grids["requests"] = new Grid(
            "Yêu cầu phối hợp theo loại cơ quan", [new("kind", "Cơ quan", IsNumber: false, Width: 26), new("asked", "Đã đề nghị"), new("in_time", "Đúng hạn"), new("late", "Trễ hạn"), new("overdue", "Quá hạn chưa trả lời", Width: 12)],
            [.. rows, Row("Tổng cộng", requests, isTotal: true)]);

        GridRow Row(string title, List<CoordinationRequest> of, bool isTotal) => new(
            [new TextRun(title), .. new[] { of.Count, Of(of, RequestState.InTime), Of(of, RequestState.Late), Of(of, RequestState.Overdue) }.Select(count => new TextRun(count.ToString("N0", Words.Format)))], isTotal);
    }

    private static string Year(NarrativeQuery query) => query.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static FactSource Source(NarrativeQuery query, string address, string words) => new(SourceKind.Page, query.Year, Page: new PagePick(address, words));
}
