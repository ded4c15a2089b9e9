using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Administration;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>Requests to partners: what is overdue first.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationRequestsModel(Work work, PageText text) : PageModel
{
    public string Unit { get; private set; } = "";

    public string? Partner { get; private set; }

    public string? Kind { get; private set; }

    public string? State { get; private set; }

    public string? Year { get; private set; }

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<CoordinationRequest> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = CoordinationPlaces.Requests, Counted = "" };

    public bool MayAsk { get; private set; }

    public DateOnly Today => work.Today;

    public IReadOnlyList<Choice> Kinds => [.. RequestKind.All.Select(kind => new Choice(kind.Code, kind.NameIn(text.Language)))];

    public IReadOnlyList<Choice> Years => CoordinationPlaces.Years(work.Today);

    public async Task OnGetAsync(string? partner, string? kind, string? state, CancellationToken ct)
    {
        (Partner, Kind, State) = (Lists.Given(partner), Lists.Given(kind), Lists.Given(state));
        Unit = await CoordinationPlaces.UnitAsync(Request, work, ct);
        var year = CoordinationPlaces.YearOf(Request);
        Year = year is null ? null : PageText.Year(year.Value);
        var book = await PartnerBook.OfAsync(work, ct);
        Partners = [.. book.All.Select(one => new Choice(one.Code, one.Name, Vietnamese: true))];
        var found = await ReadRequests.RunAsync(
            new(Unit, Partner, Kind, Codes.TryRead<RequestState>(State ?? "", out var known) ? known : null, year is { } y ? new StatisticalYear(y).Start : null, year is { } z ? new StatisticalYear(z).End : null), work, ct);
        MayAsk = (await UnitTree.OfAsync(work, ct)).UnitOf(Unit) is { } id && work.Person.MayIn(id, Permissions.Organise);
        var pager = new Pager(Request, "page", found.Count);
        Rows = [.. pager.Of(found)];
        List = Lists.Page(
            Request, CoordinationPlaces.Requests, text.Say("coordination.requests-counted", found.Count, found.Count(one => one.StateOn(work.Today) == RequestState.Overdue)), pager, work, text,
            ("partner", Partner), ("kind", Kind is null ? null : RequestKind.Find(Kind)?.NameIn(text.Language) ?? Kind),
            ("state", State is null ? null : Codes.TryRead<RequestState>(State, out var s) ? text.Of(s) : State), ("year", Year is null ? null : text.Say("coordination.year-chip", Year))) with
        {
            Empty = text.Say("coordination.requests-none"),
            Carried = Lists.Given(Request.Query["unit"]) is { } unit ? [("unit", unit)] : [],
        };
    }
}
