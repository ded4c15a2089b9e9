using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Thads.Shared.Kit;

/// <summary>What several helpers of the kit need: the id of a field, its errors, and scripts that a page asks for.</summary>
internal static class KitText
{
    private const string Htmx = "kit.htmx";

    /// <summary>Letters, digits and dashes, from a field's name: `Lines[0].Amount` is `f-lines-0-amount`.</summary>
    public static string IdOf(string name)
    {
        var id = new StringBuilder("f");
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                id.Append(id.Length == 1 ? "-" : "").Append(char.ToLowerInvariant(letter));
            }
            else if (id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    public static IReadOnlyList<string> ErrorsOf(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    /// <summary>What was typed into a field of a form that was sent; null where nothing was sent.</summary>
    public static string? TypedIn(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out ModelStateEntry? entry) ? entry.AttemptedValue : null;

    /// <summary>The page has a place where htmx refreshes a part: the layout then sends the script along.</summary>
    public static void AskForHtmx(ViewContext view) => view.HttpContext.Items[Htmx] = true;

    public static bool IsHtmxAskedFor(HttpContext context) => context.Items.ContainsKey(Htmx);

    /// <summary>Adds markup whose places {0}, {1}… are filled: text is encoded, markup (<see cref="Microsoft.AspNetCore.Html.IHtmlContent"/>) goes in as it is.</summary>
    public static TagHelperContent Put(this TagHelperContent content, string format, params object[] places) => content.AppendFormat(CultureInfo.InvariantCulture, format, places);
}
