using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Matters;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Fields;
using Thads.Office.Matters;
using Thads.Office.Procedure;
using Thads.Shared.Kit;

namespace Thads.Procedure;

/// <summary>The form by which one thing is recorded in a matter. Sent once it says what follows; sent again it records.</summary>
[Needs(Permissions.RecordSteps)]
public sealed class RecordModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public ProcedureBoard? Board { get; private set; }

    public ProcedureForm Form { get; private set; } = null!;

    /// <summary>What would follow; null before the form was sent.</summary>
    public Consequences? Following { get; private set; }

    public DateOnly Today => Work.Today;

    public string Code => Board!.File.Matter.Code;

    /// <summary>The day in the form: articles and grounds are those of its law.</summary>
    public DateOnly Day1 { get; private set; }

    public string? Article => Form.ArticleOn(Day1);

    public IReadOnlyList<Choice> Lines => [.. Board!.File.Matter.Lines.Select(line => new Choice(line.Code, $"{line.Code} · {PageText.Capital(Said.Of(line.Kind))} · {PageText.Number(line.Amount)}"))];

    /// <summary>Chosen beforehand where there is no other.</summary>
    public string? OnlyLine => Form.StepKind?.NeedsLine == true && Board!.File.Matter.Lines is [{ Code: var only }] ? only : null;

    public IReadOnlyList<Choice> Grounds => [.. Form.GroundsOn(Day1).Select(ground => new Choice(ground.Value.Code, $"{ground.Value.Letter}) {ground.Value.Name.In(Said.Language)}"))];

    public IReadOnlyList<Choice> Results => [.. (Form.EventKind?.Results ?? []).Select(result => new Choice(Codes.CodeOf(result), Said.Of(result)))];

    public IReadOnlyList<Choice> Manners => All<Manner>(Said);

    public IReadOnlyList<Choice> Partners =>
    [
        .. Board!.Parties.Select(party => new Choice(party.Key, party.Value, Vietnamese: true)),
        .. Board.Tree.Communes.Where(commune => !(commune.Value.ValidTo < Today)).OrderBy(commune => commune.Value.Name, StringComparer.Ordinal).Select(commune => new Choice(commune.Key, commune.Value.Name, Vietnamese: true)),
    ];

    public IReadOnlyList<Choice> Officers =>
        [.. Board!.Tree.Officers.Where(officer => Board.Tree.ServiceOf(officer).Any(service => Work.Person.Sees(service.Unit) && !(service.ValidTo < Today))).Select(officer => new Choice(Board.Tree.OfficerCode(officer), $"{Board.Tree.OfficerCode(officer)} – {Board.Tree.OfficerName(officer, Today)}", Vietnamese: true))];

    public IReadOnlyList<Choice> Units => Administration.Lists.Units(Board!.Tree, Today, _ => true);

    public bool IsStep => Form.StepKind is not null;

    public async Task<IActionResult> OnGetAsync([FromRoute] string form, [FromRoute] string path, CancellationToken ct) => await LoadAsync(form, path, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string form, [FromRoute] string path, CancellationToken ct)
    {
        if (!await LoadAsync(form, path, ct))
        {
            return NotFound();
        }

        Keep();
        var input = Read();
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (!IsSure)
        {
            Following = PreviewProceeding.Of(Board!, Form, input, Today);
            if (Following.Why is { } why)
            {
                ModelState.AddModelError("", why.In(Said.Language));
                Following = null;
                return Again();
            }

            return Page();
        }

        await RecordProceeding.RunAsync(input, Work, ct);
        return Redirect(MatterAddress.Of(Code) + "?done=1");
    }

    /// <summary>What follows, in sentences.</summary>
    public IReadOnlyList<string> Sentences()
    {
        var following = Following!;
        return
        [
            .. following.Before == following.After ? Array.Empty<string>() : [Said.Say("record.matter-goes", Said.Of(following.Before), Said.Of(following.After))],
            .. following.Lines.Select(line => Said.Say("record.line-goes", line.Line.Code, Said.Of(line.Before), Said.Of(line.After), line.LeftAfter)),
            .. following.Opened.Select(clock => Said.Say("record.opens", Worklist.ClockText.Title(clock, Said), clock.DueOn, clock.Deadline?.Rule.Row.Article ?? "–")),
            .. following.Ended.Select(clock => Said.Say("record.ends", Worklist.ClockText.Title(clock, Said), clock.DueOn)),
            .. following.Before == following.After && following.Lines.Count == 0 && following.Opened.Count == 0 && following.Ended.Count == 0 ? [Said.Say("record.nothing-moves")] : Array.Empty<string>(),
        ];
    }

    private RecordProceeding.Input Read()
    {
        var on = Day("On");
        var until = Form.Until ? Day("Until", required: false) : null;
        Day1 = on ?? Today;
        var amount = 0L;
        if (Form.StepKind?.TakesAmount == true)
        {
            if (MoneyText.Read(Typed("Amount"), out var typed) is { } wrong)
            {
                Wrong("Amount", wrong);
            }

            amount = typed?.Units ?? 0;
        }

        TimeOnly? at = null;
        if (Form.Time && TypedOrNone("At") is { } time)
        {
            if (TimeOnly.TryParseExact(time, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                at = read;
            }
            else
            {
                Wrong("At", new Refusal("record.bad-time", time));
            }
        }

        return new(
            Form.Code, Code, Day1, TypedOrNone("Line"), amount, Form.StepKind == StepKind.Transferred ? TypedOrNone("ToUnit") : null, Form.StepKind?.IsHandover == true ? TypedOrNone("ToOfficer") : null,
            Form.StepKind?.TakesManner == true && Codes.TryRead<Manner>(Typed("Manner"), out var manner) ? manner : null, Codes.TryRead<EventResult>(Typed("Result"), out var result) ? result : null,
            TypedOrNone("Partner"), TypedOrNone("Ground"), TypedOrNone("Document"), at, Typed("Forces") == "true", until, TypedOrNone("Note"),
            int.TryParse(Typed("Version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null, ActKey);
    }

    private async Task<bool> LoadAsync(string form, string path, CancellationToken ct)
    {
        if (ProcedureForm.Find(form) is not { } found || MatterAddress.Read(path) is not { Length: > 0 } code)
        {
            return false;
        }

        (Form, Day1) = (found, Today);
        Board = await PreviewProceeding.ReadAsync(code, Work, ct);
        return true;
    }
}
