using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;

namespace Thads.Shared.Kit;

/// <summary>What is wrong with what was sent, at the head of the page, each line a link to its field. The layout has it for every page.</summary>
[HtmlTargetElement("t-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsHelper(PageText text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("id", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");
        var isSent = !HttpMethods.IsGet(View.HttpContext.Request.Method);
        output.Content.Put("<h2 id=\"errors-title\">{0}</h2><ul>", text.Say(isSent ? "kit.errors-sent" : "page.errors"));
        foreach (var (name, entry) in View.ViewData.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                if (name.Length == 0)
                {
                    output.Content.Put("<li>{0}</li>", error.ErrorMessage);
                }
                else
                {
                    output.Content.Put("<li><a href=\"#{0}\">{1}</a></li>", KitText.IdOf(name), error.ErrorMessage);
                }
            }
        }

        output.Content.AppendHtml("</ul>");
    }
}
