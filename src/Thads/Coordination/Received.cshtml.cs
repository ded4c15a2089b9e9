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

/// <summary>Directions and petitions that came in: what waits for an answer first.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CoordinationReceivedModel(Work work, PageText text) : PageModel
{
    public string Unit { get; private set; } = "";

    public string? Kind { get; private set; }

    public string? From { get; private set; }

    public string? Open { get; private set; }

    public string? Year { get; private set; }

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public IReadOnlyList<Received> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = new() { Action = CoordinationPlaces.ReceivedList, Counted = "" };

    public bool MayKeep { get; private set; }

    public DateOnly Today => work.Today;

    public IReadOnlyList<Choice> Opens => [new("yes", text.Say("coordination.only-open")), new("no", text.Say("coordination.only-ended"))];

    public IReadOnlyList<Choice> Years => CoordinationPlaces.Years(work.Today);

    public async Task OnGetAsync(string? kind, string? from, string? open, CancellationToken ct)
    {
        (Kind, From, Open) = (Lists.Given(kind), Lists.Given(from), Lists.Given(open));
        Unit = await CoordinationPlaces.UnitAsync(Request, work, ct);
        var year = CoordinationPlaces.YearOf(Request);
        Year = year is null ? null : PageText.Year(year.Value);
        var book = await PartnerBook.OfAsync(work, ct);
        ReceivedKind? only = Codes.TryRead<ReceivedKind>(Kind ?? "", out var known) ? known : null;
        var found = await ReadReceived.RunAsync(
            new(Unit, only, From, Open switch { "yes" => true, "no" => false, _ => null }, year is { } y ? new StatisticalYear(y).Start : null, year is { } z ? new StatisticalYear(z).End : null), work, ct);
        Partners = [.. found.Select(one => one.From).DistinctBy(one => one.Id).OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new Choice(one.Code, one.Name, Vietnamese: true))];
        MayKeep = (await UnitTree.OfAsync(work, ct)).UnitOf(Unit) is { } id && work.Person.MayIn(id, Permissions.Organise);
        var pager = new Pager(Request, "page", found.Count);
        Rows = [.. pager.Of(found)];
        List = Lists.Page(
            Request, CoordinationPlaces.ReceivedList,
            text.Say("coordination.received-counted", found.Count, found.Count(one => ReadReceived.IsOpen(one, work.Today)), found.Count(one => one.StateOn(work.Today) == ReceivedState.Late)), pager, work, text,
            ("kind", only is { } k ? text.Of(k) : Kind), ("from", From is null ? null : book.Of(From)?.Name ?? From), ("open", Opens.FirstOrDefault(choice => choice.Value == Open)?.Text),
            ("year", Year is null ? null : text.Say("coordination.year-chip", Year))) with
        {
            Empty = text.Say("coordination.received-none"),
            Carried = Lists.Given(Request.Query["unit"]) is { } unit ? [("unit", unit)] : [],
        };
    }
}
