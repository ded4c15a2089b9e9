using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Office;

namespace Thads.Http;

/// <summary>Shows a refusal on the page that was asked for, with what the person typed still in it.</summary>
internal sealed class RefusalPageFilter : IAsyncPageFilter
{
    /// <summary>An unknown `?handler=` is no way to a page that nobody filled.</summary>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        context.HandlerMethod ??= context.ActionDescriptor.HandlerMethods.First(method => method.Name is null);
        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var language = context.HttpContext.RequestServices.GetRequiredService<PageText>().Language;
        var executed = await next();
        var (why, field, status) = executed.Exception switch
        {
            RefusedException refused => (refused.Refusal, "", StatusCodes.Status409Conflict),
            NotFoundException missing => (missing.What, "", StatusCodes.Status404NotFound),
            UnreadableException unreadable => (unreadable.Why, unreadable.Field, StatusCodes.Status400BadRequest),
            _ => (null, "", 0),
        };
        if (executed.Exception is NotAllowedException)
        {
            executed.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            executed.ExceptionHandled = true;
        }
        else if (why is not null && context.HandlerInstance is PageModel page)
        {
            page.ModelState.AddModelError(field, why.In(language));
            page.Response.StatusCode = status;
            executed.Result = page.Page();
            executed.ExceptionHandled = true;
        }
    }
}

/// <summary>What was typed cannot be read as what the field asks for.</summary>
/// <param name="at">The field: its name in the form; "" where it is no field of the page.</param>
internal sealed class UnreadableException(Refusal why, string at = "") : Exception(why.Code)
{
    public Refusal Why => why;

    public string Field => at;
}
