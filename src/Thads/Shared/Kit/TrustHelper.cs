using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Law.Tables;
using Thads.Office;

namespace Thads.Shared.Kit;

/// <summary>
/// The small mark beside a result of the law that nobody has laid beside the gazette yet: <c>&lt;t-trust row="row" /&gt;</c>, or <c>rows</c> for several. Nothing where
/// all of them are checked. Who checked, or how far it is known, is its title and is read out.
/// </summary>
[HtmlTargetElement("t-trust", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrustHelper(PageText text) : TagHelper
{
    public LawRow? Row { get; set; }

    public IEnumerable<LawRow> Rows { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var uncertain = Rows.Concat(Row is null ? [] : [Row]).Where(row => !row.Trust.IsChecked).ToList();
        if (uncertain.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var says = uncertain.MaxBy(row => row.Trust.Level)!.Trust.In().In(text.Language);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "unchecked");
        output.Attributes.SetAttribute("title", says);
        output.Content.Put("<span aria-hidden=\"true\">※</span><span class=\"hidden\">{0}</span>", says);
    }
}
