using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Commendations;
using Thads.Office.Conferences;
using Thads.Office.Units;
using Thads.Shared.Kit;

namespace Thads.Commendations;

/// <summary>A decision on commendations with its list, its papers, and when they were handed out.</summary>
[Needs(Permissions.ReadFigures)]
public sealed class CommendationDecisionModel(Work work, PageText text) : ActPage(work, text)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Null while the question cannot be answered.</summary>
    public CommendationDecision? Decision { get; private set; }

    public IReadOnlyList<Choice> Conferences { get; private set; } = [];

    public bool MayHandOut { get; private set; }

    public bool MayVoid { get; private set; }

    public bool IsDone => Request.Query["done"] == "1";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaperAsync(long id, CancellationToken ct) => Docx(await DrawCommendationPaper.RunAsync(new(Decision: id), Work, ct));

    public async Task<IActionResult> OnGetCertificateAsync(long id, long of, CancellationToken ct) =>
        await LoadAsync(id, ct) && Decision!.Recipients.Any(one => one.Id == of) ? Docx(await DrawCommendationPaper.RunAsync(new(Commendation: of), Work, ct)) : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Keep();
        int? conference = int.TryParse(Typed("Conference"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var on = Day("On", required: conference is null);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        await HandOut.RunAsync(new(id, conference, on, ActKey), Work, ct);
        return Redirect(Decision!.Address + "?done=1");
    }

    private FileContentResult Docx((string Name, byte[] File) paper) => File(paper.File, Word, paper.Name);

    private async Task<bool> LoadAsync(long id, CancellationToken ct)
    {
        if (await ReadCommendations.DecisionAsync(id, Work, ct) is not { } decision)
        {
            return false;
        }

        Decision = decision;
        var unit = (await UnitTree.OfAsync(Work, ct)).UnitOf(decision.Unit)!.Value;
        MayVoid = Work.Person.MayIn(unit, Permissions.Direct);
        MayHandOut = Work.Person.MayIn(unit, Permissions.Organise) && decision.Recipients.Any(one => one.Holds && one.HandedOn is null);
        Conferences = [.. (await ReadConferences.RunAsync(null, Work, ct)).Where(one => one.State == ConferenceState.Held && one.MeetsOn >= decision.On)
            .Select(one => new Choice(one.Number.ToString(CultureInfo.InvariantCulture), $"{one.Title} ({PageText.Day(one.MeetsOn)})", Vietnamese: true))];
        return true;
    }
}
