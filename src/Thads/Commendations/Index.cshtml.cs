using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Shared.Kit;

namespace Thads.Commendations;

/// <summary>The register of commendations with its counts: every count leads to the lines it counts.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommendationsModel(Work work, PageText text) : PageModel
{
    private const string Path = "/direction/commendations";

    public IReadOnlyList<CommendationCount> Counts { get; private set; } = [];

    public IReadOnlyList<Commendation> Rows { get; private set; } = [];

    public ListPage List { get; private set; } = null!;

    /// <summary>Nominations that are neither withdrawn nor decided.</summary>
    public int Open { get; private set; }

    public bool MayNominate => work.Person.May.HasFlag(Permissions.Organise);

    public bool MayDecide => work.Person.May.HasFlag(Permissions.Direct);

    public bool IsDone => Request.Query["done"] == "1";

    public string Find => Asked("q");

    public string Year => Asked("year");

    public string Kind => Asked("kind");

    public string Who => Asked("who");

    public string Where => Asked("where");

    public IReadOnlyList<Choice> Kinds => [.. CommendationKind.All.Select(kind => new Choice(kind.Code, kind.In(text.Language)))];

    public IReadOnlyList<Choice> Whos => [new("collective", text.Say("commendations.collectives")), new("person", text.Say("commendations.persons"))];

    public IReadOnlyList<Choice> Wheres => [new("inside", text.Say("commendations.inside")), new("outside", text.Say("commendations.outside"))];

    /// <summary>The register with what a count counts.</summary>
    public string Of(CommendationCount count, string more) => string.Create(
        CultureInfo.InvariantCulture, $"{Path}?year={count.Year}&body={Uri.EscapeDataString(count.Body)}&occasion={Uri.EscapeDataString(count.OccasionTitle)}&{more}#list");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Open = (await ReadNominations.RunAsync(null, null, work, ct)).Count(one => one.Withdrawn is null && one.Commendation is null);
        var all = await ReadCommendations.RunAsync(new(), work, ct);
        Counts = CommendationCount.Of(all);
        var (body, occasion) = (Asked("body"), Asked("occasion"));
        CommendationType? type = Codes.TryRead<CommendationType>(Asked("type"), out var asked) ? asked : null;
        var found = await ReadCommendations.RunAsync(
            new(
                Year: int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, Kind: Kind.Length > 0 ? Kind : null, Body: body.Length > 0 ? body : null, Type: type,
                IsCollective: Who switch { "collective" => true, "person" => false, _ => null }, IsOutside: Where switch { "outside" => true, "inside" => false, _ => null }, Find: Find.Length > 0 ? Find : null), work, ct);
        Rows = [.. found.Where(one => occasion.Length == 0 || one.OccasionTitle == occasion)];
        List = new ListPage
        {
            Action = Path,
            Counted = text.Say("commendations.counted", Rows.Count(one => one.Holds)),
            Empty = text.Say("commendations.none"),
            Clear = Path,
            Chips = [.. Chips(body, occasion, type)],
        };
    }

    private IEnumerable<ListChip> Chips(string body, string occasion, CommendationType? type)
    {
        foreach (var (name, said) in new[]
        {
            ("q", Find), ("year", Year), ("kind", CommendationKind.Find(Kind)?.In(text.Language) ?? Kind), ("body", body), ("occasion", occasion), ("type", type is { } known ? PageText.Capital(text.Of(known)) : ""),
            ("who", Whos.FirstOrDefault(choice => choice.Value == Who)?.Text ?? ""), ("where", Wheres.FirstOrDefault(choice => choice.Value == Where)?.Text ?? ""),
        })
        {
            if (said.Length > 0)
            {
                yield return new ListChip(said, Path + QueryString.Create(Request.Query.Where(part => part.Key != name && part.Key != "done")));
            }
        }
    }

    private string Asked(string name) => Request.Query[name].FirstOrDefault()?.Trim() ?? "";
}
