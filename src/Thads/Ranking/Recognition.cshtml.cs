using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Ranking;
using Thads.Office.Units;

namespace Thads.Ranking;

/// <summary>The form by which a decision on rank, grade and recognition is recorded; what is proposed stands in it to begin with.</summary>
[Needs(Permissions.Direct)]
public sealed class RankingRecognitionModel(Work work, PageText text) : ActPage(work, text)
{
    public RankingAddress Address { get; private set; } = new("", 0);

    /// <summary>Null while the question cannot be answered.</summary>
    public RankedUnitYear? Year { get; private set; }

    /// <summary>Name of the superior unit on the last day of the year; "" = none.</summary>
    public string Superior { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Keep();
        var (place, of, on) = (Whole("Place"), Whole("OfUnits"), Day("DecidedOn"));
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await RecordRecognition.RunAsync(
            new(Address.Unit, Address.Year, place, of, TypedOrNone("Grade"), TypedOrNone("Level"), Typed("DecidedBy"), Typed("Decision"), on!.Value, TypedOrNone("Scheme"), TypedOrNone("Note"), ActKey),
            Work, ct);
        return Redirect(Address.Of(Address.Unit) + "&done=1");
    }

    private int? Whole(string name)
    {
        if (TypedOrNone(name) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(name, new Refusal("ranking.bad-number", typed));
        return null;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Address = (await RankingFilter.LoadAsync(Request, superior: false, Work, ct)).Read() with { KnownOn = null };
        var tree = await UnitTree.OfAsync(Work, ct);
        if (tree.UnitOf(Address.Unit) is not { } unit || !Work.Person.Sees(unit) || !Work.Person.MayIn(unit, Permissions.Direct))
        {
            return false;
        }

        Year = await UnitYear.RunAsync(Address.Question, Work, ct);
        Superior = tree.PeriodOn(unit, Year.Among.End)?.Parent is { } above ? tree.UnitName(above, Year.Among.End) : "";
        return true;
    }
}
