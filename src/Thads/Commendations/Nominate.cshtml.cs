using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Direction;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Commendations;

/// <summary>The form of a nomination: first it shows what the figures say, then it nominates.</summary>
[Needs(Permissions.Organise)]
public sealed class NominateModel(Work work, PageText text) : ActPage(work, text)
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Recipients { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. CommendationKind.All.Select(kind => new Choice(kind.Code, $"{kind.In(Said.Language)} ({Said.Of(kind.For)})"))];

    public string Unit { get; private set; } = "";

    public int Year => StatisticalYear.Of(Work.Today).Year - 1;

    /// <summary>What the figures say of what was filled in; null = not looked yet.</summary>
    public Grounds? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        var occasion = Choice<Occasion>("Occasion");
        if (!int.TryParse(Typed("Year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Wrong("Year", new Refusal("report.year", Typed("Year")));
        }

        if (CommendationKind.Find(Typed("Kind")) is not { } kind)
        {
            Wrong("Kind", new Refusal("admin.needs-choice"));
            return Again();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (of, code) = Read(Typed("Recipient"), TypedOrNone("Name") is not null);
        if (!IsSure)
        {
            var name = TypedOrNone("Name") ?? Recipients.FirstOrDefault(choice => choice.Value == Typed("Recipient"))?.Text ?? "";
            Found = await FindGrounds.RunAsync(new(Typed("Unit"), year, kind, new(of, code, name, TypedOrNone("Post")), TypedOrNone("Achievement")), Work, ct);
            return Page();
        }

        var id = await Nominate.RunAsync(
            new(Typed("Unit"), year, occasion, TypedOrNone("OccasionTitle"), kind.Code, Typed("Body"), of, code, TypedOrNone("Name"), TypedOrNone("Post"), TypedOrNone("Achievement"), Work.Today, ActKey), Work, ct);
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/direction/commendations/nominations/{id}?done=1"));
    }

    /// <summary>A body with a name beside it means a person of that body.</summary>
    private static (RecipientKind Kind, string? Code) Read(string typed, bool named) => typed.Split(':', 2) switch
    {
        ["unit", var code] => (RecipientKind.Unit, code),
        ["officer", var code] => (RecipientKind.Officer, code),
        ["partner", var code] => (named ? RecipientKind.Outsider : RecipientKind.Body, code),
        _ => (RecipientKind.Outsider, null),
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        Units = await UnitsAsync(Permissions.Organise, ct);
        Recipients = await OwnerChoices.ListAsync(Work, Said, ct);
        Unit = await FigureFilter.OwnUnitAsync(await UnitTree.OfAsync(Work, ct), Work, ct);
    }
}
