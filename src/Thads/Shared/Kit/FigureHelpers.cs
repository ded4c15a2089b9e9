using System.Diagnostics;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;

namespace Thads.Shared.Kit;

/// <summary>
/// A chart is a picture of a table on the same page: <c>&lt;t-figure caption="the main sentence"&gt;&lt;svg …&gt; &lt;t-figure-table&gt;&lt;table …&gt;&lt;/t-figure-table&gt;&lt;/t-figure&gt;</c>.
/// Without its table it is not drawn at all: it throws.
/// </summary>
[HtmlTargetElement("t-figure")]
public sealed class FigureHelper(PageText text) : TagHelper
{
    /// <summary>What the chart says, as a sentence.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Whether the table stands open from the start.</summary>
    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slot = new Slot();
        context.Items[typeof(FigureHelper)] = slot;
        var chart = await output.GetChildContentAsync();
        if (slot.Table is null || string.IsNullOrWhiteSpace(Caption))
        {
            throw new UnreachableException("A chart has a caption and a table: <t-figure caption><svg /><t-figure-table>…");
        }

        output.TagName = "figure";
        output.Attributes.SetAttribute("class", "chart");
        output.Content.Put(
            "<figcaption>{0}</figcaption><div class=\"drawn\">{1}</div><details{2}><summary>{3}<span class=\"hidden\">: {0}</span></summary><div class=\"pane\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">{4}</div></details>",
            Caption, chart, new HtmlString(Open ? " open" : ""), text.Say("kit.figure-table"), slot.Table);
    }

    internal sealed class Slot
    {
        public IHtmlContent? Table { get; set; }
    }
}

/// <summary>The table a chart is a picture of.</summary>
[HtmlTargetElement("t-figure-table", ParentTag = "t-figure")]
public sealed class FigureTableHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = await output.GetChildContentAsync();
        ((FigureHelper.Slot)context.Items[typeof(FigureHelper)]).Table = table.IsEmptyOrWhiteSpace ? null : new HtmlString(table.GetContent());
        output.SuppressOutput();
    }
}
