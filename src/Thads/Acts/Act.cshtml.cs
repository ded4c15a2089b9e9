using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Office.Acts;
using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Acts;

/// <summary>One act: who did it, when and why, and what it wrote into the matters the person sees. The end of the way down from a figure.</summary>
[Needs(Permissions.ReadMatters)]
public sealed class ActModel(Work work) : PageModel
{
    /// <summary>Up to so many matters are told step by step; a longer act tells how much it wrote into each.</summary>
    private const int ToldWhole = 20;

    public long Sequence { get; private set; }

    /// <summary>Null where there is no such act to be seen.</summary>
    public OpenedAct? Opened { get; private set; }

    public Pager? Pager { get; private set; }

    public async Task<IActionResult> OnGetAsync(long sequence, CancellationToken ct)
    {
        Sequence = sequence;
        Opened = await OpenAct.RunAsync(new(sequence, 0, Pager.Size), work, ct);
        Pager = new Pager(Request, "page", (int)Math.Min(Opened.Total, int.MaxValue));
        if (Pager.Current > 1)
        {
            Opened = await OpenAct.RunAsync(new(sequence, Pager.From - 1, Pager.Size), work, ct);
        }

        return Page();
    }

    /// <summary>What the act wrote into a matter, a line each.</summary>
    public IEnumerable<string> Wrote(ActInMatter one, PageText text)
    {
        var docketed = one.Docketed ? PageText.Capital(text.Say("acts.docketed")) : null;
        if (Opened!.Total > ToldWhole)
        {
            var counts = new[] { ("acts.steps", one.Steps.Count), ("acts.events", one.Events.Count), ("acts.voided", one.VoidedSteps.Count + one.VoidedEvents.Count) };
            yield return string.Join(" · ", counts.Where(count => count.Item2 > 0).Select(count => text.Say(count.Item1, count.Item2)).Prepend(docketed).OfType<string>());
            yield break;
        }

        if (docketed is not null)
        {
            yield return docketed;
        }

        foreach (var step in one.Steps.Concat(one.VoidedSteps))
        {
            yield return Told(step, one, text) + (one.VoidedSteps.Contains(step) ? " " + text.Say("acts.taken-back") : "");
        }

        foreach (var happened in one.Events.Concat(one.VoidedEvents))
        {
            yield return $"{PageText.Day(happened.On)} · {PageText.Capital(text.Of(happened.Kind))}" + (one.VoidedEvents.Contains(happened) ? " " + text.Say("acts.taken-back") : "");
        }
    }

    private static string Told(Step step, ActInMatter one, PageText text) => string.Join(" · ", new[]
    {
        PageText.Day(step.On),
        PageText.Capital(text.Of(step.Kind)),
        step.Line == 0 ? null : text.Say("page.line-code", one.Matter.Lines[step.Line - 1].Code),
        step.Amount == 0 ? null : $"{PageText.Number(step.Amount)} đ",
        step.KnownOn == step.On ? null : text.Say("page.known-since", step.KnownOn),
    }.OfType<string>());
}
