using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Thads.Http;
using Thads.Office;

namespace Thads.Shared.Kit;

/// <summary>Label, hint, error and control of one field, tied together for the eye and for a screen reader.</summary>
public abstract class FieldBase(PageText text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>As it is sent, and as <c>ModelState</c> knows it.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>What to type, said before it is typed.</summary>
    public string? Hint { get; set; }

    public bool Required { get; set; }

    /// <summary>Further classes of the field, such as "wide".</summary>
    public string? Class { get; set; }

    protected PageText Text => text;

    protected string Id => KitText.IdOf(Name);

    /// <summary>Several controls under one label: a fieldset with its legend.</summary>
    protected virtual bool IsGroup => false;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var errors = KitText.ErrorsOf(View, Name);
        var inner = await output.GetChildContentAsync();
        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", errors.Count > 0 ? "wrong" : null, Class }.OfType<string>()));
        if (IsGroup)
        {
            output.Attributes.SetAttribute("id", Id);
            output.Attributes.SetAttribute("aria-describedby", Described(errors) ?? "");
            output.Attributes.RemoveAll(Described(errors) is null ? "aria-describedby" : "none");
        }

        output.Content.Put(IsGroup ? "<legend>{0}{1}</legend>" : "<label for=\"{2}\">{0}{1}</label>", Label, Required ? new HtmlString(" <span class=\"must\" aria-hidden=\"true\">*</span>") : HtmlString.Empty, Id);
        if (Hint is not null)
        {
            output.Content.Put("<p class=\"hint\" id=\"{0}-hint\">{1}</p>", Id, Hint);
        }

        if (errors.Count > 0)
        {
            output.Content.Put("<p class=\"error\" id=\"{0}-error\"><span class=\"hidden\">{1}</span> {2}</p>", Id, Text.Say("page.error-mark"), string.Join(" ", errors));
        }

        Control(output.Content, inner, errors);
    }

    protected abstract void Control(TagHelperContent content, TagHelperContent inner, IReadOnlyList<string> errors);

    /// <summary>The attributes every control shares: id, name, what describes it, and whether it is wrong.</summary>
    protected TagBuilder Shared(string tag, IReadOnlyList<string> errors, bool hasEcho = false)
    {
        var control = new TagBuilder(tag);
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (Described(errors, hasEcho) is { } described)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (errors.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        if (Required)
        {
            control.Attributes["required"] = "required";
        }

        return control;
    }

    private string? Described(IReadOnlyList<string> errors, bool hasEcho = false)
    {
        var ids = new[] { Hint is null ? null : $"{Id}-hint", errors.Count == 0 ? null : $"{Id}-error", hasEcho ? $"{Id}-echo" : null }.OfType<string>().ToList();
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }
}

/// <summary>
/// A field for text: <c>&lt;t-field name label hint value type autocomplete size required /&gt;</c>; type is text, search, password,
/// email, file, number (digits) or area. With something inside, that is its control and must carry the id that <c>name</c> gives.
/// </summary>
[HtmlTargetElement("t-field")]
public sealed class TextFieldHelper(PageText text) : FieldBase(text)
{
    public string? Value { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public int? Size { get; set; }

    public int? Maxlength { get; set; }

    /// <summary>Files a person may choose: ".csv,.xlsx".</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    /// <summary>What stands in it is Vietnamese, whatever language the page speaks: text of the office's own.</summary>
    public bool Vietnamese { get; set; }

    protected override void Control(TagHelperContent content, TagHelperContent inner, IReadOnlyList<string> errors)
    {
        if (!inner.IsEmptyOrWhiteSpace)
        {
            content.AppendHtml(inner);
            return;
        }

        // What was typed as a password or chosen as a file is never sent back.
        var typed = Type is "password" or "file" ? null : KitText.TypedIn(View, Name) ?? Value;
        var control = Shared(Type == "area" ? "textarea" : "input", errors);
        foreach (var (name, value) in new[]
        {
            ("autocomplete", Autocomplete ?? (Type is "password" or "email" or "file" ? null : "off")), ("maxlength", Maxlength?.ToString(Words.Format)), ("accept", Accept),
            ("multiple", Multiple ? "multiple" : null), ("size", Type is "area" or "file" ? null : Size?.ToString(Words.Format)),
            ("lang", Vietnamese ? "vi" : null),
        })
        {
            if (value is not null)
            {
                control.Attributes[name] = value;
            }
        }

        if (Type == "area")
        {
            control.Attributes["rows"] = "3";
            control.InnerHtml.Append(typed ?? "");
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type == "number" ? "text" : Type;
            if (Type == "number")
            {
                control.Attributes["inputmode"] = "numeric";
            }

            if (typed is not null)
            {
                control.Attributes["value"] = typed;
            }
        }

        content.AppendHtml(control);
    }
}
