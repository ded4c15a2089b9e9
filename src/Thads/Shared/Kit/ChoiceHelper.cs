using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Office;

namespace Thads.Shared.Kit;

/// <summary>One thing that may be chosen.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Depth">How far it stands in, in a list that is a tree.</param>
/// <param name="Count">How many there are of it, where that helps to choose.</param>
/// <param name="Vietnamese">A name that stays Vietnamese on English pages.</param>
public sealed record Choice(string Value, string Text, int Depth = 0, long? Count = null, bool Vietnamese = false);

public enum ChoiceLook
{
    Select = 1,
    Radio = 2,
    Check = 3,
}

/// <summary>
/// One or several of a list: <c>&lt;t-choice name label options value values as="Radio" none="Tất cả" /&gt;</c>. What was asked
/// for and is not in the list stays chosen, so that a refusal can speak of it.
/// </summary>
[HtmlTargetElement("t-choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceFieldHelper(PageText text) : FieldBase(text)
{
    private static readonly HtmlString Checked = new(" checked");
    private static readonly HtmlString Must = new(" required");
    private static readonly HtmlString Lang = new(" lang=\"vi\"");
    private static readonly HtmlString Nothing = new("");

    public IReadOnlyList<Choice> Options { get; set; } = [];

    public string? Value { get; set; }

    /// <summary>For boxes, of which several may be ticked.</summary>
    public IReadOnlyCollection<string>? Values { get; set; }

    public ChoiceLook As { get; set; } = ChoiceLook.Select;

    /// <summary>Words of the choice that chooses nothing.</summary>
    public string? None { get; set; }

    protected override bool IsGroup => As != ChoiceLook.Select;

    protected override void Control(TagHelperContent content, TagHelperContent inner, IReadOnlyList<string> errors)
    {
        var one = KitText.TypedIn(View, Name) ?? Value;
        var chosen = Values ?? (one is null ? [] : [one]);
        IReadOnlyList<Choice> all =
        [
            .. None is null ? Array.Empty<Choice>() : [new Choice("", None)],
            .. Options,
            .. chosen.Where(value => value.Length > 0 && Options.All(option => option.Value != value)).Select(value => new Choice(value, value)),
        ];
        if (As == ChoiceLook.Select)
        {
            Select(content, errors, all, chosen);
            return;
        }

        content.AppendHtml("<div class=\"choices\">");
        for (var i = 0; i < all.Count; i++)
        {
            content.Put(
                "<label><input type=\"{0}\" name=\"{1}\" value=\"{2}\"{3}{4}> <span{5}>{6}</span></label>",
                As == ChoiceLook.Radio ? "radio" : "checkbox", Name, all[i].Value, IsChosen(all[i], chosen) ? Checked : Nothing, Required && As == ChoiceLook.Radio ? Must : Nothing,
                all[i].Vietnamese ? Lang : Nothing, WithCount(all[i]));
        }

        content.AppendHtml("</div>");
    }

    private void Select(TagHelperContent content, IReadOnlyList<string> errors, IReadOnlyList<Choice> all, IReadOnlyCollection<string> chosen)
    {
        var select = Shared("select", errors);
        foreach (var option in all)
        {
            var built = new TagBuilder("option");
            built.Attributes["value"] = option.Value;
            if (IsChosen(option, chosen))
            {
                built.Attributes["selected"] = "selected";
            }

            if (option.Vietnamese)
            {
                built.Attributes["lang"] = "vi";
            }

            built.InnerHtml.Append(new string('\u2003', option.Depth) + WithCount(option));
            select.InnerHtml.AppendHtml(built);
        }

        content.AppendHtml(select);
    }

    private static bool IsChosen(Choice option, IReadOnlyCollection<string> chosen) => chosen.Count == 0 ? option.Value.Length == 0 : chosen.Contains(option.Value);

    private static string WithCount(Choice option) => option.Count is { } count ? $"{option.Text} ({count.ToString("N0", Words.Format)})" : option.Text;
}
