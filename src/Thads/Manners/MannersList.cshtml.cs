using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Manners;
using Thads.Office.Units;

namespace Thads.Manners;

/// <summary>The matters behind a number of manners or of work in the field, made from the same definition as the number.</summary>
[Needs(Permissions.ReadFigures | Permissions.ReadMatters)]
public sealed class MannersListModel(Work work, PageText text) : PageModel
{
    /// <param name="How">How it ended, or came out.</param>
    /// <param name="Counted">1, đồng, or negative where it was taken back.</param>
    public sealed record Row(string Code, DateOnly On, string How, string? Commune, string? Officer, long Counted);

    public MannersAddress? Address { get; private set; }

    public MannerListing What { get; private set; }

    public bool IsMoney { get; private set; }

    /// <summary>Null while the question cannot be answered.</summary>
    public string? UnitName { get; private set; }

    public UnitTree? Tree { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager? Pager { get; private set; }

    public long Number => Rows.Sum(row => row.Counted);

    public string? CommuneName => Address!.Commune is not { } code ? null : code == MannerQuestion.None ? text.Say("mannerspage.no-commune") : Tree!.Communes.GetValueOrDefault(code)?.Name ?? code;

    public string? OfficerName => Address!.Officer is not { } code ? null : code == MannerQuestion.None ? text.Say("mannerspage.no-officer") : NameOf(code, Address.Last);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? what, [FromQuery] string? measure, CancellationToken ct)
    {
        Address = (await MannersFilter.LoadAsync(Request, work, ct)).Read();
        if (!Codes.TryRead<MannerListing>(what ?? "", out var listing) || (measure is not null && !Codes.TryRead<Measure>(measure, out _)))
        {
            // A word nobody knows is no wider list.
            return NotFound();
        }

        RefusedException.ThrowIf(MannerQuestion.WhyNot(Address.Question, work.Today));
        var sums = await ReadManners.SumsAsync(Address.Question, work, ct);
        (What, IsMoney) = (listing, listing.IsEnd && measure == Codes.CodeOf(Measure.Money));
        Rows = listing.IsEnd
            ? [.. sums.Ends.Where(end => end.IsMoney == IsMoney && listing.Has(end, sums.WithCommune))
                .Select(end => new Row(end.Code, end.On, end.State == DocketState.Completed ? text.Of(MannerListing.Of(end.Manner)) : text.Of(end.State), end.Commune, end.Officer, end.Quantity))]
            : [.. sums.Events.Where(done => listing.Has(done)).Select(done => new Row(done.Code, done.On, done.Result is { } result ? text.Of(result) : text.Of(done.Kind), done.Commune, done.Officer, 1))];
        Pager = new Pager(Request, "page", Rows.Count);
        Tree = await UnitTree.OfAsync(work, ct);
        UnitName = Tree.UnitName(Tree.UnitOf(Address.Unit)!.Value, Address.Last);
        return Page();
    }

    public string NameOf(string? officer, DateOnly on) => officer is { } code && Tree!.OfficerOf(code) is { } id ? Tree.OfficerName(id, on) : "–";
}
