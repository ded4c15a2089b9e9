using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;
using Thads.Law.Calendar;
using Thads.Office.Acts;
using Thads.Office.Fields;

namespace Thads.Shared.Kit;

/// <summary>What a field understood of the text in it, as plain text for the place below the field; reads no books.</summary>
[OpenToSignedIn]
[ResponseCache(NoStore = true)]
public sealed class EchoModel(Work work, PageText text) : PageModel
{
    private const string Plain = "text/plain; charset=utf-8";

    /// <param name="kind">"day" or "money".</param>
    /// <param name="of">Name of the field whose text is asked about.</param>
    public IActionResult OnGet(string kind, string of) => kind switch
    {
        "day" => Content(OfDay(Request.Query[of], work.Today, text) ?? "", Plain),
        "money" => Content(OfMoney(Request.Query[of], text) ?? "", Plain),
        _ => NotFound(),
    };

    /// <summary>The day with weekday and distance, or why it is none; null for nothing typed.</summary>
    internal static string? OfDay(string? typed, DateOnly today, PageText text) =>
        DayText.Read(typed, today, WorkingCalendar.OfVietNam, out var day) is { } refusal ? refusal.In(text.Language)
        : day is { } known ? DayText.Echo(known, today, WorkingCalendar.OfVietNam, text.Language)
        : null;

    /// <summary>The amount with dots and in words, which are Vietnamese in either language, or why it is none.</summary>
    internal static string? OfMoney(string? typed, PageText text) =>
        MoneyText.Read(typed, out var amount) is { } refusal ? refusal.In(text.Language)
        : amount is { } known ? $"{MoneyText.Write(known)} – {AmountInWords.Of(known)}"
        : null;
}
