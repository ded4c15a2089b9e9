using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;

namespace Thads.Shared.Kit;

/// <summary>Who or what a page is about, always in sight: a figure at its head, facts below. Holds <c>&lt;t-fact&gt;</c>.</summary>
[HtmlTargetElement("t-identity")]
public sealed class IdentityHelper : TagHelper
{
    public string? Figure { get; set; }

    public string? FigureUnit { get; set; }

    /// <summary>A tag below the figure, or what else belongs to it.</summary>
    public IHtmlContent? Under { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var facts = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "identity");
        if (Figure is not null)
        {
            output.Content.Put("<p class=\"figure\"><b>{0}</b> <i>{1}</i> {2}</p>", Figure, FigureUnit ?? "", Under ?? HtmlString.Empty);
        }

        output.Content.AppendHtml("<dl>").AppendHtml(facts).AppendHtml("</dl>");
    }
}

/// <summary>A list of facts, one under the other. Holds <c>&lt;t-fact&gt;</c>.</summary>
[HtmlTargetElement("t-summary")]
public sealed class SummaryHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary");
    }
}

/// <summary>One fact: <c>&lt;t-fact label="…" vi change="/address"&gt;…&lt;/t-fact&gt;</c>.</summary>
[HtmlTargetElement("t-fact")]
public sealed class FactHelper(PageText text) : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>Names of people and places: Vietnamese on English pages too.</summary>
    public bool Vi { get; set; }

    /// <summary>Over the whole width.</summary>
    public bool Whole { get; set; }

    /// <summary>Where it is changed.</summary>
    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fact = await output.GetChildContentAsync();
        output.TagName = "div";
        if (Whole)
        {
            output.Attributes.SetAttribute("class", "whole");
        }

        output.Content.Put("<dt>{0}</dt><dd{1}>{2}", Label, Vi && text.IsEnglish ? new HtmlString(" lang=\"vi\"") : HtmlString.Empty, fact);
        if (Change is not null)
        {
            output.Content.Put(" <a class=\"change\" href=\"{0}\">{1}<span class=\"hidden\"> {2}</span></a>", Change, text.Say("kit.change"), Label);
        }

        output.Content.AppendHtml("</dd>");
    }
}
