using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Law.Tables;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Coordination;
using Thads.Office.LawTicks;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Coordination;

/// <summary>The form by which a partner is asked; beside it what the law of today says of each kind.</summary>
[Needs(Permissions.Organise)]
public sealed class CoordinationRequestNewModel(Work work, PageText text) : ActPage(work, text)
{
    public string Unit { get; private set; } = "";

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    public string? Partner { get; private set; }

    public string? Matters { get; private set; }

    public DateOnly Today => Work.Today;

    /// <summary>The law with what this office has checked.</summary>
    public LawBook Book { get; private set; } = LawBook.InForce;

    public IReadOnlyList<Choice> Kinds => [.. RequestKind.All.Select(kind => new Choice(kind.Code, kind.NameIn(Said.Language)))];

    public async Task<IActionResult> OnGetAsync(string? partner, string? matter, CancellationToken ct)
    {
        (Partner, Matters) = (partner, matter);
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Keep();
        var (on, asked) = (Day("SentOn"), Day("AskedFor", required: false));
        var channel = Choice<RequestChannel>("Channel");
        foreach (var name in new[] { "Kind", "Partner" })
        {
            if (Typed(name).Length == 0)
            {
                Wrong(name, new Refusal("admin.needs-choice"));
            }
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var id = await AskPartner.RunAsync(
            new(Typed("Unit"), Typed("Partner"), Typed("Kind"), Typed("What"), TypedOrNone("Number"), on!.Value, channel, asked, CoordinationPlaces.Codes(Typed("Matters")), ActKey), Work, ct);
        return Redirect($"{CoordinationPlaces.Requests}/{id.ToString(System.Globalization.CultureInfo.InvariantCulture)}?done=1");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Unit = await CoordinationPlaces.UnitAsync(Request, Work, ct);
        Book = await LawInForce.OfAsync(Work, ct);
        Units = await UnitsAsync(Permissions.Organise, ct);
        Partners = CoordinationPlaces.Choices(await PartnerBook.OfAsync(Work, ct), Work.Today, Said);
        return (await UnitTree.OfAsync(Work, ct)).UnitOf(Unit) is { } unit && Work.Person.MayIn(unit, Permissions.Organise);
    }
}
