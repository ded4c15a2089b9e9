using System.Diagnostics;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Office;
using Thads.Office.Docket;

namespace Thads.Shared.Kit;

/// <summary>How a tag looks; never said by colour alone, the words are always there.</summary>
public enum TagKind
{
    Plain = 1,
    Fine = 2,
    Soon = 3,
    Late = 4,
    Info = 5,
}

/// <summary>
/// A state in one or two words: <c>&lt;t-tag of="state" /&gt;</c> for a state of the book, or <c>&lt;t-tag kind="Late" code="tag.over-ten-years" /&gt;</c>.
/// The words are a closed list: those of the states, and the codes that begin with "tag.".
/// </summary>
[HtmlTargetElement("t-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateTagHelper(PageText text) : TagHelper
{
    public TagKind Kind { get; set; } = TagKind.Plain;

    public DocketState? Of { get; set; }

    public string? Code { get; set; }

    /// <summary>What the words of the code speak of, in the order of their places.</summary>
    public object[] Arguments { get; set; } = [];

    public static TagKind KindOf(DocketState state) => state switch
    {
        DocketState.InProgress => TagKind.Info,
        _ => state.IsOpen ? TagKind.Soon : TagKind.Fine,
    };

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (kind, words) = (Of, Code) switch
        {
            ({ } state, null) => (KindOf(state), PageText.Capital(text.Of(state))),
            (null, { } code) when code.StartsWith("tag.", StringComparison.Ordinal) => (Kind, text.Say(code, Arguments)),
            _ => throw new UnreachableException("A tag says a state of the book, or words whose code begins with \"tag.\"."),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tag {Codes.CodeOf(kind)}");
        output.Content.SetContent(words);
    }
}
