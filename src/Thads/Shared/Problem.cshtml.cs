using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;

namespace Thads.Shared;

/// <summary>What went wrong, in words, and a way on.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>"403", "404", "429", "500", or "400" for whatever else was wrong with the question.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>To be quoted when asking for help: the log has it too.</summary>
    public string Number => HttpContext.TraceIdentifier;

    public void OnGet(int status)
    {
        Kind = status switch { 404 => "404", 403 => "403", 429 => "429", >= 500 => "500", _ => "400" };
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
    }
}
