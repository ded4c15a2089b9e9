using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;

namespace Thads.Shared.Kit;

/// <summary>
/// Asks once before what cannot be undone, has consequences to be told, or needs a reason: <c>&lt;t-confirm action button back reason="Reason" danger&gt;what will
/// happen&lt;/t-confirm&gt;</c>. Sends a form with anti-forgery; with <c>refused</c> there is no button, only why not.
/// </summary>
[HtmlTargetElement("t-confirm")]
public sealed class ConfirmHelper(PageText text, IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Action { get; set; } = "";

    /// <summary>The verb of the office on the button.</summary>
    public string Button { get; set; } = "";

    /// <summary>Where one goes instead.</summary>
    public string Back { get; set; } = "";

    /// <summary>Name of the field for the reason; without it none is asked for.</summary>
    public string? Reason { get; set; }

    /// <summary>What cannot be undone.</summary>
    public bool Danger { get; set; }

    /// <summary>Why it may not be done now.</summary>
    public string? Refused { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "confirm panel");
        output.Content.AppendHtml(inner);
        if (Refused is not null)
        {
            output.Content.Put("<p class=\"note late\">{0}</p><p class=\"actions\"><a class=\"quiet\" href=\"{1}\">{2}</a></p>", Refused, Back, text.Say("kit.back"));
            return;
        }

        output.Content.Put("<form method=\"post\" action=\"{0}\" novalidate data-warn>{1}", Action, generator.GenerateAntiforgery(View) ?? HtmlString.Empty);
        if (Reason is not null)
        {
            var (id, errors) = (KitText.IdOf(Reason), KitText.ErrorsOf(View, Reason));
            output.Content.Put("<div class=\"field wide{0}\"><label for=\"{1}\">{2} <span class=\"must\" aria-hidden=\"true\">*</span></label>", errors.Count > 0 ? " wrong" : "", id, text.Say("kit.reason"));
            if (errors.Count > 0)
            {
                output.Content.Put("<p class=\"error\" id=\"{0}-error\">{1}</p>", id, string.Join(" ", errors));
            }

            output.Content.Put(
                "<textarea id=\"{0}\" name=\"{1}\" rows=\"3\" required{2}>{3}</textarea></div>", id, Reason,
                errors.Count > 0 ? new HtmlString($" aria-invalid=\"true\" aria-describedby=\"{id}-error\"") : HtmlString.Empty, KitText.TypedIn(View, Reason) ?? "");
        }

        output.Content.Put(
            "<p class=\"actions\"><button class=\"{0}\">{1}</button> <a class=\"quiet\" href=\"{2}\">{3}</a></p></form>", Danger ? "danger" : "", Button, Back, text.Say("kit.back"));
    }
}
