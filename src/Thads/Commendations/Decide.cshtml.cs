using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Figures;
using Thads.Http;
using Thads.Law;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Partners;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Commendations;

/// <summary>The form by which a decision on commendations goes into the register: nominations are ticked, others typed as lists.</summary>
[Needs(Permissions.Direct)]
public sealed class CommendationsDecideModel(Work work, PageText text) : ActPage(work, text)
{
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public string Unit { get; private set; } = "";

    public int Year => StatisticalYear.Of(Work.Today).Year - 1;

    public IReadOnlyList<Choice> Open { get; private set; } = [];

    public IReadOnlyList<string> Ticked => Request.HasFormContentType ? [.. Request.Form["Nominations"].OfType<string>()] : [];

    public IReadOnlyList<Choice> Kinds => [.. CommendationKind.All.Select(kind => new Choice(kind.Code, kind.In(Said.Language)))];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Keep();
        var (on, occasion) = (Day("DecidedOn"), Choice<Occasion>("Occasion"));
        if (!int.TryParse(Typed("Year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Wrong("Year", new Refusal("report.year", Typed("Year")));
        }

        var partners = await PartnerBook.OfAsync(Work, ct);
        var tree = await UnitTree.OfAsync(Work, ct);
        List<RecordCommendations.Line> lines =
        [
            .. Ticked.Select(typed => new RecordCommendations.Line(long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1, null, RecipientKind.Officer, null, null, null)),
            .. Read("Collectives", parts => parts.Length == 1 ? Collective(parts[0], tree, partners) : null), .. Read("Persons", parts => Person(parts, tree, partners)),
        ];
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var decision = await RecordCommendations.RunAsync(new(Typed("Unit"), year, occasion, TypedOrNone("OccasionTitle"), Typed("Body"), null, Typed("Decision"), on!.Value, lines, ActKey), Work, ct);
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/direction/commendations/decisions/{decision}?done=1"));
    }

    /// <summary>The lines of a field; one that cannot be read is said with its number.</summary>
    private List<RecordCommendations.Line> Read(string name, Func<string[], RecordCommendations.Line?> read)
    {
        var lines = new List<RecordCommendations.Line>();
        var typed = Typed(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < typed.Length; i++)
        {
            if (read(typed[i].Split(';', StringSplitOptions.TrimEntries)) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                Wrong(name, new Refusal("commendation.bad-line", i + 1, typed[i]));
            }
        }

        return lines;
    }

    private RecordCommendations.Line Collective(string typed, UnitTree tree, PartnerBook partners) =>
        tree.UnitOf(typed) is { } unit && Work.Person.Sees(unit) ? new(null, Typed("Kind"), RecipientKind.Unit, typed, null, null)
        : partners.Of(typed) is { } partner ? new(null, Typed("Kind"), RecipientKind.Body, partner.Code, null, null)
        : new(null, Typed("Kind"), RecipientKind.Body, null, typed, null);

    /// <summary>An officer by code; else name; position; code of the body.</summary>
    private RecordCommendations.Line? Person(string[] parts, UnitTree tree, PartnerBook partners) => parts switch
    {
        [var code, ..] when tree.OfficerOf(code) is not null => new(null, Typed("Kind"), RecipientKind.Officer, code, null, parts.Length > 1 ? parts[1] : null),
        [{ Length: > 0 } name] => new(null, Typed("Kind"), RecipientKind.Outsider, null, name, null),
        [{ Length: > 0 } name, var post] => new(null, Typed("Kind"), RecipientKind.Outsider, null, name, post),
        [{ Length: > 0 } name, var post, var body] when partners.Of(body) is not null => new(null, Typed("Kind"), RecipientKind.Outsider, body, name, post),
        _ => null,
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        Units = await UnitsAsync(Permissions.Direct, ct);
        Unit = await FigureFilter.OwnUnitAsync(await UnitTree.OfAsync(Work, ct), Work, ct);
        Open = [.. (await ReadNominations.RunAsync(null, null, Work, ct)).Where(one => one.Withdrawn is null && one.Commendation is null)
            .Select(one => new Choice(one.Id.ToString(CultureInfo.InvariantCulture), $"{one.Recipient.Full}: {one.Kind.Vi} ({one.OccasionTitle})", Vietnamese: true))];
    }
}
