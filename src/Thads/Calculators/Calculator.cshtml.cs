using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Thads.Http;
using Thads.Law;
using Thads.Law.Asked;
using Thads.Office.Acts;
using Thads.Office.LawTicks;

namespace Thads.Calculators;

/// <summary>A rule asked by hand: the form is made from the question, the answer stands below it line by line, and the address is the whole of it.</summary>
[OpenToAll]
public sealed class CalculatorModel(Work work, PageText text) : PageModel
{
    public LawQuestion Question { get; private set; } = null!;

    internal TypedGiven Typed { get; private set; } = null!;

    public Outcome? Answer { get; private set; }

    public LawRefusal? Refused { get; private set; }

    /// <summary>The question again as an address, without what was left empty.</summary>
    public string Shared { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string rule, CancellationToken ct)
    {
        if (LawQuestions.Find(rule) is not { } question)
        {
            return NotFound();
        }

        Question = question;
        Typed = new(Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), work.Today);
        if (!Typed.IsAsked(Question))
        {
            return Page();
        }

        var given = Typed.Read(Question);
        foreach (var (field, why) in Typed.Wrong)
        {
            ModelState.SetModelValue(field, Typed.Text(field), Typed.Text(field));
            ModelState.AddModelError(field, why.In(text.Language));
        }

        if (Typed.Wrong.Count > 0)
        {
            return Page();
        }

        Question.Ask(given, await LawInForce.OfAsync(work, ct)).Try(out var answer, out var refusal);
        (Answer, Refused) = (answer, refusal);
        Shared = QueryHelpers.AddQueryString($"/law/{Question.Rule}", Request.Query.Where(pair => pair.Key != "lang" && pair.Value.ToString().Length > 0).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())));
        return Page();
    }
}
