using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Thads.Shared.Kit;

/// <summary>
/// A list as all lists here are: filter bar, chips, count, table, paging, kept views, columns, workbook, print. <c>&lt;t-list page="Model.List"&gt;
/// &lt;t-list-filter&gt;fields&lt;/t-list-filter&gt; &lt;t-list-table&gt;table&lt;/t-list-table&gt; &lt;/t-list&gt;</c>. The answer to the filter form replaces the list below it,
/// and never the form in which the person stands.
/// </summary>
[HtmlTargetElement("t-list")]
public sealed class ListHelper(IHtmlHelper html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ListPage Page { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = new Slots(Page);
        context.Items[typeof(ListHelper)] = slots;
        await output.GetChildContentAsync();
        if (slots.Filter is not null)
        {
            KitText.AskForHtmx(View);
        }

        ((IViewContextAware)html).Contextualize(View);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("/Shared/Kit/_List.cshtml", slots));
    }

    public sealed class Slots(ListPage page)
    {
        public ListPage Page => page;

        public IHtmlContent? Filter { get; set; }

        public IHtmlContent? Table { get; set; }
    }
}

/// <summary>The fields of the filter bar.</summary>
[HtmlTargetElement("t-list-filter", ParentTag = "t-list")]
public sealed class ListFilterHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((ListHelper.Slots)context.Items[typeof(ListHelper)]).Filter = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.SuppressOutput();
    }
}

/// <summary>The table; nothing inside means that nothing was found.</summary>
[HtmlTargetElement("t-list-table", ParentTag = "t-list")]
public sealed class ListTableHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = await output.GetChildContentAsync();
        ((ListHelper.Slots)context.Items[typeof(ListHelper)]).Table = table.IsEmptyOrWhiteSpace ? null : new HtmlString(table.GetContent());
        output.SuppressOutput();
    }
}
