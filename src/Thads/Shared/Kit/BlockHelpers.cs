using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Office;

namespace Thads.Shared.Kit;

/// <summary>Room for a wide table: the page stays, the table alone scrolls, by keyboard too. Named by <c>label</c>, or by the element <c>by</c>.</summary>
[HtmlTargetElement("t-pane")]
public sealed class PaneHelper : TagHelper
{
    public string? Label { get; set; }

    /// <summary>Id of the caption inside.</summary>
    public string? By { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "pane");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute(By is null ? "aria-label" : "aria-labelledby", By ?? Label ?? "");
    }
}

/// <summary>A menu of links and forms behind one button: <c>&lt;t-menu label="Việc khác"&gt;&lt;li&gt;…</c>. Works without scripts; Esc closes it where they run.</summary>
[HtmlTargetElement("t-menu")]
public sealed class MenuHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "menu");
        output.Content.Put("<summary>{0}</summary><ul>{1}</ul>", Label, inner);
    }
}

/// <summary>What stands where a list is empty: never a blank table, but what this means and where to go on.</summary>
[HtmlTargetElement("t-empty")]
public sealed class EmptyHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.Content.Put("<p><strong>{0}</strong></p>{1}", Title, inner);
    }
}

/// <summary>Something to take note of, beside what one came for.</summary>
[HtmlTargetElement("t-note")]
public sealed class NoteHelper : TagHelper
{
    public TagKind Kind { get; set; } = TagKind.Soon;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"note {Codes.CodeOf(Kind)}");
    }
}

/// <summary>A number that is a link to exactly what it counts: <c>&lt;t-tile href value unit label kind /&gt;</c>, in a <c>&lt;ul class="tiles"&gt;</c>.</summary>
[HtmlTargetElement("t-tile")]
public sealed class TileHelper : TagHelper
{
    public string Href { get; set; } = "";

    public string Value { get; set; } = "";

    public string? Unit { get; set; }

    public string Label { get; set; } = "";

    public TagKind Kind { get; set; } = TagKind.Plain;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Codes.CodeOf(Kind));
        output.Content.Put("<a href=\"{0}\"><b>{1}</b> <i>{2}</i> <span>{3}</span>{4}</a>", Href, Value, Unit ?? "", Label, inner);
    }
}

/// <summary>The head of a column that can be sorted by: <c>&lt;t-column title sort="/address" sorted="ascending" number /&gt;</c>.</summary>
[HtmlTargetElement("t-column", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ColumnHelper(PageText text) : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Address of the list sorted by this column, or the other way round; null where it cannot be sorted by.</summary>
    public string? Sort { get; set; }

    /// <summary>"ascending", "descending", or null while another column leads.</summary>
    public string? Sorted { get; set; }

    public bool Number { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        if (Number)
        {
            output.Attributes.SetAttribute("class", "n");
        }

        if (Sorted is { Length: > 0 })
        {
            output.Attributes.SetAttribute("aria-sort", Sorted);
        }

        if (Sort is not { Length: > 0 })
        {
            output.Content.SetContent(Title);
        }
        else
        {
            output.Content.Put(
                "<a href=\"{0}\" class=\"sort\" title=\"{3}\">{1}{2}</a>", Sort, Title,
                string.IsNullOrEmpty(Sorted) ? HtmlString.Empty : new HtmlString($" <span aria-hidden=\"true\">{(Sorted == "ascending" ? "▲" : "▼")}</span>"), text.Say("kit.sort-by", Title));
        }
    }
}
