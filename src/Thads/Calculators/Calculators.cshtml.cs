using Microsoft.AspNetCore.Mvc.RazorPages;
using Thads.Http;

namespace Thads.Calculators;

/// <summary>Every rule that can be asked, for anybody: no sign-in, no matter, nothing kept.</summary>
[OpenToAll]
public sealed class CalculatorsModel : PageModel
{
    public void OnGet()
    {
    }
}
