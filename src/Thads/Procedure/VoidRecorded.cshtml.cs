using Microsoft.AspNetCore.Mvc;
using Thads.Administration;
using Thads.Http;
using Thads.Matters;
using Thads.Office;
using Thads.Office.Acts;
using Thads.Office.Procedure;

namespace Thads.Procedure;

/// <summary>A step or an event was a mistake: it is said so with a reason, and stays as it was written. What stands on it is named.</summary>
[Needs(Permissions.RecordSteps)]
public sealed class VoidRecordedModel(Work work, PageText text) : ActPage(work, text)
{
    /// <summary>Null while the question cannot be answered.</summary>
    public ProcedureBoard? Board { get; private set; }

    public bool IsEvent { get; private set; }

    /// <summary>What was recorded, in a few words.</summary>
    public string What { get; private set; } = "";

    /// <summary>Why it cannot be voided; null = it can.</summary>
    public Refusal? Why { get; private set; }

    public string Code => Board!.File.Matter.Code;

    public async Task<IActionResult> OnGetAsync([FromRoute] string of, [FromRoute] int number, [FromRoute] string path, CancellationToken ct) => await LoadAsync(of, number, path, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string of, [FromRoute] int number, [FromRoute] string path, CancellationToken ct)
    {
        if (!await LoadAsync(of, number, path, ct))
        {
            return NotFound();
        }

        Keep();
        if (TypedOrNone("Reason") is not { } reason)
        {
            Wrong("Reason", new Refusal("void.needs-reason"));
            return Again();
        }

        if (IsEvent)
        {
            await VoidEvent.RunAsync(new(Code, number, reason, Board!.Version, ActKey), Work, ct);
        }
        else
        {
            await VoidStep.RunAsync(new(Code, number, reason, Board!.Version, ActKey), Work, ct);
        }

        return Redirect(MatterAddress.Of(Code) + "?done=1");
    }

    private async Task<bool> LoadAsync(string of, int number, string path, CancellationToken ct)
    {
        if (of is not ("step" or "event") || MatterAddress.Read(path) is not { Length: > 0 } code)
        {
            return false;
        }

        IsEvent = of == "event";
        var board = await PreviewProceeding.ReadAsync(code, Work, ct);
        var (step, happened) = (board.File.Steps.FirstOrDefault(one => one.Number == number), board.File.Events.FirstOrDefault(one => one.Number == number));
        if (IsEvent ? happened is null : step is null)
        {
            return false;
        }

        Board = board;
        What = IsEvent ? $"{PageText.Capital(Said.Of(happened!.Kind))}, {PageText.Day(happened.On)}" : $"{PageText.Capital(Said.Of(step!.Kind))}, {PageText.Day(step.On)}{(step.Amount > 0 ? $", {PageText.Number(step.Amount)} đ" : "")}";
        Why = IsEvent ? VoidEvent.WhyNot(board.File, new(code, number, "?"), Work.Today) : VoidStep.WhyNot(board.File, new(code, number, "?"), Work.Today, board.Tree);
        return true;
    }
}
